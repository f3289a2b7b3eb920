public import SaysoAnalysis
public import SaysoRecord

/// The forms in which an audit is written.
public enum AuditFormat: String, CaseIterable, Sendable {
  case jsonl, csv, table, html, sarif

  /// What it is, in a line.
  public var summary: String {
    switch self {
    case .jsonl: "one sayso.finding/1 or sayso.audit/1 record a line (docs/OUTPUT.md)"
    case .csv: "one row for each finding, or for each profile with --only-profiles"
    case .table: "for the terminal"
    case .html: "one page that needs nothing else"
    case .sarif: "SARIF 2.1.0, for editors and code review"
    }
  }

  /// A writer of this form.
  /// - Parameters:
  ///   - isOfProfiles: profiles are asked for alone, which a CSV file needs to know.
  ///   - width: columns of the terminal, for tables.
  public func writer(to sink: any ByteSink, isOfProfiles: Bool = false, width: Int = 100) -> any AuditWriting {
    switch self {
    case .jsonl: AuditLines(to: sink)
    case .csv: AuditCSV(to: sink, isOfProfiles: isOfProfiles)
    case .table: AuditTable(to: sink, isOfProfiles: isOfProfiles, width: width)
    case .html: AuditPage(to: sink)
    case .sarif: AuditSARIF(to: sink)
    }
  }
}

/// Writes an audit as it goes on: nothing is kept but what a form needs for its end.
public protocol AuditWriting: AuditSink {
  /// Writes what belongs behind everything.
  func finish() throws(OutputError)

  /// Findings that the form left out for its size.
  var omitted: Int { get }
}

extension AuditWriting {
  public var omitted: Int { 0 }
}

/// `sayso.finding/1` and `sayso.audit/1` lines.
final class AuditLines: AuditWriting {
  private let sink: any ByteSink
  private var json = JSONByteWriter()

  init(to sink: any ByteSink) { self.sink = sink }

  func begin(_ article: DocumentReference) {}

  func write(_ item: FindingList.Item, fingerprint: UInt64) throws(OutputError) {
    item.finding.writeLine(to: &json)
    try sink.drainWhenFull(&json)
  }

  func write(_ summary: AuditSummary) throws(OutputError) {
    summary.writeLine(to: &json)
    try sink.drainWhenFull(&json)
  }

  func finish() throws(OutputError) { try sink.drain(&json) }
}
