import Foundation
import SaysoTestSupport
import Testing

/// The corpus of bad files that `Tests/tools/bad_files.py` writes, a file a run of the program itself: what becomes of it,
/// in bounded memory and time.
@Suite struct BadFilesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// As a shell takes it.
    var files: String
    var status: Int32
    var outcome: String
    /// What no line may hold.
    var lacks: String

    var testDescription: String { files }
  }

  private static let corpus = try? Corpus()

  static var cases: [Case] { corpus?.cases ?? [] }

  @Test func theCorpusIsThere() { #expect(Self.cases.count > 100) }

  @Test(arguments: cases)
  func goesAsExpected(_ bad: Case) throws {
    let folder = try #require(Self.corpus?.folder)
    // The text is looked at where something must not be in it.
    let brief = bad.lacks.isEmpty ? "--no-text " : ""
    let script = "ulimit -v 2500000; exec \"$sayso\" annotate --quiet \(brief)\(bad.files)"
    let result = try Program.run(
      executable: "/bin/bash", ["-c", script], environment: ["sayso": Program.path()], in: folder, seconds: 100)
    #expect(result.signal == nil, "\(result.errors.suffix(500))")
    #expect(result.status == bad.status, "\(result.errors.suffix(500))")
    if !bad.lacks.isEmpty {
      #expect(result.text.contains("\"text\":") && result.text.contains("Norvale"))
      #expect(!result.text.contains(bad.lacks))
    }
    let outcomes = try result.outcomes()
    if bad.outcome == "*" {
      #expect(!outcomes.isEmpty && !outcomes.contains("annotation"))
    } else {
      #expect((outcomes.isEmpty ? "-" : outcomes.joined(separator: ",")) == bad.outcome)
    }
  }

  /// The files, in `.build/bad-files`, and what is expected of them.
  private struct Corpus: Sendable {
    var folder: String
    var cases: [Case]

    init() throws {
      let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      folder = tests.deletingLastPathComponent().appending(path: ".build/bad-files").path
      let script = tests.appending(path: "tools/bad_files.py").path
      let made = try Program.run(executable: "/usr/bin/env", ["python3", script, folder])
      try #require(made.status == 0, "\(made.errors)")
      let expected = try String(contentsOfFile: folder + "/expected.tsv", encoding: .utf8)
      cases = expected.split(separator: "\n").compactMap {
        let columns = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard columns.count == 4, let status = Int32(columns[1]) else { return nil }
        return Case(files: columns[0], status: status, outcome: columns[2], lacks: columns[3])
      }
    }
  }
}
