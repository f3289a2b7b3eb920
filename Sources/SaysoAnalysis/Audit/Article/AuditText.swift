internal import SaysoRecord

/// Lines and columns of a passage, both from 1; columns count code points.
public struct TextPlace: Hashable, Sendable {
  public var startLine: Int
  public var startColumn: Int
  public var endLine: Int
  /// Behind the last character.
  public var endColumn: Int
}

/// An article's text, to be cut by code point offsets in constant time.
public struct AuditText: Sendable {
  /// Every so many code points the byte offset is kept.
  private static let step = 32

  let bytes: [UInt8]
  /// Number of code points.
  let count: Int
  private let marks: [Int32]
  /// Code point offsets of the first characters of the lines.
  private let lines: [Int32]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var marks: [Int32] = []
    var lines: [Int32] = [0]
    var count = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if count % Self.step == 0 { marks.append(Int32(clamping: offset)) }
      count += 1
      if byte == 0x0A { lines.append(Int32(clamping: count)) }
    }
    (self.count, self.marks, self.lines) = (count, marks, lines)
  }

  /// The bytes from one code point to another; offsets outside are clamped.
  func slice(_ span: CodePointSpan) -> ArraySlice<UInt8> {
    let start = byteOffset(Int(span.start))
    return bytes[start..<max(start, byteOffset(Int(span.end)))]
  }

  func string(_ span: CodePointSpan) -> String { String(decoding: slice(span), as: UTF8.self) }

  private func byteOffset(_ offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    guard offset < count else { return bytes.count }
    var byte = Int(marks[offset / Self.step])
    var left = offset % Self.step
    while left > 0 {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      left -= 1
    }
    return byte
  }

  /// Lines and columns of a passage. O(log of the lines).
  func place(of span: CodePointSpan) -> TextPlace {
    let (startLine, startColumn) = position(span.start)
    let (endLine, endColumn) = position(max(span.start, span.end))
    return TextPlace(startLine: startLine, startColumn: startColumn, endLine: endLine, endColumn: endColumn)
  }

  private func position(_ offset: Int32) -> (line: Int, column: Int) {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, Int(offset - lines[low]) + 1)
  }
}
