import SaysoRead
import SaysoTestSupport
import SaysoText
import Testing

@Suite struct RowTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func rowsAreArticles() throws {
    let path = try folder.write(
      "id,date,text,title\r\na,2024-03-14,\"The ferry, she said, \"\"sails\"\".\nAt noon.\",Ferry\r\n\r\nb,,Rain fell.\r\n",
      to: "wire.csv")
    let results = try read([path])
    #expect(results.map(\.summary) == ["The ferry, she said, \"sails\".\nAt noon.", "Rain fell."])
    #expect(results.map(\.id) == ["a", "b"])
    #expect(results.first?.article?.published == ReferenceDate(year: 2024, month: 3, day: 14))
    #expect(results.first?.article?.title == "Ferry")
    #expect(results.first?.article?.input.format == .csv)
  }

  @Test(arguments: [("a.csv", ";"), ("a.tsv", "\t"), ("b.csv", ",")])
  func theFirstRowTellsTheSeparator(name: String, separator: String) throws {
    let text = "\u{FEFF}kind|body|id\nx|\"One\(separator) two.\"|7".replacing("|", with: separator)
    let results = try read([try folder.write(text, to: name)]) { $0.keys.text = "body" }
    #expect(results.map(\.summary) == ["One\(separator) two."])
    #expect(results.map(\.id) == ["7"])
  }

  @Test func aMarkWithoutPartnerCostsItsLineOnly() throws {
    let path = try folder.write("id,text\na,5\" pipe.\nb,\"Two.\nc,Three.\nd,Four.", to: "wire.csv")
    let results = try read([path])
    #expect(results.map(\.summary) == ["5\" pipe.", "<broken-csv>", "Three.", "Four."])
    #expect(results[1].id == "\(path):3")
  }

  @Test func rowsWithoutTextAndTooLargeOnesFail() throws {
    let path = try folder.write(
      "id,text\na\nb,\(String(repeating: "tide ", count: 5000))\nc,Three.\n", to: "wire.csv")
    let results = try read([path]) { $0.maxBytes = 10_000 }
    #expect(results.map(\.summary) == ["<no-text>", "<too-large>", "Three."])
    #expect(try read([try folder.write("", to: "empty.csv")]).map(\.summary) == ["<empty>"])
  }

  @Test func aHeaderThatIsNoneIsSaid() throws {
    let large = try folder.write(String(repeating: "tide ", count: 5000), to: "large.csv")
    #expect(try read([large]) { $0.maxBytes = 10_000 }.map(\.summary) == ["<too-large>"])
    let open = try folder.write("id,\"text\na,One.\n", to: "open.csv")
    #expect(try read([open]).map(\.summary) == ["<broken-csv>", "One."])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func anyBytesEnd(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("\"\",;\n\r\tax".utf8) + [0, 0xFF]
    let bytes = (0..<Int.random(in: 0...3000, using: &generator)).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
    }
    let lines = bytes.count { $0 == 0x0A } + 1
    #expect(try read([try folder.write(bytes, to: "any.csv")]).count <= lines)
  }

  @Test func presetsKnowTheKeysOfOtherTools() throws {
    let scraped =
      #"{"title":"Ferry","author":"Ada Verne; Bo Lind","hostname":"harbour.example","date":"2024-03-14","#
      + #""source":"https://harbour.example/a","text":"The ferry sails."}"#
    let item =
      #"{"uri":"urn:x:1","headline":"Ferry","firstcreated":"2024-03-14T10:00:00Z","#
      + #""versioncreated":"2024-05-01T10:00:00Z","byline":"Ada Verne","body_xhtml":"<p>The ferry sails.</p>"}"#
    let first = try read([try folder.write(scraped, to: "a.jsonl")]) { $0.keys = KeyPreset.trafilatura.keys }
    let second = try read([try folder.write(item, to: "b.jsonl")]) { $0.keys = KeyPreset.ninjs.keys }
    #expect(first.first?.article?.byline == ["Ada Verne", "Bo Lind"])
    #expect(first.first?.article?.url == "https://harbour.example/a")
    #expect(first.first?.article?.publisher == "harbour.example")
    #expect((first + second).map(\.summary) == ["The ferry sails.", "The ferry sails."])
    #expect(second.first?.id == "urn:x:1")
    #expect(second.first?.article?.published == first.first?.article?.published)
    #expect(second.first?.article?.title == "Ferry")
  }

  /// ninjs 2 and 3 have lists of headlines and bodies, and other capitals.
  @Test(arguments: [
    (#""bodies":[{"role":"main","contenttype":"text/plain","value":"The ferry sails."}]"#, "firstcreated"),
    (
      #""bodies":[{"role":"main","contentType":"application/xhtml+xml","value":"<p>The ferry sails.</p>"},{"value":"x"}]"#,
      "contentCreated"
    ),
    (#""bodies":[{"role":"main"},{"value":"The ferry sails."}]"#, "firstCreated"),
  ])
  func laterNinjs(_ bodies: String, _ date: String) throws {
    let item =
      #"{"uri":"urn:x:1","standard":{"name":"ninjs","version":"3.1"},"by":"Ada Verne","language":"en-GB","#
      + #""headlines":[{"role":"main","value":"Ferry"},{"role":"short","value":"F"}],"versionCreated":"2024-05-01","#
      + "\"\(date)\":\"2024-03-14T10:00:00Z\",\(bodies)}"
    let article = try #require(
      try read([try folder.write(item, to: "c.jsonl")]) { $0.keys = KeyPreset.ninjs.keys }.first?.article)
    #expect(String(decoding: article.source.bytes, as: UTF8.self) == "The ferry sails.")
    #expect(article.title == "Ferry")
    #expect(article.byline == ["Ada Verne"])
    #expect(article.published == ReferenceDate("2024-03-14"))
  }

  @Test func severalKeysOfOneThing() throws {
    let lines =
      #"{"body":"One.","content":""}"# + "\n" + #"{"content":"Two.","body":"No."}"# + "\n" + #"{"content":" "}"#
    let results = try read([try folder.write(lines, to: "d.jsonl")]) { $0.keys.text = "content|body" }
    #expect(results.map(\.summary) == ["One.", "Two.", "<empty>"])
  }
}
