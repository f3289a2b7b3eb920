/// What kind of character a scalar is, as far as the tokeniser cares.
@usableFromInline
enum CharacterClass: UInt8 {
  case other = 0
  case space
  case newline
  case upper
  case lower
  /// A letter without case, or a mark that belongs to the letter before it.
  case letter
  case digit
  case punctuation
  case symbol
  /// Dropped inside a word: soft hyphen, zero-width characters, byte order mark.
  case ignorable
  /// A letter of a script written without spaces: ICU finds its words.
  case unspaced

  var isWord: Bool { self == .upper || self == .lower || self == .letter || self == .digit || self == .ignorable }
  var isLetter: Bool { self == .upper || self == .lower || self == .letter }
}

/// Classes of all scalars below U+3000 and foldings of the Latin, Greek and Cyrillic ones, built once from Unicode's
/// properties, so that text in those scripts never leaves the table.
struct CharacterTable {
  static let limit: UInt32 = 0x3000

  private let classes: [UInt8]
  /// Start of each scalar's folded bytes in `foldedBytes`; scalar `s` ends where `s + 1` starts.
  private let foldedStart: [UInt16]
  private let foldedBytes: [UInt8]
  private static let foldedLimit: UInt32 = 0x530

  init(support: any ScriptSupport) {
    var classes = [UInt8](repeating: 0, count: Int(Self.limit))
    for value in 0..<Self.limit {
      guard let scalar = Unicode.Scalar(value) else { continue }
      classes[Int(value)] = Self.classify(scalar).rawValue
    }
    self.classes = classes

    var starts: [UInt16] = [0]
    var bytes: [UInt8] = []
    for value in 0..<Self.foldedLimit {
      bytes.append(contentsOf: Self.folding(of: value, support: support))
      starts.append(UInt16(bytes.count))
    }
    self.foldedStart = starts
    self.foldedBytes = bytes
  }

  @inline(__always)
  func characterClass(_ scalar: UInt32) -> CharacterClass {
    if scalar < Self.limit { return CharacterClass(rawValue: classes[Int(scalar)]) ?? .other }
    guard let scalar = Unicode.Scalar(scalar) else { return .other }
    return Self.classify(scalar)
  }

  /// Appends the folding of a scalar and says whether the table knew it.
  @inline(__always)
  func appendFolding(of scalar: UInt32, to column: inout Column<UInt8>) -> Bool {
    if scalar < Self.foldedLimit {
      for index in Int(foldedStart[Int(scalar)])..<Int(foldedStart[Int(scalar) + 1]) {
        column.append(foldedBytes[index])
      }
      return true
    }
    return appendPunctuationFolding(of: scalar, to: &column)
  }

  /// General punctuation: quotes to straight ones, short dashes to a hyphen, long ones to two, zero-width characters to nothing.
  private func appendPunctuationFolding(of scalar: UInt32, to column: inout Column<UInt8>) -> Bool {
    switch scalar {
    case 0x2010...0x2013, 0x2212: column.append(UInt8(ascii: "-"))
    case 0x2014, 0x2015: for _ in 0..<2 { column.append(UInt8(ascii: "-")) }
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2039, 0x203A: column.append(UInt8(ascii: "'"))
    case 0x201C...0x201F, 0x2033: column.append(UInt8(ascii: "\""))
    case 0x200B...0x200F, 0x2060, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
    case 0x2026: for _ in 0..<3 { column.append(UInt8(ascii: ".")) }
    default: return false
    }
    return true
  }

  private static func folding(of value: UInt32, support: any ScriptSupport) -> [UInt8] {
    guard let scalar = Unicode.Scalar(value) else { return [] }
    if value < 0x80 {
      let byte = UInt8(value)
      return [(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte]
    }
    switch value {
    case 0xAD: return []
    case 0xAB, 0xBB: return [UInt8(ascii: "\"")]
    case 0x300...0x36F: return []
    default: return Array(String(scalar).utf8).withUnsafeBufferPointer { support.fold($0) }
    }
  }

  private static func classify(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.value {
    case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: return .newline
    case 0x09, 0x20, 0xA0: return .space
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFE00...0xFE0F:
      return .ignorable
    case 0x24, 0x25, 0x2B, 0x3C...0x3E, 0x5E, 0x60, 0x7C, 0x7E: return .symbol
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3040...0x31FF, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      return .unspaced
    case 0x0..<0x20, 0x7F: return .space
    default: return classifyByCategory(scalar)
    }
  }

  private static func classifyByCategory(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .lowercaseLetter: return .lower
    case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber: return .letter
    case .decimalNumber: return .digit
    case .spaceSeparator: return .space
    case .lineSeparator, .paragraphSeparator: return .newline
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .otherNumber: return .symbol
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return .punctuation
    case .control, .format, .surrogate, .privateUse, .unassigned: return .other
    @unknown default: return .other
    }
  }
}
