extension DateGrammar {
  /// What comes back: every day, each July, twice a year.
  static let setRules: [DateRule] = [
    DateRule("every-unit", "EVERY ( NUM|FEW )? UNIT|UNITS", yes: ["[every day=P1D]", "[every two years=P2Y]"]) {
      match in
      match.set(
        DurationValue(
          count: match.has([.num, .few]) ? match.amount : match.code(.every) == 2 ? 2 : 1, unit: match.unit()))
    },
    DateRule(
      "every-weekday", "EVERY WEEKDAY DAYPART?", yes: ["[every Tuesday=XXXX-WXX-2]"]
    ) { match in
      match.set(calendar: match.weekdayValue(match.has(.dayPart) ? .dayPart : .day))
    },
    DateRule(
      "weekday-every-month", "THE ORD|LAST WEEKDAY OF|IN EVERY UNIT=M",
      yes: ["on [the first Monday of every month=XXXX-WXX-1]"], no: ["the first Monday of the month"]
    ) { match in
      match.set(calendar: match.weekdayValue(.day))
    },
    DateRule(
      "weekdays", "WEEKDAYS|WEEKDAY DAYPARTS?", yes: ["on [Tuesdays=XXXX-WXX-2]", "[Tuesday nights=XXXX-WXX-2TNI]"],
      if: { match, _ in match.has([.weekdays, .dayParts]) },
      build: { match in
        var value = DateValue(match.has(.dayParts) ? .dayPart : .day)
        value.weekday = match.code([.weekday, .weekdays])
        value.dayPart = DayPart(rawValue: UInt8(clamping: match.code(.dayParts))) ?? .none
        return match.set(calendar: value)
      }),
    DateRule("every-month", "EVERY MONTH DAY?", yes: ["[each July=XXXX-07]", "[every December 25=XXXX-12-25]"]) {
      match in
      match.has(.day)
        ? match.monthDay().flatMap { match.set(calendar: $0.value) }
        : match.set(calendar: DateValue(.month, part: match.code(.month)))
    },
    DateRule("every-season", "EVERY SEASON", yes: ["[every summer=XXXX-SU]"]) { match in
      match.set(calendar: DateValue(.season, part: match.code(.season)))
    },
    DateRule("every-part", "EVERY DAYPART", yes: ["[every morning=XXXX-XX-XXTMO]"]) { match in
      var value = DateValue(.dayPart)
      value.dayPart = DayPart(rawValue: UInt8(clamping: match.code(.dayPart))) ?? .none
      return match.set(calendar: value)
    },
    DateRule(
      "frequency", "FREQUENCY", yes: ["[daily=P1D]", "paid [weekly=P1W]"], no: ["the quarterly dividend"],
      if: { $1.isFrequency($0) },
      build: {
        $0.set(DurationValue(count: 1, unit: $0.unit()))
      }),
    DateRule("times-a-unit", "NUM? TIMES A|PER|EVERY UNIT", yes: ["[twice a year=P1Y]", "[three times a week=P1W]"]) {
      match in
      match.set(DurationValue(count: 1, unit: match.unit()))?.with {
        $0.frequency = max(match.number(.num) ?? 0, match.code(.times))
      }
    },
  ]
}

extension DateMatch {
  private var quantifier: Timex.Quantifier { has(.every) ? Self.quantifiers[code(.every)] ?? .every : .none }

  private static let quantifiers: [Int: Timex.Quantifier] = [1: .every, 2: .everyOther, 3: .each]

  /// A set whose base is a length.
  fileprivate func set(_ length: DurationValue) -> DateExpression? {
    guard length.isPossible else { return nil }
    return DateExpression(.set).with {
      ($0.duration, $0.quantifier) = (length, quantifier)
    }
  }

  /// A set whose base is a part of the calendar.
  fileprivate func set(calendar value: DateValue) -> DateExpression? {
    DateExpression(.set).with {
      ($0.value, $0.quantifier) = (value, quantifier)
    }
  }
}

extension DateContext {
  /// "quarterly", "annually" and the like count where nothing follows that they could qualify.
  fileprivate func isFrequency(_ match: DateMatch) -> Bool {
    if byteAfter(match) &- 65 < 26 || isCapitalInside(match) { return false }
    return match.unit() <= .week || after(match) == nil && (byteAfter(match) | 0x20) &- 97 >= 26
  }
}
