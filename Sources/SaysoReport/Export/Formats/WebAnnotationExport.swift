internal import SaysoRecord

/// W3C Web Annotations as JSON-LD, one a line: a name is tagged with its type and key, a claim is described by what it
/// is, with source, cue and content as targets.
///
/// Every target has a position and a quote with its surroundings: clients that count otherwise, and pages that changed,
/// still find the passage.
final class WebAnnotationExport: ExportFormat {
  static let about = ExportDescription(
    summary: "W3C Web Annotations with position and quote, one a line", unit: .codepoints,
    losses: [.zones, .sentences, .words, .details, .doubt, .rules],
    partly: [.metadata, .roles],
    reading:
      "POST a line to a Web Annotation server, or import it into a client; `target` finds the passage by position and by quote."
  )

  private let sink: any ByteSink
  private var json = JSONByteWriter()

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ article: ExportArticle) throws(OutputError) {
    let page = SafeText.link(article.record.url) ?? "urn:sha256:\(article.record.input.sha256)"
    for mention in article.record.mentions {
      begin("\(page)#sayso-\(mention.id)", motivation: "tagging")
      body(mention, article)
      targets([("name", [mention.span], mention.text)], page, article)
      end(article.record)
      try sink.drainWhenFull(&json)
    }
    for claim in article.record.claims {
      begin("\(page)#sayso-\(claim.id)", motivation: "describing")
      body(claim, page, article)
      targets(Self.passages(claim), page, article)
      end(article.record)
      try sink.drainWhenFull(&json)
    }
  }

  func finish() throws(OutputError) { try sink.drain(&json) }

  private func begin(_ id: String, motivation: StaticString) {
    json.beginObject()
    json.field("@context", "http://www.w3.org/ns/anno.jsonld")
    json.field("id", id)
    json.field("type", "Annotation")
    json.key("motivation")
    json.string(motivation)
  }

  private func end(_ record: AnnotationRecord) {
    json.key("generator")
    json.beginObject()
    json.field("id", "urn:sayso:\(record.producer.version):\(record.producer.lexicons)")
    json.field("type", "Software")
    json.field("name", "\(record.producer.name) \(record.producer.version)")
    json.endObject()
    json.endObject()
    json.endLine()
  }

  private func body(_ mention: AnnotationRecord.Mention, _ article: ExportArticle) {
    json.key("body")
    json.beginArray()
    textual(mention.type.rawValue, purpose: "tagging")
    if mention.isNominal { textual("nominal", purpose: "tagging") }
    if mention.isMetonym { textual("metonym", purpose: "tagging") }
    if let entity = article.entity(mention.entity) { textual(entity.key, purpose: "identifying") }
    if let date = mention.date { textual(date.edtf ?? date.timex, purpose: "identifying") }
    json.endArray()
  }

  private func body(_ claim: AnnotationRecord.Claim, _ page: String, _ article: ExportArticle) {
    json.key("body")
    json.beginArray()
    textual(claim.voice.rawValue, purpose: "tagging")
    textual(claim.certainty.rawValue, purpose: "tagging")
    textual(claim.quotation.rawValue, purpose: "tagging")
    if let cue = claim.cue { textual(cue.cueClass.rawValue, purpose: "tagging") }
    if let source = claim.source {
      textual("\(source.kind.rawValue) \(source.role.rawValue)", purpose: "classifying")
      if let entity = article.entity(source.entity) { textual(entity.key, purpose: "identifying") }
    }
    if let parent = claim.parent { outer("\(page)#sayso-\(parent)") }
    if let when = claim.when { textual("when \(when.edtf)", purpose: "describing") }
    if let said = claim.said { textual("said \(said.edtf)", purpose: "describing") }
    for trait in claim.traits { textual(trait.rawValue, purpose: "tagging") }
    json.endArray()
  }

  /// The annotation of the claim in whose content this one stands.
  private func outer(_ annotation: String) {
    json.beginObject()
    json.field("type", "SpecificResource")
    json.field("source", annotation)
    json.field("purpose", "linking")
    json.endObject()
  }

  private func textual(_ value: String, purpose: StaticString) {
    json.beginObject()
    json.field("type", "TextualBody")
    json.field("value", value)
    json.key("purpose")
    json.string(purpose)
    json.endObject()
  }

  private static func passages(_ claim: AnnotationRecord.Claim) -> [(String, [CodePointSpan], String)] {
    SpanLabel.parts(claim).map { part, spans in
      let text: String =
        switch part {
        case .source: claim.source?.passage.text ?? ""
        case .cue: claim.cue?.passage.text ?? ""
        case .content: claim.content.text
        }
      return (part.rawValue.lowercased(), spans, text)
    }
  }

  private func targets(_ passages: [(String, [CodePointSpan], String)], _ page: String, _ article: ExportArticle) {
    json.key("target")
    json.beginArray()
    for (part, spans, text) in passages {
      for span in spans { target(span, part, text, spans.count == 1, page, article) }
    }
    json.endArray()
  }

  private func target(
    _ span: CodePointSpan, _ part: String, _ text: String, _ isWhole: Bool, _ page: String, _ article: ExportArticle
  ) {
    json.beginObject()
    json.field("source", page)
    json.field("styleClass", "sayso-\(part)")
    json.key("selector")
    json.beginArray()
    json.beginObject()
    json.field("type", "TextPositionSelector")
    article.range(span, to: &json)
    json.endObject()
    if article.text != nil || isWhole { quote(span, text, article) }
    json.endArray()
    json.endObject()
  }

  private func quote(_ span: CodePointSpan, _ text: String, _ article: ExportArticle) {
    json.beginObject()
    json.field("type", "TextQuoteSelector")
    json.field("exact", article.text?.string(span) ?? text)
    if let around = article.text?.surroundings(span) {
      json.field("prefix", around.before)
      json.field("suffix", around.behind)
    }
    json.endObject()
  }
}
