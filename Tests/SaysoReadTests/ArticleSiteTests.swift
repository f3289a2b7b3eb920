import SaysoRead
import SaysoText
import Testing

@Suite struct ArticleSiteTests {
  private func site(url: String? = nil, publisher: String? = nil, path: String = "crawl/a.html") -> String {
    let input = InputDescription(path: path, format: .html)
    var article = InputArticle(id: "a", input: input, source: SourceText("It rained."))
    (article.url, article.publisher) = (url, publisher)
    return article.site
  }

  @Test func theHostComesFirst() {
    #expect(site(url: "https://www.Halden.example/news/1", publisher: "The Halden Courier") == "halden.example")
    #expect(site(url: "http://ilse@news.halden.example:8080?id=1") == "news.halden.example")
    #expect(site(url: "https://halden.example#top") == "halden.example")
  }

  @Test func thenThePublisherThenTheFolder() {
    #expect(site(url: "story 7", publisher: " The Halden\tCOURIER ") == "the halden courier")
    #expect(site(url: "https://", publisher: "…") == "crawl")
    #expect(site(path: "crawl/2024/a.html") == "crawl/2024")
    #expect(site(path: "a.html") == ".")
    #expect(site(path: "-") == "-")
    #expect(site(path: "odd\tfolder\n/a.html") == "odd folder ")
  }
}
