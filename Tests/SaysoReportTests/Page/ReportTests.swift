import Foundation
import SaysoRecord
import SaysoReport
import SaysoTestSupport
import Testing

@Suite struct ReportTests {
  /// Writes a report of some records and gives its pages by name.
  private func pages(
    _ records: [AnnotationRecord], perPage: Int = 200, name: String = "report.html"
  ) throws -> [String: String] {
    let folder = try TemporaryFolder()
    var report = try HTMLReport("\(folder.path)/\(name)", .init(title: "A <b> & c", perPage: perPage))
    for record in records { try report.add(record) }
    try report.finish()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, String(decoding: try folder.read($0), as: UTF8.self)) })
  }

  private func page(_ record: AnnotationRecord) throws -> String { try #require(pages([record])["report.html"]) }

  private func renamed(_ id: String) -> AnnotationRecord {
    var record = ReportSample.record
    record.id = id
    return record
  }

  /// The page without style and script, which stand in files of their own.
  private func bare(_ page: String) -> String {
    page.replacing(#/(?s)<(style|script)>.*?</(style|script)>/#) { "<\($0.1)>…</\($0.1)>" }
      .replacing(#/sha256-[A-Za-z0-9+\/=]+/#, with: "sha256-…")
  }

  @Test func asTheGoldenFileHasIt() throws {
    expectGolden(bare(try page(ReportSample.record)), "Golden/report.html")
  }

  @Test func thePolicyNamesNothingButOurScriptAndStyle() throws {
    let page = try page(ReportSample.record)
    let policy = try #require(page.firstMatch(of: #/Content-Security-Policy" content="([^"]*)"/#)?.1)
    #expect(policy.hasPrefix("default-src &#39;none&#39;") || policy.hasPrefix("default-src 'none'"))
    #expect(!policy.contains("unsafe"))
    #expect(policy.matches(of: #/sha256-[A-Za-z0-9+\/]{43}=/#).count == 2)
  }

  @Test func nothingOfAnArticleIsMarkup() throws {
    let page = bare(try page(ReportSample.record))
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<b>Home"))
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("by Noor {{title}}"))
    #expect(page.contains("A &lt;b&gt; &amp; c</title>"))
  }

  @Test func hearsayIsABreadcrumb() throws {
    let page = try page(ReportSample.record)
    #expect(page.contains("<b>CNN</b> › <b>officials</b> › </span>"))
    #expect(page.contains("data-n=\"2\" data-u=\"1\""))
  }

  @Test func everyCharacterOfTheTextIsThere() throws {
    let page = bare(try page(ReportSample.record))
    let start = try #require(page.range(of: "<div class=\"text\">")?.upperBound)
    let end = try #require(page.range(of: "</div>\n<aside>")?.lowerBound)
    let shown = page[start..<end].replacing(#/<[^>]*>/#, with: "").replacing("&lt;", with: "<").replacing(
      "&gt;", with: ">"
    )
    .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    #expect(shown.split(whereSeparator: \.isWhitespace) == ReportSample.text.split(whereSeparator: \.isWhitespace))
  }

  /// Spans anywhere, also outside the text and inside one another, give elements that open and close in order.
  @Test(arguments: Seed.some(40)) func anySpansGiveWellFormedText(seed: Seed) throws {
    var random = seed.generator
    var record = ReportSample.record
    let length = ReportSample.text.unicodeScalars.count
    func span() -> CodePointSpan {
      let start = Int.random(in: -3...length + 3, using: &random)
      return CodePointSpan(start, start + Int.random(in: -2...60, using: &random))
    }
    for index in record.mentions.indices { record.mentions[index].span = span() }
    for index in record.claims.indices {
      record.claims[index].content.spans = [span(), span()]
      record.claims[index].source?.passage.spans = [span()]
      record.claims[index].cue?.passage.spans = [span()]
      record.claims[index].parent = ClaimID(Int.random(in: 1...6, using: &random))
    }
    let page = bare(try page(record))
    var open: [Substring] = []
    for match in page.matches(of: #/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/#) {
      if ["meta", "input", "option"].contains(match.2) || match.3 == "/" { continue }
      if match.1.isEmpty { open.append(match.2) } else { #expect(open.popLast() == match.2, "\(seed)") }
    }
    let shown = page.replacing(#/<[^>]*>/#, with: "")
    #expect(shown.contains("We see &amp; hear nothing,&quot; said Ada Brenn of Vell Power."))
  }

  @Test func pagesLinkToEachOther() throws {
    let pages = try pages((1...5).map { renamed("d\($0)") }, perPage: 2, name: "my report.html")
    #expect(pages.keys.sorted() == ["my report-2.html", "my report-3.html", "my report.html"])
    let first = try #require(pages["my report.html"])
    #expect(first.contains("<b aria-current=\"page\">1</b>") && first.contains("href=\"./my%20report-3.html\""))
    #expect(first.contains("articles 1 to 2 of 5") && first.contains("5 articles: "))
    let second = try #require(pages["my report-2.html"])
    #expect(second.contains("<article id=\"a3\"") && second.contains("href=\"./my%20report.html\""))
    #expect(
      first.contains("<li hidden data-p=\"0\" data-y=\"2024-05-03\"") && first.matches(of: #/<li hidden/#).count == 3)
    #expect(try #require(pages["my report-3.html"]).contains("articles 5 to 5"))
  }

  @Test func whatArticlesShareLinksToTheirPages() throws {
    var copies: [AnnotationRecord] = []
    for (index, publisher) in ["North Post", "Vell Times", "Ostrel Week"].enumerated() {
      var record = renamed("copy\(index)")
      record.publisher = publisher
      copies.append(record)
    }
    let first = try #require(pages(copies, perPage: 1)["report.html"])
    #expect(first.contains("<details><summary>By publisher</summary>"))
    if first.contains("concern several articles") { #expect(first.contains("href=\"./report-2.html#a2\"")) }
  }

  @Test func timelinesDrawDoubtAsLength() throws {
    var later = renamed("later")
    later.claims[3].when = .init(edtf: "2019~", anchor: .explicit, rule: "date-in-content")
    later.claims[3].content.text = "Ada Brenn bought the old mill in Vell"
    let page = try #require(pages([ReportSample.record, later])["report.html"])
    let time = try #require(page.range(of: "<svg class=\"time\"")).lowerBound
    #expect(page[time...].contains("<circle class=\"when\" r=\"5\""))
    #expect(page.contains("<rect class=\"when about\" rx=\"5\""))
    #expect(page.contains("<title>about 2019: "))
  }

  @Test func textIsNeeded() throws {
    let folder = try TemporaryFolder()
    var record = ReportSample.record
    record.text = nil
    var report = try HTMLReport("\(folder.path)/r.html")
    try report.add(record)
    try report.finish()
    #expect(report.articles == 0 && report.withoutText == 1)
    #expect(report.notes.contains { $0.contains("annotate without --no-text") })
  }

  @Test func longTextIsCutAndSaysSo() throws {
    var record = ReportSample.record
    record.text = String(repeating: "\u{301}w", count: 150_000)
    record.zones = []
    let page = try page(record)
    #expect(page.contains("The page shows 200000 of 300000 characters"))
    #expect(page.utf8.count < 1_000_000)
  }

  @Test func aFailedReportLeavesNothing() throws {
    let folder = try TemporaryFolder()
    do {
      var report = try HTMLReport("\(folder.path)/r.html", .init(perPage: 1))
      for id in ["a", "b", "c"] { try report.add(renamed(id)) }
      #expect(folder.exists("r-2.html") && !folder.exists("r-3.html"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    #expect(throws: OutputError.self) { try HTMLReport("\(folder.path)/none/r.html") }
    try folder.write("mine", to: "r.html")
    #expect(throws: OutputError.exists(path: "\(folder.path)/r.html")) { try HTMLReport("\(folder.path)/r.html") }
  }
}
