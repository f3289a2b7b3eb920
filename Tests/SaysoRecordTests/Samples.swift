import SaysoRecord
import SaysoTestSupport

/// Records with every key and every name of every vocabulary in them somewhere.
enum Samples {
  /// An article of the contract's own shape, written out as it stands in a file.
  static let line = """
    {"schema":"sayso.annotation/1","id":"ferry","input":{"path":"ferry.txt","sha256":"\(hash)","bytes":111,"format":\
    "text","encoding":"UTF-8"},"producer":{"name":"sayso","version":"0.1.0","lexicons":"0123abcd"},"language":"en",\
    "title":"Ferry stops","byline":["Jane Roe"],"publisher":"Harbour Gazette","url":"https://gazette.example/1",\
    "published":{"edtf":"2024-05-07","from":"input"},"text":"\(text)",\
    "zones":[{"start":0,"end":11,"kind":"title"},{"start":12,"end":106,"kind":"body"}],\
    "sentences":[{"start":0,"end":11},{"start":12,"end":106}],"tokens":[[0,5,"NOUN"],[6,11,"VERB"]],\
    "mentions":[{"id":"m1","start":12,"end":20,"text":"Qasr Été","type":"place","entity":"e1","rule":"listed-name",\
    "lexicon":"places/cities:12","confidence":0.97,"metonym":true},{"id":"m2","start":46,"end":53,"text":"Tuesday",\
    "type":"date","rule":"weekday","timex":"2024-05-07","timexType":"DATE","mod":"START","quant":"EVERY","freq":"1D",\
    "edtf":"2024-05-07","anchor":"published"},{"id":"m3","start":55,"end":65,"text":"a diplomat","type":"person",\
    "entity":"e2","rule":"nominal","confidence":0.5,"nominal":true}],\
    "entities":[{"id":"e1","name":"Qasr Été","type":"place","key":"place:qasr-ete","mentions":["m1"],\
    "kinds":["city","port"],"country":"XQ","lat":48.838,"lon":-8.0927},{"id":"e2","name":"a diplomat","type":"person","key":"person:a-diplomat",\
    "mentions":["m3"],"gender":"f"}],"claims":[{"id":"c1","sentence":1,"content":{"spans":[[12,30],[35,53]],\
    "text":"Qasr Été stops its … ferry 🤔 on Tuesday"},"source":{"spans":[[55,65]],"text":"a diplomat","entity":"e2",\
    "name":null,"title":"a diplomat","kind":"anonymous","role":"government","named":false,\
    "justification":{"text":"not allowed to speak","spans":[[85,105]]}},"cue":{"spans":[[66,70]],"text":"said",\
    "lemma":"say","class":"report"},"quotation":"indirect","certainty":"asserted","parent":null,"depth":0,\
    "entities":["e1"],"dates":["m2"],"when":{"edtf":"2024-05-07","anchor":"published","rule":"date-in-content"},\
    "said":{"edtf":"2024-05-06","anchor":"explicit"},"traits":["number","quantity-change"],"voice":"attributed",\
    "rule":"verb"},{"id":"c2","sentence":1,"content":{"spans":[[12,20]],"text":"Qasr Été"},"source":null,"cue":null,\
    "quotation":"indirect","certainty":"asserted","parent":"c1","depth":1,"entities":[],"dates":[],"when":null,\
    "said":null,"traits":[],"voice":"author"}],"warnings":[{"code":"bad-bytes","message":"2 bytes replaced"}],"duplicate_of":"b"}

    """

  private static let hash = String(repeating: "0a", count: 32)
  private static let text =
    #"Ferry stops\nQasr Été stops its own\tferry 🤔 on Tuesday, a diplomat said, \"unnamed\" as not allowed to speak."#

  /// A record whose values are drawn at random and whose references hold.
  static func record(_ random: inout SeededGenerator) -> AnnotationRecord {
    let text = "x" + random.nastyText(upTo: 30) + "x"
    let points = Array(text.unicodeScalars)
    func cut(_ span: CodePointSpan) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: points[Int(span.start)..<Int(span.end)])
      return String(view)
    }
    var record = AnnotationRecord(
      id: random.nastyText(upTo: 4),
      input: .init(
        path: random.nastyText(upTo: 4), sha256: hash, bytes: text.utf8.count,
        format: random.pick(AnnotationRecord.Input.Format.allCases, or: .text), encoding: "UTF-8"),
      producer: .init(version: "0.1.0", lexicons: "00"), language: "en")
    record.text = text
    record.zones = [.init(CodePointSpan(0, points.count), .body)]
    record.sentences = [.init(CodePointSpan(0, points.count))]
    record.byline = (0..<Int.random(in: 0...2, using: &random)).map { _ in random.nastyText(upTo: 3) }
    record.title = Bool.random(using: &random) ? random.nastyText(upTo: 5) : nil
    var spans = (0..<Int.random(in: 0...5, using: &random)).map { _ -> CodePointSpan in
      let start = Int.random(in: 0..<points.count, using: &random)
      return CodePointSpan(start, Int.random(in: start + 1...points.count, using: &random))
    }
    spans.sort()
    for (index, span) in spans.enumerated() {
      let id = MentionID(index + 1)
      var mention = AnnotationRecord.Mention(id: id, span: span, text: cut(span), type: .place, rule: "r")
      if Bool.random(using: &random) {
        mention.type = .date
        mention.date = .init(
          timex: "2024", type: random.pick(TimexType.allCases, or: .date), edtf: nil,
          anchor: random.pick(Anchor.allCases, or: .none))
      } else {
        let entity = EntityRef(record.entities.count + 1)
        mention.entity = entity
        mention.confidence = Int.random(in: 0...100, using: &random)
        mention.isMetonym = Bool.random(using: &random)
        record.entities.append(
          .init(id: entity, name: random.nastyText(upTo: 3), type: .place, key: "place:x", mentions: [id]))
      }
      record.mentions.append(mention)
      record.claims.append(claim(index, .init(spans: [span], text: cut(span)), record, &random))
    }
    return record
  }

  private static func claim(
    _ index: Int, _ content: AnnotationRecord.Passage, _ record: AnnotationRecord, _ random: inout SeededGenerator
  ) -> AnnotationRecord.Claim {
    var claim = AnnotationRecord.Claim(
      id: ClaimID(index + 1), sentence: 0, content: content, quotation: random.pick(Quotation.allCases, or: .direct),
      certainty: random.pick(Certainty.allCases, or: .asserted), voice: .author)
    if Bool.random(using: &random) {
      claim.voice = .attributed
      var source = AnnotationRecord.Source(
        passage: content, kind: random.pick(SourceKind.allCases, or: .person),
        role: random.pick(SourceRole.allCases, or: .other), isNamed: true)
      source.entity = record.entities.randomElement(using: &random)?.id
      source.name = random.nastyText(upTo: 2)
      claim.source = source
      claim.cue = .init(passage: content, lemma: "say", cueClass: random.pick(CueClass.allCases, or: .report))
    }
    if index > 0 {
      let parent = record.claims[Int.random(in: 0..<index, using: &random)]
      claim.parent = parent.id
      claim.depth = parent.depth + 1
    }
    claim.traits = Trait.allCases.filter { _ in Bool.random(using: &random) }
    if Bool.random(using: &random) { claim.when = .init(edtf: "2023-02/2023-03", anchor: .page, rule: "r") }
    return claim
  }

  static func written(_ write: (inout JSONByteWriter) -> Void) -> String {
    var json = JSONByteWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
