import SaysoRead
import SaysoTestSupport
import SaysoText
import Testing

@Suite struct FeedTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let rss = """
    <?xml version="1.0"?>
    <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
    <rss version="2.0"><channel><title>Harbour News</title>
    <item><title>Ferry &amp; tide</title><guid>urn:x:1</guid><link>https://harbour.example/1</link>
    <pubDate>Thu, 14 Mar 2024 08:00:00 GMT</pubDate><dc:creator>Ada Verne</dc:creator>
    <description>Short.</description>
    <content:encoded><![CDATA[<p>The ferry sails.</p><p>At noon.</p>]]></content:encoded></item>
    <item><title>Rain</title><description>&lt;p&gt;Rain fell &#1;&b;.&lt;/p&gt;</description></item>
    <item><title>Nothing</title></item>
    </channel></rss>
    """

  @Test func itemsOfRSSAreArticles() throws {
    let results = try read([try folder.write(rss, to: "news.rss")])
    let first = results.first?.article
    #expect(results.first?.summary == "The ferry sails.\n\nAt noon.")
    #expect(first?.id == "urn:x:1")
    #expect(first?.title == "Ferry & tide")
    #expect(first?.url == "https://harbour.example/1")
    #expect(first?.byline == ["Ada Verne"])
    #expect(first?.publisher == "Harbour News")
    #expect(first?.published == ReferenceDate(year: 2024, month: 3, day: 14))
    #expect(first?.input.format == .feed)
    #expect(results.last?.skipReason == .empty)
    #expect(results.count == 3)
  }

  @Test func entitiesOfADoctypeStayAsTheyAre() throws {
    let texts = try read([try folder.write(rss, to: "news.rss")]).map(\.summary)
    #expect(texts.contains { $0.contains("Rain fell") })
    #expect(!texts.contains { $0.contains("haha") })
  }

  @Test func entriesOfAtomAreArticles() throws {
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>
      <entry><id>urn:x:2</id><title type="html">Tide</title><link rel="self" href="https://x.example/self"/>
      <link href="https://x.example/2?a=1&amp;b=2"/><updated>2024-05-01T00:00:00Z</updated>
      <published>2024-03-14T00:00:00Z</published><author><name>Bo Lind</name></author>
      <content type="xhtml"><div><p>The tide is <b>high</b>.</p></div></content></entry></feed>
      """
    let article = try read([try folder.write(atom, to: "harbour.atom")]).first?.article
    #expect(article.map { String(decoding: $0.source.bytes, as: UTF8.self) } == "The tide is high.")
    #expect(article?.url == "https://x.example/2?a=1&b=2")
    #expect(article?.published == ReferenceDate(year: 2024, month: 3, day: 14))
    #expect(article?.byline == ["Bo Lind"])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func damagedFeedsNeverCrash(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array(rss.utf8)
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      if Bool.random(using: &generator) {
        bytes[at] = [0x3C, 0x3E, 0x26, 0x2F, 0x21, 0xFF].randomElement(using: &generator) ?? 0
      } else {
        bytes.removeSubrange(at..<min(bytes.count, at + 9))
      }
    }
    #expect(try !read([try folder.write(bytes, to: "news.rss")]).isEmpty)
  }
}
