import Foundation
import SaysoTestSupport
import Testing

/// What the README shows is what the program prints for the bundled articles.
@Suite struct ReadmeTests {
  private let folder: TemporaryFolder
  private let readme: String

  init() throws {
    folder = try TemporaryFolder()
    let root = RecordValidator.root
    readme = try String(contentsOfFile: "\(root)/README.md", encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/Reports", withDestinationPath: "\(root)/Reports")
    let made = try Program.run(["annotate", "-q", "Reports/articles", "-o", "annotations.jsonl"], in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
  }

  @Test(arguments: ["timeline", "audit"])
  func excerptsAreTrue(_ command: String) throws {
    let block = try #require(blocks("").first { $0.hasPrefix("$ sayso \(command) ") })
    let lines = block.split(separator: "\n").map(String.init)
    let words = try #require(lines.first).dropFirst("$ sayso ".count).split(separator: "\"").enumerated().flatMap {
      $0.offset % 2 == 1 ? [String($0.element)] : $0.element.split(separator: " ").map(String.init)
    }
    let output = try Program.run(words + ["-q", "-f", "table"], in: folder.path).text
    let printed = Set(output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    for line in lines.dropFirst() where line != "..." {
      let start = line.trimmingCharacters(in: .whitespaces).replacing(/\s*\.\.\.$/, with: "")
      #expect(printed.contains { $0.hasPrefix(start) }, "\(command) no longer prints: \(line)")
    }
  }

  @Test func queriesFindSomething() throws {
    let made = try Program.run(
      ["export", "-q", "annotations.jsonl", "--to", "sqlite", "-o", "articles.sqlite"], in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
    let queries = try #require(blocks("sql").first).split(separator: ";").map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }.filter { !$0.isEmpty }
    #expect(queries.count == 3)
    for query in queries {
      let script = "import sqlite3, sys; print(len(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))"
      let rows = try Program.run(
        executable: RecordValidator.python ?? "python3", ["-c", script, "articles.sqlite", query], in: folder.path)
      #expect(Int(rows.text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 > 0, "\(query) \(rows.errors)")
    }
  }

  /// The fenced blocks of a language.
  private func blocks(_ language: String) -> [String] {
    let parts = readme.components(separatedBy: "\n```")
    return zip(parts.indices, parts).filter { $0.0 % 2 == 1 && $0.1.hasPrefix("\(language)\n") }
      .map { String($0.1.dropFirst(language.count + 1)) }
  }
}
