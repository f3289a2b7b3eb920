/// A half-open range of UTF-8 **bytes** in a `SourceText`: `start ..< end`, 0-based.
///
/// Eight bytes and trivial to copy, so layers hold millions of them. It is not named `Span` because the standard
/// library has a type of that name. Output speaks in code points; `SourceText.codePoints(of:)` converts.
@frozen
public struct TextSpan: Hashable, Sendable, Comparable {
  public var start: Int32
  public var end: Int32

  @inlinable
  public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// Length in bytes.
  @inlinable public var count: Int { Int(end) - Int(start) }

  @inlinable public var isEmpty: Bool { end <= start }

  /// The span as a range of `Int`, for slicing a byte buffer.
  @inlinable public var range: Range<Int> { Int(start)..<max(Int(start), Int(end)) }

  /// Whether every byte of `other` lies in this span. An empty span inside or at an edge counts.
  @inlinable
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans share at least one byte.
  @inlinable
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// The smallest span that covers both.
  @inlinable
  public func union(_ other: TextSpan) -> TextSpan {
    TextSpan(start: min(start, other.start), end: max(end, other.end))
  }

  /// Order of annotation layers: by start, then the longer first.
  @inlinable
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
