import SaysoRecord

extension DateGrammar {
  /// Times of the clock, alone or with a day.
  static let clockRules: [DateRule] = [
    DateRule(
      "clock", "$mod CLOCK ~AMPM? AMPM? ZONE?",
      yes: ["at [7:15 p.m.=2023-05-10T19:15]", "[10:30 GMT=2023-05-10T10:30]", "at [11am=2023-05-10T11:00]"],
      no: ["a 3:16 verse count"], if: { $1.isClock($0) },
      build: { $0.clock() }),
    DateRule(
      "hour", "$mod NUM=1..12 AMPM ZONE?", yes: ["at [3 p.m.=2023-05-10T15:00]", "[11 am=2023-05-10T11:00]"],
      no: ["0 am"]
    ) {
      $0.clock()
    },
    DateRule(
      "military-hour", "$mod NUM=0..2400 ZONE",
      yes: ["at [1500 GMT=2023-05-10T15:00]", "by [0930 UTC=2023-05-10T09:30]"],
      no: ["2360 GMT", "15 EST"]
    ) { $0.clock() },
    DateRule(
      "half-past", "A? HALF|UNIT=Q LAST NUM=1..12 AMPM?",
      yes: ["at [half past ten=2023-05-10T10:30]", "at [a quarter past five p.m.=2023-05-10T17:15]"],
      no: ["half the past ten"]
    ) { match in
      match.clock()?.with { $0.value.minute = match.has(.half) ? 30 : 15 }
    },
    DateRule("hour-oclock", "$mod NUM=1..24 OCLOCK ( IN THE DAYPART )?", yes: ["at [five o'clock=2023-05-10T05:00]"]) {
      $0.clock()
    },
    DateRule(
      "hour-in-the-morning", "$mod NUM|CLOCK=1..12 IN THE DAYPART", yes: ["at [4 in the morning=2023-05-10T04:00]"],
      if: { !$1.isBefore(.units, $0) },
      build: { $0.clock() }),
    DateRule("noon", "$mod NOON", yes: ["at [noon=2023-05-10T12:00]"]) { $0.clock() },
    DateRule(
      "clock-weekday", "$part $mod CLOCK|NUM|NOON AMPM? ZONE? ,? ON? ( LAST|NEXT|THIS )? WEEKDAY DAYPART?",
      yes: ["will sit at [3 p.m. Thursday=2023-05-11T15:00]", "[noon Saturday=2023-05-06T12:00]"],
      if: { $1.isClock($0) },
      build: { match in
        match.clock()?.with {
          $0.form = .calendar
          $0.value.weekday = match.code(.weekday)
          $0.direction = match.direction
        }
      }),
    DateRule(
      "clock-today", "$mod CLOCK|NUM|NOON AMPM? ZONE? ,? TODAY DAYPART?", yes: ["[9 a.m. tomorrow=2023-05-11T09:00]"],
      if: { $1.isClock($0) },
      build: { match in match.clock()?.with { $0.count = match.code(.today) } }),
    DateRule(
      "clock-date", "$mod CLOCK|NUM|NOON AMPM? ZONE? ,? ON? ( WEEKDAY ,? )? MONTH DAY ( ,? YEAR )?",
      yes: ["by [5 p.m. EST, Nov. 9, 1989=1989-11-09T17:00]"], if: { $1.isClock($0) },
      build: { $0.clockOnDate() }),
    DateRule(
      "clock-day-month", "$mod CLOCK|NUM|NOON AMPM? ZONE? ,? ON? ( WEEKDAY ,? )? THE? DAY OF? MONTH ( ,? YEAR )?",
      yes: ["at [10:30 on 4 May 2021=2021-05-04T10:30]"],
      if: { $1.isClock($0) && $0[.day]?.token != $0[[.clock, .num]]?.token },
      build: { $0.clockOnDate() }),
    DateRule(
      "date-clock", "( WEEKDAY ,? )? MONTH DAY ( ,? YEAR )? ,? AT CLOCK|NUM|NOON AMPM? ZONE?",
      yes: ["on [May 4, 2021, at 10:30 p.m.=2021-05-04T22:30]"], if: { $1.isClock($0) },
      build: { $0.clockOnDate() }),
  ]
}

extension DateMatch {
  /// A time of the reference day, or of the day that the rule goes on to fill in.
  fileprivate func clock() -> DateExpression? {
    guard var seconds = clockTime else { return nil }
    if has(.dayPart), !has(.ampm), seconds < 12 * 3600, code(.dayPart) >= 3 { seconds += 12 * 3600 }
    return DateExpression.shift(0, .day).with {
      $0.type = .time
      $0.value = DateValue(seconds % 60 > 0 ? .second : .minute)
      ($0.value.hour, $0.value.minute, $0.value.second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
      $0.value.zone = zone
    }
  }

  fileprivate func clockOnDate() -> DateExpression? {
    guard let clock = clock(), let date = monthDay() else { return nil }
    return date.with {
      $0.type = .time
      $0.value.precision = clock.value.precision
      ($0.value.hour, $0.value.minute, $0.value.second) = (clock.value.hour, clock.value.minute, clock.value.second)
      $0.value.zone = clock.value.zone
    }
  }
}

extension DateContext {
  /// Whether figures are a time: with "a.m.", a zone, or behind "at", "by", "until" and the like.
  fileprivate func isClock(_ match: DateMatch) -> Bool {
    if match.has([.ampm, .zone, .noon]) { return true }
    guard let clock = match[.clock] else { return false }
    return clock.code > 0 || isAfter(Self.prepositions, match) && clock.number >= 3600
  }
}
