internal import SaysoText

/// What the names in `class`, `id`, `itemprop` and `role` say of a block: "article__body" is body, "relatedLinks" is not.
///
/// Names are cut into words at capitals and signs; the table beside this file says which words mean what. The marks
/// of an attribute's value are remembered, as pages repeat them. One per worker.
struct ClassWords {
  private var words: [UInt64: UInt32] = [:]
  private var seen: [UInt64: BlockMarks] = [:]
  /// Values remembered at most.
  private static let capacity = 20_000
  /// Words of a name that are looked at.
  private static let mostWords = 8

  init() { self.init(table: PackageResources.class_words_tsv) }

  init(table: [UInt8]) {
    for line in table.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let columns = line.split(separator: 0x09)
      guard columns.count == 2, let mark = Self.marks[String(decoding: columns[1], as: UTF8.self)] else { continue }
      let key = columns[0].split(separator: 0x20).map { Self.hash($0) }.reduce(0, &+)
      words[key, default: 0] |= mark.rawValue
    }
  }

  private static let marks: [String: BlockMarks] = [
    "body": .body, "comments": .comments, "related": .related, "share": .share, "promotion": .promotion,
    "byline": .byline, "date": .date, "title": .title, "caption": .caption, "consent": .consent,
    "biography": .biography, "sidebar": .sidebar, "navigation": .navigation, "footer": .footer, "tags": .tags,
    "teaser": .teaser, "aside": .aside,
  ]

  /// The marks of an attribute's value. O(length) the first time.
  mutating func marks(of value: UnsafeBufferPointer<UInt8>) -> BlockMarks {
    guard !value.isEmpty, value.count <= 512 else { return [] }
    let key = FoldedHash.hash(value)
    if let known = seen[key] { return known }
    if seen.count >= Self.capacity { seen.removeAll(keepingCapacity: true) }
    let found = read(value)
    seen[key] = found
    return found
  }

  private func read(_ value: UnsafeBufferPointer<UInt8>) -> BlockMarks {
    var marks: UInt32 = 0
    var name: [UInt64] = []
    var word: [UInt8] = []
    func endWord() {
      if !word.isEmpty, name.count < Self.mostWords { name.append(Self.hash(word)) }
      word.removeAll(keepingCapacity: true)
    }
    var previous: UInt8 = 0
    for byte in value {
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      let isLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      if isUpper, previous >= UInt8(ascii: "a"), previous <= UInt8(ascii: "z") { endWord() }
      if isUpper || isLower { word.append(byte | 0x20) } else { endWord() }
      if byte <= 0x20 {
        marks |= lookUp(name)
        name.removeAll(keepingCapacity: true)
      }
      previous = byte
    }
    endWord()
    return BlockMarks(rawValue: marks | lookUp(name))
  }

  private func lookUp(_ name: [UInt64]) -> UInt32 {
    var marks: UInt32 = 0
    for first in name.indices {
      marks |= words[name[first], default: 0]
      for second in name.indices.dropFirst(first + 1) { marks |= words[name[first] &+ name[second], default: 0] }
    }
    return marks
  }

  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0x51_7C_C1_B7_27_22_0A_95
    for byte in word { hash = FoldedHash.mix(hash ^ UInt64(byte)) }
    return hash
  }
}
