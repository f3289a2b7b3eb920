internal import Glibc

/// A file's path as the system has it: bytes, which need not be UTF-8.
struct FilePath: Sendable, Equatable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// For people and records: what is not UTF-8 is replaced.
  var display: String { String(decoding: bytes, as: UTF8.self) }

  var isStandardInput: Bool { bytes == [UInt8(ascii: "-")] }

  /// The last part.
  var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  func appending(_ name: [UInt8]) -> FilePath {
    FilePath(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [UInt8(ascii: "/")] + name)
  }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        guard let base = text.baseAddress else { return "".withCString(body) }
        return body(base)
      }
    }
  }

  /// What the system says about the file, links followed; nil where there is none (see `errno`).
  func status() -> FileStatus? {
    var found = stat()
    guard withCString({ stat($0, &found) }) == 0 else { return nil }
    let kind: FileStatus.Kind =
      switch found.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFREG: .regular
      default: .other
      }
    return FileStatus(
      kind: kind, size: Int(found.st_size), device: UInt64(found.st_dev), inode: UInt64(found.st_ino))
  }

  /// Format by extension, that of the inner file for `.gz`; nil where the name does not tell.
  var formatByName: InputFormat? {
    switch fileExtension {
    case "txt", "text", "md": .text
    case "html", "htm", "xhtml": .html
    case "jsonl", "ndjson": .jsonl
    case "warc", "wet": .warc
    case "csv", "tsv": .csv
    case "rss", "atom": .feed
    default: nil
    }
  }

  /// The extensions that `formatByName` knows.
  static let articleEndings = [
    "txt", "text", "md", "html", "htm", "xhtml", "jsonl", "ndjson", "warc", "wet", "csv", "tsv", "rss", "atom",
  ]

  /// Lower-case extension without the dot, "" where there is none; `.gz` is taken off first.
  var fileExtension: String {
    var name = name
    if name.count > 3, String(decoding: name.suffix(3), as: UTF8.self).lowercased() == ".gz" { name = name.dropLast(3) }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }
}

struct FileStatus {
  enum Kind { case regular, folder, other }

  var kind: Kind
  var size: Int
  var device: UInt64
  var inode: UInt64
}
