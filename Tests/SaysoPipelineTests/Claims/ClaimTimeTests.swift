import SaysoRecord
import Testing

@testable import SaysoPipeline

/// The time of what is claimed, and the rule that chose it; the day of publication is Wednesday 2023-05-10.
@Suite struct ClaimTimeTests {
  /// Text, its claim's `when`, and the rule.
  @Test(arguments: [
    ("The mayor said the bridge fell on 2 May 2021.", "2021-05-02", "date-in-content"),
    ("The mayor said on Tuesday that the bridge had fallen on Monday.", "2023-05-08", "date-in-content"),
    ("The mayor said the bridge was shut from 3 May to 9 May 2021.", "2021-05-03/2021-05-09", "date-in-content"),
    ("The mayor said the bridge was shut between May and July.", "2022-05/2022-07", "date-in-content"),
    ("The bridge, built in 1962, collapsed on Monday.", "2023-05-08", "date-behind-aside"),
    ("The mayor said the bridge, which opened in 1962, fell on Monday.", "2023-05-08", "date-behind-aside"),
    ("The mayor said the trial begins Monday.", "2023-05-15", "date-in-content"),
    ("They would appeal, but in March a court ruled against them.", "2023-03", "date-in-content"),
    ("The mayor said the bridge is shut every Tuesday and will open in June.", "2023-06", "date-in-content"),
  ])
  func choosesOne(_ text: String, _ when: String, _ rule: String) {
    let claims = ClaimReading.claims(text, published: CalendarDate(year: 2023, month: 5, day: 10))
    let claim = claims.first { $0.cue != nil } ?? claims.first
    #expect(claim?.when == when)
    #expect(claim?.whenRule == rule)
  }

  /// A guess would be worse than none: the day of publication and the day of the statement are no event's date.
  @Test(arguments: [
    "The mayor said on Tuesday that the bridge had fallen.", "The mayor said the bridge was shut recently.",
    "The mayor said the bridge was shut every Tuesday.", "The mayor said the bridge, built in 1962, had fallen.",
    "The mayor said the repair would take two weeks.",
  ])
  func saysNothingWhereNothingIsPlain(_ text: String) {
    let claim = ClaimReading.claims(text, published: CalendarDate(year: 2023, month: 5, day: 10)).first {
      $0.cue != nil
    }
    #expect(claim != nil)
    #expect(claim?.when == nil)
  }

  @Test func anUnknownYearKeepsItsPlace() {
    let claim = ClaimReading.attributed("The mayor said the bridge was shut between May and July.").first
    #expect(claim?.when == "XXXX-05/XXXX-07")
    #expect(claim?.whenRule == "interval-in-content")
  }
}
