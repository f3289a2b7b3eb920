extension DateGrammar {
  /// Dates in figures.
  static let numericRules: [DateRule] = [
    DateRule(
      "numeric", "$mod NUMDATE",
      yes: [
        "on [2023-02-23=2023-02-23]", "on [23/02/2023=2023-02-23]", "dated [02/13/98=1998-02-13]",
        "in [05/2021=2021-05]",
      ],
      no: ["13/13/2013", "version 1.2.3", "2023-02-30", "13/2021", "9/10 of them"]
    ) { $0.numericDay.map { .calendar($0) } },
    DateRule(
      "numeric-clock", "NUMDATE ,? AT? CLOCK AMPM? ZONE?", yes: ["posted [05/12/2021 10:15 AM EDT=2021-05-12T10:15]"]
    ) { match in
      guard var value = match.numericDay, value.precision == .day, let seconds = match.clockTime else { return nil }
      value.precision = .minute
      (value.hour, value.minute, value.zone) = (seconds / 3600, seconds / 60 % 60, match.zone)
      return .calendar(value)
    },
    DateRule("event", "EVENT", yes: ["after [9/11=2001-09-11]"], no: ["9/12"]) { match in
      let code = match.code(.event)
      return .calendar(DateValue(.day, year: code / 10_000, part: code / 100 % 100, day: code % 100))
    },
  ]
}

extension DateMatch {
  /// The day of a date in figures, or the month where it has no day.
  fileprivate var numericDay: DateValue? {
    self[.numericDate].map {
      $0.number == 0
        ? DateValue(.month, year: $0.extra, part: $0.code)
        : DateValue(.day, year: $0.extra, part: $0.code, day: $0.number)
    }
  }
}
