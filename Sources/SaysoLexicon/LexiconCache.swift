import Glibc
import SaysoText

/// The user's cache folder with compiled lexicons: `~/.cache/sayso`.
///
/// A file is named after its source and after a stamp of the source's state, so that a later state makes a file of its
/// own and the earlier one can go. Any number of processes may use the folder: files appear whole by renaming, what is
/// removed stays readable for those who have it open, and who finds nothing compiles anew.
enum LexiconCache {
  private static let second = 1_000_000_000
  private static var hour: Int { 3600 * second }
  private static var day: Int { 24 * hour }
  /// Files that nobody has opened for so long go.
  private static var longest: Int { 30 * day }
  /// The most bytes that stay; the files used last stay.
  private static let mostBytes = 2 << 30

  static func folder() -> String? {
    if let base = variable("XDG_CACHE_HOME") { return base + "/sayso" }
    if let home = variable("HOME") { return home + "/.cache/sayso" }
    guard let user = getpwuid(getuid()), let home = user.pointee.pw_dir else { return nil }
    return String(cString: home) + "/.cache/sayso"
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.hasPrefix("/") ? text : nil
  }

  /// Where the compiled form of `source` in the state `stamp` stands; nil without a cache folder.
  static func path(_ kind: String, source: String, stamp: UInt64) -> String? {
    folder().map { folder in
      let source = FileSystem.absolute(source)
      return "\(folder)/\(kind)-\(Lexicon.hex(FoldedHash.hash(source)))-\(Lexicon.hex(stamp)).bin"
    }
  }

  /// Writes a compiled file and lets old ones go; false where the folder can't be written.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    FileSystem.makeFolder(FileSystem.parent(path))
    guard (try? FileSystem.writeAtomically(bytes, to: path)) != nil else { return false }
    prune(keeping: path, now: FileSystem.now())
    return true
  }

  // MARK: Pruning

  private struct File {
    var path: String
    var family: Substring
    var size: Int
    /// When it was written or last opened.
    var used: Int
  }

  /// Removes what nobody needs: earlier states of the source of `path` that were not used for an hour, files and notes
  /// that were not used for a month, halves of files left by a process that was ended, and the least used ones where
  /// all together are too large. Files that are not ours are left alone.
  static func prune(keeping path: String, now: Int) {
    let folder = FileSystem.parent(path)
    for file in FileSystem.files(below: folder, ending: ".tmp") where now - file.modified > hour { unlink(file.path) }
    for note in FileSystem.files(below: folder + "/verified", ending: "") where now - note.modified > longest {
      unlink(note.path)
    }
    let family = Self.family(path)
    var files = ours(folder).filter { $0.path != path }.sorted { ($0.used, $0.path) > ($1.used, $1.path) }
    files.removeAll { file in
      let age = now - file.used
      let isOld = age > longest || file.family == family && age > hour || file.family.isEmpty && age > day
      if isOld { unlink(file.path) }
      return isOld
    }
    var total = 0
    for file in files {
      total += file.size
      if total > mostBytes { unlink(file.path) }
    }
  }

  private static func ours(_ folder: String) -> [File] {
    FileSystem.files(below: folder, ending: ".bin").compactMap { stamp in
      guard FileSystem.parent(stamp.path) == folder, isOurs(FileSystem.name(stamp.path)) else { return nil }
      return File(path: stamp.path, family: family(stamp.path), size: stamp.size, used: lastUse(stamp))
    }
  }

  /// Kind and one or two numbers of sixteen digits: `lexicon-…-….bin`, `book-…-….bin`.
  private static func isOurs(_ name: String) -> Bool {
    let parts = name.dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.first == "lexicon" || parts.first == "book", (2...3).contains(parts.count) else { return false }
    return parts.dropFirst().allSatisfy { $0.count == 16 && $0.allSatisfy(\.isHexDigit) }
  }

  /// What the states of one source have in common; empty for names of earlier versions.
  private static func family(_ path: String) -> Substring {
    let name = FileSystem.name(path)
    let parts = name.split(separator: "-")
    return parts.count == 3 ? parts[1] : ""
  }

  private static func lastUse(_ file: FileSystem.Stamp) -> Int {
    var status = stat()
    guard stat(file.path, &status) == 0, let opened = VerifiedFiles.lastUse(status) else { return file.modified }
    return max(file.modified, opened)
  }
}
