import SaysoAnalysis
import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct CorpusReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ texts: String...) throws -> (ids: [String], tally: CorpusTally) {
    let paths = try texts.enumerated().map { try folder.write($1, to: "\($0).jsonl") }
    var corpus = try CorpusReader(paths)
    var ids: [String] = []
    while let record = try corpus.next() { ids.append(record.id) }
    return (ids, corpus.tally)
  }

  @Test func readsFilesInOrder() throws {
    let (ids, tally) = try read(Article("b").line + Article("a").line, "", "\n" + Article("c").line)
    #expect(ids == ["b", "a", "c"])
    #expect(tally.articles == 3)
    #expect(tally.report().isEmpty)
    #expect(tally.exitCode(keepGoing: false) == 0)
  }

  @Test(arguments: [
    ("{\"a\": 3}", "no annotation: it has no \"schema\""), ("[1]", "no annotation"), ("not json", "no annotation"),
    (#"{"schema":"sayso.timeline/1"}"#, "its schema is \"sayso.timeline/1\""),
    (#"{"schema":"sayso.annotation/2"}"#, "of another major version"),
    (#"{"schema":"sayso.annotation/1"}"#, "broken annotation"),
    ("\u{0}", "no annotation"), ("3", "no annotation"),
  ])
  func leavesOutWhatIsNoAnnotation(line: String, why: String) throws {
    let (ids, tally) = try read(Article("a").line + line + "\n" + Article("b").line)
    #expect(ids == ["a", "b"])
    #expect(tally.refused == 1)
    let report = try #require(tally.report().first)
    #expect(report.contains("0.jsonl:2: ") && report.contains(why), "\(report)")
    #expect(tally.exitCode(keepGoing: false) == 3)
    #expect(tally.exitCode(keepGoing: true) == 0)
  }

  @Test func lastLineCutOff() throws {
    let line = Article("b").line
    let (ids, tally) = try read(Article("a").line + line.prefix(line.utf8.count / 2), Article("c").line)
    #expect(ids == ["a", "c"])
    #expect(tally.report().first?.contains("cut off in the middle") == true)
  }

  /// A last line that is whole but has no line feed is as good as any.
  @Test func lastLineWithoutLineFeed() throws {
    let (ids, tally) = try read(String(Article("a").line.dropLast()))
    #expect(ids == ["a"])
    #expect(tally.refused == 0)
  }

  @Test func errorRecordsAndRepeats() throws {
    let error = #"{"schema":"sayso.error/1","id":"x","input":{"path":"x"},"error":{"code":"empty","message":"m"}}"#
    let (ids, tally) = try read(Article("a").line + error + "\n", Article("a").line)
    #expect(ids == ["a"])
    #expect(tally.failedInputs == 1)
    #expect(tally.repeated == 1)
    #expect(tally.report().count == 2)
    #expect(tally.exitCode(keepGoing: false) == 0)
  }

  @Test func nothingUsable() throws {
    let (ids, tally) = try read(String(repeating: "what?\n", count: 40))
    #expect(ids.isEmpty)
    #expect(tally.exitCode(keepGoing: true) == 65)
    #expect(tally.refusals.count == 20)
    #expect(tally.report(shown: 3).last == "37 more lines that can't be used")
  }

  /// A missing file is found out before anything is read.
  @Test func missingFile() throws {
    let there = try folder.write(Article("a").line, to: "there.jsonl")
    #expect(throws: RecordFileError.missing(path: "no/such")) { try CorpusReader([there, "no/such"]) }
  }

  @Test(arguments: Seed.some(20)) func anyBytes(seed: Seed) throws {
    var random = seed.generator
    let noise = (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) }
    let path = try folder.write(Array(Article("a").line.utf8) + noise, to: "noise.jsonl")
    var corpus = try CorpusReader([path])
    #expect(try corpus.next()?.id == "a")
    #expect(try corpus.next() == nil)
  }
}
