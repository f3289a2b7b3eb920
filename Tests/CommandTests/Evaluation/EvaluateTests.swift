import Foundation
import SaysoTestSupport
import Testing

/// `sayso evaluate` as people run it.
@Suite struct EvaluateTests {
  let folder: TemporaryFolder
  let own = RecordValidator.root + "/Tests/Evaluation/own"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      {"id":"a","text":"Mayor Marten Okoye said on Monday that Orrin would grow.","entities":[\
      {"start":6,"end":18,"type":"person"},{"start":39,"end":44,"type":"place"}]}

      """, to: "gold.jsonl")
    try folder.write(annotate("gold.jsonl", in: folder).text, to: "found.jsonl")
  }

  private func evaluate(_ arguments: String...) throws -> Program.Result {
    try Program.run(["evaluate"] + arguments, in: folder.path)
  }

  @Test func printsTables() throws {
    let result = try evaluate("gold.jsonl", "found.jsonl")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.text.contains("ENTITIES") && !result.text.contains("CLAIMS"))
    #expect(result.lines.contains { $0.hasPrefix("strict") && $0.contains("person") && $0.contains("100.00") })
  }

  @Test func goldMayBeAnnotations() throws {
    let record = try #require(try evaluate("found.jsonl", "found.jsonl", "--format", "json").records().first)
    for layer in ["entities", "dates", "claims", "zones"] {
      let scores = try #require(record[layer] as? [String: Any])
      #expect((scores["errors"] as? [Any])?.isEmpty == true, "\(layer) differs from itself")
    }
    let zones = record["zones"] as? [String: Any]
    #expect((zones?["body"] as? [String: Any])?["f1"] as? Double == 1)
  }

  @Test func listsErrorsWithExcerpts() throws {
    try folder.write(#"{"id":"a","mentions":[]}"#, to: "none.jsonl")
    let result = try evaluate("gold.jsonl", "none.jsonl")
    #expect(result.text.contains("missed: 2") && result.text.contains("a:6  Mayor ⟦Marten Okoye⟧ said on Monday"))
    #expect(try !evaluate("gold.jsonl", "none.jsonl", "--errors", "0").text.contains("missed"))
  }

  @Test func tellsWhatDoesNotFit() throws {
    try folder.write("{\"id\":\"b\",\"mentions\":[]}\nnot json\n", to: "other.jsonl")
    let result = try evaluate("gold.jsonl", "other.jsonl")
    #expect(result.status == 3)
    #expect(result.errors.contains("other.jsonl:2: found broken JSON"))
    #expect(result.errors.contains("1 articles have no predictions") && result.errors.contains("are not in gold"))
    #expect(try evaluate("gold.jsonl", "other.jsonl", "--keep-going").status == 0)
  }

  @Test func badInput() throws {
    try folder.write("\n", to: "empty.jsonl")
    #expect(try evaluate("empty.jsonl", "found.jsonl").status == 65)
    #expect(try evaluate("gold.jsonl", "missing.jsonl").status == 66)
    #expect(try evaluate("gold.jsonl").status == 64)
    #expect(try evaluate("gold.jsonl", "found.jsonl", "--errors", "-1").status == 64)
  }
}
