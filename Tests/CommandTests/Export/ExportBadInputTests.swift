import Foundation
import SaysoTestSupport
import Testing

/// What `sayso export` does with what it should not have been given, and with places where it can't write.
@Suite struct ExportBadInputTests {
  let exporting: Exporting
  let line: String

  init() throws {
    exporting = try Exporting()
    line =
      try String(decoding: exporting.folder.read("ann.jsonl"), as: UTF8.self).split(separator: "\n").first.map {
        "\($0)\n"
      } ?? ""
  }

  /// Files of the folder, without the ones that the test put there.
  private func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: exporting.folder.path)
      .filter { !["articles", "ann.jsonl"].contains($0) }.sorted()
  }

  // MARK: Lines

  @Test func linesThatAreNoAnnotations() throws {
    let result = try exporting.export("-", "--to", "doccano", input: "no json\n[]\n" + line)
    #expect(result.status == 3)
    #expect(result.lines.count == 1)
    #expect(result.errors.contains("-:1: no annotation") && result.errors.contains("-:2: no annotation"))
    #expect(try exporting.export("-", "--to", "doccano", "--keep-going", input: "no json\n" + line).status == 0)
  }

  @Test func nothingToExportLeavesNothing() throws {
    #expect(try exporting.export("-", "--to", "sqlite", "-o", "a.db", input: "no json\n").status == 65)
    #expect(try exporting.export("-", "--to", "csv", "-o", "tables", input: "no json\n").status == 65)
    #expect(try exporting.export("missing.jsonl", "--to", "sqlite", "-o", "a.db").status == 66)
    #expect(try exporting.export("missing.jsonl", "--to", "brat", "-o", "brat").status == 66)
    #expect(try leftovers().isEmpty)
  }

  @Test func anotherMajorVersion() throws {
    let later = line.replacingOccurrences(of: "sayso.annotation/1", with: "sayso.annotation/2")
    let result = try exporting.export("-", "--to", "spacy", input: later + line)
    #expect(result.status == 3)
    #expect(result.errors.contains("\"sayso.annotation/2\" is of another major version"))
    #expect(result.lines.count == 1)
  }

  @Test func aTruncatedLastLine() throws {
    let result = try exporting.export("-", "--to", "spacy", input: line + line.prefix(300))
    #expect(result.status == 3)
    #expect(result.errors.contains("-:2: cut off in the middle"))
    #expect(result.lines.count == 1)
  }

  /// `--no-text`: formats that need the text say so, the others write what there is.
  @Test(arguments: [
    ("spacy", false), ("prodigy", false), ("doccano", false), ("label-studio", false), ("brat", false),
    ("conll", false), ("webanno", true), ("ftm", true), ("csv", true), ("geojson", true), ("claimreview", true),
    ("sqlite", true),
  ])
  func articlesWithoutText(format: String, canDoWithout: Bool) throws {
    try exporting.folder.write("The bank said on Monday that it would close.", to: "bank.txt")
    #expect(try annotate("bank.txt", "--no-text", "-o", "bare.jsonl", in: exporting.folder).status == 0)
    let alone = try exporting.export("bare.jsonl", "--to", format, "-o", "out")
    #expect(alone.status == (canDoWithout ? 0 : 65))
    #expect(exporting.folder.exists("out") == canDoWithout)
    let needs = "1 article was left out: \(format) needs the text"
    #expect(alone.errors.contains(needs) == !canDoWithout)
    let mixed = try exporting.export("bare.jsonl", "ann.jsonl", "--to", format, "-o", "out", "--force", "--quiet")
    #expect(mixed.status == (canDoWithout ? 0 : 3))
    #expect(mixed.errors.contains(needs) == !canDoWithout)
  }

  @Test func otherOffsetsNeedTheText() throws {
    #expect(try annotate("articles", "--no-text", "-o", "bare.jsonl", in: exporting.folder).status == 0)
    let result = try exporting.export("bare.jsonl", "--to", "webanno", "--offsets", "utf16")
    #expect(result.status == 65)
    #expect(result.output.isEmpty && result.errors.contains("webanno needs the text"))
  }

  @Test func formulasAreDefused() throws {
    let cells = try exporting.export("ann.jsonl", "--to", "csv", "--table", "claims").text
    #expect(cells.contains("'=HYPERLINK"))
    #expect(!cells.contains(",=") && !cells.contains(",\"="))
  }

  // MARK: Places

  @Test(arguments: ["sqlite", "csv", "brat", "spacy"])
  func aPlaceThatIsNotWritable(format: String) throws {
    let result = try exporting.export("ann.jsonl", "--to", format, "-o", "/proc/none/out")
    #expect(result.status == 73)
    #expect(result.errors.contains("/proc/none/out: can't be created"))
    #expect(try exporting.export("ann.jsonl", "--to", format, "-o", "no/such/folder/out").status == 73)
  }

  @Test(arguments: ["sqlite", "spacy"])
  func aFileThatExists(format: String) throws {
    try exporting.folder.write("precious", to: "out")
    let refused = try exporting.export("ann.jsonl", "--to", format, "-o", "out")
    #expect(refused.status == 73)
    #expect(refused.errors.contains("--force"))
    #expect(try exporting.folder.read("out") == Array("precious".utf8))
    #expect(try exporting.export("ann.jsonl", "--to", format, "-o", "out", "--force").status == 0)
    #expect(try exporting.folder.read("out") != Array("precious".utf8))
    #expect(try leftovers() == ["out"])
  }

  @Test(arguments: ["csv", "brat"])
  func aFolderThatHoldsSomething(format: String) throws {
    try exporting.folder.write("precious", to: "out/notes.md")
    let refused = try exporting.export("ann.jsonl", "--to", format, "-o", "out")
    #expect(refused.status == 73)
    #expect(refused.errors.contains("out: exists already"))
    #expect(try exporting.export("ann.jsonl", "--to", format, "-o", "out", "--force").status == 0)
    #expect(try exporting.folder.read("out/notes.md") == Array("precious".utf8))
    #expect(try exporting.export("ann.jsonl", "--to", format, "-o", "ann.jsonl", "--force").status == 73)
  }

  /// A database of ours is replaced with --force; one of another program never.
  @Test func databases() throws {
    #expect(try exporting.export("ann.jsonl", "--to", "sqlite", "-o", "ours.db").status == 0)
    #expect(try exporting.export("ann.jsonl", "--to", "sqlite", "-o", "ours.db").status == 73)
    #expect(try exporting.export("ann.jsonl", "--to", "sqlite", "-o", "ours.db", "--force").status == 0)
    var foreign = try exporting.folder.read("ours.db")
    foreign.replaceSubrange(68..<72, with: [0, 0, 0, 0])
    try exporting.folder.write(foreign, to: "theirs.db")
    let refused = try exporting.export("ann.jsonl", "--to", "sqlite", "-o", "theirs.db", "--force")
    #expect(refused.status == 73)
    #expect(refused.errors.contains("another program's SQLite database"))
    #expect(try exporting.folder.read("theirs.db") == foreign)
    #expect(try exporting.export("ann.jsonl", "--to", "sqlite", "-o", "/dev/full").status == 73)
  }

  @Test func aFullDisk() throws {
    #expect(try exporting.export("ann.jsonl", "--to", "spacy", "-o", "/dev/full").status == 74)
    let limited = try shell(
      "trap '' XFSZ; ulimit -f 8; $sayso export ann.jsonl --to sqlite -o a.db", in: exporting.folder)
    #expect(limited.status == 74, "\(limited.errors)")
    #expect(limited.errors.contains("no space left") || limited.errors.contains("writing failed"))
    let tables = try shell(
      "trap '' XFSZ; ulimit -f 1; $sayso export ann.jsonl --to csv -o tables", in: exporting.folder)
    #expect(tables.status == 74, "\(tables.errors)")
    #expect(try leftovers().isEmpty, "half-written files")
  }

  /// Ended in the middle, a database is not there under its name.
  @Test func anExportThatIsKilled() throws {
    let script = """
      mkfifo pipe
      $sayso export pipe --to sqlite -o a.db & pid=$!
      exec 3> pipe
      cat ann.jsonl >&3
      while [ ! -e a.db.partial ]; do sleep 0.05; done
      kill -TERM $pid
      wait $pid
      """
    let result = try shell(script, in: exporting.folder)
    #expect(result.status != 0)
    #expect(!exporting.folder.exists("a.db"))
    #expect(try exporting.export("ann.jsonl", "--to", "sqlite", "-o", "a.db").status == 0)
    #expect(!exporting.folder.exists("a.db.partial"))
  }

  // MARK: Wishes

  @Test(arguments: [
    ["ann.jsonl"], ["ann.jsonl", "--to", "word"], ["ann.jsonl", "--to", "sqlite"], ["ann.jsonl", "--to", "brat"],
    ["ann.jsonl", "--to", "csv"], ["ann.jsonl", "--to", "spacy", "--table", "claims"],
    ["ann.jsonl", "--to", "ftm", "--offsets", "utf8"], ["ann.jsonl", "--to", "spacy", "--offsets", "words"],
    ["--to", "spacy"],
  ])
  func contradictoryOptions(arguments: [String]) throws {
    let result = try Program.run(["export"] + arguments, in: exporting.folder.path)
    #expect(result.status == 64)
    #expect(result.output.isEmpty && !result.errors.isEmpty)
  }

  /// Offsets of spaCy's tokens have to cover the text as Python counts it.
  @Test func formatsThatCountOneWayRefuseAnother() throws {
    let result = try exporting.export("ann.jsonl", "--to", "spacy", "--offsets", "utf16")
    #expect(result.status == 64)
  }
}
