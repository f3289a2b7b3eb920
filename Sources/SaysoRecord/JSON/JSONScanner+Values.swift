// Strings, words, and stepping over what nobody wants.

extension JSONScanner {
  /// The string that comes next. Its escapes are checked, not yet resolved.
  @inline(__always)
  public mutating func string() throws(JSONError) -> JSONText {
    skipSpace()
    guard take(UInt8(ascii: "\"")) else { throw failure(.expectedString) }
    let start = offset
    let hasEscapes = try skipStringBody()
    return JSONText(UnsafeBufferPointer(rebasing: bytes[start..<offset &- 1]), hasEscapes: hasEscapes)
  }

  public mutating func bool() throws(JSONError) -> Bool {
    skipSpace()
    switch byte {
    case UInt8(ascii: "t"): try skipWord("true", .expectedBool)
    case UInt8(ascii: "f"): try skipWord("false", .expectedBool)
    default: throw failure(.expectedBool)
    }
    return bytes[offset - 2] == UInt8(ascii: "u")
  }

  /// Steps over `null` if it comes next.
  @inline(__always)
  public mutating func null() throws(JSONError) -> Bool {
    skipSpace()
    guard byte == UInt8(ascii: "n") else { return false }
    try skipWord("null", .expectedValue)
    return true
  }

  /// Steps over any value, checking it as strictly as if it had been read.
  public mutating func skipValue() throws(JSONError) {
    skipSpace()
    switch byte {
    case UInt8(ascii: "\""):
      offset &+= 1
      _ = try skipStringBody()
    case UInt8(ascii: "{"):
      try beginObject()
      while try nextKey() != nil { try skipValue() }
    case UInt8(ascii: "["):
      try beginArray()
      while try nextElement() { try skipValue() }
    case UInt8(ascii: "t"): try skipWord("true", .expectedValue)
    case UInt8(ascii: "f"): try skipWord("false", .expectedValue)
    case UInt8(ascii: "n"): try skipWord("null", .expectedValue)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber()
    default: throw failure(.expectedValue)
    }
  }

  /// The next value as it stands in the text, checked.
  public mutating func encodedValue() throws(JSONError) -> UnsafeBufferPointer<UInt8> {
    skipSpace()
    let start = offset
    try skipValue()
    return UnsafeBufferPointer(rebasing: bytes[start..<offset])
  }

  // MARK: Strings

  /// Steps behind the closing quote; returns whether there was an escape. Eight bytes at a time.
  @inline(__always)
  mutating func skipStringBody() throws(JSONError) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = offset
    while index &+ 8 <= raw.count {
      let marks = JSONBytes.special(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if marks != 0 {
        index &+= marks.trailingZeroBitCount >> 3
        break
      }
      index &+= 8
    }
    if index < raw.count, raw[index] == UInt8(ascii: "\"") {
      offset = index &+ 1
      return false
    }
    offset = index
    return try skipRestOfString()
  }

  /// The slow part of a string: from its first escape or control character, or near the end of the text.
  @inline(never)
  private mutating func skipRestOfString() throws(JSONError) -> Bool {
    var hasEscapes = false
    while true {
      skipPlain()
      guard offset < bytes.count else { throw failure(.unendedString) }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset &+= 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape()
      default:
        guard allowsControls else { throw failure(.controlCharacter) }
        offset &+= 1
      }
    }
  }

  @inline(__always)
  private mutating func skipPlain() {
    let raw = UnsafeRawBufferPointer(bytes)
    while offset &+ 8 <= raw.count {
      let marks = JSONBytes.special(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      if marks != 0 {
        offset &+= marks.trailingZeroBitCount >> 3
        return
      }
      offset &+= 8
    }
    while offset < raw.count, !JSONBytes.isSpecial(raw[offset]) { offset &+= 1 }
  }

  private mutating func skipEscape() throws(JSONError) {
    offset &+= 1
    guard offset < bytes.count else { throw failure(.unendedString) }
    switch bytes[offset] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset &+= 1
    case UInt8(ascii: "u"):
      guard JSONBytes.unit(bytes, at: offset &+ 1) != nil else { throw failure(.badUnicodeEscape) }
      offset &+= 5
    default: throw failure(.badEscape)
    }
  }

  // MARK: Words

  @inline(__always)
  private mutating func skipWord(_ word: StaticString, _ reason: JSONError.Reason) throws(JSONError) {
    for index in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[index]) { throw failure(reason) }
  }
}
