/// The bytes of one article: valid UTF-8, immutable, the only owner of the text.
///
/// Every span in the pipeline is a byte range in a `SourceText`. Output needs code point offsets, which are computed
/// in forward passes by a `CodePointCursor`; text that is all ASCII needs no conversion at all.
public struct SourceText: Sendable {
  public let bytes: [UInt8]

  /// Whether every byte is below 0x80, so that byte offsets and code point offsets are the same.
  public let isASCII: Bool

  /// - Parameter bytes: valid UTF-8, at most 2 GiB. Invalid sequences are replaced by U+FFFD.
  public init(_ bytes: [UInt8]) {
    let valid = SourceText.isValidUTF8(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    self.bytes = valid
    self.isASCII = valid.withUnsafeBufferPointer { buffer in
      var seen: UInt8 = 0
      for byte in buffer { seen |= byte }
      return seen < 0x80
    }
  }

  public init(_ string: String) {
    self.init(Array(string.utf8))
  }

  /// Length in bytes.
  public var count: Int { bytes.count }

  /// The text of a span. `source.string(TextSpan(0, 4))` is `"Oman"` for the text "Oman, ...".
  /// Bounds outside the text are clamped. O(length of the span).
  public func string(_ span: TextSpan) -> String {
    String(decoding: bytes[clamped(span)], as: UTF8.self)
  }

  /// The span as a byte range that is certain to lie in the text.
  public func clamped(_ span: TextSpan) -> Range<Int> {
    let start = min(max(0, Int(span.start)), bytes.count)
    return start..<min(max(start, Int(span.end)), bytes.count)
  }

  /// Whether `bytes` are well-formed UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF). O(n).
  public static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { isValidUTF8($0) }
  }
}

/// Turns byte offsets into code point offsets, in any order.
///
/// Text that is all ASCII needs no work. Otherwise one pass notes the count at every 64th byte; an offset is then a
/// look-up and at most eight steps of eight bytes. O(n) to make, O(1) per offset.
public struct CodePointCursor: ~Copyable {
  private let source: SourceText
  /// Code points before byte `64 * index`; empty for ASCII text.
  private var counts: [Int32] = []
  private static let block = 64

  public init(_ source: SourceText) {
    self.source = source
    guard !source.isASCII else { return }
    counts.reserveCapacity(source.count / Self.block + 1)
    source.bytes.withUnsafeBytes { bytes in
      var points = 0
      var from = 0
      while from <= bytes.count {
        counts.append(Int32(truncatingIfNeeded: points))
        points += Self.starts(in: bytes, from: from, to: min(bytes.count, from + Self.block))
        from += Self.block
      }
    }
  }

  /// The code point offset of a byte offset. An offset inside a sequence counts as the offset after it.
  public func offset(_ target: Int32) -> Int {
    let target = min(max(0, Int(target)), source.count)
    if source.isASCII { return target }
    let block = target / Self.block
    return source.bytes.withUnsafeBytes { bytes in
      Int(counts[block]) + Self.starts(in: bytes, from: block * Self.block, to: target)
    }
  }

  /// Number of bytes that start a code point: all but continuation bytes (10xxxxxx).
  private static func starts(in bytes: UnsafeRawBufferPointer, from: Int, to: Int) -> Int {
    var count = 0
    var at = from
    while at + 8 <= to {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let continuations = (word & 0x8080_8080_8080_8080) & ~((word << 1) & 0x8080_8080_8080_8080)
      count += 8 - continuations.nonzeroBitCount
      at += 8
    }
    while at < to {
      if bytes[at] & 0xC0 != 0x80 { count += 1 }
      at += 1
    }
    return count
  }
}
