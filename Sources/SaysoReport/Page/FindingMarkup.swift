internal import SaysoRecord

/// How a finding begins in a list: how grave it is, which check found it, perhaps with a link to its place.
enum FindingMarkup {
  static func write(_ finding: Finding, link: String?, to html: inout HTMLWriter) {
    html.raw("<b>")
    html.text(finding.severity.rawValue)
    html.raw("</b> ")
    if let link {
      html.raw("<a href=\"")
      html.text(link)
      html.raw("\">")
    }
    html.text(finding.check)
    html.raw(" ")
    html.text(finding.name)
    if link != nil { html.raw("</a>") }
    html.raw(": ")
    html.text(SafeText.line(finding.message), limit: 300)
  }
}
