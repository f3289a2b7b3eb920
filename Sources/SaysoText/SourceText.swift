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

/// Turns rising byte offsets into code point offsets in one forward pass over the text.
///
/// Offsets should come mostly in rising order: a step back restarts the count from the nearest checkpoint behind it,
/// so any order gives the right answer and rising order is O(n) over all calls together.
public struct CodePointCursor: ~Copyable {
  private let source: SourceText
  private var byte = 0
  private var point = 0
  private var checkpoints: [(byte: Int, point: Int)] = []
  private static let stride = 4096

  public init(_ source: SourceText) {
    self.source = source
  }

  /// The code point offset of a byte offset. An offset inside a sequence counts as the offset after it.
  public mutating func offset(_ target: Int32) -> Int {
    let target = min(max(0, Int(target)), source.count)
    if source.isASCII { return target }
    if target < byte { stepBack(to: target) }
    advance(to: target)
    return point
  }

  private mutating func stepBack(to target: Int) {
    let index = min(target / Self.stride, checkpoints.count) - 1
    if index >= 0, checkpoints[index].byte <= target {
      (byte, point) = (checkpoints[index].byte, checkpoints[index].point)
    } else {
      (byte, point) = (0, 0)
    }
  }

  private mutating func advance(to target: Int) {
    source.bytes.withUnsafeBufferPointer { buffer in
      while byte < target {
        let stop = min(target, (byte / Self.stride + 1) * Self.stride)
        while byte < stop {
          if buffer[byte] & 0xC0 != 0x80 { point += 1 }
          byte += 1
        }
        if byte % Self.stride == 0, checkpoints.count == byte / Self.stride - 1 {
          checkpoints.append((byte, point))
        }
      }
    }
  }
}
