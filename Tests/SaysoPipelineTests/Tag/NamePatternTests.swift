import Testing

@testable import SaysoPipeline

/// What people do with names in news, pattern by pattern: in the first text all that is marked is found and nothing
/// else, in the second nothing is.
@Suite struct NamePatternTests {
  struct Pattern: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let marked: String
    let plain: String

    init(_ name: String, _ marked: String, not plain: String) {
      testDescription = name
      self.marked = marked
      self.plain = plain
    }
  }

  private static let types = ["person", "place", "organization"]

  /// Names by type, in order of appearance.
  private func names(_ text: String) throws -> [String: [String]] {
    let mentions = try #require(PipelineReading.mentions(text)).filter { !$0.isNominal && Self.types.contains($0.type) }
    return Dictionary(grouping: mentions, by: \.type).mapValues { $0.map(\.text) }
  }

  @Test(arguments: patterns)
  func findsWhatIsMarked(_ pattern: Pattern) throws {
    let marks = Marks(pattern.marked)
    #expect(try names(marks.text) == marks.parts)
  }

  @Test(arguments: patterns)
  func findsNothingElsewhere(_ pattern: Pattern) throws {
    #expect(try names(pattern.plain) == [:])
  }

  static let patterns = [
    Pattern(
      "title",
      "They met President ⟦person Quellby⟧ and Gen. ⟦person Orsa Tarvik⟧ on Monday.",
      not: "The president met the general in the garden on Monday."),
    Pattern(
      "apposition",
      "⟦person Zorvana Quellby⟧, a spokeswoman for the harbour, said it rained. Shares of ⟦organization Exemplon⟧, a maker of pumps, fell.",
      not: "The pumps, a gift of the town, were old and slow."),
    Pattern(
      "coordinated names",
      "The farm was bought by ⟦person Walter⟧ and ⟦person Margaret Ostrell⟧ last week.",
      not: "The rose and the lily were in bloom last week."),
    Pattern(
      "initials",
      "The letter was signed by ⟦person J. R. Ostrell⟧ and ⟦person W. Quellby⟧.",
      not: "Section B. 4 of the plan was left out."),
    Pattern(
      "particles and suffixes",
      "They saw ⟦person Pieter van der Quell⟧, ⟦person Bashir al-Tarvik⟧ and ⟦person John Roe Jr.⟧ at the fair.",
      not: "The van at the door was blue."),
    Pattern(
      "hyphen between names",
      "The ⟦place US⟧-⟦place Norway⟧ talks went on, and the ⟦organization Halden Bakers Guild-West⟧ waited.",
      not: "The well-known, hard-won peace went on."),
    Pattern(
      "possessive",
      "⟦place Norway⟧'s ships and ⟦person Margaret Ostrell⟧'s boat left ⟦place Lisbon⟧'s harbour.",
      not: "The town's ships left the river's mouth."),
    Pattern(
      "name in capitals",
      "⟦place HAITI⟧, HUNGER AND ⟦place U.S.⟧ PRISON\n\nA man from ⟦place Haiti⟧ was freed from a prison in the ⟦place United States⟧ on Monday after he had gone hungry for nine days.",
      not:
        "HUNGER AND PRISON IN THE NEWS AGAIN\n\nA man was freed from a prison on Monday after he had gone hungry for nine days in his cell."
    ),
    Pattern(
      "headline in title case",
      "⟦place Norway⟧ Ships Leave Harbour After Long Strike\n\nShips from ⟦place Norway⟧ left the harbour on Monday after a strike of nine days, the owners said in the evening.",
      not:
        "Farmers Face Drought After Long Summer\n\nFarmers face a drought after the long summer, the owners of the fields said in the evening of Monday."
    ),
    Pattern(
      "name cut by a line end",
      "The council of the town read a long letter on Monday, which had come from ⟦person Margaret\nOstrell⟧, who lives by the harbour, and which said that the boats of the ⟦organization Halden\nHarbour Authority⟧ were too loud at night and too early in the morning for her.",
      not: "The letter came from the\nold man at the harbour, and it was long."),
    Pattern(
      "of, for and and inside an organization",
      "He works for the ⟦organization Ministry of Health⟧, the ⟦organization Centre for Harbour Studies⟧ and the ⟦organization University of Halden⟧.",
      not: "He works for the health of the town and the good of all."),
    Pattern(
      "organization joined by and",
      "The ⟦organization National Earthquake Monitoring and Research Centre⟧ counted nine shocks.",
      not: "Monitoring and research went on in the town."),
    Pattern(
      "list inside an organization",
      "The ⟦organization Ministry of Trade, Industry and Energy⟧ met the ⟦organization Halden Bakers Council⟧ and the ⟦organization Rice Growers Association⟧.",
      not: "Trade, industry and energy were on the list."),
    Pattern(
      "acronym behind the name",
      "The ⟦organization Collective of Halden Bakers⟧ (⟦organization CHB⟧) met on Monday. ⟦organization CHB⟧ wants more bread.",
      not: "The bakers (all of them) met on Monday."),
    Pattern(
      "acronym before the name",
      "The ⟦organization CHB⟧ (⟦organization Collective of Halden Bakers⟧) met on Monday.",
      not: "The first (a large one) was sold on Monday."),
    Pattern(
      "company by its form",
      "It was built by ⟦organization Quellby & Sons⟧ and ⟦organization Orsa Holdings Inc⟧ for ⟦organization PT Quellby Tarvik⟧.",
      not: "It was built by the company and its sons in two years."),
    Pattern(
      "police of a place",
      "A man was held by ⟦place Lisbon⟧ police. Inspector ⟦person Carol Ostrell⟧ of ⟦organization Halden Police⟧ said so.",
      not: "A man was held by the police of the town."),
    Pattern(
      "government of a place",
      "The ⟦place Norway⟧ government fell. The government of ⟦place Portugal⟧ did not.",
      not: "The government of the day fell."),
    Pattern(
      "facility",
      "The boat went under ⟦place Halden Bridge⟧ to ⟦place Port Quellby Airport⟧ and ⟦place Margaret Ostrell Stadium⟧.",
      not: "The bridge by the airport was closed."),
    Pattern(
      "chain of places",
      "They moved to ⟦place Santa Fe⟧, ⟦place New Mexico⟧, from ⟦place Lagos⟧, ⟦place Nigeria⟧.",
      not: "They moved to a house, a garden and a pond."),
    Pattern(
      "compass part",
      "Rain fell in northern ⟦place Norway⟧ and south-western ⟦place Nigeria⟧, and in ⟦place West Pokot⟧ and ⟦place East Timor⟧.",
      not: "Rain fell in the north and the west."),
    Pattern(
      "compass point behind",
      "The seats of ⟦place Rukum West⟧ and ⟦place Ogun Central⟧ were won by women.",
      not: "They went further west and south."),
    Pattern(
      "metonym",
      "⟦place Washington⟧ said it would wait; ⟦place Moscow⟧'s refusal was known.",
      not: "The capital said nothing."),
    Pattern(
      "team in a sport report",
      "⟦organization Halden United⟧ beat ⟦organization Chicago⟧ 3-1 in the league match on Saturday. The striker scored a goal before half-time, and the coach praised his team. The match was played in ⟦place Lisbon⟧.",
      not: "The team scored a goal in the match on Saturday."),
    Pattern(
      "unknown place by its context",
      "The road ends in ⟦place Exampleville⟧. He is the mayor of ⟦place Quellby⟧ and flew to ⟦place Orsavik⟧.",
      not: "The road ends in winter. He is the mayor of the town."),
    Pattern(
      "unknown organization by its context",
      "Shares in ⟦organization Exemplon⟧ fell, and the newspaper ⟦organization Orsa Posten⟧ said so.",
      not: "Shares in the firm fell, and the newspaper said so."),
    Pattern(
      "organization in another language",
      "He leads ⟦organization Partido de la Unión Quellmarca⟧ and plays at the ⟦organization Teatro da Quella⟧.",
      not: "He leads a party and plays at the theatre."),
    Pattern(
      "person named like a place",
      "The glaciologist ⟦person Sudan Bikash Quellarjan⟧ was paid N40m. Chief Executive ⟦person John Quell⟧ left.",
      not: "The chief executive was paid well."),
    Pattern(
      "unlisted people of the world",
      "⟦person Ousseynou Quellbengue⟧ met ⟦person Nguyen Van Quell⟧ and ⟦person Park Ji-hoon⟧ and Mrs ⟦person Chamorro⟧.",
      not: "The fisher met the farmer and the nurse."),
  ]
}
