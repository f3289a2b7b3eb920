extension CivilDate {
  /// The day `count` days later (earlier where negative); nil where the calendar ends first.
  func adding(days count: Int) -> CivilDate? {
    abs(count) > 40_000_000 ? nil : CivilDate(number: number + count)
  }

  /// The same day `count` months later; the last day of the month where there is none such (31 January + 1 = 28
  /// February).
  func adding(months count: Int) -> CivilDate? {
    guard abs(count) <= 3_000_000 else { return nil }
    let total = year * 12 + (month - 1) + count
    let (year, month) = (floorDivide(total, 12), floorModulo(total, 12) + 1)
    return CivilDate(year, month, min(day, Self.days(inMonth: month, of: year)))
  }

  /// The nearest day with that weekday: on or before this day, or strictly after it.
  func nearest(weekday: Int, after: Bool) -> CivilDate? {
    let back = floorModulo(self.weekday - weekday, 7)
    return CivilDate(number: after ? number + 7 - back : number - back)
  }

  /// The `ordinal`th given weekday of a month; 0 for the last one. nil where the month has no fifth.
  static func weekday(_ weekday: Int, ordinal: Int, month: Int, year: Int) -> CivilDate? {
    if ordinal == 0 {
      return CivilDate(year, month, days(inMonth: month, of: year))?.nearest(weekday: weekday, after: false)
    }
    guard let first = CivilDate(year, month, 1) else { return nil }
    let day = 1 + floorModulo(weekday - first.weekday, 7) + (ordinal - 1) * 7
    return CivilDate(year, month, day)
  }

  /// Easter Sunday of the Western churches, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch.
  /// 8).
  static func easter(_ year: Int) -> CivilDate? {
    guard year > 0 else { return nil }
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
    let fix = (golden + 11 * moon + 22 * sunday) / 451
    let total = moon + sunday - 7 * fix + 114
    return CivilDate(year, total / 31, total % 31 + 1)
  }

  /// Easter Sunday of the Orthodox churches, as a Gregorian date (Meeus's Julian computus).
  static func orthodoxEaster(_ year: Int) -> CivilDate? {
    guard year > 0 else { return nil }
    let moon = (19 * (year % 19) + 15) % 30
    let total = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
    return CivilDate(year, total / 31, total % 31 + 1)?.adding(days: year / 100 - year / 400 - 2)
  }
}
