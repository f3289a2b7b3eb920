/// What `FoldedWords` knows of characters.
enum FoldingTable {
  enum Kind { case letter, latin, separator, dropped, alone }

  /// The folded letter or digit; 0 for what stands between words, 1 for what is dropped inside one.
  @inline(__always)
  static func ascii(_ byte: UInt8) -> UInt8 {
    if byte &- 0x61 < 26 || byte &- 0x30 < 10 { return byte }
    if byte &- 0x41 < 26 { return byte | 0x20 }
    return byte == UInt8(ascii: "'") ? 1 : 0
  }

  static func kind(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0xAA, 0xB5, 0xBA: .letter
    case 0xAD, 0x300...0x36F, 0x2018, 0x2019, 0x2BC, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: .dropped
    case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x303F, 0xFF00...0xFF0F: .separator
    case 0xC0...0x17F: .latin
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .alone
    default: .letter
    }
  }

  /// Base letters of U+00C0 to U+017F.
  static func latin(_ scalar: UInt32) -> [UInt8] {
    let index = Int(scalar) - 0xC0
    return bases.indices.contains(index) ? bases[index] : []
  }

  /// The small letter of a Greek, Cyrillic or Armenian capital.
  static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x391...0x3A9, 0x410...0x42F: scalar + 32
    case 0x400...0x40F: scalar + 80
    case 0x531...0x556: scalar + 48
    case 0x38C: 0x3CC
    case 0x386: 0x3AC
    case 0x388...0x38A: scalar + 37
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: scalar | 1
    case 0x180...0x24F where Unicode.Scalar(scalar)?.properties.isUppercase == true:
      Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar
    default: scalar
    }
  }

  private static let bases: [[UInt8]] = [
    "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss",
    "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y",
    "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g",
    "g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l",
    "l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s",
    "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s",
  ].flatMap { row in row.split(separator: " ").map { $0 == "-" ? [] : Array($0.utf8) } }
}
