internal import SaysoAnalysis
internal import SaysoRecord

/// One HTML page with everything in it: no script, no other file. Beyond `mostFindings` it tells only how many more.
final class AuditPage: AuditWriting {
  /// Beyond this, browsers get slow.
  static let mostFindings = 5000

  private let sink: any ByteSink
  private let finding = PageTemplate(PackageResources.audit_finding_mustache)
  private let profile = PageTemplate(PackageResources.audit_profile_mustache)
  private let head = PageTemplate(PackageResources.audit_head_mustache)
  private var hasBegun = false
  private var article: DocumentReference?
  private var isOpen = false
  private var shown = 0
  private(set) var omitted = 0

  init(to sink: any ByteSink) { self.sink = sink }

  func begin(_ article: DocumentReference) throws(OutputError) {
    try close()
    self.article = article
  }

  func write(_ item: FindingList.Item, fingerprint: UInt64) throws(OutputError) {
    guard shown < Self.mostFindings else {
      omitted += 1
      return
    }
    shown += 1
    try open()
    let finding = item.finding
    try sink.write(
      self.finding.render([
        "severity": finding.severity.rawValue, "check": finding.check, "name": finding.name,
        "message": SafeText.line(finding.message), "text": SafeText.line(finding.text),
        "line": item.place.map { "line \($0.startLine)" } ?? "", "standard": finding.standard,
        "hasText": !finding.text.isEmpty,
      ]))
  }

  func write(_ summary: AuditSummary) throws(OutputError) {
    let words = ProfileWords(summary)
    if case .article = summary.scope {
      if isOpen { try sink.write(profile.render(["name": "This article", "profile": words.sentence])) }
      return
    }
    try close()
    article = nil
    try begin()
    let name = words.id.isEmpty ? "All articles" : SafeText.line(words.id)
    try sink.write(profile.render(["name": name, "profile": words.sentence]))
  }

  func finish() throws(OutputError) {
    try close()
    try begin()
    let more =
      omitted > 0 ? "<p class=\"meta\">and \(omitted) more findings; the other formats hold all of them</p>\n" : ""
    try sink.write(Array("\(more)</body>\n</html>\n".utf8))
  }

  private func begin() throws(OutputError) {
    guard !hasBegun else { return }
    hasBegun = true
    let checks = Checks.all.map { ["id": $0.about.id, "name": $0.about.name, "detects": $0.about.detects] }
    try sink.write(head.render(["checks": checks]))
  }

  private func open() throws(OutputError) {
    try begin()
    guard !isOpen, let article else { return }
    isOpen = true
    let name = SafeText.html(article.title ?? article.id)
    let linked = SafeText.link(article.url).map { "<a href=\"\(SafeText.html($0))\">\(name)</a>" } ?? name
    let publisher = article.publisher.map { " · \(SafeText.html($0))" } ?? ""
    let line = "<section>\n<h2>\(linked)</h2>\n<p class=\"meta\">\(SafeText.html(article.id))\(publisher)</p>\n"
    try sink.write(Array(line.utf8))
  }

  private func close() throws(OutputError) {
    if isOpen { try sink.write(Array("</section>\n".utf8)) }
    isOpen = false
  }
}
