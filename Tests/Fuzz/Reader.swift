import Glibc
import SaysoICU
import SaysoLexicon
import SaysoRead
import SaysoRecord
import SaysoText

/// Reads bytes as the program reads a file, by one of its readers, and checks what must hold of whatever comes out.
final class Reader {
  enum Kind: String, CaseIterable {
    case text, charset, html, jsonl, trafilatura, ninjs, warc, brotli, deflate, feed, csv, gzip, names, annotation
  }

  private let kind: Kind
  private let file = MemoryFile()
  private let annotations = AnnotationReader()

  init(_ kind: Kind) { self.kind = kind }

  func read(_ bytes: [UInt8]) {
    switch kind {
    case .names: readNames(bytes)
    case .annotation: readAnnotation(bytes)
    default: readArticles(bytes)
    }
  }

  /// Names of charsets that the first byte chooses from: one-byte, multi-byte, stateful, wide.
  private static let charsets = [
    "windows-1252", "ISO-8859-7", "KOI8-R", "Shift_JIS", "GB18030", "EUC-KR", "Big5", "ISO-2022-JP", "UTF-7",
    "UTF-16LE",
    "UTF-32BE", "HZ-GB-2312", "UTF-8",
  ]

  private func readArticles(_ bytes: [UInt8]) {
    var options = ReadOptions()
    // Small, so that the limits are met as well.
    options.maxBytes = 1 << 16
    (options.keys.html, options.allRecords) = ("html", true)
    var content = bytes
    switch kind {
    case .charset:
      options.encoding = Self.charsets[Int(bytes.first ?? 0) % Self.charsets.count]
      content = Array(bytes.dropFirst())
    case .gzip: break
    case .trafilatura, .ninjs:
      options.format = .jsonl
      options.keys = KeyPreset(rawValue: kind.rawValue)?.keys ?? options.keys
    case .brotli: (content, options.format) = (Self.archive(bytes, packed: "br"), .warc)
    case .deflate: (content, options.format) = (Self.archive(bytes, packed: "deflate"), .warc)
    default: options.format = InputFormat(rawValue: kind.rawValue)
    }
    guard let path = file.hold(content), let producer = try? InputProducer([path], options: options) else { return }
    let decoder = InputDecoder(options: options)
    while let item = producer.next() { decoder.decode(item, check) }
  }

  /// A web archive with one page that is packed, so that the bytes reach what unpacks it.
  private static func archive(_ body: [UInt8], packed encoding: String) -> [UInt8] {
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: \(encoding)\r\n\r\n"
    let head =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:1>\r\nContent-Type: application/http; msgtype=response\r\n"
      + "Content-Length: \(answer.utf8.count + body.count)\r\n\r\n"
    return Array((head + answer).utf8) + body + Array("\r\n\r\n".utf8)
  }

  private func check(_ result: InputResult) {
    guard case .article(let article) = result else { return }
    precondition(SourceText.isValidUTF8(article.source.bytes), "the text is not valid UTF-8")
    precondition(!article.id.isEmpty, "an article without an id")
    var last = -1
    for hint in article.hints {
      precondition(Int(hint.start) > last && Int(hint.start) < article.source.count, "hints out of order")
      last = Int(hint.start)
    }
  }

  private func readNames(_ bytes: [UInt8]) {
    _ = LexiconList.parse(bytes, name: "list", file: "list.tsv")
    guard let support = try? ICUScriptSupport(), let path = file.hold(bytes) else { return }
    var store = BookStore(support: support) { _, _ in }
    _ = try? store.compile([path])
  }

  private func readAnnotation(_ bytes: [UInt8]) {
    guard let record = try? annotations.read(bytes) else { return }
    var writer = JSONByteWriter()
    record.writeLine(to: &writer)
  }
}

/// A file in memory.
private final class MemoryFile {
  private let path = "/dev/shm/sayso-fuzz-\(getpid())"
  private let descriptor: CInt

  init() { descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600) }

  deinit {
    close(descriptor)
    unlink(path)
  }

  /// Makes the file hold these bytes; its path, or nil where the system refuses.
  func hold(_ bytes: [UInt8]) -> String? {
    guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { return nil }
    return path
  }
}
