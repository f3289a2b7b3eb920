internal import SaysoRecord

/// Prodigy tasks, one a line, with tokens, spans and relations: `prodigy rel.manual` or `spans.manual` show them.
///
/// A relation goes from a claim's content to its source and cue, between the last tokens of their first pieces.
final class ProdigyExport: ExportFormat {
  static let about = ExportDescription(
    summary: "Prodigy tasks with tokens, spans and relations, one a line", unit: .codepoints, needsText: true,
    losses: [
      .zones, .sentences, .words, .nominals, .metonyms, .links, .dates, .chains, .stance, .times, .roles, .split,
      .rules,
    ],
    partly: [.details],
    reading: "`prodigy spans.manual DATASET blank:en FILE` or `rel.manual`, with the labels of both.")

  private let sink: any ByteSink
  private var json = JSONByteWriter()

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ article: ExportArticle) throws(OutputError) {
    guard let text = article.text, let string = article.record.text else { return }
    let tokens = ExportTokens(article, text)
    json.beginObject()
    json.field("text", string)
    words(tokens, article, text)
    spans(tokens, article)
    relations(tokens, article)
    json.key("meta")
    json.beginObject()
    article.metadata(to: &json)
    json.endObject()
    json.endObject()
    json.endLine()
    try sink.drainWhenFull(&json)
  }

  func finish() throws(OutputError) { try sink.drain(&json) }

  private func words(_ tokens: ExportTokens, _ article: ExportArticle, _ text: ArticleText) {
    json.key("tokens")
    json.beginArray()
    for (id, token) in tokens.tokens.enumerated() {
      json.beginObject()
      json.key("text")
      json.string(Array(text.bytes(token.span)))
      article.range(token.span, to: &json)
      json.field("id", id)
      json.field("ws", text.isSpace(token.span.end) && Int(token.span.end) < text.count)
      json.endObject()
    }
    json.endArray()
  }

  private func spans(_ tokens: ExportTokens, _ article: ExportArticle) {
    json.key("spans")
    json.beginArray()
    for name in article.names {
      span(name.span, SpanLabel.ontoNotes(name.type, article.entity(name.entity)), tokens, article)
    }
    for claim in article.record.claims {
      for (part, pieces) in SpanLabel.parts(claim) {
        for piece in pieces { span(piece, part.rawValue, tokens, article) }
      }
    }
    json.endArray()
  }

  private func span(_ span: CodePointSpan, _ label: String, _ tokens: ExportTokens, _ article: ExportArticle) {
    guard let span = article.placed(span) else { return }
    json.beginObject()
    write(span, label, tokens.range(span), article)
    json.endObject()
  }

  private func write(_ span: CodePointSpan, _ label: String, _ range: Range<Int>, _ article: ExportArticle) {
    article.range(span, to: &json)
    json.field("label", label)
    json.field("token_start", range.lowerBound)
    json.field("token_end", max(range.lowerBound, range.upperBound - 1))
  }

  private func relations(_ tokens: ExportTokens, _ article: ExportArticle) {
    json.key("relations")
    json.beginArray()
    for claim in article.record.claims {
      guard let content = claim.content.spans.lazy.compactMap(article.placed).first else { continue }
      for (part, pieces) in SpanLabel.parts(claim) where part != .content {
        guard let piece = pieces.lazy.compactMap(article.placed).first else { continue }
        relation(part, from: content, to: piece, tokens, article)
      }
    }
    json.endArray()
  }

  private func relation(
    _ part: ClaimPart, from head: CodePointSpan, to child: CodePointSpan, _ tokens: ExportTokens,
    _ article: ExportArticle
  ) {
    let (from, to) = (tokens.range(head), tokens.range(child))
    json.beginObject()
    json.field("head", max(from.lowerBound, from.upperBound - 1))
    json.field("child", max(to.lowerBound, to.upperBound - 1))
    json.field("label", part.rawValue)
    json.key("head_span")
    json.beginObject()
    write(head, ClaimPart.content.rawValue, from, article)
    json.endObject()
    json.key("child_span")
    json.beginObject()
    write(child, part.rawValue, to, article)
    json.endObject()
    json.endObject()
  }
}
