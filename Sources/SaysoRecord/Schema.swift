/// The published JSON Schemas (draft 2020-12) of the records, embedded in the program.
public enum Schema: String, CaseIterable, Sendable {
  case annotation, error

  /// The schema's JSON text, ending in a line feed.
  public var bytes: [UInt8] {
    switch self {
    case .annotation: PackageResources.annotation_json
    case .error: PackageResources.error_json
    }
  }
}
