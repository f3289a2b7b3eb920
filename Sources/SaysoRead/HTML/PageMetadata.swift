internal import SaysoRecord
internal import SaysoText

/// What is known of an article from its page's markup.
struct PageMetadata {
  var title: String?
  var byline: [String] = []
  var publisher: String?
  var url: String?
  var language: String?
  var published: ReferenceDate?
  var publishedFrom: PublishedFrom?

  /// - Parameter address: where the page was found, if the input says so.
  init(_ facts: PageFacts, _ data: LinkedData, address: String?) {
    self.facts = facts
    self.data = data
    title = readTitle()
    byline = readByline()
    publisher = Self.clean(data.publisher ?? meta("og:site_name", "application-name", "dc.publisher"))
    url = address ?? readAddress()
    language = readLanguage()
    (published, publishedFrom) = readDate() ?? (nil, nil)
  }

  private let facts: PageFacts
  private let data: LinkedData
}

// MARK: Title and names

extension PageMetadata {
  private func readTitle() -> String? {
    let whole = Self.clean(String(decoding: facts.title.prefix(4096), as: UTF8.self))
    let named = Self.clean(data.headline ?? meta("og:title", "twitter:title", "dc.title", "headline", "parsely-title"))
    let heading = facts.headings.first { heading in whole.map { $0.contains(heading) } ?? false }
    if let named, let heading, named.hasPrefix(heading) || heading.utf8.count > named.utf8.count { return heading }
    return named ?? heading ?? whole.map(Self.withoutSite)
  }

  /// "Ferry strike ends - Halden Post" without the name of the site: its last part, where that is the shorter one.
  private static func withoutSite(_ title: String) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » "] {
      let parts = title.split(separator: separator)
      if parts.count > 1, let last = parts.last, last.utf8.count * 2 < title.utf8.count {
        return parts.dropLast().joined(separator: separator)
      }
    }
    return title
  }

  private func readByline() -> [String] {
    let sources: [[String]] = [
      data.authors,
      ["author", "parsely-author", "dc.creator", "byl", "sailthru.author", "article:author", "article:author_name"]
        .lazy.compactMap { self.facts.meta[$0] }.first ?? [],
      facts.bylines,
    ]
    for source in sources {
      let names = source.compactMap { Self.clean($0) }.flatMap { BylineText.names($0) }
      var unique: [String] = []
      for name in names where !unique.contains(name) { unique.append(name) }
      if !unique.isEmpty { return Array(unique.prefix(20)) }
    }
    return []
  }

  private func readAddress() -> String? {
    [facts.canonical, meta("og:url", "twitter:url"), data.url].compactMap { $0 }.first {
      $0.hasPrefix("http://") || $0.hasPrefix("https://")
    }
  }

  private func readLanguage() -> String? {
    let tag = facts.language ?? data.language ?? meta("content-language", "language", "dc.language", "og:locale")
    guard let tag = Self.clean(tag) else { return nil }
    let plain = tag.prefix { $0 != "," && $0 != "." && $0 != ";" }.map { $0 == "_" ? "-" : $0 }
    let isTag =
      plain.count >= 2 && plain.count <= 35
      && plain.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return isTag ? String(plain) : nil
  }

  private func meta(_ names: String...) -> String? {
    for name in names { if let value = facts.meta[name]?.first(where: { !$0.isEmpty }) { return value } }
    return nil
  }

  /// One line, white space collapsed, entities that were escaped twice resolved; nil where nothing is left.
  private static func clean(_ text: String?) -> String? {
    guard let text else { return nil }
    let solid = text.split { $0.isWhitespace }.joined(separator: " ")
    let plain = solid.contains("&") ? TwiceEscaped.resolved(solid) : solid
    return plain.isEmpty ? nil : plain
  }
}

// MARK: Date

extension PageMetadata {
  /// The first of: JSON-LD, `article:published_time`, other meta and itemprop, `time`, address. Never a time of
  /// modification.
  private func readDate() -> (ReferenceDate?, PublishedFrom?)? {
    let names = [
      "article:published_time", "og:article:published_time", "article:published", "datepublished", "og:published_time",
      "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date",
      "published-date",
      "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "article.published",
      "cxenseparse:recs:publishtime", "article_date_original", "originalpublicationdate", "citation_publication_date",
      "date",
    ]
    let named = names.lazy.compactMap { self.facts.meta[$0]?.first }
    let times = facts.times.filter(\.isPublication) + facts.times.filter { !$0.isPublication }.prefix(1)
    for text in [data.published].compactMap({ $0 }) + named + times.map(\.text) {
      if let date = LooseDate.read(text) { return (date, .metadata) }
    }
    guard let url, let date = LooseDate.read(address: url) else { return nil }
    return (date, .url)
  }
}
