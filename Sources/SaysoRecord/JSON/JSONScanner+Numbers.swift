// Numbers, checked against the grammar of RFC 8259 and read without leaving the bytes.

extension JSONScanner {
  /// The parts of a number: value = digits × 10^exponent.
  private struct Parts {
    var isNegative = false
    /// The first 19 significant digits.
    var digits: UInt64 = 0
    var exponent = 0
    /// There were more digits than fit, so `digits` is cut.
    var isCut = false
    /// It has a fraction or an exponent.
    var isPlain = true
    var start = 0
  }

  /// A number without fraction or exponent.
  @inline(__always)
  public mutating func int() throws(JSONError) -> Int {
    skipSpace()
    let start = offset
    var value = 0
    while offset < bytes.count, offset &- start < 18, JSONBytes.isDigit(bytes[offset]) {
      value = value &* 10 &+ Int(bytes[offset] &- 0x30)
      offset &+= 1
    }
    let isShort = offset > start && (bytes[start] != 0x30 || offset == start &+ 1)
    if isShort, !isNumberByte(byte) { return value }
    offset = start
    return try longInt()
  }

  /// Whether a number goes on with this byte.
  @inline(__always)
  private func isNumberByte(_ byte: UInt8) -> Bool {
    JSONBytes.isDigit(byte) || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }

  @inline(never)
  private mutating func longInt() throws(JSONError) -> Int {
    let parts = try number()
    guard parts.isPlain else { throw JSONError(offset: parts.start, reason: .expectedWholeNumber) }
    let limit = UInt64(Int.max) + (parts.isNegative ? 1 : 0)
    guard !parts.isCut, parts.exponent == 0, parts.digits <= limit else {
      throw JSONError(offset: parts.start, reason: .tooLarge)
    }
    return Int(truncatingIfNeeded: parts.isNegative ? 0 &- parts.digits : parts.digits)
  }

  /// Any number, correctly rounded.
  public mutating func double() throws(JSONError) -> Double {
    let parts = try number()
    if !parts.isCut, parts.digits < 1 << 53, abs(parts.exponent) <= 22 {
      let power = Self.powers[abs(parts.exponent)]
      let value = parts.exponent < 0 ? Double(parts.digits) / power : Double(parts.digits) * power
      return parts.isNegative ? -value : value
    }
    guard let value = Double(String(decoding: bytes[parts.start..<offset], as: UTF8.self)), value.isFinite else {
      throw JSONError(offset: parts.start, reason: .tooLarge)
    }
    return value
  }

  /// A number as an integer of `places` (at most 9) decimal places, rounded half away from zero:
  /// `0.975` in two places is 98.
  public mutating func decimal(places: Int) throws(JSONError) -> Int {
    let start = offset
    let scale = Self.powers[min(max(0, places), 9)]
    let scaled = (try double() * scale).rounded(.toNearestOrAwayFromZero)
    guard abs(scaled) < 1e15 else { throw JSONError(offset: start, reason: .tooLarge) }
    return Int(scaled)
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  mutating func skipNumber() throws(JSONError) { _ = try number() }

  private mutating func number() throws(JSONError) -> Parts {
    skipSpace()
    var parts = Parts()
    parts.start = offset
    parts.isNegative = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      if JSONBytes.isDigit(byte) { throw failure(.expectedNumber) }
    } else {
      try digits(&parts, fraction: false)
    }
    if take(UInt8(ascii: ".")) {
      parts.isPlain = false
      try digits(&parts, fraction: true)
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      offset &+= 1
      parts.isPlain = false
      try exponent(&parts)
    }
    return parts
  }

  private mutating func digits(_ parts: inout Parts, fraction: Bool) throws(JSONError) {
    let start = offset
    while JSONBytes.isDigit(byte) {
      if parts.digits < 1_000_000_000_000_000_000 {
        parts.digits = parts.digits &* 10 &+ UInt64(byte &- 0x30)
        if fraction { parts.exponent &-= 1 }
      } else {
        parts.isCut = true
        if !fraction { parts.exponent &+= 1 }
      }
      offset &+= 1
    }
    if offset == start { throw failure(.expectedNumber) }
  }

  private mutating func exponent(_ parts: inout Parts) throws(JSONError) {
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative || byte == UInt8(ascii: "+") { offset &+= 1 }
    let start = offset
    var value = 0
    while JSONBytes.isDigit(byte) {
      value = min(value &* 10 &+ Int(byte &- 0x30), 1_000_000)
      offset &+= 1
    }
    if offset == start { throw failure(.expectedNumber) }
    parts.exponent &+= isNegative ? -value : value
  }
}
