/// Cuts a stream of comma-separated values (RFC 4180) into rows. A quoted field may hold line ends.
///
/// Where quotation marks do not balance, the row that opens the one too many is given up at its line end, and the cutter
/// goes on behind it. Holds one row at a time, at most `maxRow` bytes.
final class RowCutter {
  struct Row: Sendable {
    var bytes: [UInt8]
    /// Counted from 1.
    var line: Int
    /// A quotation mark has no partner before the end or the limit: `bytes` is the first line.
    var isBroken = false
  }

  private let stream: ByteStream
  private let maxRow: Int
  private let buffer = GrowingBuffer(capacity: 1 << 17)
  /// Offset in the buffer of what has not been handed out.
  private var start = 0
  private var line = 1
  private var isAtEnd = false
  /// What stands between fields: what the first row has most of, of comma, semicolon and tab.
  private(set) var separator = UInt8(ascii: ",")
  private var hasSeparator = false

  init(_ stream: ByteStream, maxRow: Int) {
    self.stream = stream
    self.maxRow = maxRow
  }

  /// The next row; nil at the end.
  func next() throws(ReadError) -> Row? {
    try chooseSeparator()
    var state = QuoteState()
    var length = 0
    while length <= maxRow, try has(length + 1) {
      let end = min(buffer.filled - start, maxRow + 1)
      while length < end {
        let byte = buffer.used[start + length]
        length += 1
        if state.endsRow(byte, separator: separator) { return take(length) }
      }
    }
    guard length > 0 else { return nil }
    if length <= maxRow, !state.isQuoted { return take(length) }
    return try giveUp(length)
  }

  /// The first line of a row that does not end, however long it is.
  private func giveUp(_ length: Int) throws(ReadError) -> Row? {
    if let end = buffer.used[start..<start + length].firstIndex(of: 0x0A) {
      var row = take(end + 1 - start)
      row.isBroken = true
      return row
    }
    var row = take(length)
    row.isBroken = true
    while try has(1) {
      let end = buffer.used[start..<buffer.filled].firstIndex(of: 0x0A)
      _ = take((end.map { $0 + 1 } ?? buffer.filled) - start)
      if end != nil { break }
    }
    return row
  }

  private func take(_ length: Int) -> Row {
    let bytes = Array(UnsafeBufferPointer(rebasing: buffer.used[start..<start + length]))
    let row = Row(bytes: bytes, line: line)
    start += length
    line += bytes.count { $0 == 0x0A }
    return row
  }

  private func chooseSeparator() throws(ReadError) {
    guard !hasSeparator, try has(1) else { return }
    hasSeparator = true
    _ = try has(4_096)
    let head = buffer.used[start..<min(buffer.filled, start + 4_096)].prefix { $0 != 0x0A }
    for candidate in [UInt8(ascii: ";"), 0x09]
    where head.count(where: { $0 == candidate }) > head.count(where: { $0 == separator }) {
      separator = candidate
    }
  }

  /// Reads until `count` bytes are there to be handed out; false where the stream ends before.
  private func has(_ count: Int) throws(ReadError) -> Bool {
    while buffer.filled - start < count, !isAtEnd {
      if buffer.free.isEmpty {
        if start >= buffer.memory.count / 2 {
          buffer.drop(start)
          start = 0
        } else {
          buffer.grow(limit: Int.max)
        }
      }
      let got = try stream.read(into: buffer.free)
      if got == 0 { isAtEnd = true }
      buffer.filled += got
    }
    return buffer.filled - start >= count
  }
}
