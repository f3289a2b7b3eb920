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
    var joined: [UInt8] = []
    /// Trie node of each token's word, for the matcher.
    var nodes = Column<UInt32>(neutral: 0)
    let cache: WordCache
    deinit { nodes.free() }
    init(_ tables: LexiconTables) { cache = WordCache(tables) }
  }

  init(_ context: StageContext, support: any ScriptSupport) {
    self.context = context
    buffer = Scratch(context.tables)
    tokeniser = Tokeniser(support: support)
  }

  mutating func run(_ article: inout Article) {
    article.source.bytes.withUnsafeBufferPointer { tokeniser.tokenise($0, into: &buffer.tokens) }
    lookUp(&article.tokens)
    article.tokens.sentence.refill(to: article.tokens.count)
    article.tokens.tag.refill(to: article.tokens.count)
    readLines(&article)
    context.tables.matches(
      words: article.tokens.word, nodes: buffer.nodes, shapes: article.tokens.shape, into: &article.matches,
      first: &article.tokens.firstMatch)
  }

  /// Moves the raw tokens into the table with their word ids; joins abbreviations with their full stop.
  private func lookUp(_ table: inout TokenTable) {
    // Copies of the columns: reading them through the class would check for exclusive access each time.
    let (starts, ends, shapes, hashes) = (
      buffer.tokens.start, buffer.tokens.end, buffer.tokens.shape, buffer.tokens.hash
    )
    let (folded, foldedStarts, foldedCount) = (
      buffer.tokens.folded, buffer.tokens.foldedStart, buffer.tokens.folded.count
    )
    let cache = buffer.cache
    var nodes = buffer.nodes
    nodes.removeAll()
    var index = 0
    while index < starts.count {
      let start = starts[index]
      var end = ends[index]
      var shape = shapes[index]
      var hash = hashes[index]
      let from = Int(foldedStarts[index])
      let to = index + 1 < starts.count ? Int(foldedStarts[index + 1]) : foldedCount
      var known = cache.look(up: UnsafeBufferPointer(start: folded.base + from, count: max(0, to - from)), hash: hash)
      if shape.contains(.beforeStop), let joined = abbreviation(at: index) {
        (known, hash) = joined
        index += 1
        end = ends[index]
        shape.insert(.abbreviation)
      }
      table.append(start: start, end: end, shape: shape, hash: hash, word: known.word, info: known.info)
      nodes.append(known.info.node)
      index += 1
    }
    buffer.nodes = nodes
  }

  /// The word "gen." where "gen" and a lone "." stand at `index` and the lexicon has the abbreviation.
  private func abbreviation(at index: Int) -> (WordCache.Known, UInt64)? {
    let stop = index + 1
    guard stop < buffer.tokens.count, buffer.tokens.end[stop] - buffer.tokens.start[stop] == 1 else { return nil }
    buffer.joined.removeAll(keepingCapacity: true)
    buffer.joined.append(contentsOf: buffer.tokens.foldedBytes(index))
    buffer.joined.append(UInt8(ascii: "."))
    return buffer.joined.withUnsafeBufferPointer { folded in
      let hash = FoldedHash.hash(folded)
      let known = buffer.cache.look(up: folded, hash: hash)
      return isAbbreviation(known.info.abbreviation, at: index) ? (known, hash) : nil
    }
  }

  /// Whether the rules of an abbreviation ("No. 5", "Mar.") fit the token at `index` and its neighbours.
  private func isAbbreviation(_ rules: AbbreviationRules, at index: Int) -> Bool {
    guard rules.contains(.any) else { return false }
    let shapes = buffer.tokens.shape
    let next = shapes[index + 2]
    guard rules.contains(.anyCase) || shapes[index].contains(.initialUpper) else { return false }
    if rules.contains(.beforeDigit) { return next.contains(.hasDigit) && !next.contains(.lineStart) }
    if rules.contains(.beforeName) { return next.contains(.initialUpper) && !next.contains(.lineStart) }
    return !rules.contains(.afterDigit) || (index > 0 && shapes[index - 1].contains(.hasDigit))
  }

  private func readLines(_ article: inout Article) {
    let tokens = article.tokens.count
    var first = 0
    while first < tokens {
      var next = first + 1
      while next < tokens, !article.tokens.shape[next].contains(.lineStart) { next += 1 }
      article.lines.append(
        Line(
          span: article.tokens.span(first..<next), tokens: first..<next,
          startsParagraph: article.tokens.shape[first].contains(.paragraphStart), zone: .body))
      for _ in first..<next { article.tokens.line.append(Int32(truncatingIfNeeded: article.lines.count - 1)) }
      first = next
    }
  }
}
