import SaysoLexicon
import SaysoText

/// A teaser whose headline lost the space before its text: "Bridge Closed For RepairsThe bridge over the Tarn ...".
///
/// The place is a small letter right before a capital inside a word, behind three small letters at least ("McDonald" and
/// "YouTube" have fewer), or right behind a question or exclamation mark. Either what follows opens sentences ("The", "A"), or the words before it are a headline's, in
/// capitals for the most part. Words that hold a brand's capital stand in sentences and are neither.
enum GluedHeadline {
  /// Where among a line's words the place can be.
  private static let reach = 4...20
  /// Small letters before the capital.
  private static let smallLetters = 3

  /// Whether such a place is in a line. O(first words of the line).
  static func stands(in line: Range<Int>, _ article: borrowing Article) -> Bool {
    var (words, capitals) = (0, 0)
    for token in line.prefix(60) {
      let shape = article.tokens.shape[token]
      guard shape.contains(.hasLetter) else { continue }
      words += 1
      if words > reach.upperBound { return false }
      if words >= reach.lowerBound, let tail = tail(token, shape, article) {
        let isHeadline = capitals * 10 >= (words - 1) * 7
        if tail == .opening || isHeadline { return true }
      }
      if shape.contains(.initialUpper) || article.tokens.span(token).count <= 3 { capitals += 1 }
    }
    return false
  }

  private enum Tail { case opening, other }

  /// What stands behind the place; nil where a word has none.
  private static func tail(_ token: Int, _ shape: TokenShape, _ article: borrowing Article) -> Tail? {
    let bytes = article.source.bytes[article.tokens.span(token).range]
    if shape.contains(.initialUpper), !shape.contains(.spaceBefore), asks(token - 1, article) { return kind(bytes) }
    guard shape.contains(.mixedCase) else { return nil }
    guard let capital = bytes.lastIndex(where: { (0x41...0x5A).contains($0) }),
      capital - bytes.startIndex >= smallLetters,
      bytes[(capital - smallLetters)..<capital].allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    return kind(bytes[capital...])
  }

  private static func asks(_ token: Int, _ article: borrowing Article) -> Bool {
    let word = article.tokens.word[token]
    return (word == .question || word == .exclamation) && !article.tokens.shape[token].contains(.spaceBefore)
  }

  private static func kind(_ tail: ArraySlice<UInt8>) -> Tail? {
    openings.contains { $0.elementsEqual(tail) } ? .opening : tail.count > 2 ? .other : nil
  }

  private static let openings: [[UInt8]] = [
    "The", "A", "An", "In", "It", "This", "That", "When", "If", "As", "He", "She", "They", "We", "You", "At", "On",
    "For",
    "With", "After", "There", "Here", "These", "Those", "What", "But", "From", "Is", "By", "While", "Who", "How", "Why",
  ].map { Array($0.utf8) }
}
