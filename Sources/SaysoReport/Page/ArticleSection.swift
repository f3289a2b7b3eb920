internal import SaysoAnalysis
internal import SaysoRecord

/// Writes one article of a report: its head, its marked text, and beside it findings, claims and names.
struct ArticleSection {
  /// Names that the list of an article has.
  private static let mostNames = 60

  let article: ReportArticle
  let facets: ArticleFacets

  private var record: AnnotationRecord { article.record }
  private var number: Int { article.number }
  private var summary: AuditSummary? { article.summary }

  func write(head: PageTemplate, to html: inout HTMLWriter) {
    let claims = ListedClaims(record)
    html.raw("<article id=\"a")
    html.int(number)
    html.raw("\" tabindex=\"-1\"")
    facets.write(to: &html)
    html.raw(">\n")
    html.rendered(head.render(values))
    if let summary { ShareBar.write(summary.voices, to: &html) }
    html.raw("</header>\n<div class=\"text\">\n")
    var markup = ArticleMarkup(article, claims: claims)
    markup.write(to: &html)
    html.raw("</div>\n<aside>\n")
    writeFindings(to: &html)
    ClaimNotes(anchor: number, claims: claims).write(to: &html)
    writeNames(to: &html)
    html.raw("</aside></article>\n")
  }

  private var values: [String: Any] {
    let link = SafeText.link(record.url)
    return [
      "number": number, "title": SafeText.line(record.title ?? record.id), "id": SafeText.line(record.id),
      "hasLink": link != nil, "link": link ?? "", "publisher": SafeText.line(record.publisher ?? ""),
      "hasPublisher": record.publisher != nil, "published": record.published.map { DateWords.text($0.edtf) } ?? "",
      "hasPublished": record.published != nil, "byline": SafeText.line(record.byline.joined(separator: ", ")),
      "hasByline": !record.byline.isEmpty,
      "profile": summary.map { ProfileWords($0).sentence } ?? "",
    ]
  }

  private func writeFindings(to html: inout HTMLWriter) {
    guard !article.findings.isEmpty else { return }
    html.raw("<details class=\"findings\" open><summary>")
    let all = article.findingCount
    html.text(Counted.text(all, "finding"))
    if all > article.findings.count { html.text(", the first \(article.findings.count)") }
    html.raw("</summary><ol>\n")
    for (index, finding) in article.findings.enumerated() { write(finding, index, to: &html) }
    html.raw("</ol></details>\n")
  }

  private func write(_ finding: Finding, _ index: Int, to html: inout HTMLWriter) {
    html.raw("<li class=\"")
    html.text(finding.severity.rawValue)
    html.raw("\" data-n=\"")
    html.int(index)
    html.raw("\" data-x=\"")
    html.text(finding.check)
    html.raw("\">")
    FindingMarkup.write(finding, link: finding.span == nil ? nil : "#a\(number)f\(index)", to: &html)
    html.raw("</li>\n")
  }

  private func writeNames(to html: inout HTMLWriter) {
    guard !record.entities.isEmpty else { return }
    html.raw("<details class=\"names\"><summary>")
    html.text(Counted.text(record.entities.count, "name"))
    if record.entities.count > Self.mostNames { html.text(", the first \(Self.mostNames)") }
    html.raw("</summary><ul>\n")
    for entity in record.entities.prefix(Self.mostNames) {
      html.raw("<li data-e=\"")
      html.int(Int(entity.id.number))
      html.raw("\"><button type=\"button\">")
      html.text(entity.name, limit: 80)
      html.raw("</button> <small>")
      html.text(entity.type.rawValue)
      html.raw(" × ")
      html.int(entity.mentions.count)
      html.raw("</small></li>\n")
    }
    html.raw("</ul></details>\n")
  }
}
