import SaysoLexicon
import SaysoText

/// The opening of a teaser that names its site and day before its text: "Fenwick Gazette | 19 August 2023 More than 900
/// people ...".
enum SiteOpening {
  /// Most tokens of the site's name, and of the date behind the bar.
  private static let (nameTokens, dateTokens) = (6, 4)

  /// Whether a line, longer than a byline, opens so. O(1).
  static func stands(in line: Range<Int>, _ article: borrowing Article) -> Bool {
    guard let bar = line.prefix(nameTokens + 1).first(where: { article.tokens.word[$0] == .bar }),
      bar > line.lowerBound,
      article.tokens.shape[line.lowerBound].contains(.initialUpper),
      article.tokens.shape[bar - 1].contains(.initialUpper)
    else { return false }
    let day = line.clamped(to: (bar + 1)..<(bar + 1 + dateTokens))
    return day.contains { article.tokens.features[$0].contains(.month) }
      && day.contains { article.tokens.shape[$0].contains(.number) }
  }
}
