import SaysoRecord

/// An invented article with all that a report shows: zones, every type of mention, hearsay in three steps, a hedge, a
/// resolved date, and markup that must not come through.
enum ReportSample {
  static let text = """
    Menu <b>Home</b>
    Dam at Ostrel "safe"

    OSTREL, 3 May - CNN reported that officials said the Ostrel dam would hold until June 2024.
    "We see & hear nothing," said Ada Brenn of Vell Power. She reportedly left on 2 May. Ostrelians wait.
    """

  static var record: AnnotationRecord {
    var record = AnnotationRecord(
      id: "dam<1>", input: .init(path: "dam.txt", sha256: "00", bytes: 1, format: .text, encoding: "UTF-8"),
      producer: .init(version: "0", lexicons: "0"), language: "en")
    record.title = "Dam at Ostrel \"safe\" <script>alert(1)</script>"
    record.publisher = "Vell & Sons"
    record.url = "javascript:alert(1)"
    record.byline = ["Noor {{title}}"]
    record.published = .init(edtf: "2024-05-03", from: .dateline)
    record.text = text
    record.zones = [
      .init(span("Menu <b>Home</b>"), .furniture), .init(span("Dam at Ostrel \"safe\""), .title),
      .init(CodePointSpan(Int(span("OSTREL").start), text.unicodeScalars.count), .body),
    ]
    record.sentences = [
      .init(span("CNN reported that officials said the Ostrel dam would hold until June 2024.")),
      .init(span("\"We see & hear nothing,\" said Ada Brenn of Vell Power.")),
      .init(span("She reportedly left on 2 May.")), .init(span("Ostrelians wait.")),
    ]
    addNames(to: &record)
    addClaims(to: &record)
    return record
  }

  /// The place of the first occurrence of a passage, in code points.
  static func span(_ passage: String) -> CodePointSpan {
    let (text, passage) = (Array(text.unicodeScalars), Array(passage.unicodeScalars))
    let start = text.indices.first { text[$0...].starts(with: passage) } ?? 0
    return CodePointSpan(start, start + passage.count)
  }

  private static func passage(_ words: String) -> AnnotationRecord.Passage { .init(spans: [span(words)], text: words) }

  private static func addNames(to record: inout AnnotationRecord) {
    let names: [(String, MentionType)] = [
      ("CNN", .organization), ("Ostrel dam", .place), ("June 2024", .date), ("Ada Brenn", .person),
      ("Vell Power", .organization), ("She", .person), ("2 May", .date), ("Ostrelians", .group),
    ]
    for (index, (name, type)) in names.enumerated() {
      var mention = AnnotationRecord.Mention(
        id: MentionID(index + 1), span: span(name), text: name, type: type, rule: "test")
      mention.isNominal = name == "She"
      if type == .date {
        let edtf = name == "2 May" ? "2024-05-02" : "2024-06"
        mention.date = .init(timex: edtf, type: .date, edtf: edtf, anchor: .explicit)
      } else {
        mention.entity = EntityRef(name == "She" ? 4 : index + 1)
        if name != "She" {
          record.entities.append(
            .init(id: EntityRef(index + 1), name: name, type: type, key: "test:\(index)", mentions: [mention.id]))
        }
      }
      record.mentions.append(mention)
    }
  }

  private static func addClaims(to record: inout AnnotationRecord) {
    func claim(_ id: Int, _ sentence: Int, _ content: String, _ voice: Voice, _ quotation: Quotation = .indirect)
      -> AnnotationRecord.Claim
    {
      .init(
        id: ClaimID(id), sentence: sentence, content: passage(content), quotation: quotation, certainty: .asserted,
        voice: voice)
    }
    var outer = claim(1, 0, "that officials said the Ostrel dam would hold until June 2024", .attributed)
    outer.source = .init(passage: passage("CNN"), kind: .media, role: .media, isNamed: true)
    outer.cue = .init(passage: passage("reported"), lemma: "report", cueClass: .report)
    var inner = claim(2, 0, "the Ostrel dam would hold until June 2024", .attributed)
    inner.source = .init(passage: passage("officials"), kind: .anonymous, role: .government, isNamed: false)
    inner.cue = .init(passage: passage("said"), lemma: "say", cueClass: .report)
    (inner.parent, inner.depth) = (ClaimID(1), 1)
    inner.when = .init(edtf: "../2024-06", anchor: .explicit, rule: "date-in-content")
    inner.dates = [MentionID(3)]
    inner.entities = [EntityRef(2)]
    var quote = claim(3, 1, "\"We see & hear nothing,\"", .attributed, .direct)
    quote.source = .init(passage: passage("Ada Brenn of Vell Power"), kind: .person, role: .business, isNamed: true)
    quote.cue = .init(
      passage: .init(
        spans: [CodePointSpan(Int(span(" said Ada").start) + 1, Int(span(" said Ada").start) + 5)], text: "said"),
      lemma: "say", cueClass: .report)
    var hedged = claim(4, 2, "She … left on 2 May", .hedged)
    hedged.content.spans = [span("She"), span("left on 2 May")]
    hedged.cue = .init(passage: passage("reportedly"), lemma: "reportedly", cueClass: .report)
    (hedged.certainty, hedged.when) = (.hedged, .init(edtf: "2024-05-02", anchor: .published, rule: "date-in-content"))
    hedged.entities = [EntityRef(4)]
    record.claims = [outer, inner, quote, hedged, claim(5, 3, "Ostrelians wait", .author)]
  }
}
