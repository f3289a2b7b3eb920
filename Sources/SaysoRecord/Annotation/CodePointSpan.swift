/// A half-open range of Unicode **code points** of a record's text, 0-based: what Python slices with `text[start:end]`.
///
/// The reading half of the house speaks in these; `TextSpan` counts bytes and never meets them.
@frozen
public struct CodePointSpan: Hashable, Sendable, Comparable, BitwiseCopyable {
  public var start: Int32
  public var end: Int32

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: end)
  }

  /// Length in code points.
  @inlinable public var count: Int { Int(end) - Int(start) }

  @inlinable
  public func contains(_ other: CodePointSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans share at least one code point.
  @inlinable
  public func overlaps(_ other: CodePointSpan) -> Bool { start < other.end && other.start < end }

  /// By start, then the longer first: the order of mentions.
  @inlinable
  public static func < (a: CodePointSpan, b: CodePointSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}

extension JSONByteWriter {
  /// `[412,489]`
  public mutating func span(_ span: CodePointSpan) {
    beginArray()
    int(Int(span.start))
    int(Int(span.end))
    endArray()
  }

  /// `"spans":[[412,489]]`
  public mutating func spans(_ spans: [CodePointSpan]) {
    key("spans")
    array(spans) { json, span in json.span(span) }
  }

  /// `"start":412,"end":489`
  public mutating func range(_ span: CodePointSpan) {
    field("start", Int(span.start))
    field("end", Int(span.end))
  }
}
