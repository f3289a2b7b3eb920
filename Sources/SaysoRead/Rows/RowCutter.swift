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

  private let window: StreamWindow
  private let maxRow: Int
  private var line = 1
  /// What stands between fields: what the first row has most of, of comma, semicolon and tab.
  private(set) var separator = UInt8(ascii: ",")
  private var hasSeparator = false

  init(_ stream: ByteStream, maxRow: Int) {
    window = StreamWindow(stream)
    self.maxRow = maxRow
  }

  /// The next row; nil at the end.
  func next() throws(ReadError) -> Row? {
    try chooseSeparator()
    var state = QuoteState()
    var length = 0
    while length <= maxRow, try window.has(length + 1) {
      let bytes = window.bytes
      let end = min(bytes.count, maxRow + 1)
      while length < end {
        let byte = bytes[length]
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
    if let end = window.bytes[..<length].firstIndex(of: 0x0A) {
      var row = take(end + 1)
      row.isBroken = true
      return row
    }
    var row = take(length)
    row.isBroken = true
    while try window.has(1) {
      let end = window.bytes.firstIndex(of: 0x0A)
      _ = take(end.map { $0 + 1 } ?? window.count)
      if end != nil { break }
    }
    return row
  }

  private func take(_ length: Int) -> Row {
    let row = Row(bytes: window.take(length), line: line)
    line += row.bytes.count { $0 == 0x0A }
    return row
  }

  private func chooseSeparator() throws(ReadError) {
    guard !hasSeparator, try window.has(1) else { return }
    hasSeparator = true
    _ = try window.has(4_096)
    let head = window.bytes.prefix(4_096).prefix { $0 != 0x0A }
    for candidate in [UInt8(ascii: ";"), 0x09]
    where head.count(where: { $0 == candidate }) > head.count(where: { $0 == separator }) {
      separator = candidate
    }
  }
}
