internal import SaysoICU

/// The charset that a page declares in its first kilobytes: `<meta charset=...>` or `http-equiv="content-type"`, or an
/// XML declaration.
enum DeclaredCharset {
  private static let reach = 4_096

  /// The declared name as ICU's IANA name; nil where there is none that ICU knows. O(1).
  static func find(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = bytes.prefix(reach).map { byte in
      byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
    var at = 0
    while let open = head[at...].firstIndex(of: UInt8(ascii: "<")) {
      let tag = head[open...].prefix { $0 != UInt8(ascii: ">") }
      if tag.starts(with: "<meta".utf8), let name = value(of: "charset", in: tag) { return standard(name) }
      if tag.starts(with: "<?xml".utf8), let name = value(of: "encoding", in: tag) { return standard(name) }
      at = open + 1
    }
    return nil
  }

  /// The word behind `key=`, quoted or not, also inside another value ("text/html; charset=utf-8").
  private static func value(of key: StaticString, in tag: ArraySlice<UInt8>) -> String? {
    let wanted = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    var rest = tag
    while let start = rest.firstIndex(of: wanted[0]) {
      rest = rest[start...]
      if rest.starts(with: wanted) {
        let behind = rest.dropFirst(wanted.count).drop { $0 <= 0x20 }
        if behind.first == UInt8(ascii: "=") {
          let quotes: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "\""), UInt8(ascii: "'")]
          let name = behind.dropFirst().drop { quotes.contains($0) }
            .prefix { !quotes.contains($0) && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "/") }
          return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
        }
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// What pages mean by a name: Latin-1 is windows-1252 on the web, and what can be read as ASCII is not UTF-16.
  static func standard(_ name: String) -> String? {
    guard name.utf8.count <= 40, let standard = CharsetConverter.standardName(name) else { return nil }
    switch standard {
    case "ISO-8859-1", "US-ASCII": return "windows-1252"
    case "ISO-8859-9": return "windows-1254"
    case "ISO-8859-11", "TIS-620": return "windows-874"
    case _ where standard.hasPrefix("UTF-16") || standard.hasPrefix("UTF-32"): return "UTF-8"
    default: return standard
    }
  }
}
