internal import SaysoAnalysis
internal import SaysoRecord

/// Findings and profiles for the terminal.
final class AuditTable: AuditWriting {
  private let sink: any ByteSink
  private let isOfProfiles: Bool
  private var table: TextTable
  private var profiles: [String] = []

  /// Publishers whose profiles stand below the table.
  static let mostProfiles = 20

  init(to sink: any ByteSink, isOfProfiles: Bool, width: Int) {
    self.sink = sink
    self.isOfProfiles = isOfProfiles
    let columns = isOfProfiles ? ["scope", "id", "profile"] : ["article", "line", "check", "severity", "finding"]
    table = TextTable(to: sink, columns: columns, width: width)
  }

  func begin(_ article: DocumentReference) {}

  func write(_ item: FindingList.Item, fingerprint: UInt64) throws(OutputError) {
    let finding = item.finding
    let line = item.place.map { String($0.startLine) } ?? "-"
    try table.row([
      finding.document, line, "\(finding.check) \(finding.name)", finding.severity.rawValue,
      finding.text.isEmpty ? finding.message : "\(finding.message): \(Self.short(finding.text))",
    ])
  }

  func write(_ summary: AuditSummary) throws(OutputError) {
    let words = ProfileWords(summary)
    if isOfProfiles { return try table.row([words.scope, words.id, words.sentence]) }
    if case .article = summary.scope { return }
    if profiles.count < Self.mostProfiles || words.scope == "corpus" {
      profiles.append("\(words.scope)\(words.id.isEmpty ? "" : " \(SafeText.line(words.id))"): \(words.sentence)\n")
    }
  }

  func finish() throws(OutputError) {
    try table.finish()
    if !profiles.isEmpty { try sink.write(Array(("\n" + profiles.joined()).utf8)) }
  }

  /// The passage in one line, cut in the middle where it is long.
  private static func short(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 160 else { return text }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.prefix(100))
    view.append(contentsOf: " … ".unicodeScalars)
    view.append(contentsOf: scalars.suffix(50))
    return String(view)
  }
}
