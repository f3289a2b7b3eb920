import Foundation
import SaysoTestSupport
import Testing

@Suite struct TimelineCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let articles = [
      ("a", "2024-05-14", "Elena Sorvik resigned as chief executive of Norvik Rail on Monday, the company said."),
      (
        "b", "2024-05-15",
        "The head of Norvik Rail, Elena Sorvik, resigned on Monday after a series of signal failures."
      ),
      ("c", "2024-09-18", "Elena Sorvik joined Corvin Bank in June 2024. She was born in 1971."),
    ]
    var lines = ""
    for (id, date, text) in articles { lines += "{\"id\":\"\(id)\",\"date\":\"\(date)\",\"text\":\"\(text)\"}\n" }
    try folder.write(lines, to: "in.jsonl")
    #expect(try annotate("in.jsonl", "-o", "ann.jsonl", in: folder).status == 0)
  }

  private func timeline(_ arguments: String..., input: String = "") throws -> Program.Result {
    try Program.run(["timeline"] + arguments, input: Data(input.utf8), in: folder.path)
  }

  @Test func writesRecords() throws {
    let result = try timeline("ann.jsonl", "--entity", "elena sorvik")
    #expect(result.status == 0)
    let records = try result.records()
    let dates = records.compactMap { $0["date"] as? [String: Any] }.compactMap { $0["edtf"] as? String }
    #expect(dates.contains("2024-05-13"))
    let shared = records.filter { $0["documents"] as? [String] == ["a", "b"] }
    #expect(shared.compactMap { $0["reports"] as? Int } == [2])
    if RecordValidator.python != nil {
      try RecordValidator.expectValid(result.output, schema: "timeline", count: records.count)
    }
  }

  @Test(arguments: ["jsonl", "csv", "table", "markdown", "html", "timelinejs", "ftm"])
  func everyFormatRuns(format: String) throws {
    let result = try timeline("ann.jsonl", "--all", "--min", "1", "-f", format)
    #expect(result.status == 0)
    #expect(result.text.contains("Sorvik"))
    #expect(result.output == (try timeline("ann.jsonl", "--all", "--min", "1", "-f", format)).output)
  }

  @Test(arguments: [
    ([], "Whose timeline?"), (["--all", "--entity", "x"], "--all is every entity"),
    (["--entity", "x", "--min", "3"], "--min goes with --all"),
    (["--all", "--min", "0"], "give 1 or more"), (["--all", "--max", "0"], "give 1 or more"),
    (["--all", "--from", "2024-13"], "no such date"), (["--all", "--from", "yesterday"], "no such date"),
    (["--all", "--from", "2024-06", "--to", "2024-05"], "is after --to"),
    (["--all", "--to", "2021/.."], "no such date"),
    (["--all", "--undated", "--min-precision", "day"], "give one of them"),
    (["--all", "--undated", "--from", "2024"], "give one of them"), (["--all", "--zone", "cellar"], "no such zone"),
    (["--all", "--zone", ","], "name one zone"), (["--all", "--min-precision", "exact"], "min-precision"),
    (["--all", "-f", "pdf"], "format"), (["--all", "--by", "luck"], "by"),
  ])
  func contradictoryOptions(arguments: [String], why: String) throws {
    let result = try Program.run(["timeline", "ann.jsonl"] + arguments, in: folder.path)
    #expect(result.status == 64)
    #expect(result.errors.contains(why), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func entityThatNoArticleHas() throws {
    let result = try timeline("ann.jsonl", "--entity", "Elena Sorvig")
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("no article has \"Elena Sorvig\"; there are Elena Sorvik"))
  }

  @Test func saysWhatWasLeftOut() throws {
    let result = try timeline("ann.jsonl", "-e", "Elena Sorvik", "--min-precision", "day", "--from", "2024")
    #expect(result.errors.contains("left out: "))
    #expect(try timeline("ann.jsonl", "-e", "Elena Sorvik", "--from", "2024", "-q").errors.isEmpty)
  }

  @Test func saysThatEntitiesHaveTooFewEntries() throws {
    let none = try timeline("ann.jsonl", "--all", "--min", "50")
    #expect(none.status == 0 && none.output.isEmpty)
    #expect(none.errors.contains(" with fewer entries than --min asks for"), "\(none.errors)")
    let all = try timeline("ann.jsonl", "--all", "--min", "1")
    #expect(!all.output.isEmpty && !all.errors.contains("--min"), "\(all.errors)")
  }

  @Test func linesThatAreNoAnnotations() throws {
    let good = String(decoding: try folder.read("ann.jsonl"), as: UTF8.self)
    let mixed = "what?\n{\"schema\":\"sayso.annotation/2\"}\n" + good + good.prefix(200)
    let result = try timeline("-", "-e", "Elena Sorvik", input: mixed)
    #expect(result.status == 3)
    #expect(result.lines == (try timeline("ann.jsonl", "-e", "Elena Sorvik")).lines)
    for part in ["-:1: no annotation", "-:2: \"sayso.annotation/2\" is of another major version", "-:6: cut off"] {
      #expect(result.errors.contains(part), "\(result.errors)")
    }
    #expect(try timeline("-", "-e", "Elena Sorvik", "--keep-going", input: mixed).status == 0)
    #expect(try timeline("-", "--all", input: "what?\n").status == 65)
    #expect(try timeline("-", "--all", input: "").status == 0)
    #expect(try timeline("no-such.jsonl", "--all").status == 66)
    #expect(try timeline(".", "--all").status == 74)
  }

  @Test func readsGzip() throws {
    #expect(try shell("gzip -k ann.jsonl", in: folder).status == 0)
    let packed = try timeline("ann.jsonl.gz", "-e", "Elena Sorvik")
    #expect(packed.output == (try timeline("ann.jsonl", "-e", "Elena Sorvik")).output)
    #expect(try shell("head -c 300 ann.jsonl.gz > cut.gz; $sayso timeline cut.gz --all", in: folder).status == 74)
  }

  @Test func neverClobbers() throws {
    try folder.write("precious", to: "out.csv")
    #expect(try timeline("ann.jsonl", "--all", "-f", "csv", "-o", "out.csv").status == 73)
    #expect(try folder.read("out.csv") == Array("precious".utf8))
    #expect(try timeline("ann.jsonl", "--all", "-f", "csv", "-o", "out.csv", "--force").status == 0)
    #expect(try folder.read("out.csv").starts(with: "entity,".utf8))
    #expect(try shell("$sayso timeline ann.jsonl --all > /dev/full", in: folder).status == 74)
  }

  @Test func helpHasExamples() throws {
    let help = try timeline("--help").text
    #expect(help.contains("EXAMPLES") && help.contains("EXIT CODES"))
    for option in [
      "--entity", "--all", "--from", "--to", "--min-precision", "--by", "--zone", "--statements", "--undated", "--max",
    ] {
      #expect(help.contains(option))
    }
  }
}
