/// A stretch of the calendar of one size: a century, a year, a quarter, a day, a minute. Plain integers.
///
/// What is not known is `DateValue.unknown`: "23 February" without a year has it as `year`.
struct DateValue: Hashable, Sendable {
  /// From coarse to fine; what lies below the precision means nothing.
  enum Precision: UInt8, Comparable, Sendable {
    case none, century, decade, year, half, quarter, season, month, week, weekend, day, dayPart, hour, minute, second

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  static let unknown = Int(Int32.min)

  var precision = Precision.none
  var dayPart = DayPart.none
  // Stored small, because every expression carries several values: 24 bytes rather than 80.
  private var years = Int32.min
  private var parts = Int16.min
  private var days = Int16.min
  private var weekdays = Int16.min
  private var zones = Int16.min
  private var hours: Int8 = 0
  private var minutes: Int8 = 0
  private var seconds: Int8 = 0

  /// The year; its first three digits for a decade, the first two for a century (1990s: 199, 20th century: 19).
  var year: Int {
    get { Int(years) }
    set { years = Int32(clamping: newValue) }
  }

  /// Month 1-12, quarter 1-4, half 1-2, season 1-4 (spring to winter) or ISO week, as the precision says.
  var part: Int {
    get { Self.known(parts) }
    set { parts = Int16(clamping: newValue) }
  }

  /// Day of the month, 1-31.
  var day: Int {
    get { Self.known(days) }
    set { days = Int16(clamping: newValue) }
  }

  /// ISO weekday where the day is known by nothing else.
  var weekday: Int {
    get { Self.known(weekdays) }
    set { weekdays = Int16(clamping: newValue) }
  }

  /// Minutes east of UTC.
  var zone: Int {
    get { Self.known(zones) }
    set { zones = Int16(clamping: newValue) }
  }

  var hour: Int {
    get { Int(hours) }
    set { hours = Int8(clamping: newValue) }
  }

  var minute: Int {
    get { Int(minutes) }
    set { minutes = Int8(clamping: newValue) }
  }

  var second: Int {
    get { Int(seconds) }
    set { seconds = Int8(clamping: newValue) }
  }

  private static func known(_ stored: Int16) -> Int { stored == .min ? unknown : Int(stored) }

  init() {}

  init(_ precision: Precision, year: Int = unknown, part: Int = unknown, day: Int = unknown) {
    self.precision = precision
    (self.year, self.part, self.day) = (year, part, day)
  }

  init(day date: CivilDate) {
    self.init(.day, year: date.year, part: date.month, day: date.day)
  }

  init(week date: CivilDate, weekend: Bool = false) {
    let week = date.isoWeek
    self.init(weekend ? .weekend : .week, year: week.year, part: week.week)
  }

  var hasYear: Bool { year != Self.unknown }

  /// The first day of the stretch; nil where the year is not known or there is no such day.
  var firstDay: CivilDate? {
    guard hasYear else { return nil }
    switch precision {
    case .none: return nil
    case .century: return CivilDate(year < 0 ? year * 100 - 99 : year * 100, 1, 1)
    case .decade: return CivilDate(year * 10, 1, 1)
    case .year: return CivilDate(year, 1, 1)
    case .half: return CivilDate(year, part * 6 - 5, 1)
    case .quarter: return CivilDate(year, part * 3 - 2, 1)
    case .season: return part == 4 ? CivilDate(year - 1, 12, 1) : CivilDate(year, part * 3, 1)
    case .month: return CivilDate(year, part, 1)
    case .week: return CivilDate.monday(ofWeek: part, year: year)
    case .weekend: return CivilDate.monday(ofWeek: part, year: year)?.adding(days: 5)
    default: return day == Self.unknown ? nil : CivilDate(year, part, day)
    }
  }

  /// The last day of the stretch; nil as for `firstDay`.
  var lastDay: CivilDate? {
    guard let first = firstDay else { return nil }
    switch precision {
    case .century: return first.adding(months: 1200)?.adding(days: -1)
    case .decade: return first.adding(months: 120)?.adding(days: -1)
    case .year: return first.adding(months: 12)?.adding(days: -1)
    case .half: return first.adding(months: 6)?.adding(days: -1)
    case .quarter, .season: return first.adding(months: 3)?.adding(days: -1)
    case .month: return first.adding(months: 1)?.adding(days: -1)
    case .week: return first.adding(days: 6)
    case .weekend: return first.adding(days: 1)
    default: return first
    }
  }

  /// Whether the stretch can exist: no month 13, no 30 February, no hour 25. Unknown parts are no fault.
  var isPossible: Bool {
    if hasYear, abs(year) > CivilDate.yearLimit { return false }
    switch precision {
    case .none: return false
    case .century, .decade, .year: return true
    case .half: return (1...2).contains(part) || part == Self.unknown
    case .quarter, .season: return (1...4).contains(part) || part == Self.unknown
    case .month: return (1...12).contains(part) || part == Self.unknown
    case .week, .weekend: return part == Self.unknown || (hasYear ? firstDay != nil : (1...53).contains(part))
    default: return isPossibleDay && (0...24).contains(hour) && (0...59).contains(minute) && (0...60).contains(second)
    }
  }

  private var isPossibleDay: Bool {
    if part == Self.unknown { return day == Self.unknown || (1...31).contains(day) }
    guard (1...12).contains(part) else { return false }
    return day == Self.unknown || CivilDate(hasYear ? year : 2000, part, day) != nil
  }

  /// Whether two stretches are the same length of calendar, so that they can be the two ends of a range.
  func matches(_ other: DateValue) -> Bool { precision == other.precision }
}
