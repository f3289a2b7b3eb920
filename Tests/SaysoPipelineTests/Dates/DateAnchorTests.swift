import Testing

@testable import SaysoPipeline

/// What an expression counts from, and what stays unknown: each mark has the anchor and the EDTF.
@Suite struct DateAnchorTests {
  /// A date that says all is explicit; the reference date, Wednesday 2023-05-10, fills in what others leave open.
  @Test(arguments: [
    "They met on ⟦explicit=2021-05-03 3 May 2021⟧.",
    "They met on ⟦published=2023-05-03 3 May⟧ and ⟦published=2023-05-09 yesterday⟧.",
    "They met in ⟦explicit=2021 2021⟧ and ⟦published=2022 last year⟧.",
    "They spoke ⟦none recently⟧, for ⟦none two weeks⟧ and ⟦none every Tuesday⟧.",
  ])
  func referenceDate(_ marked: String) throws { try expectAnchors(marked) }

  /// The verb decides which weekday or month is meant: what began has been, what begins or is to begin is to come.
  @Test(arguments: [
    "The trial began ⟦published=2023-05-08 Monday⟧.",
    "The trial will begin ⟦published=2023-05-15 Monday⟧.",
    "The trial is to begin on ⟦published=2023-05-15 Monday⟧.",
    "The judges promised to decide by ⟦published=2023-05-15 Monday⟧.",
    "The trial ended in ⟦published=2022-12 December⟧.",
    "The trial will end in ⟦published=2023-12 December⟧.",
    "The trial ended in ⟦published=2022-06 June⟧ but a new one will start in ⟦published=2023-07 July⟧.",
    "⟦published=2023-05-08 Monday⟧'s ruling will be published.",
    "The reduced dividend is payable ⟦published=2023-09-02 Sept. 2⟧.",
    "The pact, effective ⟦published=2023-11-01 Nov. 1⟧, raised pay.",
  ])
  func tense(_ marked: String) throws { try expectAnchors(marked) }

  /// Last, this and next say it themselves.
  @Test(arguments: [
    "They will recall ⟦published=2023-05-05 last Friday⟧ and ⟦published=2022-06 last June⟧.",
    "They met ⟦published=2023-05-12 this Friday⟧ and ⟦published=2023-05-15 next Monday⟧.",
    "They met ⟦published=2023-05-01/2023-05-07 last week⟧ and ⟦published=2023-06 next month⟧.",
    "They met ⟦published=2022-21 last spring⟧ and ⟦published=2023-05-13/2023-05-14 this weekend⟧.",
  ])
  func directionWords(_ marked: String) throws { try expectAnchors(marked) }

  /// A date that the text has given anchors what follows it, as far as it is exact enough.
  @Test(arguments: [
    "It burnt on ⟦explicit=2021-05-03 3 May 2021⟧. ⟦context=2021-05-04 The following day⟧ it rained.",
    "It burnt on ⟦explicit=2021-05-03 3 May 2021⟧. ⟦context=2022 A year later⟧ it was rebuilt.",
    "It burnt on ⟦explicit=2021-05-03 3 May 2021⟧. ⟦context=2021-05-05 Two days later⟧ it was rebuilt.",
    "It burnt in ⟦explicit=1987 1987⟧. ⟦context=1987 That same year⟧ it was rebuilt.",
    "It burnt in ⟦explicit=1987 1987⟧. ⟦none That day⟧ is recalled.",
    "It burnt the day after the vote, as it had the night before the vote.",
    "Ships sank on ⟦context=2022-08-23 Aug. 23⟧ and ⟦explicit=2022-09-27 Sept. 27, 2022⟧.",
  ])
  func narrativeAnchor(_ marked: String) throws { try expectAnchors(marked) }

  /// A report's quarter is inherited by "the quarter", "the 2021 period" and "a year earlier", in both directions.
  @Test(arguments: [
    "Profit fell in ⟦published=2023-33 the first quarter⟧ from a gain ⟦context=2022-33 a year earlier⟧.",
    "Profit rose from ⟦published=2022-33 the year-ago quarter⟧ in ⟦published=2023-33 the first quarter⟧.",
    "Profit fell in ⟦explicit=2022-35 the third quarter of 2022⟧. Sales in ⟦explicit=2021-35 the 2021 period⟧ were up.",
    "Sales fell in ⟦explicit=2022 2022⟧ from a gain ⟦context=2021 a year earlier⟧.",
  ])
  func reportedQuarter(_ marked: String) throws {
    try expectAnchors(marked)
  }

  /// Without a reference date the unknown stays unknown.
  @Test(arguments: [
    "They met on ⟦none=XXXX-02-23 23 February⟧ and in ⟦none=XXXX-06 June⟧.",
    "They met ⟦none Monday⟧, ⟦none yesterday⟧, ⟦none last week⟧ and ⟦none last year⟧.",
    "They met ⟦none last summer⟧, ⟦none last night⟧ and ⟦none two days ago⟧.",
    "They met on ⟦explicit=2021-05-03 3 May 2021⟧ and ⟦context=2021-05-04 the next day⟧.",
    "They met on ⟦none=XXXX-12-25 Christmas Day⟧ and ⟦none Easter Monday⟧.",
  ])
  func noReferenceDate(_ marked: String) throws { try expectAnchors(marked, reference: nil) }

  /// Where the page's latest date is all there is, it bounds the year, and the year says that it is a guess.
  @Test(arguments: [
    "They met on ⟦page=2023?-02-23 23 February⟧ and ⟦page=2022?-10-03 3 October⟧.",
    "They will meet on ⟦page=2023?-10-03 3 October⟧.",
    "They met on ⟦none Monday⟧ and ⟦none last week⟧.",
  ])
  func page(_ marked: String) throws { try expectAnchors(marked, reference: nil, page: CivilDate(2023, 6, 4)) }
}
