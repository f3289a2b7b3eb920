import Foundation
import SaysoAnalysis
import SaysoRecord
import SaysoReport
import SaysoTestSupport
import Testing

@Suite struct TimelineFormatTests {
  /// A disputed event, a denied one with nasty words, a statement, and one without a year.
  static let timeline: Timeline = {
    let boss = EntityReference(key: "person:marten-okoye", name: "Marten <b>Okoye</b>", type: .person)
    let town = EntityReference(key: "place:halden", name: "Halden", type: .place)
    let firm = EntityReference(key: "organization:lakeline", name: "Lakeline", type: .organization)
    var first = TimelineEntry(
      entity: boss,
      date: .init(edtf: "2024-05-13", start: "2024-05-13", end: "2024-05-13", precision: .day, anchor: .published),
      text: "HALDEN, May 14 (Northwire) - Okoye resigned on Monday",
      document: .init(id: "wire", title: "Okoye | quits", publisher: "Northwire", url: "https://example.org/1?a=1&b=2"),
      claim: ClaimID(1), voice: .author)
    first.published = "2024-05-14"
    first.with = [firm]
    first.places = [town]
    first.reports = 2
    first.documents = ["wire", "copy", "post"]
    first.isDisputed = true
    first.conflicts = [.init(document: "late", claim: ClaimID(3), edtf: "2024-05-14", text: "Okoye quit on Tuesday")]
    var denied = TimelineEntry(
      entity: boss,
      date: .init(edtf: "2023-02/2023-03", start: "2023-02-01", end: "2023-03-31", precision: .month),
      text: "=cmd|' /C calc'!A0 <script>alert(1)</script>\u{1B}[31m\u{202E}",
      document: .init(id: "b", url: "javascript:alert(1)"),
      claim: ClaimID(2), voice: .attributed)
    denied.certainty = .negated
    denied.source = .init(name: "Lakeline", kind: .organization, entity: "organization:lakeline")
    var said = TimelineEntry(
      entity: boss, date: .init(edtf: "2021/..", start: "2021-01-01", precision: .year), text: "that he would stay",
      document: .init(id: "c"), claim: ClaimID(4), voice: .hedged)
    said.isStatement = true
    let yearless = TimelineEntry(
      entity: boss, date: .init(edtf: "XXXX-02-22", precision: .day), text: "Okoye was born", document: .init(id: "d"),
      claim: ClaimID(5), voice: .author)
    return Timeline(entity: boss, entries: [denied, said, first, yearless])
  }()

  private func written(_ format: TimelineFormat, _ timelines: [Timeline] = [timeline]) throws -> (
    text: String, unplaced: Int
  ) {
    let sink = MemorySink()
    let writer = format.writer(to: sink, width: 80)
    for timeline in timelines { try writer.write(timeline) }
    try writer.finish()
    return (String(decoding: sink.bytes, as: UTF8.self), writer.unplaced)
  }

  @Test(arguments: TimelineFormat.allCases) func asTheGoldenFileHasIt(format: TimelineFormat) throws {
    expectGolden(try written(format).text, "Golden/timeline.\(format.rawValue)")
    #expect(!format.summary.isEmpty)
  }

  @Test(arguments: TimelineFormat.allCases) func nothingDangerousGetsThrough(format: TimelineFormat) throws {
    let text = try written(format).text
    if [.table, .markdown, .html].contains(format) {
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    }
    if [.html, .timelinejs].contains(format) { #expect(!text.contains("<script") && !text.contains("<b>Okoye")) }
    if format == .csv { #expect(text.contains("'=cmd") && !text.contains(",=cmd")) }
    if format != .jsonl, format != .csv { #expect(!text.contains("javascript:")) }
  }

  @Test(arguments: TimelineFormat.allCases) func emptyTimelines(format: TimelineFormat) throws {
    let empty = try written(format, [])
    #expect(empty.text == (try written(format, [Timeline(entity: Self.timeline.entity, entries: [])]).text))
    switch format {
    case .jsonl, .table, .markdown, .ftm: #expect(empty.text.isEmpty)
    case .csv: #expect(empty.text.hasPrefix("entity,entity_key,") && empty.text.hasSuffix("\r\n"))
    case .html: #expect(empty.text.hasPrefix("<!DOCTYPE html>") && empty.text.hasSuffix("</html>\n"))
    case .timelinejs: #expect(empty.text == "{\"scale\":\"human\",\"events\":[]}\n")
    }
  }

  @Test func timelineJSPlacesWhatHasADay() throws {
    let (text, unplaced) = try written(.timelinejs)
    #expect(unplaced == 1)
    let file = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let events = try #require(file["events"] as? [[String: Any]])
    #expect(events.count == 3)
    #expect(Set(events.compactMap { $0["unique_id"] as? String }).count == 3)
    let start = events.compactMap { $0["start_date"] as? [String: Int] }
    #expect(start == [["year": 2023, "month": 2], ["year": 2021], ["year": 2024, "month": 5, "day": 13]])
    #expect(events.map { $0["end_date"] != nil } == [true, false, false])
    #expect(events.first?["display_date"] as? String == "February 2023 to March 2023")
  }

  /// Ids as followthemoney's own pattern wants them, and every event's people among the entities.
  @Test func followTheMoney() throws {
    let lines = try written(.ftm).text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(
      lines.compactMap { $0["schema"] as? String } == ["Person", "Event", "Event", "Organization", "Event", "Event"])
    let ids = lines.compactMap { $0["id"] as? String }
    let pattern = /[a-zA-Z0-9][a-zA-Z0-9.-]*[a-zA-Z0-9]/
    #expect(ids.filter { $0.wholeMatch(of: pattern) == nil } == [])
    #expect(Set(ids).count == ids.count)
    let properties = lines.compactMap { $0["properties"] as? [String: [String]] }
    #expect(properties.count == lines.count)
    #expect(properties.flatMap { $0["involved"] ?? [] }.allSatisfy { ids.contains($0) })
    #expect(properties.compactMap { $0["date"] } == [["2024-05-13"]])
    #expect(properties.compactMap { $0["startDate"] }.first.map { $0 } == ["2023-02-01"])
  }

  @Test func linesAreRecords() throws {
    guard RecordValidator.python != nil else { return }
    try RecordValidator.expectValid(Data(try written(.jsonl).text.utf8), schema: "timeline", count: 4)
  }

  @Test(arguments: [
    ("2024-02-22", "22 February 2024"), ("2024-02", "February 2024"), ("2024", "2024"), ("199X", "1990s"),
    ("19XX", "1900s"), ("2024-21", "spring 2024"), ("2024-33", "first quarter of 2024"), ("2021/..", "since 2021"),
    ("../2022-07?", "until July 2022 (uncertain)"), ("2023?-05-09", "9 May 2023 (year uncertain)"),
    ("2023-04-30~", "about 30 April 2023"), ("XXXX-02-22", "22 February, year not known"),
    ("[2023-04,2023-05]", "April 2023 or May 2023"), ("2024-01-01T10:30:00", "1 January 2024, 10:30"),
    ("-0043-03-15", "15 March 43 BC"), ("nonsense", "nonsense"), ("2024-13", "2024-13"), ("", ""),
  ])
  func datesInWords(edtf: String, words: String) {
    #expect(DateWords.text(edtf) == words)
  }

  @Test(arguments: Seed.some(30)) func anyDateInWords(seed: Seed) {
    var random = seed.generator
    let text = random.nastyText(upTo: 12)
    #expect(DateWords.text(text).isEmpty == text.isEmpty)
    #expect(DateWords.text(nil) == "undated")
  }
}
