import SaysoLexicon
import SaysoRecord
import SaysoText

/// The names in a byline zone: "By Ilse Varga and Tomas Reyne" gives two.
struct BylineReader {
  /// The longest name of an author in tokens; anything longer is no byline.
  private static let longest = 5

  func names(_ article: borrowing Article) -> [String] {
    var names: [String] = []
    for zone in article.zones where zone.kind == .byline {
      var first = zone.tokens.lowerBound
      while first < zone.tokens.upperBound, !startsName(first, article) { first += 1 }
      var at = first
      while at < zone.tokens.upperBound {
        var end = at
        while end < zone.tokens.upperBound, isNamePart(end, article) { end += 1 }
        guard end > at, end - at <= Self.longest else { break }
        names.append(article.source.string(article.tokens.span(at..<end)))
        guard article.tokens.word[end] == .and || article.tokens.word[end] == .comma else { break }
        at = end + 1
      }
    }
    return names
  }

  /// The first capital behind "By"; "BY ILSE VARGA" counts too.
  private func startsName(_ token: Int, _ article: borrowing Article) -> Bool {
    article.tokens.word[token] != .by && article.tokens.shape[token].contains(.initialUpper)
      && !article.tokens.features[token].contains(.zone)
  }

  private func isNamePart(_ token: Int, _ article: borrowing Article) -> Bool {
    let shape = article.tokens.shape[token]
    return shape.contains(.initialUpper) || article.tokens.features[token].contains(.nameParticle)
      || (shape.contains(.dash) && !shape.contains(.spaceBefore)
        && !article.tokens.shape[token + 1].contains(.spaceBefore))
  }
}
