internal import SaysoRecord

/// `Doc.to_json` of spaCy, one a line: `Doc(vocab).from_json(json.loads(line))`.
///
/// Names are `ents` (of two that overlap, the first and longer), and all of them are the span group `mentions` with the
/// entity's key as `kb_id`. `source`, `cue` and `content` are groups whose `kb_id` is the claim's id; a passage in
/// pieces is several spans with one id. `meta`, which spaCy passes over, says which article it is.
final class SpacyExport: ExportFormat {
  static let about = ExportDescription(
    summary: "spaCy's Doc.to_json, one a line, claims as span groups", unit: .codepoints, isOfOneUnit: true,
    needsText: true,
    losses: [.zones, .metonyms, .dates, .chains, .stance, .times, .roles, .rules],
    partly: [.details],
    reading:
      "`Doc(nlp.vocab).from_json(json.loads(line))`; claims are in `doc.spans[\"content\"]`, the article in the line's `meta`."
  )

  private let sink: any ByteSink
  private var json = JSONByteWriter()

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ article: ExportArticle) throws(OutputError) {
    guard let text = article.text, let string = article.record.text else { return }
    let tokens = ExportTokens(article, text)
    json.beginObject()
    json.field("text", string)
    ents(article)
    sentences(article)
    words(tokens, article, text)
    spans(article)
    json.key("meta")
    json.beginObject()
    article.metadata(to: &json)
    json.endObject()
    json.endObject()
    json.endLine()
    try sink.drainWhenFull(&json)
  }

  func finish() throws(OutputError) { try sink.drain(&json) }

  private func ents(_ article: ExportArticle) {
    json.key("ents")
    json.beginArray()
    var end: Int32 = 0
    for name in article.names {
      guard let span = article.placed(name.span), span.start >= end else { continue }
      end = span.end
      json.beginObject()
      article.range(span, to: &json)
      json.field("label", SpanLabel.ontoNotes(name.type, article.entity(name.entity)))
      json.endObject()
    }
    json.endArray()
  }

  private func sentences(_ article: ExportArticle) {
    json.key("sents")
    json.beginArray()
    for sentence in article.record.sentences {
      guard let span = article.placed(sentence.span) else { continue }
      json.beginObject()
      article.range(span, to: &json)
      json.endObject()
    }
    json.endArray()
  }

  /// spaCy's tokens cover the whole text: white space is a token of its own but for one space behind a word.
  private func words(_ tokens: ExportTokens, _ article: ExportArticle, _ text: ArticleText) {
    json.key("tokens")
    json.beginArray()
    var id = 0
    var at: Int32 = 0
    for token in tokens.tokens {
      space(from: at, to: token.span.start, &id, tokens, article, text)
      word(token.span, token.wordClass?.rawValue, &id, tokens, article)
      at = token.span.end
    }
    space(from: at, to: Int32(clamping: text.count), &id, tokens, article, text)
    json.endArray()
  }

  private func space(
    from start: Int32, to end: Int32, _ id: inout Int, _ tokens: ExportTokens, _ article: ExportArticle,
    _ text: ArticleText
  ) {
    var start = start
    if start > 0, start < end, text.bytes[text.byte(start)] == 0x20 { start += 1 }
    guard start < end else { return }
    word(CodePointSpan(Int(start), Int(end)), "SPACE", &id, tokens, article)
  }

  private func word(
    _ span: CodePointSpan, _ wordClass: String?, _ id: inout Int, _ tokens: ExportTokens, _ article: ExportArticle
  ) {
    json.beginObject()
    json.field("id", id)
    article.range(span, to: &json)
    if tokens.hasClasses { json.field("pos", wordClass ?? "X") }
    json.endObject()
    id += 1
  }

  private func spans(_ article: ExportArticle) {
    json.key("spans")
    json.beginObject()
    json.key("mentions")
    json.beginArray()
    for mention in article.record.mentions {
      let entity = article.entity(mention.entity)
      span(mention.span, SpanLabel.ontoNotes(mention.type, entity), entity?.key ?? "", article)
    }
    json.endArray()
    for part in ClaimPart.allCases {
      json.key(text: part.rawValue.lowercased())
      json.beginArray()
      for claim in article.record.claims {
        for (label, pieces) in SpanLabel.parts(claim) where label == part {
          for piece in pieces { span(piece, part.rawValue, claim.id.description, article) }
        }
      }
      json.endArray()
    }
    json.endObject()
  }

  private func span(_ span: CodePointSpan, _ label: String, _ id: String, _ article: ExportArticle) {
    guard let span = article.placed(span) else { return }
    json.beginObject()
    article.range(span, to: &json)
    json.field("label", label)
    json.field("kb_id", id)
    json.endObject()
  }
}
