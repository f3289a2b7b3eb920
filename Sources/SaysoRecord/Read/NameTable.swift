/// Finds a name of a closed set (keys, vocabularies) from its bytes without making a string.
///
/// A name is known by its length and 16 bytes of it, which for names of up to 16 bytes is all of it. The tables are made
/// once and live as long as the program, in memory that needs no reference counts: they are used once per key.
struct NameTable<Name: RawRepresentable<String> & CaseIterable & Sendable>: @unchecked Sendable {
  private struct Slot {
    var word: UInt64
    var tail: UInt64
    var length: Int
    var name: Name?
    /// Position among all cases.
    var index: Int
  }

  /// Never written after `init`, never freed.
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int

  /// The table of all cases whose names are 16 bytes or shorter: longer ones are not found.
  init() {
    let names = Array(Name.allCases)
    var size = 16
    while size < names.count * 4 { size *= 2 }
    mask = size - 1
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(word: 0, tail: 0, length: -1, name: nil, index: 0), count: size)
    for (index, name) in names.enumerated() {
      var spelling = name.rawValue
      let slot = spelling.withUTF8 { bytes in
        let (word, tail) = Self.words(bytes)
        return Slot(word: word, tail: tail, length: bytes.count, name: name, index: index)
      }
      guard slot.length <= 16 else { continue }
      var at = Self.hash(slot.word, slot.tail, slot.length) & mask
      while slots[at].name != nil { at = (at + 1) & mask }
      slots[at] = slot
    }
  }

  /// The name that is spelled so, and its position among all cases.
  @inline(__always)
  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> (name: Name, index: Int)? {
    guard bytes.count <= 16 else { return nil }
    let (word, tail) = Self.words(bytes)
    var at = Self.hash(word, tail, bytes.count) & mask
    while let name = slots[at].name {
      let slot = slots + at
      if slot.pointee.word == word, slot.pointee.tail == tail, slot.pointee.length == bytes.count {
        return (name, slot.pointee.index)
      }
      at = (at &+ 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func hash(_ word: UInt64, _ tail: UInt64, _ length: Int) -> Int {
    let mixed = (word ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(length)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 40)
  }

  /// Two words that, with the length, tell names of up to 16 bytes apart. Reads no byte outside.
  @inline(__always)
  private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = raw.count
    if count >= 8 {
      return (
        raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      )
    }
    if count >= 4 {
      return (
        UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)),
        UInt64(raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      )
    }
    guard count > 0 else { return (0, 0) }
    return (UInt64(raw[0]) | UInt64(raw[count / 2]) << 8, UInt64(raw[count &- 1]))
  }
}
