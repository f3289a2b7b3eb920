internal import Glibc

extension FilePath {
  /// The paths that were typed. Swift gives the words of a command line as valid UTF-8, so a name that is not is looked
  /// up in the bytes of the process's own arguments, word by word where several come to the same.
  static func typed(_ words: [String]) -> [FilePath] {
    guard words.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) else { return words.map { FilePath($0) } }
    var raw = rawArguments().filter { !isUTF8($0) }
    return words.map { word in
      guard let index = raw.firstIndex(where: { String(decoding: $0, as: UTF8.self) == word }) else {
        return FilePath(word)
      }
      return FilePath(bytes: raw.remove(at: index))
    }
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool { Array(String(decoding: bytes, as: UTF8.self).utf8) == bytes }

  private static func rawArguments() -> [[UInt8]] {
    var words: [[UInt8]] = []
    var next = CommandLine.unsafeArgv
    while let word = next.pointee {
      words.append(Array(UnsafeRawBufferPointer(start: word, count: strlen(word))))
      next += 1
    }
    return words
  }
}
