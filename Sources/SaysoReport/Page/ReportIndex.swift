internal import SaysoRecord

/// The articles of the other pages by title and names, so that the first page's search and filters reach them all.
struct ReportIndex {
  /// Articles that it holds: browsers search so many in a moment.
  private static let most = 5000
  private static let mostNames = 10

  private var html = HTMLWriter()
  private var count = 0
  private var omitted = 0

  /// Adds an article of another page.
  mutating func add(_ article: ReportArticle, _ facets: ArticleFacets, page: Int, name: String) {
    guard count < Self.most else {
      omitted += 1
      return
    }
    count += 1
    let record = article.record
    html.raw("<li hidden")
    facets.write(to: &html)
    html.raw("><a href=\"")
    html.text("\(ReportLinks.address(page, name))#a\(article.number)")
    html.raw("\">")
    html.text(record.title ?? record.id, limit: 160)
    html.raw("</a> <small>")
    if let publisher = record.publisher { html.text("\(SafeText.line(publisher)) · ") }
    html.text(record.entities.prefix(Self.mostNames).map(\.name).joined(separator: ", "), limit: 240)
    html.raw("</small></li>\n")
  }

  func write(to page: inout HTMLWriter) {
    guard count > 0 else { return }
    page.raw(
      "<section id=\"elsewhere\" hidden><h2>On other pages</h2>\n<p class=\"meta\">By title, publisher and names.")
    if omitted > 0 { page.text(" The \(omitted) last articles are not searched from here.") }
    page.raw("</p>\n<ol>\n")
    page.rendered(html.bytes)
    page.raw("</ol></section>\n")
  }
}
