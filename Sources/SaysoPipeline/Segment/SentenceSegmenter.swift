import SaysoLexicon
import SaysoText

/// Divides a zone into sentences: line ends first, then the stops inside each block of lines.
///
/// Every line end closes a sentence, except inside a paragraph that is hard-wrapped (several lines of about one
/// length). Runs in one pass over the tokens; every look ahead or back is bounded.
///
/// A sentence that goes on and on (a list without stops, nonsense) is cut at a comma or semicolon, and in the end
/// anywhere: later stages look around within a sentence, and its length bounds their work.
struct SentenceSegmenter {
  let stops: StopRule
  /// Number of tokens from which a sentence ends at its next comma or semicolon, and where it ends whatever comes.
  static let longSentence = 300
  static let longestSentence = 600

  init(tables: LexiconTables) {
    stops = StopRule(tables: tables)
  }

  /// Appends the token range of each sentence of `zone` to `bounds`.
  func bounds(of zone: Range<Int>, _ article: borrowing Article, into bounds: inout [Range<Int>]) {
    var start = zone.lowerBound
    while start < zone.upperBound {
      let end = blockEnd(from: start, limit: zone.upperBound, article)
      divide(start..<end, article, into: &bounds)
      start = end
    }
  }

  /// The stops inside one block.
  private func divide(_ block: Range<Int>, _ article: borrowing Article, into bounds: inout [Range<Int>]) {
    var start = block.lowerBound
    var token = start
    while token < block.upperBound {
      if isTooLong(token - start, token, article) {
        bounds.append(start..<token + 1)
        start = token + 1
        token = start
        continue
      }
      guard StopRule.mayEnd(article.tokens.shape[token]) else {
        token += 1
        continue
      }
      let next = stops.tokenBehindClosers(token, from: start, limit: block.upperBound, article)
      if next < block.upperBound, stops.ends(at: token, next: next, from: start, block, article) {
        bounds.append(start..<next)
        start = next
      }
      token = max(token + 1, next)
    }
    if start < block.upperBound { bounds.append(start..<block.upperBound) }
  }

  /// Whether a sentence of `length` tokens before `token` has to end with it.
  private func isTooLong(_ length: Int, _ token: Int, _ article: borrowing Article) -> Bool {
    guard length >= Self.longSentence else { return false }
    let word = article.tokens.word[token]
    return word == .comma || word == .semicolon || length + 1 >= Self.longestSentence
  }

  // MARK: Blocks

  /// The end of the block of lines that starts at `start`: one line, or a hard-wrapped paragraph.
  private func blockEnd(from start: Int, limit: Int, _ article: borrowing Article) -> Int {
    let first = Int(article.tokens.line[start])
    guard article.lines.indices.contains(first) else { return limit }
    var end = min(limit, article.lines[first].tokens.upperBound)
    guard end < limit, isWrapped(first, article) else { return max(end, start + 1) }
    var line = first
    while end < limit, goesOn(line, article) {
      line += 1
      end = min(limit, article.lines[line].tokens.upperBound)
    }
    return max(end, start + 1)
  }

  /// Shortest and longest line of hard-wrapped text, in bytes, and how much its lines may differ.
  private static let wrapWidth = 45...120
  private static let wrapSpread = 24

  /// Whether a line looks cut off at a margin: of that length, and the next line of the paragraph not much longer.
  private func isWrapped(_ line: Int, _ article: borrowing Article) -> Bool {
    guard article.lines.indices.contains(line + 1), !article.lines[line + 1].startsParagraph else { return false }
    let width = article.lines[line].span.count
    return Self.wrapWidth.contains(width) && article.lines[line + 1].span.count <= width + Self.wrapSpread
  }

  /// Whether the text runs on from a line into the next.
  private func goesOn(_ line: Int, _ article: borrowing Article) -> Bool {
    guard isWrapped(line, article) else { return false }
    let next = article.lines[line + 1].tokens.lowerBound
    let last = next - 1
    if article.tokens.shape[next].contains(.initialUpper) {
      return !article.tokens.shape[last].contains(.terminal) && isRunningText(line, article)
    }
    return article.tokens.shape[next].hasAny([.hasLetter, .hasDigit, .openQuote])
  }

  /// Whether a line has a lower-case word in it, so that it is no list of names or headings.
  private func isRunningText(_ line: Int, _ article: borrowing Article) -> Bool {
    var lower = 0
    for token in article.lines[line].tokens.suffix(8) where !article.tokens.shape[token].contains(.initialUpper) {
      if article.tokens.shape[token].contains(.hasLetter) { lower += 1 }
    }
    return lower >= 3
  }
}
