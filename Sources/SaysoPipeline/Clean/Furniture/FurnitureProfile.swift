internal import SaysoText

/// The lines that the articles of a site repeat, for any number of sites: menus, forms, notices, boxes about authors.
///
///     var profile = FurnitureProfile()
///     profile.add(.init(site: "halden.example", seen: 7, articles: 9, text: "sign up to our newsletter"))
///     profile.hashes(ofSite: "halden.example")        // what the zone stage takes
public struct FurnitureProfile: Sendable, Equatable {
  /// One repeated line.
  public struct Line: Hashable, Sendable {
    /// As `InputArticle.site` names it.
    public var site: String
    /// Articles that have the line.
    public var seen: Int
    /// Articles of the site that were counted.
    public var articles: Int
    /// Its folded words.
    public var text: String

    public init(site: String, seen: Int, articles: Int, text: String) {
      self.site = site
      self.seen = seen
      self.articles = articles
      self.text = text
    }
  }

  private var bySite: [String: [UInt64: Line]] = [:]
  private var hashes: [String: Set<UInt64>] = [:]

  public init() {}

  public var isEmpty: Bool { bySite.isEmpty }
  public var siteCount: Int { bySite.count }
  public var lineCount: Int { bySite.values.reduce(0) { $0 + $1.count } }

  /// Adds a line; one that is there already gets the new figures. A line without a word is none.
  public mutating func add(_ line: Line) {
    guard let hash = FoldedLine.hash(of: line.text) else { return }
    bySite[line.site, default: [:]][hash] = line
    hashes[line.site, default: []].insert(hash)
  }

  /// Adds all lines of another profile.
  public mutating func merge(_ other: FurnitureProfile) {
    for lines in other.bySite.values { for line in lines.values { add(line) } }
  }

  /// Hashes (`FoldedLine`) of the lines of a site. O(1).
  public func hashes(ofSite site: String) -> Set<UInt64> { hashes[site] ?? [] }

  /// Every line: by site, then those in most articles first, then by text.
  public var lines: [Line] {
    bySite.values.flatMap(\.values).sorted { a, b in
      if a.site != b.site { return a.site.utf8.lexicographicallyPrecedes(b.site.utf8) }
      if a.seen != b.seen { return a.seen > b.seen }
      return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
  }
}
