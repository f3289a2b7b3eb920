import SaysoLexicon
import SaysoText

/// Finds the class of each token's word: the lexicon's, that of its ending, or one that its spelling gives away.
struct TokenClassifier {
  let model: WordClassModel

  /// Index into the model's classes for a token.
  func wordClass(_ token: Int, _ tokens: borrowing TokenTable, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let shape = tokens.shape[token]
    if shape.hasAny(.special) {
      if let special = special(shape, token, tokens, bytes) { return special }
    }
    let listed = Int(tokens.tagClass[token])
    if listed > 0, listed < model.listed { return listed }
    return unlisted(shape, token, tokens, bytes)
  }

  private func unlisted(
    _ shape: TokenShape, _ token: Int, _ tokens: borrowing TokenTable, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    if shape.hasAny(.abbreviated) {
      return model.fixed(shape.contains(.initialUpper) ? .capitalAbbreviation : .abbreviation)
    }
    if !shape.contains(.hasLetter) { return model.fixed(shape.contains(.symbol) ? .symbol : .punctuation) }
    return ending(tokens.span(token), bytes)
  }

  /// Numbers, marks, addresses, and capitals with stops, whatever a word of the same letters may be ("U.S.", "us").
  private func special(
    _ shape: TokenShape, _ token: Int, _ tokens: borrowing TokenTable, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    if shape.contains(.address) { return model.fixed(.address) }
    if shape.hasAny([.dotted, .initial]) {
      return shape.contains(.initialUpper) ? model.fixed(.capitalAbbreviation) : nil
    }
    if shape.contains(.hasDigit) { return model.fixed(number(shape, tokens.span(token), bytes)) }
    return shape.contains(.dash) ? dash(tokens.span(token), bytes) : nil
  }

  private func number(_ shape: TokenShape, _ span: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> FixedClass {
    if shape.contains(.number) { return .number }
    guard isDigit(byte(span.start, bytes)) else { return .code }
    let last = byte(span.end - 1, bytes) | 0x20
    switch (byte(span.end - 2, bytes) | 0x20, last) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): return .ordinal
    case (_, 0x73): return .decade
    default: return .measure
    }
  }

  /// Dashes fold alike, so the bytes tell them apart: U+2013 between numbers is a sign of its own.
  private func dash(_ span: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard span.count == 3, byte(span.start, bytes) == 0xE2 else { return nil }
    if byte(span.end - 1, bytes) == 0x93 { return model.fixed(.enDash) }
    return byte(span.end - 1, bytes) >= 0x94 ? model.longDash : nil
  }

  private func ending(_ span: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var packed: UInt64 = 0
    var at = span.end
    var shift: UInt64 = 0
    while at > span.start, shift < 40 {
      at -= 1
      let next = byte(at, bytes)
      guard next < 0x80 else { break }
      packed |= UInt64((0x41...0x5A).contains(next) ? next | 0x20 : next) << shift
      shift += 8
    }
    return model.suffixes.wordClass(packed: packed, length: span.count) ?? model.fixed(.unknown)
  }

  @inline(__always)
  private func byte(_ at: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    at >= 0 && Int(at) < bytes.count ? bytes[Int(at)] : 0
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension TokenShape {
  /// Spellings that may overrule the word lists.
  static var special: TokenShape { [.address, .dotted, .initial, .hasDigit, .dash] }
  /// A full stop belongs to the word.
  static var abbreviated: TokenShape { [.abbreviation, .dotted, .initial] }
}
