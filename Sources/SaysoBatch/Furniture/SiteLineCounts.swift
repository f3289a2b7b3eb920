internal import SaysoPipeline
internal import SaysoText

/// Counts in how many articles of its site each line stands.
///
/// An article that says what one before it says (`DuplicateArticles`), or has the very same lines, is not counted: its
/// lines would all be repeated, and its body is no furniture.
///
/// Memory: at most `capacity` lines are remembered, 20 bytes each; when there are more, those seen least are forgotten
/// and would begin again. The text is kept of lines that are furniture by the articles so far. Each article that is
/// nobody's copy takes some 600 bytes, as when copies are marked.
struct SiteLineCounts {
  /// Articles that must have a line: in the newspapers and agency texts of our development sets, sentences that stand in
  /// two articles of one publisher are often the article's, in three they are forms and editor's notes.
  static let fewest = 3
  /// One article of a site in so many must have it: there, words of articles that stand in three or more ("It gave no
  /// further details.", "Scorers:") stay below one article in 28, and what is no article's is in one of 16 or more.
  static let oneIn = 20

  private struct Seen: Sendable {
    var count: UInt32
    var site: UInt32
    /// Articles of which it was the title.
    var titled: UInt32 = 0
  }

  private let capacity: Int
  private var numbers: [String: UInt32] = [:]
  private var sites: [(name: String, hash: UInt64, articles: Int)] = []
  private var seen: [UInt64: Seen] = [:]
  private var texts: [UInt64: String] = [:]
  private var copies = DuplicateArticles()
  private var wholes: Set<UInt64> = []
  private(set) var articles = 0
  private(set) var copied = 0
  /// Lines whose number is kept.
  var remembered: Int { seen.count }

  init(capacity: Int = 3 << 20) { self.capacity = max(2, capacity) }

  /// Counts the lines of an article. O(lines).
  mutating func add(_ article: SiteArticle) {
    let isNew = wholes.insert(article.whole).inserted
    guard isNew, article.print.flatMap({ copies.original(of: $0, id: "") }) == nil else {
      copied += 1
      return
    }
    articles += 1
    let site = number(article.site)
    sites[Int(site)].articles += 1
    for line in article.lines {
      let key = FoldedHash.mix(sites[Int(site)].hash ^ line.hash)
      var now = seen[key, default: Seen(count: 0, site: site)]
      now.count += 1
      if line.isTitle { now.titled += 1 }
      seen[key] = now
      if isEnough(now), texts[key] == nil {
        texts[key] = FoldedWords.fold(article.source.string(line.span))
      }
    }
    if seen.count > capacity { forget() }
  }

  /// The lines that enough articles of their site have.
  var profile: FurnitureProfile {
    var profile = FurnitureProfile()
    for (key, text) in texts {
      guard let line = seen[key], isEnough(line), !isHeadline(line) else { continue }
      let site = sites[Int(line.site)]
      profile.add(.init(site: site.name, seen: Int(line.count), articles: site.articles, text: text))
    }
    return profile
  }

  private func isEnough(_ line: Seen) -> Bool {
    line.count >= Self.fewest && Int(line.count) * Self.oneIn >= sites[Int(line.site)].articles
  }

  /// Whether a line is the title of an article that others link to, or of a column. The name or motto of the site was
  /// taken for the title in most articles that have it, and most of the site's articles have it.
  private func isHeadline(_ line: Seen) -> Bool {
    line.titled > 0 && (line.titled * 2 < line.count || Int(line.count) * 2 < sites[Int(line.site)].articles)
  }

  private mutating func number(_ site: String) -> UInt32 {
    if let number = numbers[site] { return number }
    let number = UInt32(truncatingIfNeeded: sites.count)
    numbers[site] = number
    sites.append((site, FoldedHash.mix(FoldedHash.hash(site)), 0))
    return number
  }

  /// Drops the lines seen least, at least half of all, and texts that are no furniture any more. Each line that is
  /// dropped was added once: O(1) a line.
  private mutating func forget() {
    var byCount = [Int](repeating: 0, count: 256)
    for line in seen.values { byCount[min(255, Int(line.count))] += 1 }
    var (bar, dropped) = (0, 0)
    while dropped * 2 < seen.count, bar < 255 {
      bar += 1
      dropped += byCount[bar]
    }
    seen = seen.filter { $0.value.count > bar }
    texts = texts.filter { text in seen[text.key].map { isEnough($0) } ?? false }
  }
}
