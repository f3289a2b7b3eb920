internal import Glibc

/// Shell patterns for choosing files in a folder.
enum Glob {
  /// A pattern without a slash is for the name, one with a slash for the path below the folder; there `*` also
  /// matches slashes, so that `2023/**/*.txt` reads as people mean it.
  static func matches(_ pattern: String, _ relative: [UInt8]) -> Bool {
    let whole = FilePath(bytes: relative)
    let subject = pattern.utf8.contains(UInt8(ascii: "/")) ? whole : FilePath(bytes: Array(whole.name))
    return subject.withCString { fnmatch(pattern, $0, 0) } == 0
  }
}
