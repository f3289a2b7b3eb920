internal import SaysoAnalysis
public import SaysoRecord

/// Writes articles as pages that open in any browser and need nothing else: `report.html`, `report-2.html` and so on.
///
///     var report = try HTMLReport("report.html")
///     while let record = try corpus.next() { try report.add(record) }
///     try report.finish()
///
/// A page is written when the next one begins, the first at the end, when it can tell of the whole. In memory are two
/// pages and what the audit keeps of each article.
public struct HTMLReport: ArticleWriting {
  /// What a report is asked for.
  public struct Options: Sendable {
    /// Stands at the head of each page.
    public var title: String
    /// Articles of a page.
    public var perPage: Int
    /// Replace pages that are there.
    public var force: Bool

    public init(title: String = "Who says so", perPage: Int = 200, force: Bool = false) {
      self.title = title
      self.perPage = perPage
      self.force = force
    }
  }

  /// The parts of a record that a report needs.
  public static let parts: AnnotationReader.Parts = [.text, .zones, .sentences, .mentions, .entities, .claims]

  /// Articles written.
  public private(set) var articles = 0
  /// Articles left out because the line has no `text`.
  public private(set) var withoutText = 0
  private var pages = 1
  private let options: Options
  private let frame: ReportFrame
  private let files: ReportFiles
  private var firstPage: ReportPage?
  private var page = ReportPage(number: 1, first: 1)
  private var auditor = Auditor()
  private let audit = AuditCatcher()
  private var places = ArticlePlaces()
  private var publishers = PublisherNames()
  private var facets = ReportFacets()
  private var index = ReportIndex()

  /// Opens the first page's file, so that a folder that can't be written to is known before the work.
  public init(_ path: String, _ options: Options = Options()) throws(OutputError) {
    self.options = options
    frame = ReportFrame(title: options.title)
    files = try ReportFiles(path, force: options.force)
  }

  /// Adds an article. Needs `parts` of the record.
  public mutating func add(_ record: AnnotationRecord) throws(OutputError) {
    guard record.text != nil else {
      withoutText += 1
      return
    }
    if page.isFull(options.perPage) { try turn() }
    articles += 1
    places.add(record.id, article: articles, page: page.number)
    try auditor.audit(record, into: audit)
    guard let article = ReportArticle(record, number: articles, audit: audit) else { return }
    let facets = ArticleFacets(article, publisher: publishers.number(record.publisher))
    self.facets.add(facets)
    if page.number > 1 { index.add(article, facets, page: page.number, name: files.name) }
    page.add(article, facets, head: frame.article)
  }

  /// Writes what is left, the first page last.
  public mutating func finish() throws(OutputError) {
    try auditor.finish(into: audit)
    page.close()
    if page.number > 1 { try write(page, pages: page.number) }
    pages = page.number
    var whole = ReportPage.Whole(
      articles: articles, profile: audit.corpus.map { ReportProfile($0, publishers: audit.publishers) }, facets: facets,
      index: index, shared: HTMLWriter())
    audit.writeShared(places: places, name: files.name, to: &whole.shared)
    let links = ReportLinks(current: 1, pages: pages, name: files.name)
    try files.finish((firstPage ?? page).bytes(frame, publishers, links: links, whole: whole))
  }

  /// For standard error: what was written, and what was left out.
  public var notes: [String] {
    var notes: [String] = []
    if articles > 0 {
      notes.append("\(Counted.text(articles, "article")) on \(Counted.text(pages, "page"))")
    }
    if let name = files.leftover(behind: pages) {
      notes.append("\(name) is left of an earlier report, with any behind it")
    }
    if withoutText > 0 {
      notes.append(
        "\(Counted.was(withoutText, "article")) left out: a report needs the text, which these lines lack (annotate without --no-text)"
      )
    }
    return notes
  }

  /// Begins the next page.
  private mutating func turn() throws(OutputError) {
    page.close()
    if page.number == 1 {
      firstPage = page
    } else {
      try write(page, pages: page.number + 1)
    }
    page = ReportPage(number: page.number + 1, first: articles + 1)
  }

  private func write(_ page: ReportPage, pages: Int) throws(OutputError) {
    let links = ReportLinks(current: page.number, pages: pages, name: files.name)
    try files.write(page.bytes(frame, publishers, links: links), page: page.number)
  }
}
