public import SaysoLexicon
public import SaysoText

/// Finds the entries of lists and books that match in a short text, for `sayso lexicon find`.
public struct NameFinder {
  private let lexicon: Lexicon
  private var tokens: TokenStage

  public init(_ lexicon: Lexicon, support: any ScriptSupport) {
    self.lexicon = lexicon
    tokens = TokenStage(StageContext(SharedTables(lexicon)), support: support)
  }

  /// A line for each match: the matched text, the entry with its type and kind, where it stands, and what it says.
  public mutating func find(_ text: String) -> [String] {
    var article = Article()
    article.reset(source: SourceText(text), metadata: ArticleMetadata())
    tokens.run(&article)
    var lines: [String] = []
    for index in 0..<article.matches.count {
      let match = article.matches[index]
      let entry = lexicon.entry(match.entry)
      let found = article.source.string(article.tokens.span(Int(match.first)..<match.end))
      let kind = entry.kind.isEmpty ? entry.type.label : "\(entry.type.label)/\(entry.kind)"
      let country = entry.country.map { ["country=\($0)"] } ?? []
      let rest = entry.attributes.filter { $0.key != "country" }.map { "\($0.key)=\($0.value)" }
      lines.append(([found, entry.name, kind, entry.origin] + country + rest).joined(separator: "\t"))
    }
    return lines
  }
}
