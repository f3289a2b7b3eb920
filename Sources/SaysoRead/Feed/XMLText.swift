/// Text and attributes of XML as far as feeds need them.
enum XMLText {
  /// Appends text with XML's own five entities and numbers resolved; others stay as they are. Control characters
  /// become spaces. O(n).
  static func append(_ text: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]) {
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "&"),
        let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let resolved = entity(text[(index + 1)..<end])
      else {
        output.append(text[index])
        index += 1
        continue
      }
      output += resolved
      index = end + 1
    }
  }

  private static func entity(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    let word = String(decoding: name, as: UTF8.self)
    switch word {
    case "amp": return [UInt8(ascii: "&")]
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    default: break
    }
    guard word.hasPrefix("#") else { return nil }
    let digits = word.dropFirst()
    let number = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = number.flatMap(Unicode.Scalar.init) else { return nil }
    return scalar.value < 0x20 || scalar.value == 0x7F ? [0x20] : Array(String(scalar).utf8)
  }

  /// The `href` of Atom's `link` where it leads to the article; nil for others ("self", "enclosure").
  static func address(of tag: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    let text = String(decoding: tag.prefix(4_096), as: UTF8.self)
    if let rel = attribute("rel", in: text), rel != "alternate" { return nil }
    guard let href = attribute("href", in: text), !href.isEmpty else { return nil }
    var address: [UInt8] = []
    Array(href.utf8).withUnsafeBufferPointer { append($0[...], to: &address) }
    return address
  }

  private static func attribute(_ name: String, in tag: String) -> String? {
    let parts = tag.split(separator: " ").flatMap { $0.split(separator: "\n") }
    guard let part = parts.first(where: { $0.hasPrefix(name + "=") }) else { return nil }
    let marks: [Character] = ["\"", "'"]
    let value = part.dropFirst(name.count + 1)
    guard let mark = value.first, marks.contains(mark) else { return nil }
    return String(value.dropFirst().prefix { $0 != mark })
  }
}
