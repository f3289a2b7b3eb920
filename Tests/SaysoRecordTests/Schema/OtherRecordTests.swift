import SaysoRecord
import Testing

/// Error, timeline and audit lines as they are written, byte for byte.
@Suite struct OtherRecordTests {
  static let error: ErrorRecord = {
    var input = ErrorRecord.Input(path: "a.jsonl")
    input.bytes = 12
    input.format = .jsonl
    return ErrorRecord(id: "a.jsonl:2", input: input, code: "broken-json", message: "a.jsonl:2: broken JSON")
  }()

  static let entry: TimelineEntry = {
    var entry = TimelineEntry(
      entity: .init(key: "place:norvale", name: "Norvale", type: .place),
      date: .init(
        edtf: "2023-02/2023-03", start: "2023-02-01", end: "2023-03-31", precision: .month, isApproximate: true,
        anchor: .page), text: "Norvale reopens the dam",
      document: .init(id: "ferry", title: "Ferry stops", publisher: nil, url: nil), claim: ClaimID(3),
      voice: .attributed)
    entry.published = "2024-05-07"
    entry.source = .init(name: "Jane Roe", kind: .person, entity: "person:jane-roe")
    entry.with = [.init(key: "person:jane-roe", name: "Jane Roe", type: .person)]
    entry.places = [.init(key: "place:norvale", name: "Norvale", type: .place)]
    entry.reports = 2
    entry.documents = ["ferry", "dam"]
    entry.isDisputed = true
    entry.conflicts = [.init(document: "dam", claim: ClaimID(1), edtf: nil, text: "Norvale closes it")]
    entry.isStatement = true
    return entry
  }()

  static let undated = TimelineEntry(
    entity: .init(key: "place:norvale", name: "Norvale", type: .place), date: .init(), text: "x",
    document: .init(id: "ferry"), claim: ClaimID(1), voice: .author)

  static let finding: Finding = {
    var finding = Finding(
      check: "S05", name: "bare-anonymous", severity: .warning, document: "ferry", claim: ClaimID(2),
      span: CodePointSpan(10, 19), text: "officials", message: "no more is said of the source than \"officials\"",
      standard: "AP")
    finding.evidence = [
      .init("documents", .texts(["dam"])), .init("count", .number(3)), .init("share", .thousandths(725)),
      .init("noun", .text("officials")), .init("quoted", .flag(false)),
    ]
    return finding
  }()

  static let corpusFinding = Finding(
    check: "S13", name: "headline-only", severity: .info, document: "ferry", text: "Ferry", message: "m", standard: "")

  static let summary: AuditSummary = {
    var summary = AuditSummary(scope: .publisher("Gazette"))
    summary.articles = 2
    summary.claims = 3
    summary.voices[.attributed] = 2
    summary.voices[.author] = 1
    summary.sourceKinds[.anonymous] = 2
    summary.cueClasses[.report] = 2
    summary.shares.attributed = AuditSummary.Shares.share(2, of: 3)
    summary.shares.named = AuditSummary.Shares.share(0, of: 0)
    summary.sources = 3
    summary.diversityBits = 1585
    summary.effectiveSources = 3000
    summary.hearsay = 2
    summary.findings[.warning] = 1
    return summary
  }()

  @Test func writesErrors() {
    #expect(
      Samples.written { Self.error.writeLine(to: &$0) } == """
        {"schema":"sayso.error/1","id":"a.jsonl:2","input":{"path":"a.jsonl","bytes":12,"format":"jsonl"},\
        "error":{"code":"broken-json","message":"a.jsonl:2: broken JSON"}}\n
        """)
  }

  @Test func writesTimelineEntries() {
    #expect(
      Samples.written { Self.entry.writeLine(to: &$0) } == """
        {"schema":"sayso.timeline/1","entity":{"key":"place:norvale","name":"Norvale","type":"place"},\
        "date":{"edtf":"2023-02/2023-03","start":"2023-02-01","end":"2023-03-31","precision":"month",\
        "approximate":true,"anchor":"page"},"published":"2024-05-07","text":"Norvale reopens the dam",\
        "document":{"id":"ferry","title":"Ferry stops","publisher":null,"url":null},"claim":"c3","voice":"attributed",\
        "source":{"name":"Jane Roe","kind":"person","entity":"person:jane-roe"},\
        "with":[{"key":"person:jane-roe","name":"Jane Roe","type":"person"}],\
        "places":[{"key":"place:norvale","name":"Norvale","type":"place"}],"reports":2,"documents":["ferry","dam"],\
        "disputed":true,"conflicts":[{"document":"dam","claim":"c1","edtf":null,"text":"Norvale closes it"}],\
        "statement":true}\n
        """)
    #expect(
      Samples.written { Self.undated.writeLine(to: &$0) }.contains(
        #""date":{"edtf":null,"start":null,"end":null,"precision":null,"approximate":false,"anchor":"none"}"#))
  }

  @Test func writesFindings() {
    #expect(
      Samples.written { Self.finding.writeLine(to: &$0) } == #"""
        {"schema":"sayso.finding/1","check":"S05","name":"bare-anonymous","severity":"warning","document":"ferry",\#
        "claim":"c2","start":10,"end":19,"text":"officials",\#
        "message":"no more is said of the source than \"officials\"",\#
        "evidence":{"documents":["dam"],"count":3,"share":0.725,"noun":"officials","quoted":false},"standard":"AP"}\#n
        """#)
    let corpus = Samples.written { Self.corpusFinding.writeLine(to: &$0) }
    #expect(corpus.contains(#""claim":null,"start":null,"end":null,"text":"Ferry""#))
  }

  @Test func writesSummaries() {
    #expect(
      Samples.written { Self.summary.writeLine(to: &$0) } == """
        {"schema":"sayso.audit/1","scope":"publisher","id":"Gazette","articles":2,"claims":3,\
        "voice":{"attributed":2,"hedged":0,"author":1},"sourceKind":{"person":0,"organization":0,"government":0,\
        "media":0,"document":0,"group":0,"anonymous":2,"unknown":0},"cueClass":{"report":2,"assert":0,"claim":0,\
        "reveal":0,"deny":0,"question":0,"demand":0,"believe":0,"predict":0,"document":0,"quote":0},\
        "shares":{"attributed":0.667,"named":null,"anonymous":null,"official":null},"sources":3,\
        "diversity":{"bits":1.585,"effective":3},"hearsay":2,"findings":{"info":0,"warning":1,"error":0}}\n
        """)
  }

  @Test func countsAdd() {
    var sum = Counts<Voice>()
    sum[.author] = 2
    var more = Counts<Voice>()
    more[.author] = 1
    more[.hedged] = 4
    sum += more
    #expect(sum[.author] == 3)
    #expect(sum[.attributed] == 0)
    #expect(sum.total == 7)
  }

  @Test func severityHasAnOrder() {
    #expect(Severity.info < .warning && Severity.warning < .error)
  }

  @Test(arguments: [("m3", 3), ("m1999999", 1_999_999)])
  func readsIDs(text: String, number: Int) {
    #expect(MentionID(Array(text.utf8)) == MentionID(number))
    #expect(MentionID(number).description == text)
  }

  @Test(arguments: ["", "m", "m0", "m01", "e3", "m-1", "m3x", "m99999999999999999999", "3"])
  func refusesIDs(text: String) {
    #expect(MentionID(Array(text.utf8)) == nil)
  }
}
