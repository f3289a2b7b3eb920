import SaysoRecord
import SaysoText
import Testing

@testable import SaysoPipeline

/// Zones by what the markup of a page says.
@Suite struct PageZoneTests {
  /// A line of a page as the reader hands it over.
  private struct Row: Sendable {
    var text: String
    var kind = BlockKind.paragraph
    var marks: BlockMarks = []
    /// Share of the line that stands in links, in percent.
    var links = 0
    var parent: Int32 = 9
  }

  private struct Zone: Sendable, Equatable {
    var kind: ZoneKind
    var rule: String
  }

  /// The zone of each row.
  private func zones(_ rows: [Row], title: String? = nil) -> [Zone]? {
    var text = ""
    var hints: [BlockHints] = []
    for (number, row) in rows.enumerated() {
      if !text.isEmpty { text += "\n\n" }
      hints.append(
        BlockHints(
          start: Int32(text.utf8.count), kind: row.kind, marks: row.marks,
          linkBytes: Int32(row.text.utf8.filter { $0 != 0x20 }.count * row.links / 100), parent: Int32(100 + number),
          grandparent: row.parent))
      text += row.text
    }
    let (all, given) = (hints, title)
    return PipelineReading.with(SourceText(text), hints: all, title: given) { article in
      article.lines.map { line in
        let zone = article.zones.first { $0.span.contains(line.span) }
        return Zone(kind: zone?.kind ?? .furniture, rule: zone.map { "\($0.rule)" } ?? "none")
      }
    }
  }

  @Test(arguments: [
    ("Read more: Boats leave the old quay", Zone(kind: .teaser, rule: "see-also")),
    ("The night boat at the quay of Halden (Photo: Northwire)", Zone(kind: .caption, rule: "picture-credit")),
    ("The night boat leaves at ten.", Zone(kind: .body, rule: "page-decoder")),
  ])
  private func linesOfOthersWithinTheBodyAreNamed(_ line: String, _ zone: Zone) throws {
    let rows = Self.page[..<9] + [Row(text: line, marks: Self.body)] + Self.page[9...]
    #expect(try #require(zones(Array(rows)))[9] == zone)
  }

  private static let body: BlockMarks = [.article, .body]

  private static let page: [Row] = [
    Row(text: "Home", kind: .listItem, marks: [.navigation, .list], links: 100, parent: 2),
    Row(text: "World", kind: .listItem, marks: [.navigation, .list], links: 100, parent: 2),
    Row(text: "Ferry strike ends after nine days", kind: .title, marks: [.article], parent: 3),
    Row(text: "By Ilse Varga", marks: [.article, .byline], links: 80, parent: 4),
    Row(text: "14 March 2024", kind: .plain, marks: [.article, .date], parent: 4),
    Row(
      text: "A ferry in the port of Halden on Monday", kind: .caption, marks: [.article, .figure, .caption], parent: 5),
    Row(
      text: "The ferry workers of Halden voted on Thursday to end their strike, the union said after a long night.",
      marks: body),
    Row(text: "What was agreed", kind: .heading, marks: body),
    Row(text: "Two crews on each of the night boats", kind: .listItem, marks: body.union(.list), parent: 10),
    Row(text: "A rise of four percent from the first of May", kind: .listItem, marks: body.union(.list), parent: 10),
    Row(
      text: "“It is over,” said Anna Bright, the mayor, who had asked both sides to go on talking for another week.",
      marks: body),
    Row(text: "Read more", kind: .heading, marks: [.article, .related], parent: 11),
    Row(
      text: "School meals to be free from the autumn", kind: .listItem, marks: [.article, .related, .list], links: 100,
      parent: 12),
    Row(
      text: "I was on that boat and nobody told us anything at all, it was a disgrace and I want my money back.",
      marks: [.comments], parent: 13),
    Row(text: "We use cookies to make this site work for you and to count its readers.", marks: [.consent], parent: 14),
    Row(text: "© Halden Post", kind: .plain, marks: [.footer], parent: 15),
  ]

  @Test func aPageIsDivided() throws {
    let found = try #require(zones(Self.page))
    #expect(
      found.map(\.kind) == [
        .furniture, .furniture, .title, .byline, .dateline, .caption, .body, .body, .body, .body, .body, .furniture,
        .teaser, .furniture, .furniture, .furniture,
      ])
    #expect(found[6].rule == "page-decoder")
    #expect(found[13].rule == "comments-markup")
  }

  @Test func theTitleIsTheOneThatTheMarkupGives() throws {
    var rows = Self.page
    rows[2] = Row(text: "Halden Post", kind: .title, parent: 3)
    rows[5] = Row(text: "Ferry strike ends after nine days!", kind: .plain, marks: [.article], parent: 5)
    let found = try #require(zones(rows, title: "Ferry Strike Ends After Nine Days"))
    #expect(found[5].kind == .title)
    #expect(found[2].kind != .title)
  }

  /// A class word on the whole page ("layout-with-sidebar") must not take its article away.
  @Test func marksOfTheWholePageSayNothing() throws {
    let rows = Self.page.map { row in
      var row = row
      row.marks.formUnion([.sidebar, .related])
      return row
    }
    let found = try #require(zones(rows))
    #expect(found[6].kind == .body)
    #expect(found[10].kind == .body)
  }

  @Test func pagesWithoutMarkupAreDividedByTheirContainers() throws {
    let rows = Self.page.map { row in
      var row = row
      row.marks = []
      return row
    }
    let found = try #require(zones(rows))
    #expect(found[6].kind == .body)
    #expect(found[10].kind == .body)
    #expect(found[0].kind == .furniture)
    #expect(found[12].kind != .body)
  }

  @Test func oddHintsAreNoHarm() throws {
    #expect(zones([Row(text: "a")]) != nil)
    #expect(zones([Row(text: "|", kind: .row, links: 100)]) != nil)
    #expect(try #require(zones((0..<300).map { Row(text: "Line \($0)", links: 100) })).allSatisfy { $0.kind != .body })
  }
}
