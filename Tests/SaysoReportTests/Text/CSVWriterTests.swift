import Foundation
import SaysoRecord
import SaysoReport
import SaysoTestSupport
import Testing

@Suite struct CSVWriterTests {
  private func csv(_ rows: [[String]], columns: Int, separator: CSVWriter.Separator = .comma) throws -> String {
    let sink = MemorySink()
    var csv = try CSVWriter(to: sink, columns: (0..<columns).map { "c\($0)" }, separator: separator)
    for row in rows { try csv.row(row) }
    try csv.finish()
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("\u{FEFF}=1+1", "'\u{FEFF}=1+1"), ("\u{200F}\u{202E}@sum", "'\u{200F}\u{202E}@sum"),
    ("\u{200F}שלום", "\u{200F}שלום"), ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1 and more", "'+1 and more"),
    ("-5", "-5"), ("-5.25", "-5.25"),
    ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "\"'\t=1\""), (" =1", "' =1"), ("＝1", "'＝1"),
    ("+", "'+"), ("", ""), ("NUL\u{0}", "NUL"), ("é🤔", "é🤔"), (" edge", "\" edge\""),
  ])
  func cells(text: String, written: String) throws {
    #expect(try csv([[text]], columns: 1) == "c0\r\n\(written)\r\n")
  }

  @Test func everyRowHasTheHeadersWidth() throws {
    #expect(try csv([["a"], ["a", "b", "c"], []], columns: 2) == "c0,c1\r\na,\r\na,b\r\n,\r\n")
  }

  @Test func tabs() throws {
    #expect(try csv([["a\tb\nc", "\"q\""]], columns: 2, separator: .tab) == "c0\tc1\na b c\t\"q\"\n")
  }

  /// Python's csv module, which is not ours, reads back what was written.
  @Test(arguments: Seed.some(5)) func readsBack(seed: Seed) throws {
    var random = seed.generator
    let rows = (0..<40).map { _ in (0..<3).map { _ in "x" + random.nastyText(upTo: 12).replacing("\u{0}", with: "") } }
    let script = """
      import csv, io, json, sys
      text = sys.stdin.buffer.read().decode('utf-8')
      print(json.dumps(list(csv.reader(io.StringIO(text, newline='')))[1:]))
      """
    let input = Data(try csv(rows, columns: 3).utf8)
    let result = try Program.run(executable: "/usr/bin/python3", ["-c", script], input: input)
    let read = try #require(try JSONSerialization.jsonObject(with: result.output) as? [[String]])
    #expect(read.map { $0.map { Array($0.unicodeScalars) } } == rows.map { $0.map { Array($0.unicodeScalars) } })
  }
}
