/// One record of a web archive (ISO 28500), as cut from the stream: the fields of its header that matter here, and its
/// block as it was.
struct WarcRecord: Sendable {
  /// Lower case: "response", "resource", "conversion", "request".
  var type = ""
  /// Without the angle brackets.
  var id = ""
  var address: String?
  /// When it was fetched, as written.
  var date = ""
  /// Media type of the block with its parameters, as written.
  var contentType = ""
  var length: Int?
  var block: [UInt8] = []
  /// Larger than articles may be: the block was stepped over.
  var isTooLarge = false

  /// Whether a record of this type can hold an article; the others describe the crawl.
  var mayHoldArticle: Bool { ["response", "resource", "conversion"].contains(type) }

  /// Reads the header: the version line and the fields up to the empty line. Nil where it is none.
  init?(header: UnsafeBufferPointer<UInt8>) {
    guard header.starts(with: "WARC/".utf8) else { return nil }
    var fields = HeaderFields(header)
    _ = fields.next()
    while let field = fields.next() {
      switch field.name {
      case "warc-type": type = field.value.lowercased()
      case "warc-record-id": id = field.value.trimmingBrackets
      case "warc-target-uri": address = field.value.trimmingBrackets
      case "warc-date": date = field.value
      case "content-type": contentType = field.value
      case "content-length": length = Int(field.value).flatMap { $0 >= 0 ? $0 : nil }
      default: break
      }
    }
  }
}

/// `Name: value` lines as WARC and HTTP have them. Stops at the first empty line.
struct HeaderFields {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the next line.
  private(set) var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next line; the name is lower case and empty where the line has no colon. After the last one, `offset` is that
  /// of the body.
  mutating func next() -> (name: String, value: String)? {
    guard offset < bytes.count else { return nil }
    let rest = bytes[offset...]
    let end = rest.firstIndex(of: 0x0A) ?? bytes.count
    offset = min(bytes.count, end + 1)
    var line = rest[..<end]
    if line.last == 0x0D { line = line.dropLast() }
    guard !line.isEmpty else { return nil }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return ("", Self.text(line)) }
    return (Self.text(line[..<colon]).lowercased(), Self.text(line[(colon + 1)...]))
  }

  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let start = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    let end = start.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? start.startIndex
    return String(decoding: start[start.startIndex..<end].prefix(8_192), as: UTF8.self)
  }
}

extension String {
  /// Without the angle brackets of a URI in a header.
  fileprivate var trimmingBrackets: String { hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self }
}
