import Foundation
import SaysoRead
import SaysoTestSupport
import SaysoText
import Testing

@Suite struct AnyBytesTests {
  /// Any bytes in: no crash, valid text out, every line accounted for, and the same answer twice.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func neverCrash(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let bytes = generator.bytes(upTo: 3000)
    let paths = [
      try folder.write(bytes, to: "a.txt"), try folder.write(bytes, to: "a.jsonl"), try folder.write(bytes, to: "a"),
    ]
    let first = try read(paths) { $0.maxBytes = 2000 }
    let again = try read(paths) { $0.maxBytes = 2000 }
    #expect(first.map(\.summary) == again.map(\.summary))
    #expect(first.count >= 3)
    for article in first.compactMap(\.article) {
      #expect(SourceText.isValidUTF8(article.source.bytes))
      #expect(article.input.sha256?.utf8.count == 64)
    }
  }

  /// JSON that Foundation can read is read alike.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func agreesWithFoundationOnJSON(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = String(decoding: generator.bytes(upTo: 200), as: UTF8.self) + "x"
    let object: [String: Any] = [
      "text": text, "id": "i\(seed)", "other": ["a", 1, [true, ["k": text]]] as [Any], text: 3.5e-7,
    ]
    let folder = try TemporaryFolder()
    let line = try JSONSerialization.data(withJSONObject: object)
    let results = try read([try folder.write(Array(line), to: "a.jsonl")])
    #expect(results.map(\.summary) == [text])
    #expect(results.map(\.id) == ["i\(seed)"])
  }

  @Test func deepBracketsFailInLinearTime() throws {
    let folder = try TemporaryFolder()
    let deep = "{\"text\":\"t\",\"x\":" + String(repeating: "[", count: 1_000_000) + "}"
    let fine = "{\"x\":" + String(repeating: "[", count: 400) + String(repeating: "]", count: 400) + ",\"text\":\"ok\"}"
    let path = try folder.write(deep + "\n" + fine, to: "a.jsonl")
    #expect(try read([path]).map(\.summary) == ["<broken-json>", "ok"])
  }
}
