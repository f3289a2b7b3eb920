import Glibc
import SaysoText

/// Compiled files whose checksum has been verified, so that a file of a hundred megabytes opens without being read.
///
/// A note in the cache folder, named after device and inode, holds size, modification and status-change time. Whoever
/// writes to a file changes its status-change time, which no program can set back, and the note no longer fits. A file
/// that was written a moment ago gets no note: its times could not tell a further write apart.
enum VerifiedFiles {
  /// Younger files are not remembered; well above the grain of file times (4 to 10 ms).
  private static let youngest = 200_000_000
  /// A note is touched once a day, to tell when its file was last used.
  private static let day = 86_400_000_000_000

  static func holds(_ file: stat) -> Bool {
    guard let used = lastUse(file), let path = path(file) else { return false }
    if FileSystem.now() - used > day { utimes(path, nil) }
    return true
  }

  static func remember(_ file: stat) {
    guard FileSystem.now() - changed(file) > youngest, let path = path(file) else { return }
    FileSystem.makeFolder(FileSystem.parent(path))
    try? FileSystem.writeAtomically(note(file), to: path)
  }

  /// When a file was last opened, to the day; nil where no note of it is kept. (A note of a file that is gone may bear
  /// the name of a new one: inodes are used again.)
  static func lastUse(_ file: stat) -> Int? {
    var status = stat()
    guard let path = path(file), (try? FileSystem.read(path)) == note(file), stat(path, &status) == 0 else {
      return nil
    }
    return FileSystem.modified(status)
  }

  /// The note's path for a file, nil where there is no cache folder.
  private static func path(_ file: stat) -> String? {
    let key = FoldedHash.mix(FoldedHash.mix(UInt64(file.st_dev)) ^ UInt64(file.st_ino))
    return LexiconCache.folder().map { "\($0)/verified/\(Lexicon.hex(key))" }
  }

  private static func note(_ file: stat) -> [UInt8] {
    let values = [
      Int(LexiconImage.format.version), Int(file.st_size), FileSystem.modified(file), changed(file), Int(file.st_ino),
      Int(truncatingIfNeeded: file.st_dev),
    ]
    return Array("sayso \(values.map(String.init).joined(separator: " "))\n".utf8)
  }

  private static func changed(_ file: stat) -> Int {
    Int(file.st_ctim.tv_sec) &* 1_000_000_000 &+ Int(file.st_ctim.tv_nsec)
  }
}
