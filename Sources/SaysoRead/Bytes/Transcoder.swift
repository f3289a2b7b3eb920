internal import SaysoICU

/// Turns a stream of another encoding into UTF-8 as it is read.
final class Transcoder {
  typealias Source = (UnsafeMutableRawBufferPointer) throws(ReadError) -> Int

  private let converter: CharsetConverter
  private let chunk = GrowingBuffer(capacity: 1 << 16)
  private var ready: [UInt8] = []
  private var offset = 0
  private var isAtEnd = false

  /// IANA name of the encoding.
  var encoding: String { converter.name }

  /// Nil where ICU knows no such charset.
  init?(from charset: String) {
    guard let converter = try? CharsetConverter(charset: charset) else { return nil }
    self.converter = converter
  }

  /// Fills the start of `buffer`; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer, from source: Source) throws(ReadError) -> Int {
    while offset == ready.count, !isAtEnd { try refill(from: source) }
    let count = min(buffer.count, ready.count - offset)
    buffer.copyBytes(from: ready[offset..<offset + count])
    offset += count
    return count
  }

  private func refill(from source: Source) throws(ReadError) {
    chunk.filled = 0
    chunk.filled = try source(chunk.free)
    isAtEnd = chunk.filled == 0
    ready.removeAll(keepingCapacity: true)
    offset = 0
    // What is malformed is counted line by line, where it can be reported.
    _ = converter.append(chunk.used, isLast: isAtEnd, to: &ready)
  }
}
