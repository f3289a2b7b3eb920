internal import Glibc

/// The bytes of an open file, unpacked where they are gzip (by their first bytes, whatever the name says).
///
/// One thread at a time.
final class ByteStream {
  let path: String
  /// Bytes taken from the file so far, before unpacking: what a progress bar counts.
  private(set) var consumed = 0
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private var inflater: Inflater?
  private var transcoder: Transcoder?
  /// What was read ahead to look at the first bytes.
  private var head: [UInt8] = []
  private var headOffset = 0
  private var hasStarted = false

  /// Opens a file. A FIFO or device is as good as a regular file.
  init(opening file: FilePath) throws(ReadError) {
    path = file.display
    descriptor = file.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    ownsDescriptor = true
    guard descriptor >= 0 else { throw .system(path) }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  /// Reads from a descriptor that somebody else closes: standard input.
  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    ownsDescriptor = false
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  /// The first bytes of the content, at most 4,096 and possibly fewer than there are; they will be read again.
  func peek() throws(ReadError) -> [UInt8] {
    try start()
    if let inflater { return try inflater.peek { (into) throws(ReadError) in try self.readRaw(into) } }
    return Array(head[headOffset...].prefix(4096))
  }

  /// Whether the file is gzip, so that its size says little about its content's.
  func isPacked() throws(ReadError) -> Bool {
    try start()
    return inflater != nil
  }

  /// IANA name of the encoding that `transcodeWideText` found.
  var encoding: String? { transcoder?.encoding }

  /// Where the content has a byte order mark of UTF-16 or UTF-32, makes `read` give it as UTF-8. Before the first read.
  func transcodeWideText() throws(ReadError) {
    let head = try peek()
    guard let mark = head.withUnsafeBufferPointer(ByteOrderMark.init), mark.charset != "UTF-8" else { return }
    let skipped = UnsafeMutableRawBufferPointer.allocate(byteCount: mark.length, alignment: 1)
    defer { skipped.deallocate() }
    var left = mark.length
    while left > 0 {
      let got = try read(into: UnsafeMutableRawBufferPointer(rebasing: skipped[..<left]))
      if got == 0 { return }
      left -= got
    }
    transcoder = Transcoder(from: mark.charset)
  }

  /// Fills the start of `buffer` with what comes next; 0 at the end. Returns early with less where less is there, so
  /// that a line written to a pipe is seen at once.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    guard !buffer.isEmpty else { return 0 }
    guard let transcoder else { return try readContent(into: buffer) }
    return try transcoder.read(into: buffer) { (into) throws(ReadError) in try self.readContent(into: into) }
  }

  /// The content's own bytes, unpacked.
  private func readContent(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    try start()
    if let inflater {
      return try inflater.read(into: buffer) { (into) throws(ReadError) in try self.readRaw(into) }
    }
    return try readRaw(buffer)
  }

  /// Everything up to `limit` bytes, and whether there was more.
  func readAll(limit: Int, sizeHint: Int) throws(ReadError) -> (bytes: [UInt8], isCut: Bool) {
    let buffer = GrowingBuffer(capacity: min(max(4096, sizeHint + 1), limit + 1))
    while true {
      let got = try read(into: buffer.free)
      if got == 0 { return (buffer.bytes(upTo: buffer.filled), false) }
      buffer.filled += got
      if buffer.filled > limit { return ([], true) }
      if buffer.free.isEmpty { buffer.grow(limit: limit + 1) }
    }
  }

  /// Reads the first bytes and decides whether they are gzip.
  private func start() throws(ReadError) {
    guard !hasStarted else { return }
    hasStarted = true
    var first = [UInt8](repeating: 0, count: 4096)
    var filled = 0
    while filled < 3 {
      let offset = filled
      var failure: ReadError?
      let got = first.withUnsafeMutableBytes { buffer -> Int in
        do throws(ReadError) {
          return try readDescriptor(UnsafeMutableRawBufferPointer(rebasing: buffer[offset...]))
        } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      if got == 0 { break }
      filled += got
    }
    head = Array(first.prefix(filled))
    if head.starts(with: [0x1F, 0x8B, 0x08]) { inflater = Inflater(path: path) }
  }

  /// What was read ahead, then the file itself.
  private func readRaw(_ buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    guard headOffset < head.count else { return try readDescriptor(buffer) }
    let count = min(buffer.count, head.count - headOffset)
    head.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[headOffset..<headOffset + count]))
    }
    headOffset += count
    return count
  }

  private func readDescriptor(_ buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    while true {
      let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if got >= 0 {
        consumed += got
        return got
      }
      if errno != EINTR { throw .system(path) }
    }
  }
}
