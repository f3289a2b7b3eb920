internal import Glibc

/// Cuts a web archive into records as it streams by. Holds one record at a time, at most `maxBlock` bytes of it and
/// twice that of buffer.
///
/// Where a `Content-Length` is wrong, the record ends where the next one begins, and the cutter goes on there. Linear in
/// the bytes of the stream, whatever they are.
final class WarcCutter {
  enum Step {
    case record(WarcRecord)
    /// Bytes between records that belong to none of them.
    case lost(byteCount: Int)
    case end
  }

  private let window: StreamWindow
  private let maxBlock: Int

  /// A header is never longer.
  private static let maxHeader = 1 << 16

  init(_ stream: ByteStream, maxBlock: Int) {
    window = StreamWindow(stream)
    self.maxBlock = maxBlock
  }

  /// The next record, or what was stepped over before it.
  func next() throws(ReadError) -> Step {
    try skipLineEnds()
    if try !window.has(1) { return .end }
    guard let length = try headerLength(),
      let record = WarcRecord(header: UnsafeBufferPointer(rebasing: window.bytes[..<length])),
      let content = record.length
    else { return .lost(byteCount: try skipToRecord()) }
    window.step(over: length)
    if record.mayHoldArticle, content <= maxBlock { return .record(try fill(record, content)) }
    var skipped = record
    skipped.isTooLarge = record.mayHoldArticle
    try skip(content)
    return .record(skipped)
  }

  // MARK: Blocks

  private func fill(_ record: WarcRecord, _ content: Int) throws(ReadError) -> WarcRecord {
    var record = record
    let isWhole = try window.has(content)
    var end = min(content, window.count)
    _ = try window.has(content + 8)
    if !isWhole || !recordEnds(at: end), let next = recordStart(in: 0..<min(window.count, end + 8)) { end = next }
    record.block = window.take(end)
    return record
  }

  /// Whether the stream ends here or another record follows line ends.
  private func recordEnds(at offset: Int) -> Bool {
    let rest = window.bytes[min(offset, window.count)...].drop { $0 == 0x0D || $0 == 0x0A }
    return rest.isEmpty || rest.starts(with: "WARC/".utf8) || "WARC/".utf8.starts(with: rest)
  }

  /// Steps over a block without holding it. It ends where another record begins, whatever its length is said to be.
  private func skip(_ count: Int) throws(ReadError) {
    var left = count
    while left > 0, try window.has(1) {
      let isLast = try !window.has(9)
      let next = recordStart(in: 0..<min(window.count, left))
      let step = next ?? (isLast ? window.count : window.count - 8)
      window.step(over: min(left, step))
      if next != nil { return }
      left -= min(left, step)
    }
  }

  private func skipLineEnds() throws(ReadError) {
    while try window.has(1), window.bytes[0] == 0x0D || window.bytes[0] == 0x0A { window.step(over: 1) }
  }

  // MARK: Finding records

  /// Length of the header with the empty line behind it; nil where there is none within reach.
  private func headerLength() throws(ReadError) -> Int? {
    var scanned = 0
    while scanned < Self.maxHeader, try window.has(scanned + 1) {
      let bytes = window.bytes
      let end = min(bytes.count, Self.maxHeader)
      for index in scanned..<end where bytes[index] == 0x0A {
        let line = bytes[..<index]
        if line.last == 0x0A || line.suffix(2).elementsEqual([0x0A, 0x0D]) { return index + 1 }
      }
      scanned = end
    }
    return nil
  }

  /// Where a record begins at the start of a line; nil where none does.
  private func recordStart(in range: Range<Int>) -> Int? {
    let bytes = window.bytes
    guard let base = bytes.baseAddress else { return nil }
    var from = range.lowerBound
    while from < range.upperBound, let found = memchr(base + from, 0x0A, range.upperBound - from) {
      from = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if bytes[from..<range.upperBound].starts(with: "WARC/1.".utf8) { return from }
    }
    return nil
  }

  /// Steps over what is no record; the number of bytes.
  private func skipToRecord() throws(ReadError) -> Int {
    var skipped = 0
    while try window.has(9) {
      let next = recordStart(in: 0..<window.count)
      let step = next ?? window.count - 8
      skipped += step
      window.step(over: step)
      if next != nil { return skipped }
    }
    skipped += window.count
    window.step(over: window.count)
    return skipped
  }
}
