internal import SaysoAnalysis
internal import SaysoRecord

/// One page of a report while it is put together: its articles' markup, and what its head needs to know of them.
struct ReportPage {
  /// Bytes of markup from which a page is full, however few its articles: browsers get slow beyond.
  private static let fullSize = 24_000_000

  /// The page's number, from 1.
  let number: Int
  /// The number of its first article in the report.
  let first: Int
  private(set) var articles = 0
  private var html = HTMLWriter()
  private var profile = ReportProfile()
  private var timelines: PageTimelines? = PageTimelines()
  private(set) var facets = ReportFacets()
  private var anchors: [String: Int] = [:]

  init(number: Int, first: Int) {
    self.number = number
    self.first = first
  }

  func isFull(_ most: Int) -> Bool { articles >= most || html.count >= Self.fullSize }

  /// Adds the next article.
  mutating func add(_ article: ReportArticle, _ facets: ArticleFacets, head: PageTemplate) {
    articles += 1
    anchors[article.record.id] = anchors[article.record.id] ?? article.number
    self.facets.add(facets)
    if let summary = article.summary { profile.add(summary) }
    timelines?.add(article.record)
    ArticleSection(article: article, facets: facets).write(head: head, to: &html)
  }

  /// The timelines are made when the page is full: they need all of its articles, and no more memory afterwards.
  mutating func close() {
    guard let timelines else { return }
    self.timelines = nil
    var section = HTMLWriter()
    timelines.write(to: &section, anchors: anchors)
    timelineMarkup = section
  }

  private var timelineMarkup = HTMLWriter()

  /// What the first page has of all of them.
  struct Whole {
    var articles: Int
    var profile: ReportProfile?
    var facets: ReportFacets
    var index: ReportIndex
    /// What was found in several articles together.
    var shared: HTMLWriter
  }

  /// The page's bytes.
  /// - Parameter whole: for the first page.
  func bytes(_ frame: ReportFrame, _ names: PublisherNames, links: ReportLinks, whole: Whole? = nil) -> [UInt8] {
    let values = values(frame, names, links, whole)
    var page = HTMLWriter()
    page.rendered(frame.head.render(values))
    (whole?.profile ?? profile).write(to: &page)
    (whole?.facets ?? facets).writeChecks(to: &page)
    if let whole { page.rendered(whole.shared.bytes) }
    page.rendered(timelineMarkup.bytes)
    whole?.index.write(to: &page)
    page.raw("<section id=\"articles\" aria-label=\"Articles\">\n")
    page.rendered(html.bytes)
    page.raw("</section>\n")
    page.rendered(frame.foot.render(values))
    return page.bytes
  }

  private func values(_ frame: ReportFrame, _ names: PublisherNames, _ links: ReportLinks, _ whole: Whole?) -> [String:
    Any]
  {
    let values: [String: Any] = [
      "title": frame.title, "style": frame.style, "script": frame.script, "policy": frame.policy,
      "links": links.values, "hasLinks": links.pages > 1, "count": count(links, whole?.articles),
    ]
    return values.merging((whole?.facets ?? facets).values(names)) { $1 }
  }

  private func count(_ links: ReportLinks, _ all: Int?) -> String {
    guard links.pages > 1 else { return Counted.text(articles, "article") }
    return "articles \(first) to \(first + articles - 1)" + (all.map { " of \($0)" } ?? "")
  }
}
