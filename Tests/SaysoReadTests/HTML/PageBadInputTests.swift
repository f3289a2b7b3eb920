import SaysoRead
import SaysoTestSupport
import SaysoText
import Testing

/// Pages that break programs: read in linear time, without a crash, with their text.
@Suite struct PageBadInputTests {
  private func page(_ markup: [UInt8]) throws -> InputArticle {
    let folder = try TemporaryFolder()
    return try #require(try read([try folder.write(markup, to: "page.html")]).first?.article)
  }

  private func page(_ markup: String) throws -> InputArticle { try page(Array(markup.utf8)) }

  private func text(_ article: InputArticle) -> String { String(decoding: article.source.bytes, as: UTF8.self) }

  @Test(arguments: [
    ("<div>", "</div>"), ("<b>", "</i>"), ("<ul><li>", ""), ("<table><tr><td>", "</span>"), ("<font>", "</font>"),
  ])
  func deepNestingKeepsTheText(open: String, close: String) throws {
    let markup = String(repeating: open, count: 100_000) + "Deep text." + String(repeating: close, count: 100_000)
    let found = try page(markup)
    #expect(text(found) == "Deep text.")
    #expect(found.warnings.map(\.code) == ["html-nesting"])
  }

  @Test func attributesAreBounded() throws {
    let many = "<div " + (0..<800_000).map { "a\($0)=1" }.joined(separator: " ") + ">One</div><p>Two</p>"
    let long = "<div class=\"" + String(repeating: "x ", count: 5_000_000) + "\">One</div><p>Two</p>"
    for markup in [many, long] {
      let found = try page(markup)
      #expect(text(found) == "One\n\nTwo")
      #expect(found.warnings.map(\.code) == ["html-attributes"])
    }
  }

  @Test func unendedThingsAreLinear() throws {
    for piece in ["<a href=\"x>", "<a href='x>", "<!-- x", "<script>", "<", "<!", "</", "&", "<a ", "<p", "<![CDATA["] {
      let folder = try TemporaryFolder()
      let path = try folder.write(String(repeating: piece, count: 200_000), to: "page.html")
      #expect(try read([path]).count == 1)
    }
  }

  @Test func entitiesOfADoctypeAreNotExpanded() throws {
    let markup =
      "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]><html><body><p>&a; &b; text"
    #expect(text(try page(markup)) == "&a; &b; text")
  }

  @Test func entitiesGiveNoControlCharacters() throws {
    let found = try page("<p>a&#0;b&#1;c&#x1B;d&#127;e&#x110000;f&#xD800;g&#99999999999999;h</p>")
    #expect(found.source.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    #expect(text(found).filter(\.isASCII) == "abcdefgh")
  }

  @Test func declaredCharsetsAreHeardButChecked() throws {
    let meta = { (charset: String) in Array("<meta charset='\(charset)'><p>".utf8) }
    let cases: [([UInt8], String, String)] = [
      (meta("utf-8") + Array("fermé".utf8), "UTF-8", "fermé"),
      (meta("iso-8859-1") + [0x66, 0xE9, 0x96], "windows-1252", "fé–"),
      (meta("windows-1251") + [0xCF, 0xEE, 0xF0, 0xF2], "windows-1251", "Порт"),
      (
        Array("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>".utf8) + [0xF0, 0xCF], "KOI8-R",
        "По"
      ),
      // Lies: the page is UTF-8, or is not.
      (meta("windows-1252") + Array("fermé 中".utf8), "UTF-8", "fermé 中"),
      (meta("no-such-charset") + Array("fermé".utf8), "UTF-8", "fermé"),
      ([0xEF, 0xBB, 0xBF] + meta("windows-1252") + Array("fermé".utf8), "UTF-8", "fermé"),
      (meta("utf-16") + Array("ferme".utf8), "UTF-8", "ferme"),
    ]
    for (bytes, encoding, expected) in cases {
      let found = try page(bytes)
      #expect(found.input.encoding == encoding)
      #expect(text(found) == expected)
    }
  }

  @Test func mixedEncodingsAreSaid() throws {
    let found = try page(Array("<meta charset=utf-8><p>fermé, été, à ".utf8) + [0xE9, 0x20] + Array("là</p>".utf8))
    #expect(text(found) == "fermé, été, à \u{FFFD} là")
    #expect(found.warnings.map(\.code) == ["bad-bytes"])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func anyMarkupIsRead(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "<p>", "</p>", "<div class='a b'>", "</div>", "<a href=\"x\">", "</a>", "<br>", "<table><tr><td>", "<li>", "<!--",
      "-->",
      "<script>", "</script>", "<title>", "<pre>\n", "<time datetime=2024-01-01>", "<meta name=author content='A B'>",
      "&amp;", "&#150;", "<", ">", "\"", "<h1>", "<svg>", "<p hidden>", "text ", "<x-y>", "<![CDATA[", "<?x", "</html>",
    ]
    var markup = ""
    for _ in 0..<120 {
      markup += Bool.random(using: &generator) ? generator.pick(pieces, or: "x") : generator.nastyText(upTo: 3)
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(markup, to: "page.html")
    let first = try read([path])
    #expect(first.map(\.summary) == (try read([path]).map(\.summary)))
    guard let article = first.first?.article else { return }
    #expect(SourceText.isValidUTF8(article.source.bytes))
    #expect(article.hints.allSatisfy { Int($0.start) < article.source.count })
    #expect(zip(article.hints, article.hints.dropFirst()).allSatisfy { $0.start < $1.start })
  }
}
