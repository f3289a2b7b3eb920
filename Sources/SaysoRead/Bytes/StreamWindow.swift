/// The bytes of a stream from where its reader stands, as many as it asks for. Offsets count from there.
///
/// Holds twice what was asked for at most; each byte is moved at most once for each that is read.
final class StreamWindow {
  let stream: ByteStream
  private let buffer: GrowingBuffer
  /// Offset in the buffer of what has not been handed out.
  private var start = 0
  private var isAtEnd = false

  init(_ stream: ByteStream, capacity: Int = 1 << 17) {
    self.stream = stream
    buffer = GrowingBuffer(capacity: capacity)
  }

  /// Number of bytes that are there.
  var count: Int { buffer.filled - start }

  /// What is there, good until the next call of `has`.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer.used[start...]) }

  /// Reads until `count` bytes are there; false where the stream ends before.
  func has(_ count: Int) throws(ReadError) -> Bool {
    while self.count < count, !isAtEnd {
      if buffer.free.isEmpty { makeRoom() }
      let got = try stream.read(into: buffer.free)
      if got == 0 { isAtEnd = true }
      buffer.filled += got
    }
    return self.count >= count
  }

  /// Steps over bytes that are there.
  func step(over count: Int) { start += min(max(0, count), self.count) }

  /// The next bytes, which are stepped over.
  func take(_ count: Int) -> [UInt8] {
    let taken = Array(bytes.prefix(max(0, count)))
    start += taken.count
    return taken
  }

  /// Moves what is left only where that is the smaller half.
  private func makeRoom() {
    if start >= buffer.memory.count / 2 {
      buffer.drop(start)
      start = 0
    } else {
      buffer.grow(limit: Int.max)
    }
  }
}
