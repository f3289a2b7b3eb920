/// What stands under a wanted key.
enum JSONField: Equatable {
  case string([UInt8])
  /// A number or `true`/`false`, as written.
  case scalar(String)
  case strings([String])
  /// `null`, an object, or an array of other things.
  case other
}

/// Why a line is no JSON object, and where: a byte offset in the line.
struct JSONSyntaxError: Error, Equatable {
  var offset: Int
  var reason: StaticString

  static func == (a: JSONSyntaxError, b: JSONSyntaxError) -> Bool {
    a.offset == b.offset && a.reason.description == b.reason.description
  }
}

/// Pulls the values of given keys out of one JSON object in one pass, checking the syntax of all of it.
///
/// Nothing is built for what nobody asked for, and nesting needs no recursion. Of a key given twice the last counts.
/// Two leniencies: raw control characters inside strings, and lone surrogates, which come out as U+FFFD, counted.
struct JSONObjectReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private(set) var loneSurrogates = 0
  private static let deepest = 1000

  /// - Parameter bytes: valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The fields in the order of `keys`; nil for a key that isn't there.
  mutating func fields(_ keys: [[UInt8]]) throws(JSONSyntaxError) -> [JSONField?] {
    var found = [JSONField?](repeating: nil, count: keys.count)
    skipSpace()
    guard take(UInt8(ascii: "{")) else { throw failure("expected an object") }
    skipSpace()
    if take(UInt8(ascii: "}")) {
      try finish()
      return found
    }
    repeat {
      skipSpace()
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure("expected a colon") }
      skipSpace()
      if let slot = keys.firstIndex(where: { !$0.isEmpty && $0 == key }) {
        found[slot] = try value()
      } else {
        try skipValue()
      }
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure("expected a comma or a closing brace") }
    try finish()
    return found
  }

  private mutating func finish() throws(JSONSyntaxError) {
    skipSpace()
    if index < bytes.count { throw failure("expected nothing after the object") }
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONField {
    switch peek {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "{"), UInt8(ascii: "n"):
      try skipValue()
      return .other
    default:
      let start = index
      try skipValue()
      return .scalar(String(decoding: bytes[start..<index], as: UTF8.self))
    }
  }

  /// An array of strings is read; any other is checked and skipped.
  private mutating func array() throws(JSONSyntaxError) -> JSONField {
    let start = index
    index += 1
    var strings: [String] = []
    skipSpace()
    while peek == UInt8(ascii: "\"") {
      strings.append(String(decoding: try string(), as: UTF8.self))
      skipSpace()
      if take(UInt8(ascii: "]")) { return .strings(strings) }
      guard take(UInt8(ascii: ",")) else { throw failure("expected a comma or a closing bracket") }
      skipSpace()
    }
    index = start
    try skipValue()
    return .other
  }
}

// MARK: Strings

