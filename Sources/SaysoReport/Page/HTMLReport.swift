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
  private let path: String
  private let options: Options
  private let frame: ReportFrame
  private let firstFile: OutputFile
  private var firstPage: ReportPage?
  private var page = ReportPage(number: 1, first: 1)
  private var auditor = Auditor()
  private let audit = AuditCatcher()
  private var places = ArticlePlaces()

  /// Opens the first page's file, so that a folder that can't be written to is known before the work.
  public init(_ path: String, _ options: Options = Options()) throws(OutputError) {
    self.path = path
    self.options = options
    frame = ReportFrame(title: options.title)
    firstFile = try OutputFile(path, options: .init(force: options.force))
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
    page.add(article, head: frame.article)
  }

  /// Writes what is left, the first page last.
  public mutating func finish() throws(OutputError) {
    try auditor.finish(into: audit)
    page.close()
    if page.number > 1 { try write(page, pages: page.number) }
    let first = firstPage ?? page
    let whole = audit.corpus.map { ReportProfile($0, publishers: audit.publishers) }
    let links = ReportLinks(current: 1, pages: page.number, name: name)
    var shared = HTMLWriter()
    audit.writeShared(places: places, name: name, to: &shared)
    try firstFile.write(first.bytes(frame, whole: whole, links: links, shared: shared))
    try firstFile.finish()
    pages = page.number
  }

  /// For standard error: what was written, and what was left out.
  public var notes: [String] {
    var notes: [String] = []
    if articles > 0 {
      let what = articles == 1 ? "1 article" : "\(articles) articles"
      notes.append("\(what) on \(pages == 1 ? "1 page" : "\(pages) pages")")
    }
    if withoutText > 0 {
      let what = withoutText == 1 ? "1 article was" : "\(withoutText) articles were"
      notes.append("\(what) left out: a report needs the text, which these lines lack (annotate without --no-text)")
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
    let file = try OutputFile(ReportLinks.name(page.number, path), options: .init(force: options.force))
    let links = ReportLinks(current: page.number, pages: pages, name: name)
    try file.write(page.bytes(frame, whole: nil, links: links, shared: HTMLWriter()))
    try file.finish()
  }

  /// The first page's file name without its folder.
  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
