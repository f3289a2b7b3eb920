import Glibc

/// The few file operations that the lexicon store needs, on the C library alone so that start-up stays short.
enum FileSystem {
  struct Stamp {
    var path: String
    var size: Int
    var modified: Int
  }

  /// Paths of all files below `folder` whose names end in `ending`, sorted by their bytes.
  static func files(below folder: String, ending: String) -> [Stamp] {
    var found: [Stamp] = []
    collect(folder, ending, depth: 0, into: &found)
    return found.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
  }

  private static func collect(_ folder: String, _ ending: String, depth: Int, into found: inout [Stamp]) {
    guard depth < 8, let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let item = readdir(directory) {
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      var status = stat()
      guard stat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        collect(path, ending, depth: depth + 1, into: &found)
      } else if name.hasSuffix(ending) {
        found.append(Stamp(path: path, size: Int(status.st_size), modified: modified(status)))
      }
    }
  }

  /// Time of the last change of a file's bytes, in nanoseconds.
  static func modified(_ status: stat) -> Int {
    Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
  }

  /// The time of file times, in nanoseconds.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  static func read(_ path: String) throws(LexiconError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    // One byte more than the file has, so that its end is met; pipes and devices do not say their size.
    var bytes = [UInt8](repeating: 0, count: max(Int(status.st_size), 1 << 16) + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw failure(path) }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Writes a file so that nobody ever sees half of it: beside its place first, then renamed.
  static func writeAtomically(_ bytes: [UInt8], to path: String) throws(LexiconError) {
    let temporary = "\(path).\(getpid())-\(now() & 0xFFFF_FFFF).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    var written = 0
    while written < bytes.count {
      let put = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
      if put < 0, errno == EINTR { continue }
      if put < 0 {
        let error = failure(path)
        close(descriptor)
        unlink(temporary)
        throw error
      }
      written += put
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let error = failure(path)
      unlink(temporary)
      throw error
    }
  }

  /// Makes a folder and those above it. Failure shows when the folder is used.
  static func makeFolder(_ path: String) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o755)
    }
  }

  /// The running program's path, or nil where the system does not say.
  static func executable() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return nil }
    return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The path from the top, without links; the path itself where there is no such file.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func failure(_ path: String) -> LexiconError {
    .io(path: path, reason: String(cString: strerror(errno)))
  }
}
