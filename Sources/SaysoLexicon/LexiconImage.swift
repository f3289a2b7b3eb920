import SaysoText

/// The layout of a compiled lexicon file: a header, then sections at multiples of 16 bytes, native byte order.
///
/// ```
/// magic 8 | version 4 | sections 4 | checksum 8 | content hash 8 | (offset 8, bytes 8) per section
/// ```
/// The checksum covers everything behind the header's first 24 bytes, so a truncated or altered file is never used.
enum LexiconImage {
  static let magic: UInt64 = 0x584C_4F53_5941_5331
  /// Goes up whenever the layout, the tokeniser's foldings or the known words change.
  static let version: UInt32 = 7
  static let fixedHeader = 32

  enum Section: Int, CaseIterable {
    case strings, stringStarts, words, wordStarts, slots, infos, classStarts, classTags, edges, nodes, patterns
    case entries, attributes, lists
  }

  static var headerSize: Int { fixedHeader + Section.allCases.count * 16 }

  /// One pass over the bytes with four lanes, eight bytes each. O(n).
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var index = 0
    while index + 32 <= bytes.count {
      lanes.0 = step(lanes.0, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      lanes.1 = step(lanes.1, bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
      lanes.2 = step(lanes.2, bytes.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self))
      lanes.3 = step(lanes.3, bytes.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self))
      index += 32
    }
    while index < bytes.count {
      lanes.0 = step(lanes.0, UInt64(bytes[index]))
      index += 1
    }
    let folded = step(step(step(lanes.0, lanes.1), lanes.2), lanes.3)
    return FoldedHash.mix(folded ^ UInt64(bytes.count))
  }

  @inline(__always)
  private static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }

  /// Puts sections behind a header with their checksum.
  static func assemble(_ sections: [Section: [UInt8]], contentHash: UInt64) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for section in Section.allCases {
      let bytes = sections[section] ?? []
      while (headerSize + body.count) % 16 != 0 { body.append(0) }
      append(UInt64(headerSize + body.count), to: &directory)
      append(UInt64(bytes.count), to: &directory)
      body.append(contentsOf: bytes)
    }
    body.append(contentsOf: [UInt8](repeating: 0, count: 16))
    var tail: [UInt8] = []
    append(contentHash, to: &tail)
    tail.append(contentsOf: directory)
    tail.append(contentsOf: body)
    var image: [UInt8] = []
    append(magic, to: &image)
    append(version, to: &image)
    append(UInt32(Section.allCases.count), to: &image)
    append(tail.withUnsafeBytes { checksum($0) }, to: &image)
    return image + tail
  }

  static func append<Value: BitwiseCopyable>(_ value: Value, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  static func bytes<Value: BitwiseCopyable>(_ values: [Value]) -> [UInt8] {
    values.withUnsafeBytes { Array($0) }
  }
}
