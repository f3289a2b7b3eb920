internal import SaysoRecord
internal import SaysoText

/// A word of an article's title or body, for checks that look at the words themselves.
struct AuditWord {
  /// Code points.
  var span: CodePointSpan
  /// Hash of the folded word.
  var hash: UInt64
  /// Index into the article's sentences.
  var sentence: Int32
  /// Stands in quotation marks.
  var isQuoted: Bool
  var isCapital: Bool
  var hasDigit: Bool
  /// A comma, semicolon, colon, dash or bracket stands between the word before and this one.
  var followsBreak: Bool
}

/// Cuts a stretch of text into words.
struct AuditWordReader {
  private(set) var words: [AuditWord] = []
  private var folded: [UInt8] = []
  private var word = AuditWord(
    span: CodePointSpan(0, 0), hash: 0, sentence: 0, isQuoted: false, isCapital: false, hasDigit: false,
    followsBreak: false)
  private var isQuoted = false
  private var isBroken = false

  /// Quotation marks do not reach over the end of a paragraph.
  mutating func endParagraph() { isQuoted = false }

  /// Reads a sentence that starts at code point `start`. O(n).
  mutating func read(_ bytes: ArraySlice<UInt8>, from start: Int, sentence: Int) {
    var offset = start
    isBroken = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if let letter = Self.folded(scalar) {
        if folded.isEmpty { begin(scalar, offset, sentence) }
        if letter >= 0x30, letter <= 0x39 { word.hasDigit = true }
        append(letter)
      } else if !Self.isInner(scalar) {
        end(offset)
        mark(scalar)
      }
      offset += 1
    }
    end(offset)
  }

  private mutating func begin(_ scalar: Unicode.Scalar, _ offset: Int, _ sentence: Int) {
    word = AuditWord(
      span: CodePointSpan(offset, offset), hash: 0, sentence: Int32(clamping: sentence), isQuoted: isQuoted,
      isCapital: Self.isUpper(scalar), hasDigit: false, followsBreak: isBroken)
    isBroken = false
  }

  private mutating func append(_ letter: UInt32) {
    guard folded.count < 64 else { return }
    if letter < 0x80 {
      folded.append(UInt8(letter))
    } else if let scalar = Unicode.Scalar(letter) {
      folded.append(contentsOf: String(scalar).utf8)
    }
  }

  private mutating func end(_ offset: Int) {
    guard !folded.isEmpty else { return }
    word.span.end = Int32(clamping: offset)
    word.hash = folded.withUnsafeBufferPointer { FoldedHash.hash($0) }
    folded.removeAll(keepingCapacity: true)
    words.append(word)
  }

  private mutating func mark(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{201C}", "\u{201E}", "\u{AB}": isQuoted = true
    case "\u{201D}", "\u{BB}": isQuoted = false
    case "\"": isQuoted.toggle()
    case ",", ";", ":", "(", ")", "\u{2013}", "\u{2014}", "[", "]": isBroken = true
    default: break
    }
  }

  /// The letter or digit in lower case; nil for what is none.
  static func folded(_ scalar: Unicode.Scalar) -> UInt32? {
    let value = scalar.value
    if value < 0x80 {
      if value &- 0x41 < 26 { return value | 0x20 }
      return value &- 0x61 < 26 || value &- 0x30 < 10 ? value : nil
    }
    if value < 0xC0 || value == 0xD7 || value == 0xF7 { return nil }
    if (0x2000...0x2BFF).contains(value) || (0x3000...0x3020).contains(value) { return nil }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }

  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.value &- 0x41 < 26 : scalar.properties.isUppercase
  }

  /// Apostrophes and hyphens inside a word, and points in figures, are left out of it without ending it.
  private static func isInner(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{2019}" || scalar == "'" }
}
