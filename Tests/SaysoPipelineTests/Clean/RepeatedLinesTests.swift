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

  /// A menu parts the article from what comes behind it, learnt or not.
  @Test func whatTheyPartStaysApart() throws {
    let menu = ["About us", "Contact", "Subscriptions", "Corrections", "Jobs", "Archive"]
    let notice = "Prices on this page are those of the close and may be late by a quarter of an hour."
    let long = [
      "The blue crane that has stood on the east quay since 1954 will be taken down in May, the port authority said, because "
        + "engineers have found cracks in two of its legs and mending them would cost more than the scrap will bring.",
      "A club of former dockers has lit it up at Christmas for thirty years. Its chairman, Odd Vik, said that the club had "
        + "offered to pay for a survey of its own, and that it was never given an answer by anybody at the port.",
      Self.first + " The island will be without a boat after half past seven, for the first time since the war.",
    ]
    let lines = ["Latest articles"] + long + menu + [notice]
    #expect(try #require(zones(lines, repeated: [])).last != "body")
    let found = try #require(zones(lines, repeated: menu))
    #expect(found.last != "body")
    #expect(found[1...3] == ["body", "body", "body"])
    #expect(found[4...9].allSatisfy { $0 == "=furniture" })
  }

  @Test func anArticleOfNothingElseHasNoBody() throws {
    let lines = [Self.letter, Self.second]
    #expect(try #require(zones(lines, repeated: lines)) == ["=furniture", "=furniture"])
  }
}
