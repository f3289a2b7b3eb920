import SaysoRead
import SaysoTestSupport
import Testing

@Suite struct GzipTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func packedFilesReadAsTheirContent() throws {
    let text = "The ferry sails at noon."
    let packed = try gzip(Array(text.utf8))
    let named = try folder.write(packed, to: "a.txt.gz")
    let unnamed = try folder.write(packed, to: "b.txt")
    let lines = try folder.write(try gzip(Array("{\"text\":\"x\"}\n{\"text\":\"y\"}".utf8)), to: "c.jsonl.gz")
    let sniffed = try folder.write(try gzip(Array("{\"text\":\"z\"}".utf8)), to: "d.gz")
    let results = try read([named, unnamed, lines, sniffed])
    #expect(results.map(\.summary) == [text, text, "x", "y", "z"])
    #expect(results.first?.article?.input.byteCount == text.utf8.count)
    #expect(results.first?.article?.input.sha256 == results.dropFirst().first?.article?.input.sha256)
  }

  @Test func membersFollowEachOther() throws {
    let parts = try ["One. ", "Two. ", "Three."].map { try gzip(Array($0.utf8)) }
    let path = try folder.write(Array(parts.joined()) + [0, 0, 0], to: "a.gz")
    #expect(try read([path]).map(\.summary) == ["One. Two. Three."])
  }

  @Test func truncatedTextFails() throws {
    let packed = try gzip(Array("The ferry sails at noon.".utf8))
    for length in [3, 12, packed.count - 1] {
      let path = try folder.write(Array(packed.prefix(length)), to: "cut.txt.gz")
      #expect(try read([path]).map(\.summary) == ["<broken-gzip>"], "cut after \(length) bytes")
    }
  }

  @Test func truncatedLinesKeepWhatIsWhole() throws {
    let text = (1...20_000).map { "{\"id\":\"\($0)\",\"text\":\"article \($0 &* 2_654_435_761 % 1_000_003)\"}\n" }
      .joined()
    let packed = try gzip(Array(text.utf8))
    let path = try folder.write(Array(packed.prefix(packed.count / 2)), to: "cut.jsonl.gz")
    let results = try read([path])
    #expect(results.count > 1000)
    #expect(results.last?.summary == "<broken-gzip>")
    #expect(results.dropLast().allSatisfy { $0.article != nil })
    #expect(results.last?.id == "\(path):\(results.count)")
  }

  @Test func corruptDataFail() throws {
    var generator = SeededGenerator(seed: 3)
    var packed = try gzip((0..<4000).map { _ in UInt8.random(in: 0x41...0x5A, using: &generator) })
    for index in 100..<140 { packed[index] ^= 0x5A }
    #expect(try read([try folder.write(packed, to: "bad.txt.gz")]).map(\.summary) == ["<broken-gzip>"])
  }

  @Test func aBombIsStoppedAtTheLimit() throws {
    let bomb = try gzip([UInt8](repeating: 0x20, count: 40 << 20))
    #expect(try read([try folder.write(bomb, to: "bomb.txt.gz")]).map(\.summary) == ["<too-large>"])
    #expect(try read([try folder.write(bomb, to: "bomb.jsonl.gz")]).map(\.summary) == ["<too-large>"])
  }
}
