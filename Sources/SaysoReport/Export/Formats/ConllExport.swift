internal import SaysoRecord

/// CoNLL-2003 columns: word, word class, `_`, and the name in IOB2. A blank line ends a sentence, `-DOCSTART-` begins
/// an article.
final class ConllExport: ExportFormat {
  static let about = ExportDescription(
    summary: "CoNLL-2003 columns in IOB2: names only", needsText: true,
    losses: [.claims, .metadata, .zones, .overlaps, .outside, .nominals, .metonyms, .links, .dates, .details, .rules],
    reading: "`spacy convert FILE . --converter conll`, and whatever reads CoNLL-2003.")

  private let sink: any ByteSink
  private var lines: [UInt8] = []

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ article: ExportArticle) throws(OutputError) {
    guard let text = article.text else { return }
    let tokens = ExportTokens(article, text)
    let tags = Self.tags(article, tokens)
    lines.append(contentsOf: "-DOCSTART- -X- -X- O\n\n".utf8)
    for sentence in article.record.sentences {
      guard let span = article.placed(sentence.span) else { continue }
      for index in tokens.range(span) {
        let token = tokens.tokens[index]
        lines.append(contentsOf: text.bytes(token.span))
        lines.append(contentsOf: " \(token.wordClass?.rawValue ?? "_") _ \(tags[index] ?? "O")\n".utf8)
      }
      lines.append(0x0A)
    }
    if lines.count >= 1 << 16 { try drain() }
  }

  func finish() throws(OutputError) { try drain() }

  private func drain() throws(OutputError) {
    try sink.write(lines)
    lines.removeAll(keepingCapacity: true)
  }

  /// The tags of tokens inside names; of names that overlap the first and longer counts.
  private static func tags(_ article: ExportArticle, _ tokens: ExportTokens) -> [Int: String] {
    var tags: [Int: String] = [:]
    var end: Int32 = 0
    for name in article.names {
      guard let span = article.placed(name.span), span.start >= end else { continue }
      end = span.end
      let label = SpanLabel.conll(name.type)
      for (place, index) in tokens.range(span).enumerated() { tags[index] = (place == 0 ? "B-" : "I-") + label }
    }
    return tags
  }
}
