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
  private var publishers: [String: Int] = [:]
  private var publisherNames: [String] = []
  private var kinds: Set<SourceKind> = []
  private var checks: [String: Int] = [:]
  private var anchors: [String: Int] = [:]

  init(number: Int, first: Int) {
    self.number = number
    self.first = first
  }

  func isFull(_ most: Int) -> Bool { articles >= most || html.count >= Self.fullSize }

  /// Adds the next article.
  mutating func add(_ article: ReportArticle, head: PageTemplate) {
    let record = article.record
    articles += 1
    anchors[record.id] = anchors[record.id] ?? article.number
    for finding in article.findings { checks[finding.check, default: 0] += 1 }
    for claim in record.claims { if let source = claim.source { kinds.insert(source.kind) } }
    if let summary = article.summary { profile.add(summary) }
    timelines?.add(record)
    let publisher = publisherNumber(record.publisher)
    ArticleSection(article: article, publisher: publisher).write(head: head, to: &html)
  }

  private mutating func publisherNumber(_ name: String?) -> Int {
    guard let name else { return -1 }
    if let known = publishers[name] { return known }
    publishers[name] = publisherNames.count
    publisherNames.append(name)
    return publisherNames.count - 1
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

  /// The page's bytes.
  /// - Parameters:
  ///   - whole: the profile of the whole report, for its first page.
  ///   - links: links to other pages.
  func bytes(_ frame: ReportFrame, whole: ReportProfile?, links: ReportLinks, shared: HTMLWriter) -> [UInt8] {
    var page = HTMLWriter()
    page.rendered(frame.head.render(values(frame, links)))
    (whole ?? profile).write(to: &page)
    writeChecks(to: &page)
    page.rendered(shared.bytes)
    page.rendered(timelineMarkup.bytes)
    page.raw("<section id=\"articles\" aria-label=\"Articles\">\n")
    page.rendered(html.bytes)
    page.raw("</section>\n")
    page.rendered(
      frame.foot.render(["links": links.values, "script": frame.script, "hasLinks": !links.values.isEmpty]))
    return page.bytes
  }

  private func values(_ frame: ReportFrame, _ links: ReportLinks) -> [String: Any] {
    [
      "title": frame.title, "style": frame.style, "policy": frame.policy, "links": links.values,
      "hasLinks": !links.values.isEmpty, "articles": articles,
      "count": links.pages > 1 ? "articles \(first) to \(first + articles - 1)" : Self.count(articles),
      "publishers": publisherNames.enumerated().sorted { $0.element < $1.element }.map {
        ["value": String($0.offset), "name": SafeText.line($0.element)]
      },
      "hasPublishers": publisherNames.count > 1,
      "kinds": SourceKind.allCases.filter(kinds.contains).map { ["value": $0.rawValue] },
      "checks": Checks.all.map(\.about).filter { checks[$0.id] != nil }.map { ["value": $0.id, "name": $0.name] },
    ]
  }

  private static func count(_ number: Int) -> String { number == 1 ? "1 article" : "\(number) articles" }

  private func writeChecks(to page: inout HTMLWriter) {
    guard !checks.isEmpty else { return }
    page.raw("<section class=\"checks\" id=\"findings\"><h2>What to ask of the sourcing</h2>\n<p class=\"meta\">")
    page.raw("A finding is a question to the text, never a verdict on the truth of what it says.</p>\n<ul>\n")
    for about in Checks.all.map(\.about) {
      guard let count = checks[about.id] else { continue }
      page.raw("<li><button type=\"button\" data-x=\"")
      page.text(about.id)
      page.raw("\">")
      page.text("\(about.id) \(about.name)")
      page.raw("</button> <b>")
      page.int(count)
      page.raw("</b> <small>")
      page.text(about.detects)
      page.raw("</small></li>\n")
    }
    page.raw("</ul></section>\n")
  }
}
