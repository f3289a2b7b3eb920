import Testing

@testable import SaysoPipeline

@Suite struct CivilDateTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (2000, 3, 1, 11_017), (1969, 12, 31, -1), (1600, 2, 29, -135_081), (0, 3, 1, -719_468),
  ])
  func numbersDays(_ year: Int, _ month: Int, _ day: Int, _ number: Int) throws {
    let date = try #require(CivilDate(year, month, day))
    #expect(date.number == number)
    #expect(CivilDate(number: number) == date)
  }

  @Test func countsBackAndForthOverFourHundredYears() throws {
    let first = try #require(CivilDate(1800, 1, 1)).number
    var previous = CivilDate(number: first - 1)
    for number in first..<first + 146_097 {
      let date = try #require(CivilDate(number: number))
      #expect(date.number == number)
      #expect(previous.map { $0 < date } ?? false)
      previous = date
    }
  }

  @Test(arguments: [
    (2023, 2, 29), (2023, 13, 1), (2023, 0, 1), (2023, 4, 31), (1900, 2, 29), (100_000, 1, 1), (2023, 1, 0),
  ])
  func refusesImpossibleDays(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate(year, month, day) == nil)
  }

  @Test(arguments: [(2023, 5, 10, 3), (2000, 1, 1, 6), (1989, 10, 26, 4), (1600, 1, 1, 6)])
  func knowsWeekdays(_ year: Int, _ month: Int, _ day: Int, _ weekday: Int) {
    #expect(CivilDate(year, month, day)?.weekday == weekday)
  }

  @Test(arguments: [
    (2023, 1, 1, 2022, 52), (2020, 12, 31, 2020, 53), (2021, 1, 3, 2020, 53), (2023, 5, 10, 2023, 19),
    (2018, 12, 31, 2019, 1),
  ])
  func knowsISOWeeks(_ year: Int, _ month: Int, _ day: Int, _ weekYear: Int, _ week: Int) throws {
    let iso = try #require(CivilDate(year, month, day)).isoWeek
    #expect(iso.year == weekYear)
    #expect(iso.week == week)
  }

  @Test func refusesWeeksThatAYearLacks() {
    #expect(CivilDate.monday(ofWeek: 53, year: 2020) == CivilDate(2020, 12, 28))
    #expect(CivilDate.monday(ofWeek: 53, year: 2021) == nil)
    #expect(CivilDate.monday(ofWeek: 0, year: 2021) == nil)
  }

  @Test(arguments: [(1961, 4, 2), (2000, 4, 23), (2019, 4, 21), (2023, 4, 9), (2038, 4, 25)])
  func knowsEaster(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate.easter(year) == CivilDate(year, month, day))
  }

  @Test(arguments: [(2008, 4, 27), (2021, 5, 2), (2023, 4, 16)])
  func knowsOrthodoxEaster(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate.orthodoxEaster(year) == CivilDate(year, month, day))
  }

  @Test func shiftsByMonthsToTheLastDayThatThereIs() {
    #expect(CivilDate(2023, 1, 31)?.adding(months: 1) == CivilDate(2023, 2, 28))
    #expect(CivilDate(2024, 3, 31)?.adding(months: -1) == CivilDate(2024, 2, 29))
    #expect(CivilDate(2023, 1, 31)?.adding(months: -13) == CivilDate(2021, 12, 31))
    #expect(CivilDate(2023, 1, 31)?.adding(months: .max) == nil)
    #expect(CivilDate(2023, 1, 31)?.adding(days: .min + 1) == nil)
  }

  @Test(arguments: [
    ("12-25", 2023, 12, 25), ("11-#4.4", 2023, 11, 23), ("5-#L.1", 2023, 5, 29), ("11-#1.1+1", 2023, 11, 7),
    ("E-2", 2023, 4, 7), ("O+0", 2023, 4, 16),
  ])
  func readsHolidayRules(_ rule: String, _ year: Int, _ month: Int, _ day: Int) throws {
    let rule = try #require(HolidayRule(rule))
    #expect(rule.day(in: year) == CivilDate(year, month, day))
    #expect(HolidayRule(packed: rule.packed) == rule)
  }

  @Test(arguments: ["", "E", "13", "12-", "11-#", "11-#4", "5-#L", "E2", "12-25x"])
  func refusesMalformedHolidayRules(_ rule: String) {
    #expect(HolidayRule(rule) == nil)
  }
}
