import Foundation
import SaysoRead
import SaysoTestSupport
import SaysoText
import Testing

@Suite struct LinesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lines(_ text: String, _ change: (inout ReadOptions) -> Void = { _ in }) throws -> [InputResult] {
    try read([try folder.write(text, to: "in.jsonl")], change)
  }

  @Test func metadataComesFromTheKeys() throws {
    let line = """
      {"id":7,"title":"Harbour closed","text":"The harbour is closed.\\nSo says Mira Tal.","date":"2023-05-04T23:10:00+02:00",\
      "url":"https://example.org/1","byline":["Ana Poll","Jo Rhee"],"publisher":"Norvale Post","language":"en-GB","x":[{}]}
      """
    let article = try #require(try lines(line).first?.article)
    #expect(article.id == "7")
    #expect(article.source.bytes == Array("The harbour is closed.\nSo says Mira Tal.".utf8))
    #expect(article.title == "Harbour closed")
    #expect(article.byline == ["Ana Poll", "Jo Rhee"])
    #expect(article.published?.description == "2023-05-04")
    #expect(article.url == "https://example.org/1")
    #expect(article.publisher == "Norvale Post")
    #expect(article.language == "en-GB")
    #expect(article.input.byteCount == line.utf8.count)
    #expect(article.input.format == .jsonl)
  }

  @Test func keysCanBeNamed() throws {
    let article = try #require(
      try lines(#"{"body":"B","text":"T","when":"2020-01-02","by":"Ana Poll"}"#) {
        $0.keys.text = "body"
        $0.keys.date = "when"
        $0.keys.byline = "by"
      }.first?.article)
    #expect(article.source.bytes == Array("B".utf8))
    #expect(article.published?.description == "2020-01-02")
    #expect(article.byline == ["Ana Poll"])
  }

  @Test func badLinesFailAndTheStreamGoesOn() throws {
    let results = try lines(
      """
      {"id":"a","text":"one"}

      {"id":"b","text":"two"
      [1,2]
      {"id":"c"}
      {"id":"d","text":""}
      {"id":"e","text":null}\r
      {"text":"last"}
      """)
    #expect(
      results.map(\.summary) == ["one", "<broken-json>", "<broken-json>", "<no-text>", "<empty>", "<no-text>", "last"])
    let path = folder.path + "/in.jsonl"
    #expect(results.map(\.id) == ["a", path + ":3", path + ":4", "c", "d", "e", path + ":8"])
    #expect(
      results[1].failure?.message == "\(path):3: broken JSON: expected a comma or a closing brace at byte 23")
  }

  @Test(arguments: [
    ("2023-05-04", "2023-05-04"), ("2023-05", "2023-05"), ("2023", "2023"), ("20230504", "2023-05-04"),
    ("2023/5/4", "2023-05-04"), ("2023-05-04 10:11:12.5 UTC", "2023-05-04"), ("2024-02-29T00:00Z", "2024-02-29"),
    ("2023-02-29", nil), ("2023-13-01", nil), ("2023-00-01", nil), ("4 May", nil), ("", nil), ("2023-05-04x", nil),
    ("23-05-04", nil), ("2023-05-04Tnoon", nil), ("0000-01-01", nil), ("2023-05-", nil),
  ])
  func dates(_ text: String, _ expected: String?) {
    #expect(ReferenceDate(text)?.description == expected)
  }

  @Test func doubtfulDatesAreWarnedOf() throws {
    let article = try #require(try lines(#"{"text":"T","date":"last Tuesday"}"#).first?.article)
    #expect(article.published == nil)
    #expect(article.warnings.map(\.code) == ["bad-date"])
  }

  @Test func loneSurrogatesAreReplaced() throws {
    let article = try #require(try lines(#"{"text":"a\ud83d b\ude00 \ud83d\ude00"}"#).first?.article)
    #expect(String(decoding: article.source.bytes, as: UTF8.self) == "a\u{FFFD} b\u{FFFD} 😀")
    #expect(article.warnings.map(\.message) == ["2 lone surrogates replaced by U+FFFD"])
  }

  @Test func longLinesFailWithoutBeingHeld() throws {
    let long = "{\"text\":\"" + String(repeating: "x", count: 2_000_000) + "\"}"
    let results = try lines("{\"text\":\"one\"}\n\(long)\n{\"text\":\"two\"}\n\(long)") { $0.maxBytes = 100_000 }
    #expect(results.map(\.summary) == ["one", "<too-large>", "two", "<too-large>"])
    #expect(results[1].failure?.input.byteCount == long.utf8.count)
    #expect(results[1].id.hasSuffix(":2") && results[3].id.hasSuffix(":4"))
  }

  @Test func lineNumbersHoldAcrossBatches() throws {
    let text = (1...5000).map { "{\"text\":\"article number \($0) " + String(repeating: "y", count: 200) + "\"}" }
      .joined(separator: "\n")
    let results = try lines(text)
    #expect(results.count == 5000)
    #expect(results.enumerated().allSatisfy { $1.id.hasSuffix(":\($0 + 1)") })
    #expect(results.enumerated().allSatisfy { $1.summary.hasPrefix("article number \($0 + 1) ") })
  }

  @Test func legacyLinesAreConverted() throws {
    let bytes = Array("{\"text\":\"Le maire a d".utf8) + [0xE9] + Array("clar".utf8) + [0xE9] + Array("\"}".utf8)
    let article = try #require(try read([try folder.write(bytes, to: "l.jsonl")]).first?.article)
    #expect(article.source.bytes == Array("Le maire a déclaré".utf8))
    #expect(article.warnings.map(\.code) == ["encoding-guessed"])
  }
}
