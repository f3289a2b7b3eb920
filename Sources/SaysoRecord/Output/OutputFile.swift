internal import Glibc

/// A file that appears under its name only when it is whole.
///
/// The bytes go to `NAME.partial` beside it, which `finish` syncs and renames; a run that fails leaves nothing, one
/// that is interrupted may `suspend`, so that a later one resumes. Devices and pipes are written directly. One thread
/// at a time; two programs that write the same file get `OutputError.busy`.
public final class OutputFile: ByteSink {
  /// How the file is opened.
  public struct Options: Sendable {
    /// Replace a file that is there already.
    public var force: Bool
    /// Go on behind the whole lines of a `.partial` file that an interrupted run left.
    public var resume: Bool

    public init(force: Bool = false, resume: Bool = false) {
      self.force = force
      self.resume = resume
    }
  }

  /// The path as given.
  public let path: String
  /// How many whole lines an interrupted run had written: 0 unless resumed.
  public private(set) var resumedLines = 0
  private let target: String
  /// The file that is being written, `NAME.partial`; nil for devices and pipes.
  public let partial: String?
  private let force: Bool
  private let descriptor: Int32
  private var isOpen = true
  private var keepsPartial = false

  /// Opens the output. Nothing is created under `path` itself before `finish`.
  public init(_ path: String, options: Options = Options()) throws(OutputError) {
    self.path = path
    force = options.force
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw .cannotCreate(path: path, reason: "it is a folder; name a file in it")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      (target, partial) = (path, nil)
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .creating(path) }
      return
    }
    if exists, !force { throw .exists(path: path) }
    target = exists ? Self.resolved(path) : path
    let beside = Self.partialPath(of: path)
    partial = beside
    descriptor = open(beside, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw .creating(path) }
    try lock()
    if exists { fchmod(descriptor, status.st_mode & 0o777) }
    if options.resume { resumedLines = try keepWholeLines() } else { try cut(to: 0) }
  }

  deinit { if isOpen { close() } }

  public func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) {
    try DescriptorSink(descriptor: descriptor, path: path).write(bytes)
  }

  /// Syncs the file and puts it in place.
  public func finish() throws(OutputError) {
    guard isOpen else { return }
    guard let partial else { return close() }
    guard fsync(descriptor) == 0 else { throw .writing(path) }
    try put(partial)
    keepsPartial = true
    close()
  }

  /// Leaves the `.partial` file for a later run with `resume`; a line begun and not ended is cut off then.
  public func suspend() {
    keepsPartial = true
    if isOpen { close() }
  }

  private func close() {
    isOpen = false
    if let partial, !keepsPartial { unlink(partial) }
    Glibc.close(descriptor)
  }

  // MARK: The partial file

  /// Renames the partial file, never over a file that nobody said to replace.
  private func put(_ partial: String) throws(OutputError) {
    if force {
      guard rename(partial, target) == 0 else { throw .creating(path) }
    } else if link(partial, target) == 0 {
      unlink(partial)
    } else if errno == EEXIST {
      throw .exists(path: path)
    } else {
      // A file system without hard links.
      if access(target, F_OK) == 0 { throw .exists(path: path) }
      guard rename(partial, target) == 0 else { throw .creating(path) }
    }
  }

  /// Makes sure that no other program writes the same partial file: not now, and not until a moment ago, when it may
  /// have renamed what was opened here.
  private func lock() throws(OutputError) {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStillThere() { return }
    isOpen = false
    Glibc.close(descriptor)
    throw .busy(path: path)
  }

  private func isStillThere() -> Bool {
    var opened = stat()
    var named = stat()
    guard let partial, fstat(descriptor, &opened) == 0, stat(partial, &named) == 0 else { return false }
    return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  /// Cuts the file behind its last whole line and counts the lines.
  private func keepWholeLines() throws(OutputError) -> Int {
    var lines = 0
    var whole = 0
    var at = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = pread(descriptor, &buffer, buffer.count, at)
      if got < 0 { throw .writing(path) }
      if got == 0 { break }
      for index in 0..<got where buffer[index] == 0x0A {
        lines += 1
        whole = at + index + 1
      }
      at += got
    }
    try cut(to: whole)
    return lines
  }

  private func cut(to length: Int) throws(OutputError) {
    guard ftruncate(descriptor, length) == 0, lseek(descriptor, length, SEEK_SET) >= 0 else { throw .writing(path) }
  }

  /// Where the output for `path` is written until it is whole.
  public static func partialPath(of path: String) -> String { resolved(path) + ".partial" }

  /// The file that a symbolic link leads to, so that replacing it leaves the link in place.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
