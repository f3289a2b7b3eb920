import Foundation
import SaysoTestSupport
import Testing

@Suite struct ReportCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "Ferry stops\n\nThe Halden Courier reported that officials said the ferry would stop on 3 March 2024.\n",
      to: "a.txt")
    try folder.write("Rates\n\nRates rise, said Nora Feld of the Bank of Talvik.\n", to: "b.txt")
    #expect(try annotate("a.txt", "b.txt", "-o", "ann.jsonl", in: folder).status == 0)
  }

  private func report(_ arguments: String..., input: String = "") throws -> Program.Result {
    try Program.run(["report"] + arguments, input: Data(input.utf8), in: folder.path)
  }

  private func text(_ name: String) throws -> String { String(decoding: try folder.read(name), as: UTF8.self) }

  @Test func writesPages() throws {
    let result = try report("ann.jsonl", "-o", "r.html", "--per-page", "1", "--title", "March")
    #expect(result.status == 0 && result.errors.contains("2 articles on 2 pages"))
    #expect(try text("r.html").contains("<title>March</title>"))
    #expect(try text("r-2.html").contains("Nora Feld"))
    #expect(try report("ann.jsonl", "-o", "r.html").status == 73)
    #expect(try report("ann.jsonl", "-o", "r.html", "--force", "-q").errors.isEmpty)
    #expect(try text("r.html").contains("Nora Feld"))
    #expect(try report("ann.jsonl", "-o", "r.html", "--force").errors.contains("r-2.html is left of an earlier report"))
  }

  @Test func theSameLinesGiveTheSameBytes() throws {
    #expect(try report("ann.jsonl", "-o", "one.html").status == 0)
    #expect(try report("-", "-o", "two.html", input: text("ann.jsonl")).status == 0)
    #expect(try folder.read("one.html") == folder.read("two.html"))
  }

  @Test func linesWithoutTextAreNamed() throws {
    #expect(try annotate("a.txt", "--no-text", "-o", "bare.jsonl", in: folder).status == 0)
    let none = try report("bare.jsonl", "-o", "r.html")
    #expect(none.status == 65 && none.errors.contains("a report needs the text"))
    #expect(!folder.exists("r.html"))
    let some = try report("bare.jsonl", "ann.jsonl", "-o", "r.html")
    #expect(some.status == 3 && folder.exists("r.html"))
    #expect(try report("bare.jsonl", "ann.jsonl", "-o", "r.html", "--force", "--keep-going").status == 0)
  }

  @Test func badInput() throws {
    #expect(try report("none.jsonl", "-o", "r.html").status == 66)
    #expect(try report("ann.jsonl", "-o", "no/such/folder/r.html").status == 73)
    #expect(try report("ann.jsonl").status == 64)
    let broken = try report("-", "-o", "r.html", input: "{\"a\":1}\nnot json\n")
    #expect(broken.status == 65 && broken.errors.contains("no annotation"))
    #expect(!folder.exists("r.html") && !folder.exists("r.html.partial"))
    #expect(try report("-", "-o", "empty.html", input: "").status == 0)
    #expect(try text("empty.html").contains("0 articles"))
  }
}
