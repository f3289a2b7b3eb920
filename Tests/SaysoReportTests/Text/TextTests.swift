import SaysoRecord
import SaysoReport
import SaysoTestSupport
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\nb\tc", "a b c"), ("\u{1B}[31mred", "\u{FFFD}[31mred"),
    ("Jane\u{202E}eoR", "Jane\u{FFFD}eoR"), ("\u{9B}2J", "\u{FFFD}2J"), ("שלום\u{200F}", "שלום\u{200F}"),
    ("bell\u{7}", "bell\u{FFFD}"),
  ])
  func linesAreSafeForTerminals(text: String, safe: String) {
    #expect(SafeText.line(text) == safe)
  }

  @Test func htmlAndLinks() {
    #expect(SafeText.html("<script>\"a\" & 'b'") == "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;")
    #expect(SafeText.html("a\u{202E}b\u{1}") == "a\u{FFFD}b\u{FFFD}")
    #expect(SafeText.link("https://example.org/a?b=1") == "https://example.org/a?b=1")
    #expect(SafeText.link("HTTP://example.org/") != nil)
    for bad in ["javascript:alert(1)", "data:text/html,x", "https://a\"b", "https://a b", "", "//example.org"] {
      #expect(SafeText.link(bad) == nil, "\(bad)")
    }
    #expect(SafeText.link(nil) == nil)
  }

  @Test func markdown() {
    #expect(SafeText.markdown("*a* [b](c) <i>") == #"\*a\* \[b\](c) \<i\>"#)
    #expect(SafeText.markdown("R&D\n# x") == ##"R&amp;D \# x"##)
  }

  @Test(arguments: [("abc", 3), ("東京", 4), ("e\u{301}", 1), ("🤔", 2), ("", 0), ("Ünal", 4)])
  func widths(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test(arguments: Seed.some(30)) func wrappingKeepsEveryWordAndTheWidth(seed: Seed) {
    var random = seed.generator
    let text = SafeText.line(random.nastyText(upTo: 80))
    let width = Int.random(in: 2...30, using: &random)
    let lines = TextWidth.wrap(text, to: width)
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { TextWidth.of($0) <= width })
    #expect(lines.joined().unicodeScalars.filter { $0 != " " } == text.unicodeScalars.filter { $0 != " " })
  }

  private func table(_ rows: [[String]], width: Int = 60) throws -> [String] {
    let sink = MemorySink()
    var table = TextTable(to: sink, columns: ["date", "n", "event"], width: width)
    for row in rows { try table.row(row) }
    try table.finish()
    return String(decoding: sink.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func columnsLineUp() throws {
    let lines = try table([["2024-02-22", "3", "ran aground"], ["2024", "12", "東京 \u{1B}[0m closed"]])
    #expect(
      lines == [
        "date        n   event", "──────────  ──  " + String(repeating: "─", count: 44),
        "2024-02-22  3   ran aground", "2024        12  東京 \u{FFFD}[0m closed",
      ])
    #expect(try table([]).isEmpty)
  }

  @Test func longCellsWrapAndManyRowsStream() throws {
    let long = Array(repeating: "word", count: 40).joined(separator: " ")
    let lines = try table(Array(repeating: ["2024", "1", long], count: 500), width: 50)
    #expect(lines.allSatisfy { TextWidth.of($0) <= 50 })
    #expect(lines.joined().components("word") == 20_000)
  }
}

extension String {
  fileprivate func components(_ word: String) -> Int {
    split(separator: word, omittingEmptySubsequences: false).count - 1
  }
}
