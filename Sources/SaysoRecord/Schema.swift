/// The published JSON Schemas (draft 2020-12) of the records, embedded in the program.
public enum Schema: String, CaseIterable, Sendable {
  case annotation, error, timeline, finding, audit

  /// What the records' `schema` key says: `sayso.annotation/1`.
  public var recordName: String { "sayso.\(rawValue)/1" }

  /// The schema's JSON text, ending in a line feed.
  public var bytes: [UInt8] {
    switch self {
    case .annotation: PackageResources.annotation_json
    case .error: PackageResources.error_json
    case .timeline: PackageResources.timeline_json
    case .finding: PackageResources.finding_json
    case .audit: PackageResources.audit_json
    }
  }
}
