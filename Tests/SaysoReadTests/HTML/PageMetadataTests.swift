import SaysoRead
import SaysoRecord
import SaysoTestSupport
import SaysoText
import Testing

/// What markup says of an article.
@Suite struct PageMetadataTests {
  private func article(_ head: String, body: String = "<p>Text of the page.</p>") throws -> InputArticle {
    let folder = try TemporaryFolder()
    let markup = "<html lang='en-GB'><head>\(head)</head><body>\(body)</body></html>"
    return try #require(try read([try folder.write(markup, to: "page.html")]).first?.article)
  }

  private func data(_ json: String) -> String { "<script type=\"application/ld+json\">\(json)</script>" }

  @Test(arguments: [
    #"{"@type":"NewsArticle","datePublished":"2024-03-14T08:00:00+01:00","dateModified":"2024-04-01"}"#,
    #"[{"@type":"WebSite"},{"@type":["Article","X"],"datePublished":"2024-03-14"}]"#,
    #"{"@graph":[{"@type":"Person","name":"N"},{"@type":"ReportageNewsArticle","datePublished":"March 14, 2024"}]}"#,
    #"{"@type":"WebPage","mainEntity":{"@type":"BlogPosting","datePublished":"20240314"}}"#,
    "<!-- {\"@type\":\"Article\",\"datePublished\":\"2024-03-14\"} -->",
    "//<![CDATA[\n{\"@type\":\"Article\",\"datePublished\":\"2024-03-14\"}\n//]]>",
  ])
  func linkedDataGivesTheDate(_ json: String) throws {
    let found = try article(
      data(json) + "<meta property='article:published_time' content='2020-01-01'>")
    #expect(found.published?.description == "2024-03-14")
    #expect(found.publishedFrom == .metadata)
  }

  @Test(arguments: [
    ("<meta property='article:published_time' content='2024-03-14T23:30:00Z'>", "2024-03-14"),
    ("<meta name='pubdate' content='Thu, 14 Mar 2024 08:00:00 GMT'>", "2024-03-14"),
    ("<meta itemprop='datePublished' content='2024-03-14'><meta name='date' content='2020-01-01'>", "2024-03-14"),
    ("<meta name='DC.date.issued' content='14 March 2024'>", "2024-03-14"),
    ("<meta property='article:modified_time' content='2024-03-14'>", nil),
    ("<meta name='last-modified' content='2024-03-14'>", nil), ("<meta name='date' content='03/04/2024'>", nil),
    ("<meta name='date' content='2024-13-40'>", nil), ("<meta name='date' content='yesterday'>", nil),
  ])
  func metaGivesTheDate(_ head: String, _ expected: String?) throws {
    #expect(try article(head).published?.description == expected)
  }

  @Test(arguments: [
    ("<time datetime='2024-03-14'>14 March</time>", "2024-03-14"),
    ("<time datetime='2024-01-01'>x</time><time class='published' datetime='2024-03-14'>y</time>", "2024-03-14"),
    ("<time class='updated' datetime='2024-03-14'>x</time>", nil),
    ("<div class='related-posts'><time datetime='2024-03-14'>x</time></div>", nil),
    ("<span itemprop='datePublished' content='2024-03-14'>x</span>", "2024-03-14"),
  ])
  func timeElementsGiveTheDate(_ body: String, _ expected: String?) throws {
    #expect(try article("", body: body + "<p>Text.</p>").published?.description == expected)
  }

  @Test(arguments: [
    ("https://post.example/2024/03/14/ferry-strike", "2024-03-14"),
    ("https://post.example/news/2024-03-14-ferry", "2024-03-14"),
    ("https://post.example/a/20240314/x.html", "2024-03-14"), ("https://post.example/story-20240399", nil),
    ("https://post.example/2024/ferry", nil), ("https://post.example/id/1234567890", nil),
  ])
  func addressesGiveTheDate(_ address: String, _ expected: String?) throws {
    let found = try article("<link rel=canonical href='\(address)'>")
    #expect(found.published?.description == expected)
    #expect(found.publishedFrom == (expected == nil ? nil : .url))
    #expect(found.url == address)
  }

  @Test func namesAndTitlesAreRead() throws {
    let json =
      #"{"@type":"NewsArticle","headline":"Ferry strike &amp; after","author":[{"name":"Ilse Varga"},{"name":"Tomas Reyne"}],"publisher":{"name":"Halden Post"}}"#
    let found = try article(data(json) + "<title>Other | Halden Post</title>")
    #expect(found.title == "Ferry strike & after")
    #expect(found.byline == ["Ilse Varga", "Tomas Reyne"])
    #expect(found.publisher == "Halden Post")
    #expect(found.language == "en-GB")
  }

  @Test func titlesLoseTheNameOfTheSite() throws {
    #expect(try article("<title>Ferry strike ends at last | Halden Post</title>").title == "Ferry strike ends at last")
    #expect(try article("<meta name=author content='By Ilse Varga, Staff Writer'>").byline == ["Ilse Varga"])
    #expect(
      try article("", body: "<h1>T</h1><div class=byline>By Ilse Varga and Tomas Reyne</div><p>Text.</p>").byline
        == ["Ilse Varga", "Tomas Reyne"])
    #expect(try article("<meta name=author content='https://social.example/ilse'>").byline.isEmpty)
  }

  @Test(arguments: [
    "{", "[]", "null", #"{"@type":"NewsArticle","author":7,"datePublished":[{}]}"#, "{\"@type\":\"NewsArticle\",}",
  ])
  func oddLinkedDataIsNoHarm(_ json: String) throws {
    let found = try article(data(json))
    #expect(found.published == nil)
    #expect(found.byline.isEmpty)
  }
}
