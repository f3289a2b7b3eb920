/// Endings of words with the class that they point to: a hash table over the packed bytes of up to five letters.
struct SuffixTable {
  static let longest = 5
  private var keys: [UInt64] = []
  private var classes: [Int32] = []
  private(set) var count = 0

  /// Adds an ending of one to five ASCII letters; false where it is longer or holds other characters.
  mutating func insert(_ ending: some StringProtocol, wordClass: Int) -> Bool {
    let bytes = Array(ending.utf8)
    guard (1...Self.longest).contains(bytes.count), bytes.allSatisfy({ $0 < 0x80 }) else { return false }
    if (count + 1) * 2 > keys.count { grow() }
    put(bytes.reversed().enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }, wordClass)
    count += 1
    return true
  }

  private mutating func grow() {
    let old = zip(keys, classes).filter { $0.0 != 0 }
    keys = [UInt64](repeating: 0, count: max(64, keys.count * 2))
    classes = [Int32](repeating: -1, count: keys.count)
    for (key, wordClass) in old { put(key, Int(wordClass)) }
  }

  private mutating func put(_ key: UInt64, _ wordClass: Int) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    classes[slot] = Int32(truncatingIfNeeded: wordClass)
  }

  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  /// The class of the longest listed ending that leaves something of the word; nil where none fits. O(5).
  /// - Parameter packed: the word's last bytes in lower case, the last one lowest.
  func wordClass(packed: UInt64, length: Int) -> Int? {
    guard !keys.isEmpty else { return nil }
    var size = min(Self.longest, length - 1)
    while size > 0 {
      let key = packed & ((1 << UInt64(8 * size)) - 1)
      var slot = Self.slot(key, keys.count)
      while keys[slot] != 0 {
        if keys[slot] == key { return Int(classes[slot]) }
        slot = (slot + 1) & (keys.count - 1)
      }
      size -= 1
    }
    return nil
  }
}
