import Foundation
import SaysoTestSupport
import Testing

/// Every kind of bad input, given to the program itself: its line, its exit code, in linear time.
@Suite struct BadInputTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("The mayor of Norvale, Ana Poll, resigned on Monday, officials said.\n", to: "good.txt")
  }

  @Test func missingFile() throws {
    let result = try annotate("good.txt", "nowhere.txt", in: folder)
    #expect(result.status == 66)
    #expect(result.lines.isEmpty)
    #expect(result.errors == "sayso: nowhere.txt: no such file or folder; check the spelling (- is standard input)\n")
  }

  @Test(arguments: ["2023-02-30", "nonsense", "2023", "05/06/2023", "12023-01-01", ""])
  func referenceDateThatIsNone(_ date: String) throws {
    let result = try Program.run(["annotate", "--date", date, "good.txt"], in: folder.path)
    #expect(result.status == 64)
    #expect(result.errors.contains("no such day"), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  /// One article's bad date is no reason to give up the others: it is read as having none, and says so.
  @Test func referenceDateOfAnArticleThatIsNone() throws {
    try folder.write(#"{"id":"a","text":"They met on Monday.","date":"2023-02-30"}"# + "\n", to: "a.jsonl")
    let result = try annotate("a.jsonl", in: folder)
    #expect(result.status == 0)
    let line = String(decoding: result.output, as: UTF8.self)
    #expect(line.contains("bad-date") && line.contains("XXXX-WXX-1"))
  }

  @Test func folderWithoutArticles() throws {
    try folder.write("x", to: "pictures/a.jpg")
    let result = try annotate("pictures", in: folder)
    #expect(result.status == 65)
    #expect(result.lines.isEmpty)
    #expect(result.errors.hasPrefix("sayso: no articles in pictures: 1 file, and it does not end in .txt, .text, .md"))
    try folder.write("x", to: "pictures/b.gif")
    let globbed = try annotate("pictures", "--glob", "*.txt", in: folder)
    #expect(globbed.status == 65)
    #expect(globbed.errors == "sayso: no articles in pictures: 2 files, and none of them fits --glob \"*.txt\"\n")
    try FileManager.default.createDirectory(atPath: folder.path + "/nothing", withIntermediateDirectories: true)
    let empty = try annotate("nothing", in: folder)
    #expect(empty.status == 65 && empty.errors == "sayso: no articles in nothing: it is empty\n")
  }

  @Test func emptyFile() throws {
    try folder.write("", to: "empty.txt")
    #expect(try annotate("empty.txt", in: folder).status == 65)
    let result = try annotate("empty.txt", "good.txt", in: folder)
    #expect(result.status == 3)
    #expect(try result.outcomes() == ["empty", "annotation"])
    #expect(result.errors == "sayso: empty.txt: holds no text\n")
    #expect(try annotate("empty.txt", "good.txt", "--keep-going", in: folder).status == 0)
  }

  @Test func emptyStandardInput() throws {
    let result = try annotate("-", in: folder)
    #expect(result.status == 65)
    #expect(try result.outcomes() == ["empty"])
  }

  @Test func binaryFile() throws {
    var generator = SeededGenerator(seed: 1)
    try folder.write((0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) }, to: "photo")
    let result = try annotate("photo", "good.txt", in: folder)
    #expect(result.status == 3)
    #expect(try result.outcomes() == ["binary", "annotation"])
  }

  @Test func hugeFile() throws {
    let path = try folder.write("text", to: "huge.txt")
    #expect(truncate(path, 200 << 20) == 0)
    let result = try annotate("huge.txt", "good.txt", in: folder)
    #expect(result.status == 3)
    #expect(try result.outcomes() == ["too-large", "annotation"])
    #expect(try annotate("good.txt", "--max-bytes", "10", in: folder).outcomes() == ["too-large"])
  }

  @Test func oneLineOfFiftyMegabytes() throws {
    let long = Array("{\"text\":\"".utf8) + [UInt8](repeating: 0x61, count: 50_000_000) + Array("\"}\n".utf8)
    try folder.write(long + Array("{\"text\":\"It rained.\"}\n".utf8), to: "long.jsonl")
    #expect(try annotate("long.jsonl", in: folder).outcomes() == ["too-large", "annotation"])
  }

  /// A debug build is given a tenth of what a release build gets; quadratic work would miss the time limit in both.
  private var many: Int {
    #if DEBUG
      100_000
    #else
      1_000_000
    #endif
  }

  @Test func aMillionParagraphsOfOneCharacter() throws {
    try folder.write(String(repeating: "a\n\n", count: many), to: "paragraphs.txt")
    #expect(try annotate("paragraphs.txt", "--no-text", in: folder).outcomes() == ["annotation"])
  }

  @Test(arguments: ["“Yes, ", "\"Yes ", "'", "(", "([{", "\u{201C}\u{2018}", "Gen. ", "U.S. ", "He said that ", "-"])
  func tenThousandTimesTheSame(_ piece: String) throws {
    try folder.write(String(repeating: piece, count: 10_000) + " said Ana Poll.", to: "a.txt")
    #expect(try annotate("a.txt", in: folder).outcomes() == ["annotation"])
  }

  @Test func aMegabyteWithoutSpaceOrEnd() throws {
    try folder.write(String(repeating: "word", count: 250_000), to: "a.txt")
    try folder.write(String(repeating: "ไทย", count: 50_000), to: "b.txt")
    #expect(try annotate("a.txt", "b.txt", in: folder).outcomes() == ["annotation", "annotation"])
  }

  @Test func nulBytes() throws {
    try folder.write("a\u{0}b", to: "a.txt")
    let line = #"{"id":"n","text":"Ana\u0000 Poll resigned."}"#
    #expect(try annotate("a.txt", in: folder).outcomes() == ["binary"])
    let records = try annotate("-", input: line, in: folder).records()
    #expect(records.first?["text"] as? String == "Ana\u{0} Poll resigned.")
  }

  @Test func brokenLinesInTheMiddleOfAStream() throws {
    let lines = """
      {"id":"1","text":"It rained."}
      {"id":"2","text":"It rained.
      nonsense
      {"id":"4"}
      {"id":"5","text":"It \\ud800 rained."}
      """
    let result = try annotate("-", input: lines, in: folder)
    #expect(result.status == 3)
    #expect(try result.outcomes() == ["annotation", "broken-json", "broken-json", "no-text", "annotation"])
    #expect(try result.records().last?["text"] as? String == "It \u{FFFD} rained.")
    #expect(result.errors.split(separator: "\n").count == 3)
  }

  @Test func duplicateIDs() throws {
    let line = "{\"id\":\"a\",\"text\":\"It rained.\"}\n"
    let records = try annotate("-", input: line + line, in: folder).records()
    let codes = records.map { ($0["warnings"] as? [[String: Any]] ?? []).map { $0["code"] as? String } }
    #expect(codes == [[], ["duplicate-id"]])
  }

  @Test func unreadablePermissions() throws {
    let path = try folder.write("text", to: "secret.txt")
    chmod(path, 0)
    guard getuid() != 0 else { return }
    let result = try annotate("secret.txt", "good.txt", in: folder)
    #expect(result.status == 3)
    #expect(try result.outcomes() == ["unreadable", "annotation"])
  }

  @Test func truncatedGzip() throws {
    let script = "gzip -c good.txt | head -c 40 > cut.txt.gz; $sayso annotate -q cut.txt.gz good.txt"
    let result = try shell(script, in: folder)
    #expect(result.status == 3)
    #expect(try result.outcomes() == ["broken-gzip", "annotation"])
  }
}
