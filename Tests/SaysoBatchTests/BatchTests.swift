import SaysoBatch
import SaysoRead
import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct BatchTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func output() throws -> String { String(decoding: try folder.read("out.jsonl"), as: UTF8.self) }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func sameBytesForAnyNumberOfJobs(seed: UInt64) throws {
    let lines = try writeLines(1200, seed: seed, in: folder)
    for number in 0..<100 { try folder.write("Article number \(number).", to: "texts/\(number).txt") }
    var expected: [UInt8]?
    for jobs in [1, 2, 3, 8] {
      let summary = try runBatch([folder.path + "/texts", lines, lines], in: folder) {
        $0.jobs = jobs
        $0.force = true
        $0.maxBytesInFlight = jobs == 3 ? 1 : 1 << 20
      }
      let bytes = try folder.read("out.jsonl")
      #expect(bytes == expected ?? bytes, "jobs \(jobs)")
      expected = bytes
      #expect(summary.counts.articles + summary.counts.failed == bytes.count { $0 == 0x0A })
      #expect(summary.exitCode(keepGoing: false) == 3)
    }
  }

  @Test func eachInputGivesItsLineInOrder() throws {
    let path = try folder.write(
      """
      {"id":"a","text":"one"}
      {"id":"b","text":3}
      {"id":"c","text":"two"}
      """, to: "in.jsonl")
    let empty = try folder.write("", to: "empty.txt")
    let summary = try runBatch([path, empty], in: folder)
    let lines = try output().split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == #"{"id":"a","text":"one","sum":true,"warnings":[]}"#)
    #expect(lines[1].hasPrefix(#"{"schema":"sayso.error/1","id":"b","input":{"path":"\#(path)","sha256":""#))
    #expect(
      lines[1].hasSuffix(
        #""bytes":19,"format":"jsonl","encoding":"UTF-8"},"error":{"code":"no-text","message":"\#(path):2: no string "#
          + #"under the key \"text\"; name the right one with --text-key"}}"#))
    #expect(lines[3].contains(#""error":{"code":"empty","message":"\#(empty): holds no text"}"#))
    #expect(summary.counts.failures == [.noText: 1, .empty: 1])
    #expect(summary.counts.textBytes == 6)
    #expect(summary.counts.persons == 2 && summary.counts.authorClaims == 2)
  }

  @Test func laterArticlesOfTheSameIDAreWarnedOf() throws {
    let path = try folder.write(
      """
      {"id":"a","text":"one"}
      {"id":"b","text":"two"}
      {"id":"a","text":"three\\ud800"}
      {"id":"a","text":
      {"id":"a","text":"four"}
      """, to: "in.jsonl")
    let summary = try runBatch([path], in: folder)
    let warning = #"{"code":"duplicate-id","message":"an article before this one has the same id"}"#
    let lines = try output().split(separator: "\n")
    #expect(lines[1].hasSuffix(#""warnings":[]}"#))
    #expect(lines[2].hasSuffix(#""warnings":["lone-surrogates",\#(warning)]}"#))
    #expect(lines[4].hasSuffix(#""warnings":[\#(warning)]}"#))
    #expect(summary.counts.duplicateIDs == 2)
    #expect(summary.counts.warnings == ["duplicate-id": 2, "lone-surrogates": 1])
  }

  @Test func exitCodes() throws {
    let good = try folder.write("text", to: "good.txt")
    let bad = try folder.write("", to: "bad.txt")
    try folder.write("x", to: "none/a.jpg")
    func code(_ inputs: [String], keepGoing: Bool = false) throws -> Int32 {
      try runBatch(inputs, in: folder) { $0.force = true }.exitCode(keepGoing: keepGoing)
    }
    #expect(try code([good]) == 0)
    #expect(try code([good, bad]) == 3)
    #expect(try code([good, bad], keepGoing: true) == 0)
    #expect(try code([bad]) == 65)
    #expect(try code([folder.path + "/none"]) == 65)
    #expect(try runBatch([folder.path + "/none"], in: folder) { $0.force = true }.counts.skippedFiles == 1)
    #expect(throws: ReadError.missing(path: "nowhere")) { try runBatch(["nowhere"], in: folder) }
  }

  @Test func aWorkerThatCannotBeMadeEndsTheBatch() throws {
    struct Refusal: Error {}
    let path = try writeLines(500, seed: 1, in: folder)
    var options = BatchOptions()
    options.output = .file(folder.path + "/out.jsonl")
    options.isQuiet = true
    let runner = try BatchRunner(inputs: [path], options: options) { throw Refusal() }
    #expect(throws: Refusal.self) { try runner.run() }
    #expect(!folder.exists("out.jsonl") && !folder.exists("out.jsonl.partial"))
  }

  @Test func oneLineOfFiftyMegabytesIsAnErrorLine() throws {
    let path = try folder.write(
      Array("{\"text\":\"".utf8) + [UInt8](repeating: 0x61, count: 50_000_000) + Array("\"}\n{\"text\":\"ok\"}\n".utf8),
      to: "in.jsonl")
    let summary = try runBatch([path], in: folder)
    #expect(summary.counts.articles == 1)
    #expect(summary.counts.failures == [.tooLarge: 1])
    #expect(try output().split(separator: "\n").count == 2)
  }

  /// Any bytes in: every line of the output is a whole JSON object.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func anyBytesGiveWholeLines(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = generator.bytes(upTo: 4000)
    let inputs = [try folder.write(bytes, to: "a.txt"), try folder.write(bytes, to: "a.jsonl")]
    let summary = try runBatch(inputs, in: folder) { $0.jobs = 2 }
    let lines = try folder.read("out.jsonl").split(separator: 0x0A)
    #expect(lines.count == summary.counts.articles + summary.counts.failed)
    let keys = JSONObjectKeys(["id"])
    #expect(lines.allSatisfy { (try? Array($0).withUnsafeBufferPointer { try keys.read($0) })?.values.first != nil })
  }
}
