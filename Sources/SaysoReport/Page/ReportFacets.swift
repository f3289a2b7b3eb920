internal import SaysoAnalysis
internal import SaysoRecord

/// What filters know of one article.
struct ArticleFacets {
  /// The number of its publisher in the report; -1 for none.
  let publisher: Int
  let kinds: Set<SourceKind>
  /// How often each check found something.
  let checks: [String: Int]
  /// The plain part of its publication date.
  let date: String

  init(_ article: ReportArticle, publisher: Int) {
    self.publisher = publisher
    kinds = Set(article.record.claims.compactMap { $0.source?.kind })
    checks = article.findings.reduce(into: [:]) { $0[$1.check, default: 0] += 1 }
    date = article.record.published.flatMap { PlainDate.prefix($0.edtf) } ?? ""
  }

  /// ` data-p="0" data-y="2024-05-03" data-k="person media" data-x="S10 S13"`
  func write(to html: inout HTMLWriter) {
    html.raw(" data-p=\"")
    html.int(publisher)
    html.raw("\" data-y=\"")
    html.text(date)
    html.raw("\" data-k=\"")
    html.text(SourceKind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: " "))
    html.raw("\" data-x=\"")
    html.text(checks.keys.sorted().joined(separator: " "))
    html.raw("\"")
  }
}

/// What filters can ask of many articles.
struct ReportFacets {
  private(set) var publishers: Set<Int> = []
  private(set) var kinds: Set<SourceKind> = []
  private(set) var checks: [String: Int] = [:]

  mutating func add(_ article: ArticleFacets) {
    if article.publisher >= 0 { publishers.insert(article.publisher) }
    kinds.formUnion(article.kinds)
    checks.merge(article.checks) { $0 + $1 }
  }

  /// For the page's head.
  func values(_ names: PublisherNames) -> [String: Any] {
    let named = publishers.map { (number: $0, name: names[$0]) }.sorted { ($0.name, $0.number) < ($1.name, $1.number) }
    return [
      "publishers": named.map { ["value": String($0.number), "name": SafeText.line($0.name)] },
      "hasPublishers": named.count > 1,
      "kinds": SourceKind.allCases.filter(kinds.contains).map { ["value": $0.rawValue] },
      "checks": Checks.all.map(\.about).filter { checks[$0.id] != nil }.map { ["value": $0.id, "name": $0.name] },
    ]
  }

  /// The list of checks that found something, each a button that filters by it.
  func writeChecks(to html: inout HTMLWriter) {
    guard !checks.isEmpty else { return }
    html.raw("<section class=\"checks\" id=\"findings\"><h2>What to ask of the sourcing</h2>\n<p class=\"meta\">")
    html.raw("A finding is a question to the text, never a verdict on the truth of what it says.</p>\n<ul>\n")
    for about in Checks.all.map(\.about) {
      guard let count = checks[about.id] else { continue }
      html.raw("<li><button type=\"button\" data-x=\"")
      html.text(about.id)
      html.raw("\">")
      html.text("\(about.id) \(about.name)")
      html.raw("</button> <b>")
      html.int(count)
      html.raw("</b> <small>")
      html.text(about.detects)
      html.raw("</small></li>\n")
    }
    html.raw("</ul></section>\n")
  }
}

/// The publishers of a report by number.
struct PublisherNames {
  private var numbers: [String: Int] = [:]
  private var names: [String] = []

  /// The number of a publisher, which is entered where it is new; -1 for none.
  mutating func number(_ name: String?) -> Int {
    guard let name else { return -1 }
    if let known = numbers[name] { return known }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  subscript(number: Int) -> String { names.indices.contains(number) ? names[number] : "" }
}
