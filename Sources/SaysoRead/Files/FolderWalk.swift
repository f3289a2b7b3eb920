internal import Glibc

/// The files below a folder, in byte order of their paths, one folder's names in memory at a time.
///
/// Hidden names are left out. Links are followed, but not into a folder that is being walked already.
struct FolderWalk {
  struct Found {
    var path: FilePath
    /// Path below the folder where the walk began.
    var relative: [UInt8]
    var size: Int
  }

  private struct Level {
    var path: FilePath
    var relative: [UInt8]
    var status: FileStatus
    /// Names still to come, last first; folders with a slash at the end, so that paths come in byte order.
    var names: [[UInt8]]
  }

  private var levels: [Level] = []
  /// Folders that could not be opened, with the system's reason.
  private(set) var unreadable: [(path: String, reason: String)] = []

  init(_ root: FilePath) {
    if let status = root.status() { enter(root, relative: [], status: status) }
  }

  /// The next file; nil at the end.
  mutating func next() -> Found? {
    while !levels.isEmpty {
      let level = levels[levels.count - 1]
      guard let name = levels[levels.count - 1].names.popLast() else {
        levels.removeLast()
        continue
      }
      let isFolder = name.last == UInt8(ascii: "/")
      let plain = isFolder ? Array(name.dropLast()) : name
      let path = level.path.appending(plain)
      let relative = level.relative.isEmpty ? plain : level.relative + [UInt8(ascii: "/")] + plain
      guard let status = path.status() else { continue }
      if status.kind == .folder {
        enter(path, relative: relative, status: status)
      } else if status.kind == .regular {
        return Found(path: path, relative: relative, size: status.size)
      }
    }
    return nil
  }

  private mutating func enter(_ path: FilePath, relative: [UInt8], status: FileStatus) {
    let isInside = levels.contains { $0.status.device == status.device && $0.status.inode == status.inode }
    guard !isInside else { return }
    guard let names = Self.names(in: path) else {
      unreadable.append((path.display, String(cString: strerror(errno))))
      return
    }
    levels.append(Level(path: path, relative: relative, status: status, names: names))
  }

  /// Names in a folder, in descending byte order, folders with a slash; nil where it can't be opened.
  private static func names(in folder: FilePath) -> [[UInt8]]? {
    guard let directory = folder.withCString({ opendir($0) }) else { return nil }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      var name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: UInt8.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen(field)))
        }
      }
      guard name.first != UInt8(ascii: ".") else { continue }
      let isLink = entry.pointee.d_type == UInt8(DT_LNK) || entry.pointee.d_type == UInt8(DT_UNKNOWN)
      let isFolder = isLink ? folder.appending(name).status()?.kind == .folder : entry.pointee.d_type == UInt8(DT_DIR)
      if isFolder { name.append(UInt8(ascii: "/")) }
      names.append(name)
    }
    return names.sorted { $1.lexicographicallyPrecedes($0) }
  }
}
