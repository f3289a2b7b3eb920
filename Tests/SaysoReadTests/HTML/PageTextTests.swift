import SaysoRead
import SaysoTestSupport
import SaysoText
import Testing

/// The lines that pages become.
@Suite struct PageTextTests {
  private func text(_ markup: String) throws -> String {
    let folder = try TemporaryFolder()
    return try #require(try read([try folder.write(markup, to: "page.html")]).first).summary
  }

  @Test(arguments: [
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<p>One<p>Two", "One\n\nTwo"),
    ("<p>One<br>two<br/><br>Three</p>", "One\ntwo\n\nThree"),
    ("<div>Before<p>in</p>after</div>", "Before\n\nin\n\nafter"),
    ("<p>A <b>bold</b>\n\t word&nbsp;here</p>", "A bold word\u{A0}here"),
    ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
    ("<table><tr><th>Line<td>12<tr><th>Ships<td>3</table>", "Line 12\n\nShips 3"),
    ("<pre>a  b\nc</pre>", "a b\nc"),
    ("<story-text>One</story-text>Two", "One\n\nTwo"),
    ("<h1>Title</h1><figure><img><figcaption>Caption</figcaption></figure>", "Title\n\nCaption"),
    ("A &lt; B &amp; C &#150; D &eacute;&#x1F600;", "A < B & C – D é😀"),
    ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
  ])
  func blocksBecomeLines(_ markup: String, _ expected: String) throws {
    #expect(try text("<body>" + markup) == expected)
  }

  @Test(arguments: [
    "<script>if (a < b) { \"<p>no</p>\" }</script>", "<style>p { x: y }</style>", "<!-- <p>no</p> -->", "<!-->",
    "<![if IE]>",
    "<template><p>no</p></template>", "<p hidden>no</p>", "<div style='x: y; Display : None'><p>no</p></div>",
    "<noscript>no</noscript>", "<select><option>no</select>", "<button>no</button>", "<textarea>no</textarea>",
    "<svg><text>no</text></svg>", "<script type='application/ld+json'>{\"no\":1}</script>", "<?php no ?>",
  ])
  func whatIsNotSeenStaysOut(_ markup: String) throws {
    #expect(try text("<body><p>One</p>\(markup)<p>Two</p>") == "One\n\nTwo")
  }

  @Test func hintsSayWhereALineStands() throws {
    let folder = try TemporaryFolder()
    let markup =
      "<nav><a href=/>Home</a></nav><article><h1>Title</h1><div class='article__body'><p>Text <a href=/x>link</a></p></div>"
      + "</article><aside id=relatedStories><h2>More</h2></aside><div class='user-comments'>Nice</div>"
    let page = try #require(try read([try folder.write(markup, to: "page.htm")]).first?.article)
    let lines = page.hints.map { hint in
      String(decoding: page.source.bytes[Int(hint.start)...].prefix { $0 != 0x0A }, as: UTF8.self)
    }
    #expect(lines == ["Home", "Title", "Text link", "More", "Nice"])
    #expect(page.hints.map(\.kind) == [.plain, .title, .paragraph, .heading, .plain])
    #expect(page.hints.map(\.linkBytes) == [4, 0, 4, 0, 0])
    #expect(page.hints[0].marks.contains(.navigation))
    #expect(page.hints[2].marks == [.article, .body])
    #expect(page.hints[3].marks == [.aside, .related])
    #expect(page.hints[4].marks.contains(.comments))
    #expect(page.hints[2].parent != page.hints[1].parent)
  }

  @Test func pagesAreKnownByNameContentAndKey() throws {
    let folder = try TemporaryFolder()
    let page = "<!DOCTYPE html>\n<html><body><p>One</p></body></html>"
    let paths = [
      try folder.write(page, to: "a.html"), try folder.write(page, to: "b"),
      try folder.write(try gzip(Array(page.utf8)), to: "c.htm.gz"),
      try folder.write(#"{"id":"r","html":"<p>One</p>","text":"not this","title":"T"}"#, to: "d.jsonl"),
    ]
    let results = try read(paths) { $0.keys.html = "html" }
    #expect(results.map(\.summary) == ["One", "One", "One", "One"])
    #expect(results.map { $0.article?.input.format } == [.html, .html, .html, .jsonl])
    #expect(results.last?.article?.title == "T")
    #expect(try read([try folder.write(page, to: "plain.txt")]).first?.article?.input.format == .text)
  }
}
