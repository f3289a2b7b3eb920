import Foundation
import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct RecordLinesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lines(_ text: String) throws -> [String] {
    let lines = try RecordLines(try folder.write(text, to: "lines.jsonl"))
    var found: [String] = []
    while let line = try lines.next() {
      found.append("\(lines.number)\(lines.isWhole ? ":" : "?")" + String(decoding: line, as: UTF8.self))
    }
    return found
  }

  @Test(arguments: [
    ("", []), ("\n\n", []), ("a", ["1?a"]), ("a\nb\n", ["1:a", "2:b"]), ("a\n\n \r\nb", ["1:a", "4?b"]),
    ("\u{FEFF}a\n\u{FEFF}b\n", ["1:a", "2:\u{FEFF}b"]), ("a\r\nb\u{2028}c\n", ["1:a\r", "2:b\u{2028}c"]),
  ])
  func givesLines(text: String, expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  /// Lines of every length around the size of the buffer come out whole.
  @Test func crossesItsBuffer() throws {
    let wanted = [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20, 5].map {
      String(repeating: "x", count: $0) + "y"
    }
    let found = try lines(wanted.joined(separator: "\n"))
    #expect(found.map(\.count) == wanted.enumerated().map { $1.count + "\($0)".count + 1 })
    #expect(found.allSatisfy { $0.hasSuffix("y") })
  }

  @Test func stepsOverALineThatIsTooLong() throws {
    let long = String(repeating: "x", count: 3 << 20)
    let lines = try RecordLines(try folder.write("a\n\(long)\nb\n", to: "long.jsonl"), limit: 1 << 20)
    #expect(try lines.next()?.count == 1)
    let error = #expect(throws: RecordFileError.self) { try lines.next() }
    #expect(error == .lineTooLong(path: folder.path + "/long.jsonl", line: 2, limit: 1 << 20))
    #expect(try lines.next()?.first == UInt8(ascii: "b"))
    #expect(lines.number == 3)
    #expect(try lines.next() == nil)
  }

  @Test func saysWhatIsMissing() {
    #expect(throws: RecordFileError.missing(path: "/no/such/file")) { try RecordLines("/no/such/file") }
    #expect(throws: RecordFileError.self) { try RecordLines(folder.path).next() }
  }
}