extension JSONObjectReader {
  /// The string that starts here, unescaped.
  private mutating func string() throws(JSONSyntaxError) -> [UInt8] {
    let body = try skipString()
    guard body.hasEscapes else { return Array(bytes[body.range]) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(body.range.count)
    var from = body.range.lowerBound
    while let slash = nextBackslash(from: from, to: body.range.upperBound) {
      unescaped.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<slash]))
      from = appendEscape(at: slash, to: &unescaped)
    }
    unescaped.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<body.range.upperBound]))
    return unescaped
  }

  /// Steps over a string and checks its escapes.
  private mutating func skipString() throws(JSONSyntaxError) -> (range: Range<Int>, hasEscapes: Bool) {
    guard take(UInt8(ascii: "\"")) else { throw failure("expected a string in double quotes") }
    let start = index
    var hasEscapes = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return (start..<index - 1, hasEscapes) }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try skipEscape()
      }
    }
    throw failure("the string has no end")
  }

  /// Steps over what follows a backslash.
  private mutating func skipEscape() throws(JSONSyntaxError) {
    guard let letter = peek else { throw failure("the string has no end") }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return
    case UInt8(ascii: "u"):
      guard unit(at: index) != nil else { throw failure("expected four hexadecimal digits") }
      index += 4
    default:
      throw failure("unknown escape")
    }
  }

  private func nextBackslash(from: Int, to end: Int) -> Int? {
    var index = from
    while index < end {
      if bytes[index] == UInt8(ascii: "\\") { return index }
      index += 1
    }
    return nil
  }

  /// Appends the character of the (checked) escape at `slash`; returns the offset after it.
  private mutating func appendEscape(at slash: Int, to text: inout [UInt8]) -> Int {
    switch bytes[slash + 1] {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): return appendUnicodeEscape(at: slash, to: &text)
    case let other: text.append(other)
    }
    return slash + 2
  }

  private mutating func appendUnicodeEscape(at slash: Int, to text: inout [UInt8]) -> Int {
    let first = unit(at: slash + 2) ?? 0xFFFD
    var end = slash + 6
    var value = UInt32(first)
    if first & 0xFC00 == 0xD800, end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\\"),
      bytes[end + 1] == UInt8(ascii: "u"), let second = unit(at: end + 2), second & 0xFC00 == 0xDC00
    {
      value = 0x10000 + (UInt32(first & 0x3FF) << 10) + UInt32(second & 0x3FF)
      end += 6
    }
    let scalar = Unicode.Scalar(value)
    if scalar == nil { loneSurrogates += 1 }
    text.append(contentsOf: String(scalar ?? "\u{FFFD}").utf8)
    return end
  }

  /// The value of four hexadecimal digits.
  private func unit(at offset: Int) -> UInt16? {
    guard offset + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[offset..<offset + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt16(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt16(byte - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }
}

// MARK: Everything else

extension JSONObjectReader {
  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private func failure(_ reason: StaticString) -> JSONSyntaxError { JSONSyntaxError(offset: index, reason: reason) }

  /// Steps over any value, keeping the open brackets on a stack of its own.
  private mutating func skipValue() throws(JSONSyntaxError) {
    var closers: [UInt8] = []
    while true {
      if try opens(&closers) { continue }
      skipSpace()
      while let closer = closers.last {
        skipSpace()
        if take(closer) {
          closers.removeLast()
        } else if take(UInt8(ascii: ",")) {
          skipSpace()
          if closer == UInt8(ascii: "}") { try skipKey() }
          break
        } else {
          throw failure("expected a comma or a closing bracket")
        }
      }
      if closers.isEmpty { return }
    }
  }

  /// Steps over a scalar or an empty container, or into a container: then true, and a value comes next.
  private mutating func opens(_ closers: inout [UInt8]) throws(JSONSyntaxError) -> Bool {
    skipSpace()
    switch peek {
    case UInt8(ascii: "\""): _ = try skipString()
    case UInt8(ascii: "["): return try enter(UInt8(ascii: "]"), &closers)
    case UInt8(ascii: "{"): return try enter(UInt8(ascii: "}"), &closers)
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
    return false
  }

  private mutating func enter(_ closer: UInt8, _ closers: inout [UInt8]) throws(JSONSyntaxError) -> Bool {
    guard closers.count < Self.deepest else { throw failure("nested more than 1,000 deep") }
    index += 1
    skipSpace()
    if take(closer) { return false }
    closers.append(closer)
    if closer == UInt8(ascii: "}") { try skipKey() }
    return true
  }

  private mutating func skipKey() throws(JSONSyntaxError) {
    _ = try skipString()
    skipSpace()
    guard take(UInt8(ascii: ":")) else { throw failure("expected a colon") }
  }

  private mutating func skipWord(_ word: StaticString) throws(JSONSyntaxError) {
    for byte in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount) where !take(byte) {
      throw failure("expected a value")
    }
  }

  private mutating func skipNumber() throws(JSONSyntaxError) {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try skipDigits() }
    if take(UInt8(ascii: ".")) { try skipDigits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONSyntaxError) {
    let start = index
    while let byte = peek, (0x30...0x39).contains(byte) { index += 1 }
    if index == start { throw failure("expected a value") }
  }
}
