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

  private let stream: ByteStream
  private let maxBlock: Int
  private let buffer = GrowingBuffer(capacity: 1 << 17)
  /// Offset in the buffer of what has not been handed out.
  private var start = 0
  private var isAtEnd = false

  /// A header is never longer.
  private static let maxHeader = 1 << 16

  init(_ stream: ByteStream, maxBlock: Int) {
    self.stream = stream
    self.maxBlock = maxBlock
  }

  /// The next record, or what was stepped over before it.
  func next() throws(ReadError) -> Step {
    try skipLineEnds()
    if try !has(1) { return .end }
    guard let length = try headerLength(),
      let record = WarcRecord(header: UnsafeBufferPointer(rebasing: buffer.used[start..<start + length])),
      let content = record.length
    else { return .lost(byteCount: try skipToRecord()) }
    start += length
    if record.mayHoldArticle, content <= maxBlock { return .record(try fill(record, content)) }
    var skipped = record
    skipped.isTooLarge = record.mayHoldArticle
    try skip(content)
    return .record(skipped)
  }

  // MARK: Blocks

  private func fill(_ record: WarcRecord, _ content: Int) throws(ReadError) -> WarcRecord {
    var record = record
    let isWhole = try has(content)
    var end = start + min(content, buffer.filled - start)
    _ = try has(content + 8)
    if !isWhole || !recordEnds(at: end), let next = recordStart(in: start..<min(buffer.filled, end + 8)) { end = next }
    record.block = Array(UnsafeBufferPointer(rebasing: buffer.used[start..<end]))
    start = end
    return record
  }

  /// Whether the stream ends here or another record follows line ends.
  private func recordEnds(at offset: Int) -> Bool {
    let rest = buffer.used[min(offset, buffer.filled)...].drop { $0 == 0x0D || $0 == 0x0A }
    return rest.isEmpty || rest.starts(with: "WARC/".utf8) || "WARC/".utf8.starts(with: rest)
  }

  /// Steps over bytes without holding them.
  private func skip(_ count: Int) throws(ReadError) {
    var left = count
    while left > 0, try has(1) {
      let step = min(left, buffer.filled - start)
      start += step
      left -= step
    }
  }

  private func skipLineEnds() throws(ReadError) {
    while try has(1), buffer.used[start] == 0x0D || buffer.used[start] == 0x0A { start += 1 }
  }

  // MARK: Finding records

  /// Length of the header with the empty line behind it; nil where there is none within reach.
  private func headerLength() throws(ReadError) -> Int? {
    var scanned = 0
    while scanned < Self.maxHeader, try has(scanned + 1) {
      let end = min(buffer.filled, start + Self.maxHeader)
      for index in (start + scanned)..<end where buffer.used[index] == 0x0A {
        let line = buffer.used[start..<index]
        if line.last == 0x0A || line.suffix(2).elementsEqual([0x0A, 0x0D]) { return index + 1 - start }
      }
      scanned = end - start
    }
    return nil
  }

  /// Where a record begins at the start of a line; nil where none does.
  private func recordStart(in range: Range<Int>) -> Int? {
    guard let base = buffer.used.baseAddress else { return nil }
    var from = range.lowerBound
    while from < range.upperBound, let found = memchr(base + from, 0x0A, range.upperBound - from) {
      from = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if buffer.used[from..<range.upperBound].starts(with: "WARC/1.".utf8) { return from }
    }
    return nil
  }

  /// Steps over what is no record; the number of bytes.
  private func skipToRecord() throws(ReadError) -> Int {
    var skipped = 0
    while try has(9) {
      if let next = recordStart(in: start..<buffer.filled) {
        skipped += next - start
        start = next
        return skipped
      }
      let step = buffer.filled - start - 8
      skipped += step
      start += step
    }
    skipped += buffer.filled - start
    start = buffer.filled
    return skipped
  }

  /// Reads until `count` bytes are there to be handed out; false where the stream ends before.
  private func has(_ count: Int) throws(ReadError) -> Bool {
    while buffer.filled - start < count, !isAtEnd {
      if buffer.free.isEmpty {
        // Moves what is left only where that is the smaller half: each byte is moved once for each that is read.
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
