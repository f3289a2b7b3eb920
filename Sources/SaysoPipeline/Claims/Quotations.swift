import SaysoLexicon
import SaysoText

/// A stretch of text in quotation marks, the marks included.
struct QuotedStretch {
  /// From the opening mark to the token after the closing one.
  var tokens: Range<Int>
  /// Whether a closing mark was found; an open one runs to the end of its paragraph.
  var isClosed: Bool
  /// Single marks, outside of double ones.
  var isSingle: Bool

  /// The first token behind the opening mark.
  var inner: Int { tokens.lowerBound + 1 }
}

/// Pairs the quotation marks of an article, paragraph by paragraph, in one pass.
///
/// Every kind of mark is known: curly, straight, two apostrophes, guillemets, low-high and single marks. A mark that
/// can't be paired never reaches beyond its paragraph: an open quotation runs to the paragraph's end (news prose leaves
/// the closing mark out where the next paragraph goes on; Chicago Manual of Style 13.32), a stray closing one is dropped.
/// Quotations inside quotations are not listed: the outer one is what was said.
struct Quotations {
  /// The outermost quotations, by first token.
  private(set) var stretches: [QuotedStretch] = []
  private var double = -1
  private var single = -1

  /// Longest distance in tokens at which single marks still pair.
  private static let singleReach = 80

  /// Reads all tokens. `number` receives for each token the number of its quotation, from 1; 0 outside.
  mutating func read(_ article: borrowing Article, into number: Column<Int32>) {
    stretches.removeAll(keepingCapacity: true)
    double = -1
    single = -1
    let tokens = article.tokens.count
    for token in 0 ..<~ tokens {
      let shape = article.tokens.shape[token]
      if shape.contains(.lineStart) { startLine(token, shape, article) }
      guard shape.contains(.anyQuote) else { continue }
      let word = article.tokens.word[token]
      if word == .apostrophe { readSingle(token, article) } else { readDouble(token, word, article) }
    }
    closeParagraph(at: tokens)
    mark(number)
  }

  private func mark(_ number: Column<Int32>) {
    for (index, stretch) in stretches.enumerated() {
      for token in stretch.tokens { number[token] = Int32(truncatingIfNeeded: index + 1) }
    }
  }

  /// A quotation never runs over a blank line, and a mark that opens a line says that the one before is over.
  private mutating func startLine(_ token: Int, _ shape: TokenShape, _ article: borrowing Article) {
    let opens = shape.contains(.anyQuote) && article.tokens.word[token] != .apostrophe
    if shape.contains(.paragraphStart) || opens { closeParagraph(at: token) }
  }

  private mutating func closeParagraph(at token: Int) {
    if double >= 0, token > double + 1 { add(double ..<~ token, isClosed: false, isSingle: false) }
    double = -1
    single = -1
  }

  private mutating func add(_ tokens: Range<Int>, isClosed: Bool, isSingle: Bool) {
    // Single marks that turn out to lie inside a double pair are part of it.
    while let last = stretches.last, last.tokens.lowerBound >= tokens.lowerBound { stretches.removeLast() }
    if let last = stretches.last, last.tokens.upperBound > tokens.lowerBound { return }
    stretches.append(QuotedStretch(tokens: tokens, isClosed: isClosed, isSingle: isSingle))
  }

  private mutating func readDouble(_ token: Int, _ word: WordID, _ article: borrowing Article) {
    let shape = article.tokens.shape[token]
    if double < 0 {
      // A mark of the closing shape that opens a line, with a word right behind it, was meant to open: ”This is it,” ...
      let isTurned = shape.contains(.lineStart) && !spaceAfter(token, article)
      let isStray =
        (shape.contains(.closeQuote) && !isTurned) || (!spaceBefore(token, article) && spaceAfter(token, article))
      if !isStray { double = token }
      return
    }
    // Where a mark stands says more than which one it is: “Not now,“ he said.
    let (before, after) = (spaceBefore(token, article), spaceAfter(token, article))
    let opensAgain = before != after ? before : shape.contains(.openQuote)
    if opensAgain, !shape.contains(.closeQuote) { return reopen(at: token, article) }
    if token > double + 1 { add(double ..<~ token + 1, isClosed: true, isSingle: false) }
    double = -1
  }

  /// A second opening mark: the first was left open. It ends at the last sentence end before, else it is dropped.
  private mutating func reopen(at token: Int, _ article: borrowing Article) {
    let reach = max(double + 1, token - 200)
    var stop = token - 1
    while stop > reach, !article.tokens.shape[stop].contains(.terminal) { stop -= 1 }
    if stop > reach { add(double ..<~ stop + 1, isClosed: false, isSingle: false) }
    double = token
  }

  private mutating func readSingle(_ token: Int, _ article: borrowing Article) {
    guard double < 0 else { return }
    let shape = article.tokens.shape[token]
    if single >= 0, token - single < Self.singleReach, !shape.contains(.openQuote), !spaceBefore(token, article),
      spaceAfter(token, article) || article.tokens.shape[token + 1].contains(.punctuation)
    {
      if token > single + 1 { add(single ..<~ token + 1, isClosed: true, isSingle: true) }
      single = -1
    } else if spaceBefore(token, article), !spaceAfter(token, article) {
      single = token
    }
  }

  private func spaceBefore(_ token: Int, _ article: borrowing Article) -> Bool {
    if article.tokens.shape[token].hasAny([.spaceBefore, .lineStart]) { return true }
    let before = article.tokens.shape[token - 1]
    return token == 0 || before.hasAny([.bracket, .dash, .openQuote])
  }

  private func spaceAfter(_ token: Int, _ article: borrowing Article) -> Bool {
    let next = article.tokens.shape[token + 1]
    return token + 1 >= article.tokens.count || next.hasAny([.spaceBefore, .lineStart])
  }
}
