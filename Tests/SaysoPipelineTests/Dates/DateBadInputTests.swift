import SaysoRecord
import SaysoText
import Testing

@testable import SaysoPipeline

/// Nonsense gives a value that is right, or none; it never stops the program.
@Suite struct DateBadInputTests {
  @Test(arguments: [
    "30 February 2023", "on 13/13/2013", "2023-02-30", "31 April 2021", "00/00/0000", "2023-13-01", "32/01/2020",
  ])
  func impossibleDaysHaveNoValue(_ text: String) {
    let days = DateReading.read(text).filter { $0.timex.count == 10 && !$0.timex.contains("X") }
    #expect(days.isEmpty)
  }

  @Test(arguments: [
    "in 99999999999 years", "99999999999999999999999999 days ago", "999999999 centuries later", "in 1000000000 weeks",
    "nine billion billion billion years ago", "for 99999999999999999999 hours", "in 12345 and 99999",
    "the 99999th century", "0 B.C.", "year 0", "44 B.C. and 100000 B.C.", "25:61 p.m. Monday", "0 a.m. on 0 May",
    "'", "’90s ’", "5/", "1/2/", "1-2-", "1990-", "10:", "10:3", "10:30:", "1,", "1,0", "1.5.",
    "the the the last of of",
  ])
  func nonsenseIsSurvived(_ text: String) {
    for reading in DateReading.read(text) { #expect(!reading.timex.isEmpty) }
    for reading in DateReading.read(text, reference: nil) { #expect(!reading.timex.isEmpty) }
  }

  @Test func rangesThatRunBackwardsAreNoRanges() {
    #expect(!DateReading.read("from 16 to 14 June 2022").contains { $0.timex.contains("/") })
    #expect(!DateReading.read("in 1998-97").contains { $0.timex.contains("/") })
  }

  @Test func yearsBeforeTheFirstAreAstronomical() {
    #expect(DateReading.read("in 44 B.C. he").first?.timex == "-0043")
  }

  @Test(arguments: [
    ("in 12345 or 99999 of them", []), ("in 99999999999 years", []), ("99999999999 years ago", ["PAST_REF"]),
    ("dated 05/06/49 and 05/06/50", ["2049-05-06", "1950-05-06"]), ("in '98", ["1998"]), ("of '07", ["2007"]),
    ("on 29 February 2023", ["2023-02"]), ("on 29 February 2024", ["2024-02-29"]), ("in 0 A.D.", []),
    ("in 1 B.C.", ["0000"]), ("in 2 B.C.", ["-0001"]), ("13/13/2013", []), ("31/04/2021", []),
    ("between 2016 and 2014", ["2016", "2014"]), ("from July to May 2021", ["2020-07", "2021-05"]),
  ])
  func valuesAreRightOrNone(_ text: String, _ values: [String]) {
    let readings = DateReading.read(text).filter { $0.type == .date }
    #expect(readings.map(\.timex) == values)
    #expect(!readings.contains { $0.edtf?.contains("2016/2014") ?? false })
  }

  @Test func aHundredThousandDatesInARowTakeLinearTime() {
    let clock = ContinuousClock()
    func seconds(_ count: Int) -> Double {
      let text = String(repeating: "3 May 2021, ", count: count)
      return clock.measure { #expect(DateReading.read(text).count >= count * 9 / 10) } / .seconds(1)
    }
    let (short, long) = (seconds(2000), seconds(20_000))
    // Ten times the text: quadratic time would be a hundred times.
    #expect(long < 40 * max(short, 0.01))
  }

  @Test func aThousandDatesInARowAreRead() {
    let text = String(repeating: "3 May 2021, ", count: 1000)
    #expect(DateReading.read(text).filter { $0.timex == "2021-05-03" }.count >= 990)
  }

  @Test func extremeReferenceDatesAreSurvived() {
    for reference in [CivilDate(99_999, 12, 31), CivilDate(-99_999, 1, 1), CivilDate(0, 1, 1), CivilDate(2024, 2, 29)] {
      let text =
        "tomorrow, next week, next year, 30 years from now, last decade, last century, Easter, Monday, 29 February"
      for reading in DateReading.read(text, reference: reference) { #expect(!reading.timex.isEmpty) }
    }
  }

  @Test func spansLieOnTheText() {
    var generator = SystemLikeGenerator(state: 20_230_510)
    let words = [
      "the", "last", "23", "May", "'90s", "of", "-", ",", "year", "ago", "3", "p.m.", "Monday", "é", "’", "2021", "/",
      "quarter",
      "half", "first", "and", "to", "from", "every", "century", "B.C.", "10:30", "\n\n", "twenty", "four", "hundred",
    ]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 1...40, using: &generator))
        .map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }.joined(separator: " ")
      for reading in DateReading.read(text) {
        #expect(!reading.text.isEmpty && text.contains(reading.text))
      }
    }
  }
}

/// A seeded generator, so that a failure can be run again.
private struct SystemLikeGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
