internal import SaysoRecord

/// doccano's JSONL for sequence labelling with relations. doccano counts UTF-16 units unless a project says otherwise.
final class DoccanoExport: ExportFormat {
  static let about = ExportDescription(
    summary: "doccano's JSONL with relations, one article a line", unit: .utf16, needsText: true,
    losses: [
      .zones, .sentences, .words, .nominals, .metonyms, .links, .dates, .details, .chains, .stance, .times, .roles,
      .rules,
    ],
    reading: "Import Dataset, JSONL, in a sequence labelling project with relations.")

  private let sink: any ByteSink
  private var json = JSONByteWriter()
  /// Ids are unique in the whole file, as doccano's are.
  private var entity = 0
  private var relation = 0

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ article: ExportArticle) throws(OutputError) {
    guard let string = article.record.text else { return }
    json.beginObject()
    article.metadata(to: &json)
    json.field("text", string)
    json.key("entities")
    json.beginArray()
    var links: [(from: Int, to: Int, type: String)] = []
    for name in article.names { _ = span(name.span, SpanLabel.own(name.type), article) }
    for claim in article.record.claims { links += self.claim(claim, article) }
    json.endArray()
    json.key("relations")
    json.array(links) { json, link in
      relation += 1
      json.beginObject()
      json.field("id", relation)
      json.field("from_id", link.from)
      json.field("to_id", link.to)
      json.field("type", link.type)
      json.endObject()
    }
    json.endObject()
    json.endLine()
    try sink.drainWhenFull(&json)
  }

  func finish() throws(OutputError) { try sink.drain(&json) }

  /// Writes the parts of a claim; gives the relations of its first piece of content to every other piece.
  private func claim(
    _ claim: AnnotationRecord.Claim, _ article: ExportArticle
  ) -> [(from: Int, to: Int, type: String)] {
    var others: [(id: Int, type: String)] = []
    var content: Int?
    for (part, pieces) in SpanLabel.parts(claim) {
      for piece in pieces {
        guard let id = span(piece, part.rawValue, article) else { continue }
        if part == .content, content == nil { content = id } else { others.append((id, part.rawValue)) }
      }
    }
    guard let content else { return [] }
    return others.map { (content, $0.id, $0.type) }
  }

  private func span(_ span: CodePointSpan, _ label: String, _ article: ExportArticle) -> Int? {
    guard let span = article.placed(span) else { return nil }
    entity += 1
    json.beginObject()
    json.field("id", entity)
    json.field("label", label)
    json.field("start_offset", article.offset(span.start))
    json.field("end_offset", article.offset(span.end))
    json.endObject()
    return entity
  }
}
