internal import CZlib

/// Unpacks gzip, member after member, as `cat a.gz b.gz` makes them. Zeros or junk after the last member are ignored,
/// as gzip does. Also what web servers call "deflate".
final class Inflater {
  /// What is around the packed data. Only gzip has several members.
  enum Wrapping: Int32 {
    case gzip = 31
    case zlib = 15
    /// Nothing.
    case bare = -15
  }

  typealias Source = (UnsafeMutableRawBufferPointer) throws(ReadError) -> Int

  private let path: String
  private let wrapping: Wrapping
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var isOpen = false
  private var isInMember = true
  private var isDone = false
  private var peeked: [UInt8] = []

  init(path: String, _ wrapping: Wrapping = .gzip) {
    self.path = path
    self.wrapping = wrapping
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(byteCount: 1 << 16, alignment: 16)
    isOpen = inflateInit2_(stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isOpen { inflateEnd(stream) }
    stream.deallocate()
    input.deallocate()
  }

  /// The first bytes of the content; they will be read again.
  func peek(from source: Source) throws(ReadError) -> [UInt8] {
    if peeked.isEmpty {
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
      defer { buffer.deallocate() }
      let got = try inflateMore(into: buffer, from: source)
      peeked = Array(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
    }
    return peeked
  }

  /// Fills the start of `buffer`; 0 at the end of the last member.
  func read(into buffer: UnsafeMutableRawBufferPointer, from source: Source) throws(ReadError) -> Int {
    guard !peeked.isEmpty else { return try inflateMore(into: buffer, from: source) }
    let count = min(buffer.count, peeked.count)
    buffer.copyBytes(from: peeked.prefix(count))
    peeked.removeFirst(count)
    return count
  }

  private func inflateMore(into buffer: UnsafeMutableRawBufferPointer, from source: Source) throws(ReadError) -> Int {
    guard isOpen else { throw .corruptGzip(path: path) }
    let capacity = min(buffer.count, Int(UInt32.max))
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(capacity)
    while !isDone, stream.pointee.avail_out == UInt32(capacity) {
      if stream.pointee.avail_in == 0 { try refill(from: source) }
      if isDone { break }
      if isInMember { try step() } else { try startMember() }
    }
    return capacity - Int(stream.pointee.avail_out)
  }

  private func refill(from source: Source) throws(ReadError) {
    let got = try source(input)
    guard got > 0 else {
      if isInMember { throw .truncatedGzip(path: path) }
      isDone = true
      return
    }
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(got)
  }

  private func step() throws(ReadError) {
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isInMember = false
    default: throw .corruptGzip(path: path)
    }
  }

  private func startMember() throws(ReadError) {
    guard wrapping == .gzip, stream.pointee.next_in?.pointee == 0x1F else {
      isDone = true
      return
    }
    guard inflateReset(stream) == Z_OK else { throw .corruptGzip(path: path) }
    isInMember = true
  }
}
