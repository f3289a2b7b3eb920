/// A string of a JSON text as it stands there: without its quotes, its escapes not yet resolved.
///
/// It points into the scanned bytes and is good for as long as they are.
public struct JSONText {
  /// The bytes between the quotes.
  public let raw: UnsafeBufferPointer<UInt8>
  /// Whether there is a backslash among them. Without one, `raw` is the text.
  public let hasEscapes: Bool

  init(_ raw: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) {
    self.raw = raw
    self.hasEscapes = hasEscapes
  }

  /// The text. Lone surrogates become U+FFFD.
  public var string: String {
    guard hasEscapes else { return String(decoding: raw, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: raw.count) { buffer in
      UnescapedBytes.write(raw, to: buffer).count
    }
  }

  /// The text as bytes, and how many lone surrogates were replaced by U+FFFD.
  public func bytes(countingSurrogates loneSurrogates: inout Int) -> [UInt8] {
    guard hasEscapes else { return Array(raw) }
    return [UInt8](unsafeUninitializedCapacity: raw.count) { buffer, count in
      let written = UnescapedBytes.write(raw, to: buffer)
      count = written.count
      loneSurrogates += written.loneSurrogates
    }
  }

  /// Whether the text is `other`, escapes resolved.
  public func equals(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !hasEscapes else {
      var ignored = 0
      return bytes(countingSurrogates: &ignored).elementsEqual(other)
    }
    return raw.count == other.count && raw.elementsEqual(other)
  }
}

/// Resolves the escapes of a string that the scanner has checked.
enum UnescapedBytes {
  /// Writes the text to `buffer`, which must be as long as `raw`: an escape never grows.
  static func write(
    _ raw: UnsafeBufferPointer<UInt8>, to buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> (count: Int, loneSurrogates: Int) {
    guard let from = raw.baseAddress, let into = buffer.baseAddress else { return (0, 0) }
    var index = 0
    var count = 0
    var loneSurrogates = 0
    while index < raw.count {
      let plain = plainRun(from + index, raw.count - index)
      (into + count).update(from: from + index, count: plain)
      index += plain
      count += plain
      guard index + 1 < raw.count else { break }
      if from[index + 1] == UInt8(ascii: "u") {
        let (scalar, length) = unicodeEscape(raw, at: index)
        if scalar == nil { loneSurrogates += 1 }
        for unit in UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
          into[count] = unit
          count += 1
        }
        index += length
      } else {
        into[count] = character(from[index + 1])
        count += 1
        index += 2
      }
    }
    return (count, loneSurrogates)
  }

  /// Number of bytes up to the next backslash.
  private static func plainRun(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let from = UnsafeRawPointer(start)
    var index = 0
    while index &+ 8 <= length {
      let marks = JSONBytes.backslashes(from.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if marks != 0 { return index &+ marks.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < length, start[index] != UInt8(ascii: "\\") { index &+= 1 }
    return index
  }

  private static func character(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  /// The character of `\uXXXX` or of a surrogate pair at `start`, and the escape's length; nil for a lone surrogate.
  private static func unicodeEscape(
    _ raw: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = JSONBytes.unit(raw, at: start + 2) ?? 0xFFFD
    guard first & 0xFC00 == 0xD800 else { return (Unicode.Scalar(first), 6) }
    let next = start + 6
    guard next + 6 <= raw.count, raw[next] == UInt8(ascii: "\\"), raw[next + 1] == UInt8(ascii: "u"),
      let second = JSONBytes.unit(raw, at: next + 2), second & 0xFC00 == 0xDC00
    else { return (nil, 6) }
    return (Unicode.Scalar(0x10000 + (UInt32(first & 0x3FF) << 10) + UInt32(second & 0x3FF)), 12)
  }
}
