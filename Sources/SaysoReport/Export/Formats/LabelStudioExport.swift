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

  private var file: JSONArrayFile

  init(to sink: any ByteSink) {
    file = JSONArrayFile(to: sink)
  }

  func write(_ article: ExportArticle) throws(OutputError) {
    file.json.beginObject()
    file.json.key("data")
    file.json.beginObject()
    file.json.field("text", article.record.text ?? "")
    article.metadata(to: &file.json)
    file.json.endObject()
    file.json.key("predictions")
    file.json.beginArray()
    file.json.beginObject()
    file.json.field("model_version", "\(article.record.producer.name) \(article.record.producer.version)")
    file.json.key("result")
    file.json.beginArray()
    for name in article.names {
      label(name.id.description, name.span, SpanLabel.own(name.type), article)
    }
    for claim in article.record.claims { self.claim(claim, article) }
    file.json.endArray()
    file.json.endObject()
    file.json.endArray()
    file.json.endObject()
    try file.drainWhenFull()
  }

  func finish() throws(OutputError) { try file.finish() }

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
    file.json.beginObject()
    file.json.field("id", id)
    file.json.field("from_name", "label")
    file.json.field("to_name", "text")
    file.json.field("type", "labels")
    file.json.key("value")
    file.json.beginObject()
    article.range(span, to: &file.json)
    file.json.key("text")
    file.json.string(Array(text.bytes(span)))
    file.json.field("labels", [label])
    file.json.endObject()
    file.json.endObject()
  }

  private func relation(from: String, to: String, _ label: String) {
    file.json.beginObject()
    file.json.field("type", "relation")
    file.json.field("from_id", from)
    file.json.field("to_id", to)
    file.json.field("direction", "right")
    file.json.field("labels", [label])
    file.json.endObject()
  }
}
