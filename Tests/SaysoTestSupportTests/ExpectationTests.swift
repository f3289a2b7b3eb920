import Foundation
import SaysoTestSupport
import SaysoText
import Testing

@Suite struct ExpectationTests {
  @Test func marksThatDifferFailTheTest() throws {
    let marked = try MarkedText("⟦person Jane Roe⟧ spoke")
    expectMarks(marked, marked.marks)
    withKnownIssue { expectMarks(marked, []) }
    withKnownIssue { expectMarks(marked, marked.marks + [.init("place", span: TextSpan(9, 14))]) }
  }

  @Test(.disabled(if: ProcessInfo.processInfo.environment["SAYSO_RECORD"] == "1"))
  func goldenFilesThatDifferFailTheTest() throws {
    let folder = try TemporaryFolder()
    let test = folder.path + "/Test.swift"
    try folder.write("line\n", to: "golden.txt")
    expectGolden("line\n", "golden.txt", file: test)
    withKnownIssue { expectGolden("other\n", "golden.txt", file: test) }
    withKnownIssue { expectGolden("line\n", "missing.txt", file: test) }
  }

  @Test func runsPrograms() throws {
    let result = try Program.run(
      executable: "/bin/sh", ["-c", "cat; echo \"$WHO\" >&2; exit 7"], input: Data("in\nput".utf8),
      environment: ["WHO": "me"])
    #expect(result.status == 7)
    #expect(result.signal == nil)
    #expect(result.lines == ["in", "put"])
    #expect(result.errors == "me\n")
    #expect(try Program.run(executable: "/bin/sh", ["-c", "kill -9 $$"]).signal == 9)
  }

  @Test func endsProgramsThatTakeTooLong() {
    #expect(throws: Program.ProgramError.self) {
      try Program.run(executable: "/bin/sleep", ["30"], seconds: 0.1)
    }
  }

  @Test func generatesValidJSON() throws {
    var random = Seed(4).generator
    for _ in 0..<200 {
      let text = random.json()
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      }
    }
  }
}
