internal import Glibc

/// Cuts a stream into runs of whole lines, a few hundred kilobytes each, without looking at what is in them.
///
/// One buffer is used over and over; it grows to the longest line, at most `maxLine` bytes. A longer line is stepped
/// over and reported. On a pipe a batch is as much as there is, so that a line is seen as soon as it is written.
final class LineBatcher {
  enum Step {
    /// Whole lines, the last one possibly without its line end; `firstLine` counts from 1.
    case lines(bytes: [UInt8], firstLine: Int)
    /// A line longer than the limit.
    case tooLong(line: Int, byteCount: Int)
    case end
  }

  private let stream: ByteStream
  private let maxLine: Int
  private let buffer: GrowingBuffer
  private var line = 1
  /// No line end stands before this offset in the buffer.
  private var scanned = 0
  private var isAtEnd = false
  /// Whether the stream held any bytes at all.
  private(set) var sawBytes = false

  init(_ stream: ByteStream, maxLine: Int, batch: Int = 1 << 18) {
    self.stream = stream
    self.maxLine = maxLine
    buffer = GrowingBuffer(capacity: batch)
  }

  /// The next run of lines. After an error the rest of the stream is lost, an unfinished line with it.
  func next() throws(ReadError) -> Step {
    while true {
      if let end = lastLineEnd() { return emit(end + 1) }
      if isAtEnd { return buffer.filled > 0 ? emit(buffer.filled) : .end }
      if buffer.filled > maxLine { return try stepOverLongLine() }
      if buffer.free.isEmpty { buffer.grow(limit: maxLine + 2) }
      try fill()
    }
  }

  /// Number of the line on which an error that `next` throws happened.
  var currentLine: Int { line }

  private func fill() throws(ReadError) {
    let got = try stream.read(into: buffer.free)
    if got == 0 { isAtEnd = true } else { sawBytes = true }
    buffer.filled += got
  }

  /// Offset of the last line end among the bytes not yet looked at.
  private func lastLineEnd() -> Int? {
    let bytes = buffer.used
    var index = buffer.filled
    while index > scanned {
      index -= 1
      if bytes[index] == 0x0A { return index }
    }
    scanned = buffer.filled
    return nil
  }

  private func emit(_ count: Int) -> Step {
    let bytes = buffer.bytes(upTo: count)
    let first = line
    line += Self.lineEnds(in: bytes)
    buffer.drop(count)
    scanned = buffer.filled
    return .lines(bytes: bytes, firstLine: first)
  }

  private func stepOverLongLine() throws(ReadError) -> Step {
    var skipped = buffer.filled
    buffer.filled = 0
    scanned = 0
    while true {
      try fill()
      if isAtEnd { break }
      if let base = buffer.memory.baseAddress, let end = memchr(base, 0x0A, buffer.filled) {
        let offset = UnsafeRawPointer(end) - UnsafeRawPointer(base)
        skipped += offset
        buffer.drop(offset + 1)
        break
      }
      skipped += buffer.filled
      buffer.filled = 0
    }
    line += 1
    return .tooLong(line: line - 1, byteCount: skipped)
  }

  private static func lineEnds(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      for byte in buffer where byte == 0x0A { count &+= 1 }
      return count
    }
  }
}
