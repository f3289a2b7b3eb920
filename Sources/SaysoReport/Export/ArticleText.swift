internal import SaysoRecord
internal import SaysoText

/// An article's text with its offsets in every unit.
///
/// One pass notes bytes and UTF-16 units at every 16th code point; an offset is then a look-up and at most fifteen
/// steps. Text that is all ASCII needs neither. Offsets outside the text count as its end. O(n) to make, O(1) each.
struct ArticleText {
  private static let stride = 16

  let source: SourceText
  /// Length in code points.
  let count: Int
  /// Byte offset of code point `16 * index`, and the number of code points before it that UTF-16 writes as two units.
  private var byteAt: [UInt32] = []
  private var pairsAt: [UInt32] = []

  init(_ text: String) {
    source = SourceText(text)
    guard !source.isASCII else {
      count = source.count
      return
    }
    var points = 0
    var pairs: UInt32 = 0
    for (index, byte) in source.bytes.enumerated() where byte & 0xC0 != 0x80 {
      if points % Self.stride == 0 {
        byteAt.append(UInt32(truncatingIfNeeded: index))
        pairsAt.append(pairs)
      }
      if byte >= 0xF0 { pairs += 1 }
      points += 1
    }
    count = points
  }

  /// The offset of a code point in another unit.
  func offset(_ point: Int32, _ unit: OffsetUnit) -> Int {
    let point = min(max(0, Int(point)), count)
    if source.isASCII || unit == .codepoints { return point }
    let (byte, pairs) = position(point)
    return unit == .utf8 ? byte : point + pairs
  }

  /// The byte offset of a code point.
  func byte(_ point: Int32) -> Int { offset(point, .utf8) }

  private func position(_ point: Int) -> (byte: Int, pairs: Int) {
    guard point < count else { return (source.count, Int(pairsAt.last ?? 0) + tailPairs) }
    let slot = point / Self.stride
    var byte = Int(byteAt[slot])
    var pairs = Int(pairsAt[slot])
    for _ in 0..<(point % Self.stride) {
      let lead = source.bytes[byte]
      pairs += lead >= 0xF0 ? 1 : 0
      byte += Self.length(lead)
    }
    return (byte, pairs)
  }

  /// Pairs behind the last noted code point.
  private var tailPairs: Int { source.bytes[Int(byteAt.last ?? 0)...].count { $0 >= 0xF0 } }

  private static func length(_ lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// All of it.
  var bytes: [UInt8] { source.bytes }

  /// The bytes of a span.
  func bytes(_ span: CodePointSpan) -> ArraySlice<UInt8> {
    let start = byte(span.start)
    return source.bytes[start..<max(start, byte(span.end))]
  }

  func string(_ span: CodePointSpan) -> String { String(decoding: bytes(span), as: UTF8.self) }

  /// Whether the code point is white space as Python's `str.isspace` has it.
  func isSpace(_ point: Int32) -> Bool {
    let at = byte(point)
    guard at < source.count else { return true }
    let lead = source.bytes[at]
    if lead < 0x80 { return lead == 0x20 || (0x09...0x0D).contains(lead) || (0x1C...0x1F).contains(lead) }
    let scalar = source.bytes[at..<min(source.count, at + Self.length(lead))].reduce(into: UInt32(0)) { value, byte in
      value = value << 8 | UInt32(byte)
    }
    switch scalar {
    case 0xC285, 0xC2A0, 0xE19A80, 0xE28080...0xE2808A, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F, 0xE38080: return true
    default: return false
    }
  }

  /// The span inside the text and without white space at its ends; nil where nothing is left.
  func trimmed(_ span: CodePointSpan) -> CodePointSpan? {
    var start = max(0, min(span.start, Int32(clamping: count)))
    var end = max(start, min(span.end, Int32(clamping: count)))
    while start < end, isSpace(start) { start += 1 }
    while start < end, isSpace(end - 1) { end -= 1 }
    return start < end ? CodePointSpan(Int(start), Int(end)) : nil
  }

  /// Up to `length` code points before and behind a span.
  func surroundings(_ span: CodePointSpan, length: Int32 = 32) -> (before: String, behind: String) {
    let end = Int32(clamping: count)
    return (
      string(CodePointSpan(Int(max(0, span.start - length)), Int(span.start))),
      string(CodePointSpan(Int(min(span.end, end)), Int(min(end, span.end + min(length, end)))))
    )
  }
}
