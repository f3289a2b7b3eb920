import SaysoRead
import SaysoTestSupport
import SaysoText
import Testing

@Suite struct EncodingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ bytes: [UInt8], _ change: (inout ReadOptions) -> Void = { _ in }) throws -> InputResult {
    try #require(try SaysoReadTests.read([try folder.write(bytes, to: "in.txt")], change).first)
  }

  private func wide(_ text: String, bigEndian: Bool = false) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return bigEndian ? pair.reversed() : pair
    }
  }

  @Test func byteOrderMarksDecide() throws {
    let text = "Le port est fermé. 😀"
    let cases: [([UInt8], String)] = [
      ([0xEF, 0xBB, 0xBF] + Array(text.utf8), "UTF-8"),
      ([0xFF, 0xFE] + wide(text), "UTF-16LE"),
      ([0xFE, 0xFF] + wide(text, bigEndian: true), "UTF-16BE"),
      (
        [0xFF, 0xFE, 0, 0]
          + text.unicodeScalars.flatMap {
            [UInt8($0.value & 255), UInt8($0.value >> 8 & 255), UInt8($0.value >> 16), 0]
          },
        "UTF-32LE"
      ),
    ]
    for (bytes, encoding) in cases {
      let article = try #require(try read(bytes).article)
      #expect(String(decoding: article.source.bytes, as: UTF8.self) == text)
      #expect(article.input.encoding == encoding)
      #expect(article.input.byteCount == bytes.count)
      #expect(article.warnings.isEmpty)
    }
  }

  @Test func wideTextNeedsNoMark() throws {
    let text = "The council met on Tuesday and voted for the bridge."
    for bigEndian in [false, true] {
      let article = try #require(try read(wide(text, bigEndian: bigEndian)).article)
      #expect(String(decoding: article.source.bytes, as: UTF8.self) == text)
      #expect(article.input.encoding == (bigEndian ? "UTF-16BE" : "UTF-16LE"))
    }
  }

  @Test func oneCurlyQuoteInEnglishIsWindows1252() throws {
    let text =
      "The council’s vote came late. " + String(repeating: "It was a long and quiet night in the town. ", count: 400)
    let bytes = text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value) }
    let article = try #require(try read(bytes).article)
    #expect(article.source.bytes == Array(text.utf8))
    #expect(article.input.encoding == "windows-1252")
    #expect(article.warnings.map(\.code) == ["encoding-guessed"])
  }

  @Test func russianInKOI8() throws {
    let sentence = "Мэр города заявил во вторник, что новый мост будет построен до конца следующего года. "
    let text = String(repeating: sentence, count: 3)
    let table = Array("юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ".unicodeScalars)
    let bytes = text.unicodeScalars.map { scalar in
      table.firstIndex(of: scalar).map { UInt8($0 + 0xC0) } ?? UInt8(scalar.value)
    }
    let article = try #require(try read(bytes).article)
    #expect(article.input.encoding == "KOI8-R")
    #expect(String(decoding: article.source.bytes, as: UTF8.self) == text)
  }

  @Test func badBytesInUTF8AreReplacedAndCounted() throws {
    let bytes = Array("Señora Ruíz Peña".utf8) + [0xFF, 0x20, 0xC3]
    let article = try #require(try read(bytes).article)
    #expect(String(decoding: article.source.bytes, as: UTF8.self) == "Señora Ruíz Peña\u{FFFD} \u{FFFD}")
    #expect(article.input.encoding == "UTF-8")
    #expect(article.warnings == [InputWarning(code: "bad-bytes", message: "2 malformed sequences replaced by U+FFFD")])
  }

  @Test func encodingCanBeForced() throws {
    #expect(try read([0xC3, 0xA9]) { $0.encoding = "windows-1252" }.summary == "Ã©")
    let result = try read([0xC3, 0xA9]) { $0.encoding = "no-such" }
    #expect(result.summary == "é")
    #expect(result.article?.warnings.map(\.code) == ["unknown-charset"])
  }

  @Test func binaryIsNotText() throws {
    var generator = SeededGenerator(seed: 7)
    let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for bytes in [
      [0x61, 0, 0x62], Array("%PDF-1.7\nwords".utf8), noise, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0],
    ] {
      #expect(try read(bytes).summary == "<binary>")
    }
  }

  @Test func aStrayControlCharacterIsStillText() throws {
    let text = String(repeating: "The ferry sails at noon. ", count: 20) + "\u{0}"
    #expect(try read(Array(text.utf8)).summary == text)
  }

  @Test(arguments: [false, true])
  func wideLinesAreReadAsTheyCome(bigEndian: Bool) throws {
    let line = "{\"text\":\"Señora Ruíz 😀\"}\r\n"
    let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    var bytes = mark + wide(String(repeating: line, count: 4000) + "broken\r\n{\"text\":\"cut ", bigEndian: bigEndian)
    bytes += bigEndian ? [0xD8, 0x3D] : [0x3D, 0xD8]
    bytes += wide("\"}", bigEndian: bigEndian)
    for name in ["in.jsonl", "in"] {
      let results = try SaysoReadTests.read([try folder.write(bytes, to: name)])
      #expect(results.count == 4002)
      #expect(results.prefix(4000).allSatisfy { $0.summary == "Señora Ruíz 😀" })
      #expect(results.first?.article?.input.encoding == (bigEndian ? "UTF-16BE" : "UTF-16LE"))
      #expect(results.first?.article?.warnings == [])
      #expect(results[4000].summary == "<broken-json>")
      #expect(results.last?.summary == "cut \u{FFFD}")
      #expect(results.last?.article?.warnings.map(\.code) == ["bad-bytes"])
    }
  }
}
