/// One code point out of bytes, for loops that must not make a `String`.
public enum UTF8Scalar {
  /// The code point at `at` and its length in bytes. The text is valid UTF-8; one that its end cuts reads as U+FFFD,
  /// and past the end there are spaces. O(1).
  @inlinable
  @inline(__always)
  public static func decode(_ text: UnsafeBufferPointer<UInt8>, at: Int) -> (scalar: UInt32, length: Int) {
    guard at < text.count else { return (0x20, 1) }
    let lead = text[at]
    return lead < 0x80 ? (UInt32(lead), 1) : decodeLong(text, lead, at)
  }

  @usableFromInline
  static func decodeLong(
    _ text: UnsafeBufferPointer<UInt8>, _ lead: UInt8, _ at: Int
  ) -> (scalar: UInt32, length: Int) {
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard at + length <= text.count else { return (0xFFFD, text.count - at) }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { scalar = scalar << 6 | UInt32(text[at + offset] & 0x3F) }
    return (scalar, length)
  }
}
