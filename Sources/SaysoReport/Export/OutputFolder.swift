internal import Foundation
internal import SaysoRecord
internal import SaysoText

/// A folder of output files that appears under its name only when all of them are whole.
///
/// The files go to a folder `NAME.partial` beside it, which `finish` renames; a run that fails leaves nothing. One at a
/// time: two programs that write the same folder get `OutputError.busy`.
final class OutputFolder {
  private let path: String
  private let partial: String
  /// The open partial folder, with its lock; nil once all is in place.
  private var descriptor: Int32?

  /// Begins the folder. One that holds anything needs `force`, which replaces files of the same names only.
  init(_ path: String, force: Bool) throws(OutputError) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    partial = self.path + ".partial"
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw .cannotCreate(path: path, reason: "it is a file; name a folder") }
      let held = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      guard held.isEmpty || force else { throw .exists(path: path) }
      guard access(path, W_OK) == 0 else { throw .creating(path) }
    }
    guard mkdir(partial, 0o777) == 0 || errno == EEXIST else { throw .creating(path) }
    try lock()
    for stale in (try? FileManager.default.contentsOfDirectory(atPath: partial)) ?? [] { unlink("\(partial)/\(stale)") }
  }

  deinit { if descriptor != nil { clear() } }

  private func lock() throws(OutputError) {
    let opened = Foundation.open(partial, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard opened >= 0 else { throw .creating(path) }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      close(opened)
      throw .busy(path: path)
    }
    descriptor = opened
  }

  private func clear() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: partial)) ?? [] { unlink("\(partial)/\(name)") }
    rmdir(partial)
    if let descriptor { close(descriptor) }
    descriptor = nil
  }

  /// Begins a file of the folder.
  func open(_ name: String) throws(OutputError) -> FolderFile {
    try FolderFile("\(partial)/\(name)", named: "\(path)/\(name)")
  }

  /// Writes a whole file.
  func write(_ bytes: [UInt8], to name: String) throws(OutputError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(OutputError) in try open(name).write(bytes) }
  }

  /// A file name for an id, without an ending: `../etc/passwd` gives `etc_passwd-` and a hash.
  ///
  /// What is no letter, digit, point, hyphen or underscore becomes an underscore, so that no id leads out of the folder;
  /// the hash keeps two ids apart that look alike then.
  static func name(_ id: String) -> String {
    let stem = id.hasSuffix(".txt") ? id.dropLast(4) : id[...]
    let safe = stem.utf8.map { byte in
      let isPlain = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte == 0x2E || byte == 0x5F
      return isPlain ? byte : UInt8(ascii: "_")
    }
    let name = String(decoding: safe.drop { $0 == 0x2E || $0 == 0x5F }.suffix(100), as: UTF8.self)
    let isWhole = name == stem && !name.isEmpty
    return isWhole ? name : "\(name.isEmpty ? "article" : name)-\(String(FoldedHash.hash(id), radix: 16).prefix(8))"
  }

  /// Puts the files in place.
  func finish() throws(OutputError) {
    if rename(partial, path) != 0 {
      // A folder that holds something: file by file.
      for name in (try? FileManager.default.contentsOfDirectory(atPath: partial)) ?? [] {
        guard rename("\(partial)/\(name)", "\(path)/\(name)") == 0 else { throw .creating("\(path)/\(name)") }
      }
    }
    clear()
  }
}

/// A file of an `OutputFolder`, closed with its last reference.
final class FolderFile: ByteSink {
  private let descriptor: Int32
  private let sink: DescriptorSink

  /// - Parameter name: the name for messages.
  fileprivate init(_ path: String, named name: String) throws(OutputError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw .creating(name) }
    sink = DescriptorSink(descriptor: descriptor, path: name)
  }

  deinit { close(descriptor) }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) { try sink.write(bytes) }

  func finish() {}
}
