internal import Glibc

/// Why a file of records could not be read on.
public enum RecordFileError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(path: String)
  case unreadable(path: String, reason: String)
  /// The line is stepped over: reading may go on.
  case lineTooLong(path: String, line: Int, limit: Int)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such file; check the spelling (- is standard input)"
    case .unreadable(let path, let reason): "\(path): can't be read: \(reason)"
    case .lineTooLong(let path, let line, let limit): "\(path):\(line): longer than \(limit) bytes; not read"
    }
  }
}

/// Reads a file of any size line by line, in memory for one line.
///
///     let lines = try RecordLines("annotations.jsonl")
///     while let line = try lines.next() { record = try reader.read(line) }
///
/// Blank lines and a byte order mark at the start are stepped over. One thread at a time.
public final class RecordLines {
  /// As given; `-` is standard input.
  public let path: String
  /// Number of the line that `next` gave, from 1.
  public private(set) var number = 0
  /// Whether the line that `next` gave ended in a line feed: if not, the file may have been cut off there.
  public private(set) var isWhole = true
  /// Fills the start of a buffer; 0 at the end.
  public typealias Source = (UnsafeMutableRawBufferPointer) throws(RecordFileError) -> Int

  private let source: Source
  /// Closed with the last reference; -1 where there is none of ours.
  private let descriptor: Int32
  private let limit: Int
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// What is read and not yet given: `start..<end`, of which bytes before `searched` hold no line feed.
  private var start = 0
  private var end = 0
  private var searched = 0
  private var isAtEnd = false

  /// - Parameter limit: the longest line that is read, in bytes.
  public convenience init(_ path: String, limit: Int = 1 << 28) throws(RecordFileError) {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      throw errno == ENOENT ? .missing(path: path) : .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    self.init(path: path, limit: limit, descriptor: descriptor) { (buffer) throws(RecordFileError) in
      while true {
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        return got
      }
    }
  }

  /// Reads from anywhere, such as a file that is unpacked on the way.
  public convenience init(path: String, limit: Int = 1 << 28, source: @escaping Source) {
    self.init(path: path, limit: limit, descriptor: -1, source: source)
  }

  private init(path: String, limit: Int, descriptor: Int32, source: @escaping Source) {
    self.path = path
    self.limit = limit
    self.descriptor = descriptor
    self.source = source
    capacity = 1 << 20
    buffer = .allocate(capacity: capacity)
  }

  deinit {
    buffer.deallocate()
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// The next line without its line end, valid until the next call; nil at the end.
  public func next() throws(RecordFileError) -> UnsafeBufferPointer<UInt8>? {
    while let line = try rawLine() {
      let text = number == 1 ? Self.withoutMark(line) : line
      if !text.allSatisfy(JSONBytes.isSpace) { return text }
    }
    return nil
  }

  private func rawLine() throws(RecordFileError) -> UnsafeBufferPointer<UInt8>? {
    while true {
      if let stop = lineFeed() { return take(to: stop, ending: 1) }
      if isAtEnd { return start < end ? take(to: end, ending: 0) : nil }
      if end - start > limit {
        try stepOver()
        throw .lineTooLong(path: path, line: number, limit: limit)
      }
      try fill()
    }
  }

  private func take(to stop: Int, ending: Int) -> UnsafeBufferPointer<UInt8> {
    let line = UnsafeBufferPointer(start: buffer + start, count: stop - start)
    start = stop + ending
    searched = start
    number += 1
    isWhole = ending > 0
    return line
  }

  /// Offset of the next line feed in what has been read.
  private func lineFeed() -> Int? {
    guard searched < end, let found = memchr(buffer + searched, 0x0A, end - searched) else {
      searched = end
      return nil
    }
    return found - UnsafeMutableRawPointer(buffer)
  }

  /// Drops a line that is too long, up to its end.
  private func stepOver() throws(RecordFileError) {
    number += 1
    while true {
      start = end
      searched = end
      if isAtEnd { return }
      try fill()
      if let stop = lineFeed() {
        start = stop + 1
        searched = start
        return
      }
    }
  }

  /// Reads more behind `end`, making room first.
  private func fill() throws(RecordFileError) {
    if start > 0 {
      buffer.update(from: buffer + start, count: end - start)
      searched -= start
      end -= start
      start = 0
    } else if end == capacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: buffer, count: end)
      buffer.deallocate()
      buffer = larger
      capacity *= 2
    }
    let got = try source(UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end))
    end += got
    isAtEnd = got == 0
  }

  private static func withoutMark(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let hasMark = line.count >= 3 && line[0] == 0xEF && line[1] == 0xBB && line[2] == 0xBF
    return hasMark ? UnsafeBufferPointer(rebasing: line[3...]) : line
  }
}
