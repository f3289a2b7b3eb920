/// A day of the proleptic Gregorian calendar, with astronomical years (year 0 is 1 B.C.).
///
/// Pure integer arithmetic: no time zone, no locale, no Foundation. `CivilDate(2023, 2, 23)?.weekday` is 4, a Thursday.
/// Years are kept within ±99,999, so that no sum of counts read from a text can overflow.
struct CivilDate: Hashable, Comparable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// The largest year, either side of 0, that a date may have.
  static let yearLimit = 99_999

  /// The day, or nil where the calendar has none such: 30 February, month 13, year 100,000.
  init?(_ year: Int, _ month: Int, _ day: Int) {
    guard abs(year) <= Self.yearLimit, (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day whose number, counted from 1970-01-01, is `number`; nil outside the years that dates may have.
  ///
  /// Counts 400-year eras from 1 March, so that the leap day is an era's last.
  init?(number: Int) {
    guard abs(number) <= (Self.yearLimit + 1) * 366 else { return nil }
    let shifted = number + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days since 1970-01-01; negative before.
  var number: Int {
    let year = month <= 2 ? year - 1 : year
    let era = floorDivide(year, 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// ISO 8601 weekday: 1 is Monday, 7 Sunday.
  var weekday: Int { floorModulo(number + 3, 7) + 1 }

  /// The quarter of the year, 1 to 4.
  var quarter: Int { (month - 1) / 3 + 1 }

  /// The ISO 8601 week and the year that it belongs to: 1 January 2023 lies in week 52 of 2022.
  var isoWeek: (year: Int, week: Int) {
    let thursday = CivilDate(number: number - weekday + 4) ?? self
    let first = CivilDate(thursday.year, 1, 1) ?? self
    return (thursday.year, (thursday.number - first.number) / 7 + 1)
  }

  /// Monday of an ISO week; nil for a week that the year does not have.
  static func monday(ofWeek week: Int, year: Int) -> CivilDate? {
    guard (1...53).contains(week), let fourth = CivilDate(year, 1, 4) else { return nil }
    let monday = CivilDate(number: fourth.number - fourth.weekday + 1 + (week - 1) * 7)
    return monday?.isoWeek.week == week ? monday : nil
  }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// Days in a month; 0 for a month that there is not.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }

  static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

/// Quotient rounded towards minus infinity; `divisor` is positive.
@inline(__always)
func floorDivide(_ value: Int, _ divisor: Int) -> Int {
  value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
}

/// Remainder that is never negative; `divisor` is positive.
@inline(__always)
func floorModulo(_ value: Int, _ divisor: Int) -> Int {
  value - floorDivide(value, divisor) * divisor
}
