internal import SaysoAnalysis
internal import SaysoRecord

/// SARIF 2.1.0 (OASIS): the checks as rules, the findings as results with regions in code points.
///
/// The log stands on one line. Where an article has no address that SARIF could point to, its id stands in the
/// `properties`.
final class AuditSARIF: AuditWriting {
  private let sink: any ByteSink
  private var json = JSONByteWriter()
  private var hasBegun = false
  private var article = DocumentReference(id: "")

  init(to sink: any ByteSink) { self.sink = sink }

  func begin(_ article: DocumentReference) { self.article = article }

  func write(_ item: FindingList.Item, fingerprint: UInt64) throws(OutputError) {
    open()
    let finding = item.finding
    json.beginObject()
    json.field("ruleId", finding.check)
    json.field("ruleIndex", Checks.all.firstIndex { $0.about.id == finding.check } ?? -1)
    json.field("kind", finding.check == "S17" ? "review" : "fail")
    json.field("level", Self.level(finding))
    text("message", finding.text.isEmpty ? finding.message : "\(finding.message): \(finding.text)")
    json.key("locations")
    json.beginArray()
    location(item)
    json.endArray()
    json.key("partialFingerprints")
    json.beginObject()
    json.field("sayso/v1", Fingerprints.text(fingerprint))
    json.endObject()
    properties(finding)
    json.endObject()
    try sink.drainWhenFull(&json)
  }

  func write(_ summary: AuditSummary) {}

  func finish() throws(OutputError) {
    open()
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endLine()
    try sink.drain(&json)
  }

  /// `kind` other than `fail` wants the level `none` (SARIF 3.27.10).
  private static func level(_ finding: Finding) -> String {
    if finding.check == "S17" { return "none" }
    switch finding.severity {
    case .info: return "note"
    case .warning: return "warning"
    case .error: return "error"
    }
  }

  private func location(_ item: FindingList.Item) {
    json.beginObject()
    json.key("physicalLocation")
    json.beginObject()
    json.key("artifactLocation")
    json.beginObject()
    json.field("uri", Self.uri(article.url ?? item.finding.document))
    json.endObject()
    if let span = item.finding.span { region(span, item) }
    json.endObject()
    json.endObject()
  }

  private func region(_ span: CodePointSpan, _ item: FindingList.Item) {
    json.key("region")
    json.beginObject()
    if let place = item.place {
      json.field("startLine", place.startLine)
      json.field("startColumn", place.startColumn)
      json.field("endLine", place.endLine)
      json.field("endColumn", place.endColumn)
    }
    json.field("charOffset", Int(span.start))
    json.field("charLength", span.count)
    text("snippet", item.finding.text)
    json.endObject()
  }

  private func properties(_ finding: Finding) {
    json.key("properties")
    json.beginObject()
    json.field("document", finding.document)
    if let claim = finding.claim { json.field("claim", claim.description) }
    json.key("evidence")
    json.beginObject()
    for piece in finding.evidence { piece.write(to: &json) }
    json.endObject()
    json.endObject()
  }

  private func text(_ key: StaticString, _ text: String) {
    json.key(key)
    json.beginObject()
    json.field("text", text)
    json.endObject()
  }

  /// The log up to its first result.
  private func open() {
    guard !hasBegun else { return }
    hasBegun = true
    json.beginObject()
    json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.field("version", "2.1.0")
    json.key("runs")
    json.beginArray()
    json.beginObject()
    json.key("tool")
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.field("name", "sayso")
    json.field("informationUri", "https://sayso.example")
    json.key("rules")
    json.array(Checks.all) { json, check in Self.rule(check.about, &json) }
    json.endObject()
    json.endObject()
    json.field("columnKind", "unicodeCodePoints")
    json.key("results")
    json.beginArray()
  }

  private static func rule(_ about: CheckDescription, _ json: inout JSONByteWriter) {
    func text(_ key: StaticString, _ text: String) {
      json.key(key)
      json.beginObject()
      json.field("text", text)
      json.endObject()
    }
    json.beginObject()
    json.field("id", about.id)
    json.field("name", about.name)
    text("shortDescription", about.detects)
    text("fullDescription", about.why)
    text("help", "\(about.detects) \(about.why) Rests on: \(about.standard)")
    json.key("defaultConfiguration")
    json.beginObject()
    json.field("level", about.severity == .info ? "note" : about.severity.rawValue)
    json.endObject()
    json.key("properties")
    json.beginObject()
    json.field("standard", about.standard)
    json.endObject()
    json.endObject()
  }

  /// A path or address with what a URI may not hold written as `%20`.
  private static func uri(_ text: String) -> String {
    var uri = ""
    for byte in text.utf8 {
      let isPlain =
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "-._~/:?#[]@!$&'()*+,;=%".utf8.contains(byte)
      if isPlain {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return uri
  }
}
