import Foundation
import SaysoTestSupport
import Testing

/// What `sayso audit` does with what it should not have been given.
@Suite struct AuditBadInputTests {
  let folder: TemporaryFolder
  let line: String

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("A source said the yard would close in June.", to: "a.txt")
    line = try annotate("a.txt", in: folder).text
    try folder.write(line, to: "ann.jsonl")
  }

  private func audit(_ arguments: String..., input: String = "") throws -> Program.Result {
    try Program.run(["audit"] + arguments, input: Data(input.utf8), in: folder.path)
  }

  @Test func linesThatAreNoAnnotations() throws {
    let result = try audit("-", input: "no json\n{\"schema\":\"sayso.finding/1\"}\n[]\n" + line)
    #expect(result.status == 3)
    #expect(result.errors.contains("-:1: no annotation") && result.errors.contains("-:2: no annotation"))
    #expect(result.text.contains("\"check\":\"S05\""))
    #expect(try audit("-", "--keep-going", input: "no json\n" + line).status == 0)
    #expect(try audit("-", input: "no json\n").status == 65)
  }

  @Test func anotherMajorVersion() throws {
    let later = line.replacingOccurrences(of: "sayso.annotation/1", with: "sayso.annotation/2")
    let result = try audit("-", input: later + line)
    #expect(result.status == 3)
    #expect(result.errors.contains("\"sayso.annotation/2\" is of another major version"))
  }

  @Test func aTruncatedLastLine() throws {
    let result = try audit("-", input: line + line.replacingOccurrences(of: "a.txt", with: "b.txt").prefix(300))
    #expect(result.status == 3)
    #expect(result.errors.contains("-:2: cut off in the middle"))
    #expect(result.text.contains("\"check\":\"S05\""))
  }

  @Test func mixedFiles() throws {
    try folder.write("Not a record at all.\n", to: "notes.txt")
    let result = try audit("ann.jsonl", "notes.txt")
    #expect(result.status == 3)
    #expect(result.errors.contains("notes.txt:1: no annotation"))
    #expect(try audit("ann.jsonl", "missing.jsonl").status == 66)
    #expect(try audit("/proc/self/mem").status == 74)
  }

  @Test func anEmptyFileHasNoFindings() throws {
    let result = try audit("-", "-f", "sarif")
    #expect(result.status == 0)
    #expect(result.text.contains("\"results\":[]"))
    #expect(try audit("-").text.isEmpty)
  }

  @Test(arguments: [
    ["--no-profiles", "--only-profiles", "ann.jsonl"], ["--only-profiles", "--fail-on", "info", "ann.jsonl"],
    ["--only-profiles", "-f", "sarif", "ann.jsonl"], ["--checks", "S99", "ann.jsonl"], ["--checks", ",", "ann.jsonl"],
    ["--fail-on", "fatal", "ann.jsonl"], ["-f", "xml", "ann.jsonl"], [],
  ])
  func contradictoryOptions(arguments: [String]) throws {
    let result = try Program.run(["audit"] + arguments, in: folder.path)
    #expect(result.status == 64)
    #expect(result.output.isEmpty && !result.errors.isEmpty)
  }

  @Test func baselinesThatAreNone() throws {
    try folder.write("hello\n", to: "known")
    let result = try audit("ann.jsonl", "--baseline", "known")
    #expect(result.status == 74)
    #expect(result.errors.contains("known:1: no finding"))
    #expect(try audit("ann.jsonl", "--baseline", "missing").status == 66)
    try folder.write("{\"runs\":[{\"results\":[{\"partialFingerprints\":7}]}]}\n", to: "broken")
    #expect(try audit("ann.jsonl", "--baseline", "broken").status == 74)
  }

  /// Offsets, sentences and ids that point nowhere, as another program may write them.
  @Test func annotationsThatContradictThemselves() throws {
    var bad = line
    for (old, new) in [
      ("\"sentence\":0", "\"sentence\":99"), ("\"start\":0", "\"start\":900"), ("[[0,8]]", "[[9000,3]]"),
      ("\"end\":", "\"end\":7"),
    ] {
      bad = line.replacingOccurrences(of: old, with: new)
      #expect(bad != line, "\(old) is not in the line")
      let result = try audit("-", input: bad)
      #expect([0, 3, 65].contains(result.status) && result.signal == nil, "\(old): \(result.errors)")
    }
  }

  @Test func manyFindings() throws {
    let text = (0..<6000).map { "A source of clerk \($0) said shed \($0) was sold. It is believed that it burned.\n\n" }
      .joined()
    try folder.write(text, to: "long.txt")
    try folder.write(annotate("long.txt", in: folder).text, to: "long.jsonl")
    let page = try audit("long.jsonl", "-f", "html", "--checks", "S02,S05")
    #expect(page.status == 0)
    #expect(page.text.contains("and 1000 more findings"))
    #expect(page.errors.contains("1000 findings were left out of the page"))
  }
}
