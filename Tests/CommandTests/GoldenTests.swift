import Foundation
import SaysoTestSupport
import Testing

/// Whole annotations of two sample articles, as they were when last looked at. `SAYSO_RECORD=1` rewrites them, and
/// fails. `Golden/NOTE.md` says why these two.
@Suite struct GoldenTests {
  private static let articles = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Reports/articles").path

  @Test(arguments: ["ferry", "bridge-scraped"])
  func annotationIsAsRecorded(_ name: String) throws {
    let result = try Program.run(["annotate", "--quiet", "--date", "2024-03-14", "\(name).txt"], in: Self.articles)
    #expect(result.status == 0, "\(result.errors)")
    var record = try #require(result.records().first)
    // Changes with every word list.
    record["producer"] = nil
    let data = try JSONSerialization.data(
      withJSONObject: record, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    // Spans on one line; lists without the line of the entry, which moves with every edit.
    let text = String(decoding: data, as: UTF8.self)
      .replacing(/("lexicon" : "[^"]+):\d+"/) { "\($0.output.1)\"" }
      .replacing(/\[\s+(\d+),\s+(\d+)\s+\]/) { "[\($0.output.1), \($0.output.2)]" }
    expectGolden(text + "\n", "Golden/\(name).json")
  }
}
