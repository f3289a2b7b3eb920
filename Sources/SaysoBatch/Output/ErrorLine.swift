internal import SaysoRead
internal import SaysoRecord

/// Writes `sayso.error/1` lines (CONTRACT.md, "Errors and exit codes").
enum ErrorLine {
  static func write(_ failure: InputFailure, to json: inout JSONByteWriter) {
    json.beginObject()
    json.key("schema")
    json.string("sayso.error/1" as StaticString)
    json.key("id")
    json.string(failure.id)
    json.key("input")
    write(failure.input, to: &json)
    json.key("error")
    json.beginObject()
    json.key("code")
    json.string(failure.code.rawValue)
    json.key("message")
    json.string(failure.message)
    json.endObject()
    json.endObject()
    json.endLine()
  }

  /// What isn't known is left out.
  private static func write(_ input: InputDescription, to json: inout JSONByteWriter) {
    json.beginObject()
    json.key("path")
    json.string(input.path)
    if let sha256 = input.sha256 {
      json.key("sha256")
      json.string(sha256)
    }
    if let byteCount = input.byteCount {
      json.key("bytes")
      json.int(byteCount)
    }
    json.key("format")
    json.string(input.format.rawValue)
    if let encoding = input.encoding {
      json.key("encoding")
      json.string(encoding)
    }
    json.endObject()
  }
}
