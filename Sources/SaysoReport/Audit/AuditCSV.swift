internal import SaysoAnalysis
internal import SaysoRecord

/// One row for each finding; with profiles alone, one for each of them.
final class AuditCSV: AuditWriting {
  static let columns = [
    "document", "title", "publisher", "url", "check", "name", "severity", "claim", "start", "end", "line", "text",
    "message", "evidence", "standard", "fingerprint",
  ]

  private let sink: any ByteSink
  private let isOfProfiles: Bool
  private var csv: CSVWriter?
  private var article = DocumentReference(id: "")

  init(to sink: any ByteSink, isOfProfiles: Bool) {
    self.sink = sink
    self.isOfProfiles = isOfProfiles
  }

  func begin(_ article: DocumentReference) { self.article = article }

  func write(_ item: FindingList.Item, fingerprint: UInt64) throws(OutputError) {
    let finding = item.finding
    try row([
      finding.document, article.title ?? "", article.publisher ?? "", article.url ?? "", finding.check, finding.name,
      finding.severity.rawValue, finding.claim?.description ?? "", finding.span.map { "\($0.start)" } ?? "",
      finding.span.map { "\($0.end)" } ?? "", item.place.map { "\($0.startLine)" } ?? "", finding.text, finding.message,
      finding.evidence.map(\.words).joined(separator: " | "), finding.standard, Fingerprints.text(fingerprint),
    ])
  }

  func write(_ summary: AuditSummary) throws(OutputError) {
    if isOfProfiles { try row(ProfileWords(summary).cells) }
  }

  func finish() throws(OutputError) {
    try open()
    try csv?.finish()
  }

  private func row(_ cells: [String]) throws(OutputError) {
    try open()
    try csv?.row(cells)
  }

  private func open() throws(OutputError) {
    if csv == nil { csv = try CSVWriter(to: sink, columns: isOfProfiles ? ProfileWords.columns : Self.columns) }
  }
}
