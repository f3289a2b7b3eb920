import SaysoRecord
import SaysoText

/// When a page was published, read from the page where nothing else says: from its dateline, else bounded by the
/// latest date on it, which is a guess and said to be one.
struct PublicationDate {
  /// A day that a dateline gives.
  private(set) var day: CivilDate?
  /// The latest day or month with a year on the page.
  private(set) var latest: CivilDate?

  /// Pages that the program can be about: a date outside is history or an error, not a bound.
  private static let years = 1985...2100

  init(_ article: borrowing Article, _ found: [FoundDate]) {
    let hasZones = article.zones.contains { $0.kind != .body }
    for date in found {
      guard let day = date.explicitDay, Self.years.contains(day.year) else { continue }
      let zone = Self.zone(of: date, article)
      if self.day == nil, date.expression.value.precision == .day, zone != .teaser,
        zone == .dateline || Self.isDateline(date, article)
      {
        self.day = day
      }
      if !hasZones || zone != .body { latest = max(latest ?? day, day) }
    }
  }

  private static func zone(of date: FoundDate, _ article: borrowing Article) -> ZoneKind {
    if article.zones.contains(where: { $0.kind == .dateline && $0.tokens.contains(date.tokens.lowerBound) }) {
      return .dateline
    }
    let line = Int(article.tokens.line[date.tokens.lowerBound])
    return article.lines.indices.contains(line) ? article.lines[line].zone : .body
  }

  /// Whether the date is most of a short line in the upper part of the page: "Published on 4 June 2023", "Site | 4
  /// June 2023".
  private static func isDateline(_ date: FoundDate, _ article: borrowing Article) -> Bool {
    let line = Int(article.tokens.line[date.tokens.lowerBound])
    guard article.lines.indices.contains(line), line < 12 else { return false }
    let tokens = article.lines[line].tokens
    guard tokens.count - date.tokens.count <= 6 else { return false }
    let end = article.tokens.end[tokens.upperBound - 1]
    let last = article.source.bytes[max(0, min(Int(end), article.source.count) - 1)]
    return last != UInt8(ascii: ".") || date.tokens.upperBound == tokens.upperBound
  }
}
