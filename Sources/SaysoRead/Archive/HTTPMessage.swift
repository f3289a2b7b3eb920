/// An HTTP answer as an archive keeps it: status, the fields that say what the body is, and the body itself with its
/// transfer encoding undone.
struct HTTPMessage {
  var status = 0
  /// Media type, lower case, without parameters; empty where the answer has none.
  var mediaType = ""
  /// The `charset` of the content type.
  var charset: String?
  /// Lower case: "gzip", "br"; empty for a body as it is.
  var contentEncoding = ""
  var body: [UInt8] = []

  /// Nil where the bytes are no answer.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    var isChunked = false
    let offset = bytes.withUnsafeBufferPointer { buffer in
      var fields = HeaderFields(buffer)
      let line = fields.next()
      status =
        line.flatMap { ($0.name.isEmpty ? $0.value : $0.name).split(separator: " ").dropFirst().first }
        .flatMap { Int($0) } ?? 0
      while let field = fields.next() {
        switch field.name {
        case "content-type": (mediaType, charset) = ContentType.read(field.value)
        case "content-encoding": contentEncoding = field.value.lowercased()
        case "transfer-encoding": isChunked = field.value.lowercased().contains("chunked")
        default: break
        }
      }
      return fields.offset
    }
    body = Array(bytes[offset...])
    if isChunked, let whole = Self.joined(body) { body = whole }
  }

  /// The chunks of a body put together, what follows a broken one as it is; nil where it holds none (many crawlers undo
  /// the encoding and leave the field).
  private static func joined(_ body: [UInt8]) -> [UInt8]? {
    var whole: [UInt8] = []
    var at = 0
    while at < body.count {
      let line = body[at...].prefix(20)
      let digits = line.prefix { $0 != 0x0D && $0 != 0x0A && $0 != UInt8(ascii: ";") && $0 != 0x20 }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0,
        let end = line.firstIndex(of: 0x0A)
      else { return whole.isEmpty ? nil : whole + body[at...] }
      if size == 0 { break }
      let last = end + 1 + min(size, body.count - end - 1)
      whole += body[(end + 1)..<last]
      at = last
      while at < body.count, body[at] == 0x0D || body[at] == 0x0A { at += 1 }
    }
    return whole
  }
}

/// `text/html; charset=utf-8`.
enum ContentType {
  /// The media type in lower case and the charset, where there is one.
  static func read(_ value: String) -> (type: String, charset: String?) {
    let parts = value.split(separator: ";", omittingEmptySubsequences: false)
    var charset: String?
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { String(decoding: trimmed($0), as: UTF8.self) }
      if pair.count == 2, pair[0].lowercased() == "charset", !pair[1].isEmpty { charset = charset ?? pair[1] }
    }
    let type = parts.first.map { String(decoding: trimmed($0), as: UTF8.self).lowercased() } ?? ""
    return (type, charset)
  }

  private static func trimmed(_ part: Substring) -> [UInt8] {
    part.utf8.filter { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
  }
}
