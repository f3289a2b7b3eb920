extension DateGrammar {
  /// Dates whose year, month and day carry marks of their own: 2021年5月3日.
  static let markedRules: [DateRule] = [
    DateRule("marked-day", "( YEAR YEARMARK )? NUM=1..12 MONTHMARK NUM=1..31 DAYMARK", yes: []) { match in
      guard let month = match.number(.num), let day = match.number(.num, 1) else { return nil }
      let value = DateValue(.day, year: match.yearNumber, part: month, day: day)
      return value.isPossible ? .calendar(value) : nil
    },
    DateRule("marked-month", "( YEAR YEARMARK )? NUM=1..12 MONTHMARK", yes: []) { match in
      match.number(.num).map { .calendar(DateValue(.month, year: match.yearNumber, part: $0)) }
    },
    DateRule("marked-year", "YEAR YEARMARK", yes: []) { .calendar(DateValue(.year, year: $0.yearNumber)) },
  ]
}
