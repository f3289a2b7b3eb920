internal import SaysoRecord

/// Label Studio tasks as one JSON array, with the marks as predictions: labels and relations.
final class LabelStudioExport: ExportFormat {
  static let about = ExportDescription(
    summary: "Label Studio tasks with predictions, one JSON array", unit: .codepoints, needsText: true,
    losses: [
      .zones, .sentences, .words, .nominals, .metonyms, .links, .dates, .details, .chains, .stance, .times, .roles,
      .rules,
    ],
    reading:
      "Import into a project whose configuration has `<Labels name=\"label\" toName=\"text\">` and `<Text name=\"text\" value=\"$text\"/>`."
  )

  private let sink: any ByteSink
  private var json = JSONByteWriter()
  private var hasBegun = false

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ article: ExportArticle) throws(OutputError) {
    begin()
    json.beginObject()
    json.key("data")
    json.beginObject()
    json.field("text", article.record.text ?? "")
    article.metadata(to: &json)
    json.endObject()
    json.key("predictions")
    json.beginArray()
    json.beginObject()
    json.field("model_version", "\(article.record.producer.name) \(article.record.producer.version)")
    json.key("result")
    json.beginArray()
    for name in article.names {
      label(name.id.description, name.span, SpanLabel.own(name.type), article)
    }
    for claim in article.record.claims { self.claim(claim, article) }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    try sink.drainWhenFull(&json)
  }

  func finish() throws(OutputError) {
    begin()
    json.endArray()
    json.endLine()
    try sink.drain(&json)
  }

  private func begin() {
    if !hasBegun { json.beginArray() }
    hasBegun = true
  }

  private func claim(_ claim: AnnotationRecord.Claim, _ article: ExportArticle) {
    let content = "\(claim.id)-content-0"
    guard let first = claim.content.spans.first, article.placed(first) != nil else { return }
    for (part, pieces) in SpanLabel.parts(claim) {
      for (index, piece) in pieces.enumerated() {
        let id = "\(claim.id)-\(part.rawValue.lowercased())-\(index)"
        label(id, piece, part.rawValue, article)
        if id != content, article.placed(piece) != nil { relation(from: content, to: id, part.rawValue) }
      }
    }
  }

  private func label(_ id: String, _ span: CodePointSpan, _ label: String, _ article: ExportArticle) {
    guard let span = article.placed(span), let text = article.text else { return }
    json.beginObject()
    json.field("id", id)
    json.field("from_name", "label")
    json.field("to_name", "text")
    json.field("type", "labels")
    json.key("value")
    json.beginObject()
    article.range(span, to: &json)
    json.key("text")
    json.string(Array(text.bytes(span)))
    json.field("labels", [label])
    json.endObject()
    json.endObject()
  }

  private func relation(from: String, to: String, _ label: String) {
    json.beginObject()
    json.field("type", "relation")
    json.field("from_id", from)
    json.field("to_id", to)
    json.field("direction", "right")
    json.field("labels", [label])
    json.endObject()
  }
}
