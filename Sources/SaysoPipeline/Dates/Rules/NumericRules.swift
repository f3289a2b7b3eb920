extension DateGrammar {
  /// Dates in figures.
  static let numericRules: [DateRule] = [
    DateRule(
      "numeric", "$mod NUMDATE",
      yes: ["on [2023-02-23=2023-02-23]", "on [23/02/2023=2023-02-23]", "dated [02/13/98=1998-02-13]"],
      no: ["13/13/2013", "version 1.2.3", "2023-02-30"]
    ) { match in
      match[.numericDate].map { .calendar(DateValue(.day, year: $0.extra, part: $0.code, day: $0.number)) }
    }
  ]
}
