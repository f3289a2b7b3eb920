import SaysoLexicon
import SaysoRecord
import SaysoText

/// Tokens, lines and lexicon matches of the whole text.
struct TokenStage: Stage {
  let name = "tokens"
  let requires: Set<LayerKind> = []
  let provides: Set<LayerKind> = [.tokens, .lines, .matches]

  private let context: StageContext
  private let tokeniser: Tokeniser
  private let buffer: Scratch

  /// The raw tokens live in a class so that the stage can be stored as `any Stage`.
  private final class Scratch {
    var tokens = TokenBuffer()
    /// Trie node of each token's word, for the matcher.
    var nodes = Column<UInt32>(neutral: 0)
    var reader: TokenReader
    deinit { nodes.free() }
    init(_ tables: LexiconTables) { reader = TokenReader(tables) }
  }

  init(_ context: StageContext, support: any ScriptSupport) {
    self.context = context
    buffer = Scratch(context.tables)
    tokeniser = Tokeniser(support: support)
  }

  mutating func run(_ article: inout Article) {
    article.source.bytes.withUnsafeBufferPointer { tokeniser.tokenise($0, into: &buffer.tokens) }
    buffer.reader.read(buffer.tokens, into: &article.tokens, nodes: &buffer.nodes)
    article.tokens.sentence.refill(to: article.tokens.count)
    article.tokens.tag.refill(to: article.tokens.count)
    readLines(&article)
    context.tables.matches(
      words: article.tokens.word, nodes: buffer.nodes, shapes: article.tokens.shape, into: &article.matches,
      first: &article.tokens.firstMatch)
    if context.lexicon.hasBooks { addBookMatches(to: &article) }
  }

  /// Names of the user's own lexicons.
  private func addBookMatches(to article: inout Article) {
    context.lexicon.addBookMatches(
      hashes: article.tokens.hash, shapes: article.tokens.shape, starts: article.tokens.start,
      ends: article.tokens.end, text: article.source.bytes, into: &article.matches, first: article.tokens.firstMatch,
      features: article.tokens.features)
  }

  private func readLines(_ article: inout Article) {
    let tokens = article.tokens.count
    article.tokens.line.stretch(to: tokens)
    let shapes = article.tokens.shape
    let line = article.tokens.line
    var first = 0
    while first < tokens {
      let number = Int32(truncatingIfNeeded: article.lines.count)
      line[first] = number
      var next = first + 1
      while next < tokens, !shapes[next].contains(.lineStart) {
        line[next] = number
        next += 1
      }
      article.lines.append(
        Line(
          span: article.tokens.span(first..<next), tokens: first..<next,
          startsParagraph: shapes[first].contains(.paragraphStart), zone: .body))
      first = next
    }
  }
}
