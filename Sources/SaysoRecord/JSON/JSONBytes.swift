/// Looks at eight bytes of a JSON text at once.
///
/// The tests are exact up to and including the first hit (the lowest marked byte), which is all that is used: a borrow
/// can mark a byte wrongly only above a byte that is marked rightly.
enum JSONBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Marks (bit 7) the bytes that end a run of plain characters in a string: `"`, `\` and control characters.
  @inline(__always)
  static func special(_ word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* 0x22)
    let slash = word ^ (ones &* 0x5C)
    let marks =
      ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)
    return marks & highs
  }

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }
}
