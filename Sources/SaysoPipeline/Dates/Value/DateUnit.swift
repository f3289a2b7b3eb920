/// A unit of the calendar or the clock, with the letter that the date tables (`timex=`) and the grammar write for it.
enum DateUnit: UInt8, Sendable {
  case none, second, minute, hour, day, week, fortnight, month, quarter, year, decade, century, millennium
  case dayPart, weekend, season, half

  /// The unit that a table's `timex=` column names.
  init?(code: String) {
    guard let index = Self.codes.firstIndex(of: code), let unit = Self(rawValue: UInt8(index + 1)) else { return nil }
    self = unit
  }

  private static let codes = ["S", "TM", "H", "D", "W", "F", "M", "Q", "Y", "E", "C", "L"]

  /// Whether a length in this unit stands behind the "T" of a TIMEX3 duration.
  var isClock: Bool { self == .second || self == .minute || self == .hour }

  /// The letters of a TIMEX3 duration.
  var timex: StaticString {
    switch self {
    case .second: "S"
    case .minute, .month: "M"
    case .hour: "H"
    case .day: "D"
    case .week, .fortnight: "W"
    case .quarter: "Q"
    case .year: "Y"
    case .decade: "E"
    case .century: "C"
    case .millennium: "L"
    default: "X"
    }
  }

  /// How many months the unit is, 0 for one that is counted in days.
  var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    case .decade: 120
    case .century: 1200
    case .millennium: 12_000
    default: 0
    }
  }

  /// How many days the unit is, 0 for one that is counted in months or by the clock.
  var days: Int {
    switch self {
    case .day: 1
    case .week: 7
    case .fortnight: 14
    default: 0
    }
  }
}

/// A part of the day, as TIMEX3 writes it behind a "T".
enum DayPart: UInt8, Sendable {
  case none, morning, midday, afternoon, evening, night

  init?(code: String) {
    guard let index = ["MO", "MI", "AF", "EV", "NI"].firstIndex(of: code) else { return nil }
    self = Self(rawValue: UInt8(index + 1)) ?? .none
  }

  var timex: StaticString {
    switch self {
    case .none: ""
    case .morning: "MO"
    case .midday: "MI"
    case .afternoon: "AF"
    case .evening: "EV"
    case .night: "NI"
    }
  }
}

/// The TIMEX3 `mod` attribute.
enum DateModifier: UInt8, Sendable {
  case none, start, mid, end, approximate, lessThan, moreThan, equalOrLess, equalOrMore, onOrAfter, onOrBefore

  /// The modifier that a table's `mod=` column names.
  init?(code: String) {
    guard let index = Self.names.firstIndex(of: code) else { return nil }
    self = Self(rawValue: UInt8(index)) ?? .none
  }

  /// The attribute's value; empty for none.
  var timex: String { Self.names[Int(rawValue)] }

  private static let names = [
    "", "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "ON_OR_AFTER",
    "ON_OR_BEFORE",
  ]
}
