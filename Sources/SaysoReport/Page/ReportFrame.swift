/// What all pages of a report have in common: templates, style, script, and the policy that lets nothing else run.
struct ReportFrame {
  let title: String
  let head = PageTemplate(PackageResources.report_head_mustache)
  let article = PageTemplate(PackageResources.report_article_mustache)
  let foot = PageTemplate(PackageResources.report_foot_mustache)
  let style = String(decoding: PackageResources.report_css, as: UTF8.self)
  let script = String(decoding: PackageResources.report_js, as: UTF8.self)
  /// The Content-Security-Policy: nothing is loaded, no form sent, and of style and script only ours by their hashes.
  let policy: String

  init(title: String) {
    self.title = SafeText.line(title)
    let style = ContentHash.source(PackageResources.report_css)
    let script = ContentHash.source(PackageResources.report_js)
    policy =
      "default-src 'none'; style-src '\(style)'; script-src '\(script)'; base-uri 'none'; form-action 'none'"
  }
}
