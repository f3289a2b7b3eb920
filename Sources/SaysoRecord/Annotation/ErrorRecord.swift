/// An input that could not be annotated: a `sayso.error/1` line.
public struct ErrorRecord: Hashable, Sendable {
  public static let schema = "sayso.error/1"

  /// What is known of the input: what is not is left out.
  public struct Input: Hashable, Sendable {
    public var path: String
    public var sha256: String?
    public var bytes: Int?
    public var format: AnnotationRecord.Input.Format?
    public var encoding: String?

    public init(path: String) { self.path = path }
  }

  public var id: String
  public var input: Input
  /// A short stable name of what went wrong: `broken-json`.
  public var code: String
  /// For people: what happened, where, and what to do.
  public var message: String

  public init(id: String, input: Input, code: String, message: String) {
    self.id = id
    self.input = input
    self.code = code
    self.message = message
  }

  /// Appends the record as one line.
  public func writeLine(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("schema", Self.schema)
    json.field("id", id)
    json.key("input")
    json.beginObject()
    json.field("path", input.path)
    json.present("sha256", input.sha256)
    if let bytes = input.bytes { json.field("bytes", bytes) }
    json.present("format", input.format?.rawValue)
    json.present("encoding", input.encoding)
    json.endObject()
    json.key("error")
    json.beginObject()
    json.field("code", code)
    json.field("message", message)
    json.endObject()
    json.endObject()
    json.endLine()
  }
}
