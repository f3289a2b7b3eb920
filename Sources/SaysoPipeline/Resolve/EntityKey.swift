import SaysoRecord

/// Keys of entities, stable across articles and runs: `person:bashar-al-assad`.
enum EntityKey {
  /// The key for a name that no list gives an id: type, colon, the folded name with hyphens for everything else.
  static func key(_ type: MentionType, name: String) -> String {
    var slug: [UInt8] = []
    var name = name
    let isASCII = name.withUTF8 { bytes in
      slug.reserveCapacity(bytes.count)
      for byte in bytes {
        guard byte < 0x80 else { return false }
        append(byte, to: &slug)
      }
      return true
    }
    if !isASCII {
      slug.removeAll(keepingCapacity: true)
      for scalar in name.unicodeScalars { append(scalar, to: &slug) }
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return "\(type.rawValue):\(String(decoding: slug, as: UTF8.self))"
  }

  private static func append(_ byte: UInt8, to slug: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): slug.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
    case UInt8(ascii: "'"), UInt8(ascii: "."): break
    default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to slug: inout [UInt8]) {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      slug.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    } else if scalar.value == 0x27 || scalar.value == 0x2019 || scalar.value == 0x2E {
      return
    } else if let last = slug.last, last != UInt8(ascii: "-") {
      slug.append(UInt8(ascii: "-"))
    }
  }
}
