/// Why a line is not the record that was asked for, and where.
public struct RecordError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// Not JSON at all.
    case syntax(JSONError.Reason)
    /// Not UTF-8.
    case encoding
    /// A key that every such record has is not there.
    case missingKey
    /// A value of another type.
    case wrongType(JSONError.Reason)
    /// A value that the contract does not know.
    case badValue(found: String, expected: String)
    /// A JSON object, but another kind of record: what its `schema` says.
    case otherRecord(String)
    /// The right kind of record, but of a major version that this program does not know.
    case otherVersion(String)
  }

  public var kind: Kind
  /// Where in the record: `claims[3].source.kind`.
  public var path: String
  /// Offset in bytes from the start of the line.
  public var offset: Int

  public init(_ kind: Kind, path: String = "", offset: Int) {
    self.kind = kind
    self.path = path
    self.offset = offset
  }

  public var description: String {
    let place = path.isEmpty ? "" : "\(path): "
    return place + reason + " at byte \(offset + 1)"
  }

  private var reason: String {
    switch kind {
    case .syntax(let reason): "broken JSON: \(reason.rawValue)"
    case .encoding: "not valid UTF-8"
    case .missingKey: "missing"
    case .wrongType(let reason): reason.rawValue
    case .badValue(let found, let expected): "expected \(expected), found \"\(found.prefix(60))\""
    case .otherRecord(let schema): "not an annotation but \"\(schema.prefix(60))\""
    case .otherVersion(let schema): "\"\(schema.prefix(60))\" was written by another major version of sayso"
    }
  }

  /// The same error seen from outside: `within("claims", 3)` turns `source.kind` into `claims[3].source.kind`.
  func within(_ key: String, _ index: Int? = nil) -> RecordError {
    var error = self
    let place = index.map { "\(key)[\($0)]" } ?? key
    error.path = path.isEmpty ? place : "\(place).\(path)"
    return error
  }
}
