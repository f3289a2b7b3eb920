import Glibc
import SaysoText

/// One row of a list as bytes of its line.
struct RowBytes {
  var name: UnsafeBufferPointer<UInt8>
  /// `type/kind`.
  var kind: UnsafeBufferPointer<UInt8>
  /// Separated by `|`.
  var aliases: UnsafeBufferPointer<UInt8>
  /// `key=value`, separated by tabs.
  var attributes: UnsafeBufferPointer<UInt8>
  var line: Int
}

/// Reads the lines of a list one after another, without making strings of them, and collects everything that is wrong.
///
/// CRLF line ends and a byte order mark are taken; `hasCarriageReturns` says so. O(n).
struct ListLines {
  /// Longer lines are not read.
  static let longest = 1 << 16

  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String
  private var at = 0
  private var line = 0
  private var isBehindHeader = false
  /// `# key: value` lines above the first row.
  private(set) var header: [String: String] = [:]
  private(set) var errors: [LexiconError] = []
  private(set) var hasCarriageReturns = false

  /// - Parameter bytes: the whole file; they must outlive the reader and the rows.
  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The next row that can be read; nil at the end.
  mutating func next() -> RowBytes? {
    while let raw = nextLine() {
      guard let first = raw.first else { continue }
      guard raw.count <= Self.longest else {
        fail("a line of \(raw.count) bytes", "at most \(Self.longest)")
        continue
      }
      guard SourceText.isValidUTF8(raw) else {
        fail("bytes that are not UTF-8", "UTF-8 text")
        continue
      }
      if first == UInt8(ascii: "#") {
        if !isBehindHeader { readHeader(raw) }
      } else if let row = row(raw) {
        isBehindHeader = true
        return row
      }
    }
    return nil
  }

  /// Notes what is wrong with the line that was read last.
  mutating func fail(_ found: String, _ expected: String) {
    errors.append(.malformed(file: file, line: line, found: found, expected: expected))
  }

  /// After the last row: header lines that a list should have.
  mutating func requireHeader(_ keys: [String]) {
    let missing = keys.filter { header[$0] == nil }.map { "`# \($0): …`" }
    guard !missing.isEmpty else { return }
    errors.append(
      .malformed(
        file: file, line: 1, found: "no header line \(missing.joined(separator: ", "))",
        expected: "it above the first row"))
  }

  private mutating func nextLine() -> UnsafeBufferPointer<UInt8>? {
    guard at < bytes.count, let base = bytes.baseAddress else { return nil }
    line += 1
    let start = at
    let found = memchr(base + at, 0x0A, bytes.count - at)
    var end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
    at = end + 1
    if end > start, bytes[end - 1] == 0x0D {
      hasCarriageReturns = true
      end -= 1
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private mutating func readHeader(_ raw: UnsafeBufferPointer<UInt8>) {
    let body = String(decoding: raw, as: UTF8.self).dropFirst().drop { $0 == " " }
    guard let colon = body.firstIndex(of: ":") else { return }
    let key = String(body[..<colon])
    guard !key.contains(" "), header[key] == nil else { return }
    header[key] = String(body[colon...].dropFirst().drop { $0 == " " })
  }

  private mutating func row(_ raw: UnsafeBufferPointer<UInt8>) -> RowBytes? {
    var columns: [UnsafeBufferPointer<UInt8>] = []
    var start = 0
    // Attributes stay together: the fourth column is the rest of the line.
    while columns.count < 3, let tab = raw[start...].firstIndex(of: 0x09) {
      columns.append(UnsafeBufferPointer(rebasing: raw[start..<tab]))
      start = tab + 1
    }
    columns.append(UnsafeBufferPointer(rebasing: raw[start...]))
    guard columns.count >= 2 else {
      fail("\(columns.count) column", "name<TAB>type/kind")
      return nil
    }
    guard columns[0].contains(where: { $0 != 0x20 && $0 != 0x0D }) else {
      fail("an empty name", "a name in the first column")
      return nil
    }
    let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    return RowBytes(
      name: columns[0], kind: columns[1], aliases: columns.count > 2 ? columns[2] : none,
      attributes: columns.count > 3 ? columns[3] : none, line: line)
  }

  /// The parts of a column between separators; empty parts are left out.
  static func parts(
    _ column: UnsafeBufferPointer<UInt8>, _ separator: UInt8, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    while start < column.count {
      let end = column[start...].firstIndex(of: separator) ?? column.count
      if end > start { body(UnsafeBufferPointer(rebasing: column[start..<end])) }
      start = end + 1
    }
  }
}
