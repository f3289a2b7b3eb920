import SaysoRecord
import SaysoText
import Testing

@testable import SaysoPipeline

/// Datelines that share their line with the first sentence.
@Suite struct InlineDatelineTests {
  private struct Reading: Sendable {
    var dateline: String?
    var body: String
    var published: String?
    var from: PublishedFrom?
    var names: [String]
  }

  /// A report with a headline whose first paragraph opens as given.
  private func read(_ opening: String) -> Reading? {
    let text =
      "Ferry strike ends after nine days\n\n\(opening)The ferry workers voted to end their strike, the union said.\n\n"
      + "The vote was close, Mayor Anna Bright said at the harbour in the evening."
    return PipelineReading.with(text) { article in
      Reading(
        dateline: Self.texts(.dateline, article).first, body: Self.texts(.body, article).joined(separator: "\n"),
        published: article.metadata.publishedEDTF, from: article.metadata.publishedFrom,
        names: article.mentions.filter { !$0.isNominal }.map { article.source.string($0.span) })
    }
  }

  private static func texts(_ kind: ZoneKind, _ article: borrowing Article) -> [String] {
    article.zones.filter { $0.kind == kind }.map { article.source.string($0.span) }
  }

  @Test(arguments: [
    "HALDEN, 14 March 2024 - ", "HALDEN, March 14, 2024 — ", "PORT ELLERY (Northwire) — ", "PARIS – ",
    "Paris, 14 March 2024 - ", "BRUSSELS, Belgium (NW) - ",
  ])
  func aDatelineIsCutOff(_ opening: String) throws {
    let reading = try #require(read(opening))
    #expect(reading.dateline == String(opening.dropLast()))
    #expect(reading.body.hasPrefix("The ferry workers voted"))
  }

  @Test(arguments: [
    "", "Paris - ", "The strike - it began in March - is over. ", "A - ", "Nobody knew, 14 March 2024 - ",
    "HALDEN is not the only port where ships lie idle and crews wait for word, or for pay - ",
  ])
  func otherOpeningsStayBody(_ opening: String) throws {
    let reading = try #require(read(opening))
    #expect(reading.dateline == nil)
    #expect(reading.body.hasPrefix(opening + "The ferry"))
  }

  @Test func itGivesTheDayOfPublication() throws {
    let reading = try #require(read("HALDEN, 14 March 2024 - "))
    #expect(reading.published == "2024-03-14")
    #expect(reading.from == .dateline)
    #expect(try #require(read("PARIS – ")).published == nil)
  }

  @Test func itsPlaceIsNamed() throws {
    #expect(try #require(read("PARIS, 14 March 2024 - ")).names.first == "PARIS")
  }

  @Test func onlyTheOpeningOfAReportHasOne() throws {
    let lines = (1...8).map { "Paragraph number \($0) says at some length what went on in the harbour that day." }
    let text = (["Ferry strike ends"] + lines + ["PARIS – The minister was not there when the vote was taken."])
      .joined(separator: "\n\n")
    let kinds = try #require(PipelineReading.with(text) { $0.zones.map(\.kind) })
    #expect(!kinds.contains(.dateline))
  }
}
