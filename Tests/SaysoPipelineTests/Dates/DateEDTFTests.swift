import FoundationEssentials
import Glibc
import Testing

@testable import SaysoPipeline

/// Every EDTF that the program can write is read by an independent parser: the Python package `edtf`, which `make test`
/// puts into the build folder's venv. Without it the test is skipped, and says so.
@Suite struct DateEDTFTests {
  private static let python =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/.build/venv/bin/python"

  private static let script = """
    import sys
    from edtf import parse_edtf
    for line in sys.stdin:
        try: parse_edtf(line.strip())
        except Exception: print(line.strip())
    """

  /// Expressions of every form, put together with every frame.
  private static let expressions = [
    "3 May 2021", "May 2021", "2021", "early 2021", "the late 1970s", "the 1990s", "the 19th century", "3 May",
    "October",
    "about 30 April", "around 7:15 p.m.", "3 p.m. EST Thursday", "last week", "this weekend", "next month",
    "last spring",
    "the third quarter of 1990", "the first half of 2023", "yesterday", "44 B.C.", "February-March", "14-16 June 2022",
    "the winter of 1994", "the past two years", "the next ten days", "Christmas", "every 25 December",
    "10:30 on 4 May 2021", "the 20th century", "mid-March", "the end of 1990",
  ]

  private static let frames = [
    "It was on %.", "since %", "until %", "from % to 2040", "between 1066 and %", "possibly in %",
    "either % or May 2031",
    "June 6 and 8, %",
  ]

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python), "run `make test-deps` for the package edtf"))
  func anIndependentParserReadsThemAll() throws {
    var values: Set<String> = []
    for frame in Self.frames {
      for expression in Self.expressions {
        let text = frame.split(separator: "%", omittingEmptySubsequences: false).joined(separator: expression)
        for reading in DateReading.read(text) { values.insert(reading.edtf ?? "2021") }
        for reading in DateReading.read(text, reference: nil) { values.insert(reading.edtf ?? "2021") }
        for reading in DateReading.read(text, reference: nil, page: CivilDate(2023, 6, 4)) {
          values.insert(reading.edtf ?? "2021")
        }
      }
    }
    for rule in DateGrammar.all {
      for example in rule.yes { values.formUnion(DateReading.read(example).compactMap(\.edtf)) }
    }
    values.formUnion(Self.recorded())
    #expect(values.count > 150)
    let refused = try refused(values.sorted())
    #expect(refused == [], "not read by the parser")
  }

  /// Every EDTF in the recorded annotations of whole articles.
  private static func recorded() -> [String] {
    let tests = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = tests + "/CommandTests/Golden"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let lines = names.compactMap { FileManager.default.contents(atPath: "\(folder)/\($0)") }
      .flatMap { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
    return lines.filter { $0.contains("\"edtf\" : \"") }.map { line in
      String(line.split(separator: "\"", omittingEmptySubsequences: false)[3])
    }
  }

  @Test func theRecordedArticlesHaveDates() { #expect(Self.recorded().count > 20) }

  /// The values that the parser does not read. `popen`, since the Foundation that has `Process` brings an ICU of its
  /// own.
  private func refused(_ values: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.path + "/sayso-edtf-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.script.write(toFile: folder + "/check.py", atomically: false, encoding: .utf8)
    try values.joined(separator: "\n").write(toFile: folder + "/values", atomically: false, encoding: .utf8)
    let pipe = try #require(popen("'\(Self.python)' '\(folder)/check.py' < '\(folder)/values' 2>&1", "r"))
    var output: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { output.append(UInt8(truncatingIfNeeded: byte)) }
    #expect(pclose(pipe) == 0)
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
