import Foundation
import SaysoRead
import SaysoTestSupport
import SaysoText
import Testing

@Suite struct FileReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func oneFileIsOneArticle() throws {
    let path = try folder.write("The mayor resigned.\r\n\tShe left.", to: "a.txt")
    let article = try #require(try read([path]).first?.article)
    #expect(article.id == path)
    #expect(article.source.bytes == Array("The mayor resigned.\r\n\tShe left.".utf8))
    #expect(
      article.input
        == InputDescription(
          path: path, format: .text, encoding: "UTF-8",
          sha256: "1f648775a67c8034fa523f01f4532a21a00fe4fbd930728c362780593972ecd3", byteCount: 31))
    #expect(article.warnings.isEmpty)
  }

  @Test func folderComesInByteOrderOfPaths() throws {
    for name in ["b/2.txt", "b.md", "a", "B.text", "c.jpg", ".hidden.txt", "b/1.txt", "é.txt", "z.json"] {
      try folder.write(name, to: name)
    }
    let producer = try InputProducer([folder.path])
    let decoder = InputDecoder()
    var texts: [String] = []
    while let item = producer.next() { decoder.decode(item) { texts.append($0.summary) } }
    #expect(texts == ["B.text", "a", "b.md", "b/1.txt", "b/2.txt", "é.txt"])
    #expect(producer.skippedFiles == 2)
  }

  @Test func folderKeepsOrderAcrossKindsOfFile() throws {
    try folder.write("first", to: "1.txt")
    try folder.write("{\"text\":\"second\"}\n{\"text\":\"third\"}\n", to: "2.jsonl")
    try folder.write("fourth", to: "3.txt")
    try folder.write([], to: "4.ndjson")
    try folder.write("last", to: "5.md")
    #expect(try read([folder.path]).map(\.summary) == ["first", "second", "third", "fourth", "<empty>", "last"])
  }

  @Test(arguments: [
    ("*.story", ["d/a.story"]), ("d/*", ["d/a.story", "d/e/b.txt"]), ("[bc].*", ["c.txt", "d/e/b.txt"]), ("*.none", []),
  ])
  func globChooses(_ pattern: String, _ expected: [String]) throws {
    for name in ["d/a.story", "d/e/b.txt", "c.txt"] { try folder.write(name, to: name) }
    #expect(try read([folder.path]) { $0.glob = pattern }.map(\.summary) == expected)
  }

  @Test func loopsOfLinksEnd() throws {
    try folder.write("in", to: "a/in.txt")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/up", withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/b.txt", withDestinationPath: "a/in.txt")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/c.txt", withDestinationPath: "nowhere")
    #expect(try read([folder.path]).map(\.summary) == ["in", "in"])
  }

  @Test func namesNeedNotBeUTF8() throws {
    let name: [CChar] = Array((folder.path + "/x").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0x0A, 0x79, 0]
    let file = try #require(fopen(name, "w"))
    fputs("text", file)
    fclose(file)
    let article = try #require(try read([folder.path]).first?.article)
    #expect(article.id == folder.path + "/x\u{FFFD}\ny")
  }

  @Test func missingInputIsKnownBeforeAnythingIsRead() throws {
    let path = try folder.write("text", to: "a.txt")
    #expect(throws: ReadError.missing(path: "nowhere.txt")) { try InputProducer([path, "nowhere.txt"]) }
  }

  @Test func unreadableFileGivesItsLine() throws {
    let path = try folder.write("text", to: "a.txt")
    chmod(path, 0)
    guard getuid() != 0 else { return }
    #expect(try read([path]).map(\.summary) == ["<unreadable>"])
  }

  @Test func emptyAndBlankFilesFail() throws {
    let empty = try folder.write([], to: "empty.txt")
    let blank = try folder.write(" \n\t\r\n", to: "blank.txt")
    let results = try read([empty, blank, "/dev/null"])
    #expect(results.map(\.summary) == ["<empty>", "<empty>", "<empty>"])
    #expect(results.map(\.id) == [empty, blank, "/dev/null"])
    #expect(results[0].failure?.message == "\(empty): holds no text")
  }

  @Test func tooLargeFilesAreNotRead() throws {
    let path = try folder.write([UInt8](repeating: 0x61, count: 1001), to: "a.txt")
    let result = try #require(try read([path]) { $0.maxBytes = 1000 }.first?.failure)
    #expect(result.code == .tooLarge)
    #expect(result.input.byteCount == 1001)
    #expect(result.input.sha256 == nil)
    #expect(try read([path]) { $0.maxBytes = 1001 }.first?.article?.source.count == 1001)
  }

  @Test func hugeSparseFileFailsAtOnce() throws {
    let path = try folder.write("a", to: "huge.txt")
    #expect(truncate(path, 200 << 20) == 0)
    #expect(try read([path]).map(\.summary) == ["<too-large>"])
  }

  @Test func explicitFileWithoutATellingNameIsJudgedByItsFirstBytes() throws {
    let lines = try folder.write("\u{FEFF} {\"text\":\"one\"}\n", to: "data.json")
    let plain = try folder.write("{curly} prose", to: "data")
    #expect(try read([lines, plain]).map(\.summary) == ["one", "{curly} prose"])
    #expect(try read([lines]) { $0.format = .text }.first?.article?.input.format == .text)
  }
}
