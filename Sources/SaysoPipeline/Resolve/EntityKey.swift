import SaysoRecord

/// Keys of entities, stable across articles and runs: `person:bashar-al-assad`.
enum EntityKey {
  /// The key for a name that no list gives an id: type, colon, the folded name with hyphens for everything else.
  static func key(_ type: MentionType, name: String) -> String {
    var name = name
    return name.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? plain(type, bytes) : nil
    } ?? general(type, name)
  }

  /// Names in ASCII, in one allocation.
  private static func plain(_ type: MentionType, _ name: UnsafeBufferPointer<UInt8>) -> String {
    let prefix = prefix(type)
    return String(unsafeUninitializedCapacity: prefix.utf8CodeUnitCount + name.count) { slug in
      var count = 0
      for byte in prefix.withUTF8Buffer({ $0 }) {
        slug[count] = byte
        count += 1
      }
      let start = count
      for byte in name {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): slug[count] = byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug[count] = byte | 0x20
        case UInt8(ascii: "'"), UInt8(ascii: "."): continue
        default:
          guard count > start, slug[count - 1] != hyphen else { continue }
          slug[count] = hyphen
        }
        count += 1
      }
      while count > start, slug[count - 1] == hyphen { count -= 1 }
      return count
    }
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func prefix(_ type: MentionType) -> StaticString {
    switch type {
    case .person: "person:"
    case .place: "place:"
    case .organization: "organization:"
    case .date: "date:"
    case .group: "group:"
    }
  }

  private static func general(_ type: MentionType, _ name: String) -> String {
    var slug: [UInt8] = []
    for scalar in name.unicodeScalars { append(scalar, to: &slug) }
    while slug.last == hyphen { slug.removeLast() }
    return "\(prefix(type))\(String(decoding: slug, as: UTF8.self))"
  }

  private static func append(_ scalar: Unicode.Scalar, to slug: inout [UInt8]) {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      slug.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    } else if scalar.value == 0x27 || scalar.value == 0x2019 || scalar.value == 0x2E {
      return
    } else if let last = slug.last, last != hyphen {
      slug.append(hyphen)
    }
  }
}
