extension DateGrammar {
  /// Weekdays, with parts of the day, and weekends.
  static let weekdayRules: [DateRule] = [
    DateRule(
      "weekday", "$part WEEKDAY",
      yes: ["said [Monday=2023-05-08]", "will meet on [Friday=2023-05-12]", "[late Tuesday=2023-05-09]"],
      no: ["the Sun newspaper"], if: { match, _ in !(match[.weekday]?.guarded ?? false) && !match.isComparison },
      build: { .calendar($0.weekdayValue(.day)) }),
    DateRule(
      "weekday-part", "$part WEEKDAY DAYPART",
      yes: ["[Tuesday night=2023-05-09TNI]", "will sit [Thursday morning=2023-05-11TMO]"]
    ) { .calendar($0.weekdayValue(.dayPart)) },
    DateRule(
      "last-weekday", "$part THE? THIS? LAST|NEXT|THIS WEEKDAY DAYPART?",
      yes: ["[last Wednesday=2023-05-03]", "[next Monday=2023-05-15]", "[this coming Sunday=2023-05-14]"]
    ) { match in
      DateExpression.calendar(match.weekdayValue(match.has(.dayPart) ? .dayPart : .day)).with {
        $0.direction = match.direction
        if match.isFromContext { $0.base = .context }
      }
    },
    DateRule(
      "weekday-of-week", "WEEKDAY DAYPART? OF? LAST|THIS|NEXT UNIT=W",
      yes: ["[Monday of last week=2023-05-01]", "on [Friday next week=2023-05-19]"]
    ) { match in
      DateExpression.calendar(match.weekdayValue(match.has(.dayPart) ? .dayPart : .day)).with {
        ($0.unit, $0.count) = (.week, match.step)
      }
    },
    DateRule(
      "weekend", "$part THE|LAST|NEXT|THIS|THAT WEEKEND",
      yes: ["[this weekend=2023-W19-WE]", "over [the weekend=2023-W18-WE]", "[next weekend=2023-W20-WE]"]
    ) { match in
      DateExpression.calendar(DateValue(.weekend)).with { $0.direction = match.direction }
    },
    DateRule(
      "day-of-this-month", "THE ORD OF THE|THIS|LAST|NEXT UNIT=M",
      yes: ["on [the 5th of this month=2023-05-05]", "by [the 15th of next month=2023-06-15]"],
      no: ["the 5th of the year"]
    ) { match in
      match.number(.ord).map { day in
        DateExpression.calendar(DateValue(.day, day: day)).with { ($0.unit, $0.count) = (.month, match.step) }
      }
    },
    DateRule(
      "day-of-month", "THE ORD", yes: ["on [the 5th=2023-05-05]"], no: ["the 5th floor"],
      if: { $1.isLoneDay($0) },
      build: { match in match.number(.ord).map { .calendar(DateValue(.day, day: $0)) } }),
  ]
}

extension DateMatch {
  /// "earlier Friday" is the day alone, "early Friday" a part of it.
  fileprivate var isComparison: Bool {
    guard let word = self[[.early, .late]] else { return false }
    return !word.classes.isDisjoint(with: [.before, .after])
  }

  func weekdayValue(_ precision: DateValue.Precision) -> DateValue {
    var value = DateValue(precision)
    value.weekday = code(.weekday)
    value.dayPart = DayPart(rawValue: UInt8(clamping: code(.dayPart))) ?? .none
    return value
  }
}

extension DateContext {
  /// Whether "the 5th" is a day of the month: in figures, behind a preposition, with nothing that it could count.
  fileprivate func isLoneDay(_ match: DateMatch) -> Bool {
    guard let day = match[.ord], day.classes.contains(.day), day.end - day.start <= 4 else { return false }
    let next = byteAfter(match)
    return isAfter(Self.prepositions, match) && [UInt8(ascii: "."), UInt8(ascii: ","), 0].contains(next)
  }
}
