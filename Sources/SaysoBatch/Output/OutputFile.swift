internal import Glibc

/// Whole lines on their way to standard output or into a file, every write checked.
///
/// A file is written as `NAME.partial` and renamed when whole, so that NAME never holds half an output. What an
/// interrupted run leaves in `NAME.partial` are whole lines.
final class OutputFile {
  private let path: String
  /// Nil where lines go straight to their place: standard output, a device, a FIFO.
  private let partial: String?
  private let descriptor: Int32
  /// Bytes of whole lines in the partial file.
  private var committed = 0

  private init(path: String, partial: String?, descriptor: Int32) {
    self.path = path
    self.partial = partial
    self.descriptor = descriptor
  }

  deinit {
    if descriptor != STDOUT_FILENO { close(descriptor) }
  }

  /// Opens the output; for a resumed run, returns the ids of the lines that are in it already.
  static func open(_ target: OutputTarget, force: Bool, resume: Bool) throws(OutputError) -> (OutputFile, DoneIDs) {
    guard case .file(let path) = target else {
      return (OutputFile(path: "standard output", partial: nil, descriptor: STDOUT_FILENO), DoneIDs())
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: OutputError.reason()) }
      return (OutputFile(path: path, partial: nil, descriptor: descriptor), DoneIDs())
    }
    if exists, !force, !resume { throw .exists(path: path) }
    return resume ? try reopen(path, exists: exists) : (try create(path, force: force), DoneIDs())
  }

  private static func create(_ path: String, force: Bool) throws(OutputError) -> OutputFile {
    let partial = path + ".partial"
    if force { unlink(partial) }
    let descriptor = Glibc.open(partial, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw .unfinished(path: partial) }
      throw .cannotCreate(path: path, reason: OutputError.reason())
    }
    return OutputFile(path: path, partial: partial, descriptor: descriptor)
  }

  /// Goes on with `NAME.partial`, or with a copy of NAME where that is all there is; cuts off a torn last line.
  private static func reopen(_ path: String, exists: Bool) throws(OutputError) -> (OutputFile, DoneIDs) {
    let partial = path + ".partial"
    let descriptor = Glibc.open(partial, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: OutputError.reason()) }
    let output = OutputFile(path: path, partial: partial, descriptor: descriptor)
    if exists, lseek(descriptor, 0, SEEK_END) == 0 { try output.copy(from: path) }
    let done = DoneIDs(readingFrom: descriptor)
    guard ftruncate(descriptor, done.wholeBytes) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw .writeFailed(path: partial, reason: OutputError.reason())
    }
    output.committed = done.wholeBytes
    return (output, done)
  }

  private func copy(from source: String) throws(OutputError) {
    let original = Glibc.open(source, O_RDONLY | O_CLOEXEC)
    guard original >= 0 else { throw .cannotCreate(path: path, reason: OutputError.reason()) }
    defer { close(original) }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = chunk.withUnsafeMutableBytes { read(original, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .writeFailed(path: path, reason: OutputError.reason()) }
      if got == 0 { return }
      try write(Array(chunk[..<got]))
    }
  }

  /// Writes whole lines. After an error the partial file is cut back to the lines before.
  func write(_ lines: [UInt8]) throws(OutputError) {
    var written = 0
    while written < lines.count {
      let from = written
      let put = lines.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + from }, $0.count - from) }
      if put < 0 {
        if errno == EINTR { continue }
        throw errno == EPIPE ? .closedPipe : .writeFailed(path: path, reason: OutputError.reason())
      }
      written += put
    }
    committed += lines.count
  }

  /// Puts the whole output in its place.
  func finish() throws(OutputError) {
    guard let partial else { return }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS, rename(partial, path) == 0 else {
      throw .writeFailed(path: path, reason: OutputError.reason())
    }
  }

  /// Leaves whole lines for a later `--resume`. Returns the path where they are; nil where there are none or they
  /// went straight out.
  func abandon() -> String? {
    guard let partial else { return nil }
    if committed == 0 {
      unlink(partial)
      return nil
    }
    return ftruncate(descriptor, committed) == 0 ? partial : nil
  }
}
