internal import SaysoAnalysis
internal import SaysoRecord

/// Takes what the audit says of one article after the other, and at the end what it says of all of them.
final class AuditCatcher: AuditSink {
  /// Findings of one article, or of all of them together, that are kept. The others are counted.
  private static let mostKept = 500

  /// How many findings there were, kept or not.
  private(set) var count = 0
  private var findings: [Finding] = []
  private var summary: AuditSummary?
  private(set) var publishers: [AuditSummary] = []
  private(set) var corpus: AuditSummary?

  func begin(_ article: DocumentReference) {}

  func write(_ item: FindingList.Item, fingerprint: UInt64) {
    count += 1
    if findings.count < Self.mostKept { findings.append(item.finding) }
  }

  func write(_ summary: AuditSummary) {
    switch summary.scope {
    case .article: self.summary = summary
    case .publisher: publishers.append(summary)
    case .corpus: corpus = summary
    }
  }

  /// The findings of the article that was audited last, as many as are kept and how many there were, and its profile.
  func take() -> (findings: [Finding], count: Int, summary: AuditSummary?) {
    defer { (findings, summary, count) = ([], nil, 0) }
    return (findings, count, summary)
  }

  /// Writes what was found at the end: findings that concern several articles, each with a link to its place.
  func writeShared(places: ArticlePlaces, name: String, to html: inout HTMLWriter) {
    guard !findings.isEmpty else { return }
    html.raw("<section class=\"shared\"><details><summary>")
    html.text(Counted.text(count, "finding"))
    html.raw(count == 1 ? " concerns several articles" : " concern several articles")
    html.raw("</summary><ol>\n")
    for finding in findings {
      html.raw("<li class=\"")
      html.text(finding.severity.rawValue)
      html.raw("\">")
      FindingMarkup.write(finding, link: nil, to: &html)
      if let link = places.link(finding.document, name: name) {
        html.raw(" <a href=\"")
        html.text(link)
        html.raw("\">")
        html.text(SafeText.line(finding.document), limit: 80)
        html.raw("</a>")
      }
      html.raw(" <q>")
      html.text(finding.text, limit: 140)
      html.raw("</q></li>\n")
    }
    html.raw("</ol>")
    if count > findings.count { html.raw("<p class=\"meta\">and more; sayso audit lists them all</p>") }
    html.raw("</details></section>\n")
  }
}

/// On which page each article stands.
struct ArticlePlaces {
  private var places: [String: (article: Int32, page: Int32)] = [:]

  mutating func add(_ id: String, article: Int, page: Int) {
    if places[id] == nil { places[id] = (Int32(clamping: article), Int32(clamping: page)) }
  }

  /// The address of an article from the first page.
  func link(_ id: String, name: String) -> String? {
    guard let place = places[id] else { return nil }
    let page = place.page == 1 ? "" : ReportLinks.address(Int(place.page), name)
    return "\(page)#a\(place.article)"
  }
}
