import FoundationEssentials
import SaysoRecord
import SaysoText
import Testing

@testable import SaysoPipeline

/// The article's own words and the page around them.
@Suite struct ZoneTests {
  private struct Area: Sendable {
    var kind: ZoneKind
    var text: String
  }

  private func divide(_ text: String) -> [Area]? {
    PipelineReading.with(text) { article in
      article.zones.map { Area(kind: $0.kind, text: article.source.string($0.span)) }
    }
  }

  private func scrapedPage() throws -> String {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let data = try Data(contentsOf: URL(filePath: root + "/Reports/articles/bridge-scraped.txt"))
    return String(decoding: data, as: UTF8.self)
  }

  @Test func aScrapedPageIsDivided() throws {
    let areas = try #require(divide(scrapedPage()))
    let body = areas.filter { $0.kind == .body }.map(\.text).joined(separator: "\n")
    #expect(body.hasPrefix("Engineers closed the old bridge"))
    #expect(body.hasSuffix("The ministry denied that it had known about them."))
    #expect(
      areas.filter { $0.kind == .title }.map(\.text) == ["Bridge over the Tarn closed after inspectors find cracks"])
    #expect(areas.contains { $0.kind == .furniture && $0.text.contains("Latest articles") })
  }

  @Test func teasersAreNoBody() throws {
    let areas = try #require(divide(scrapedPage()))
    let teasers = areas.filter { $0.kind == .teaser }.map(\.text).joined(separator: "\n")
    #expect(teasers.contains("The Bakers Guild held a march"))
    #expect(teasers.contains("School meals to be free from the autumn"))
  }

  @Test func everyLineIsInOneZone() throws {
    let text = try scrapedPage()
    let lines = PipelineReading.with(text) { article in
      article.lines.map { line in article.zones.filter { $0.span.contains(line.span) }.count }
    }
    #expect(try #require(lines).allSatisfy { $0 == 1 })
  }

  @Test func plainTextIsBodyUnderItsTitle() throws {
    let areas = try #require(
      divide(
        "Ferry runs aground\n\nBy Ilse Varga\n\nA ferry with 200 passengers on board ran aground near Halden on Monday.\n\n"
          + "No one was hurt, the harbour master said, and the ship was towed to the port in the evening."))
    #expect(areas.map(\.kind) == [.title, .byline, .body])
  }

  @Test func bylinesGiveNames() throws {
    let names = PipelineReading.with(
      "Ferry runs aground\n\nBy Ilse Varga\n\nA ferry with 200 passengers on board ran aground near Halden on Monday."
    ) { $0.metadata.byline }
    #expect(names == ["Ilse Varga"])
  }

  @Test(arguments: ["", "\n\n\n", "a", "|", "Read more", "© 2023", "…", "By"])
  func oddPagesAreRead(_ text: String) throws {
    let areas = try #require(divide(text))
    #expect(areas.allSatisfy { !$0.text.isEmpty })
  }
}
