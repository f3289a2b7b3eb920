import SaysoRecord
import SaysoText
import Testing

@testable import SaysoPipeline

/// Lines that a site repeats, and what of them stays with the article.
@Suite struct RepeatedLinesTests {
  private static let first = "Lakeline Ferries will drop its evening crossing to Orsa, the company said on Tuesday."
  private static let second = "The county council will discuss the matter at its next meeting, its chairman said."
  private static let letter = "Every weekday at seven we send the ten stories that Halden will be talking about."

  /// The zone of each line of a text, with `=` before what the rule of this file decided.
  private func zones(_ lines: [String], repeated: [String], title: String? = nil) -> [String]? {
    let text = SourceText(lines.joined(separator: "\n\n"))
    return PipelineReading.with(text, title: title, siteLines: repeated) { article in
      article.lines.map { line in
        let zone = article.zones.first { $0.span.contains(line.span) }
        return (zone?.rule.description == RepeatedLines.rule.description ? "=" : "") + (zone?.kind.rawValue ?? "none")
      }
    }
  }

  @Test func aSentenceOfThePageIsTakenOutOfTheBody() throws {
    let lines = [Self.first, Self.letter, Self.second]
    #expect(try #require(zones(lines, repeated: [])) == ["body", "body", "body"])
    #expect(try #require(zones(lines, repeated: [Self.letter])) == ["body", "=furniture", "body"])
  }

  @Test func headingsAloneStay() throws {
    let lines = [Self.first, "Background", Self.second]
    #expect(try #require(zones(lines, repeated: ["Background"])) == ["body", "body", "body"])
    let behind = [Self.first, Self.letter, "Background", Self.second]
    #expect(
      try #require(zones(behind, repeated: [Self.letter, "Background"])) == ["body", "=furniture", "body", "body"])
  }

  @Test func shortLinesInCompanyGo() throws {
    let lines = ["Home", "News", "Sport", Self.first, Self.second, "Share", "Print", Self.first + " Again."]
    let found = try #require(zones(lines, repeated: ["Home", "News", "Sport", "Share", "Print"]))
    #expect(found == ["=furniture", "=furniture", "=furniture", "body", "body", "=furniture", "=furniture", "body"])
  }

  @Test func whatTheArticleSaysOfItselfStays() throws {
    let own = ["Ferries and tides for the coming week", "By Ilse Varga", "HALDEN, 14 March 2024"]
    let found = try #require(zones(own + [Self.first, Self.second], repeated: own, title: own[0]))
    #expect(found.allSatisfy { !$0.hasPrefix("=") })
    #expect(found == ["title", "byline", "body", "body", "body"])
  }

  @Test func anArticleOfNothingElseHasNoBody() throws {
    let lines = [Self.letter, Self.second]
    #expect(try #require(zones(lines, repeated: lines)) == ["=furniture", "=furniture"])
  }
}
