import SaysoLexicon
import SaysoText

/// The dateline with which the first line of a report opens: "HALDEN, 14 March 2024 - ", "PORT ELLERY (Northwire) — ".
///
/// A place in capitals, or a listed one with a date or an agency behind it; then places, a date and an agency; then a
/// dash with white space on both sides and the capital or quotation mark of the first sentence.
enum InlineDateline {
  static let rule: StaticString = "dateline-in-line"
  /// Most tokens before the dash.
  private static let reach = 16
  /// Most words of a place's name.
  private static let placeWords = 4

  /// The tokens up to and with the dash; nil where the line opens otherwise. O(1).
  static func read(_ line: Range<Int>, _ article: borrowing Article) -> Range<Int>? {
    let first = line.lowerBound
    guard article.tokens.shape[first].contains(.initialUpper) else { return nil }
    let limit = min(line.upperBound - 1, first + reach)
    let capitals = capitalsEnd(first, limit, article)
    let place = capitals > first ? capitals : listedPlaceEnd(first, article)
    guard place > first, let dash = dash(from: place, limit, article), opensSentence(dash + 1, article) else {
      return nil
    }
    guard capitals > first || (place..<dash).contains(where: { isDateOrAgency($0, article) }) else { return nil }
    return first..<(dash + 1)
  }

  private static func capitalsEnd(_ first: Int, _ limit: Int, _ article: borrowing Article) -> Int {
    let shape = article.tokens.shape
    guard article.tokens.span(first).count > 1 else { return first }
    var end = first
    while end < min(limit, first + placeWords), shape[end].isSuperset(of: [.allUpper, .hasLetter]) { end += 1 }
    return end
  }

  private static func listedPlaceEnd(_ first: Int, _ article: borrowing Article) -> Int {
    for index in article.matches(at: first) where article.matches[index].type == .place {
      return article.matches[index].end
    }
    return first
  }

  /// The dash, where nothing but places, a date and an agency stands before it.
  private static func dash(from start: Int, _ limit: Int, _ article: borrowing Article) -> Int? {
    var token = start
    while token < limit {
      let shape = article.tokens.shape[token]
      if shape.isSuperset(of: [.dash, .spaceBefore]), article.tokens.shape[token + 1].contains(.spaceBefore) {
        return token
      }
      let isFitting =
        shape.hasAny([.initialUpper, .hasDigit, .bracket]) || article.tokens.word[token] == .comma
        || article.tokens.features[token].contains(.month)
      guard isFitting else { return nil }
      token += 1
    }
    return nil
  }

  private static func isDateOrAgency(_ token: Int, _ article: borrowing Article) -> Bool {
    article.tokens.shape[token].hasAny([.hasDigit, .bracket]) || article.tokens.features[token].contains(.month)
  }

  private static func opensSentence(_ token: Int, _ article: borrowing Article) -> Bool {
    article.tokens.shape[token].hasAny([.initialUpper, .anyQuote, .openQuote, .hasDigit])
  }
}
