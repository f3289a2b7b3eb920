import SaysoICU
import SaysoText
import Testing

@Suite struct WordBreakerTests {
  private func words(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let ends = try bytes.withUnsafeBufferPointer { try WordBreaker().boundaries($0) }
    var start = 0
    return ends.map { end in
      defer { start = end }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("ภาษาไทย", "ภาษา|ไทย"), ("ພາສາລາວ", "ພາສາ|ລາວ"), ("ភាសាខ្មែរ", "ភាសាខ្មែរ"), ("東京都", "東京|都"),
    ("red boat", "red| |boat"), ("", ""),
  ])
  func splitsScriptsWithoutSpaces(_ text: String, _ expected: String) throws {
    #expect(try words(text).joined(separator: "|") == expected)
  }

  @Test func boundariesRiseToTheEndWhateverTheBytes() throws {
    let breaker = try WordBreaker()
    for bytes in [[0xE0, 0xB8], [0xFF, 0x41, 0xE0, 0xB8, 0xA0], [0xF4, 0x90, 0x80, 0x80, 0x20]] as [[UInt8]] {
      let ends = bytes.withUnsafeBufferPointer { breaker.boundaries($0) }
      #expect(ends.last == bytes.count)
      #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func supportsTheTokeniser() throws {
    let tokeniser = Tokeniser(support: try ICUScriptSupport())
    let tokens = tokeniser.tokens(of: "The ภาษาไทย of Petit-Goâve").map(\.text)
    #expect(tokens == ["The", "ภาษา", "ไทย", "of", "Petit", "-", "Goâve"])
  }
}
