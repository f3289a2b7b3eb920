extension DateGrammar {
  /// Quarters, halves and fiscal periods, as company reports speak of them.
  static let quarterRules: [DateRule] = [
    DateRule(
      "quarter", "$edge THE? $dir FISCAL? -? ORD=1..4 FISCAL? UNIT=Q",
      yes: ["in [the third quarter=2022-Q3]", "[the fiscal first quarter=2023-Q1]"],
      no: ["a quarter of a mile"]
    ) { $0.quarter() },
    DateRule("quarter-hyphen", "FISCAL? ORD=1..4 - UNIT=Q", yes: ["its [third-quarter=2022-Q3] loss"]) { $0.quarter() },
    DateRule("quarter-name", "FISCAL? QTR ( OF? FISCAL? YEAR )?", yes: ["in [Q3 2022=2022-Q3]", "since [Q1=2023-Q1]"]) {
      match in
      .calendar(DateValue(.quarter, year: match.yearNumber, part: match.code(.quarterName)))
    },
    DateRule(
      "quarter-of-year", "THE? ORD=1..4 UNIT=Q OF|IN? FISCAL? YEAR",
      yes: ["in [the third quarter of 1984=1984-Q3]"]
    ) { $0.quarter() },
    DateRule(
      "quarter-of-last-year", "THE? ORD=1..4 -? UNIT=Q OF? LAST|THIS|NEXT UNIT=Y",
      yes: ["[the first quarter of next year=2024-Q1]"]
    ) { match in match.quarter()?.with { $0.yearShift = match.step } },
    DateRule(
      "year-quarter", "THE? FISCAL? YEAR 's? FISCAL? ORD=1..4 -? UNIT=Q",
      yes: ["in [the 1988 second quarter=1988-Q2]"]
    ) { $0.quarter() },
    DateRule(
      "last-years-quarter", "LAST|THIS|NEXT UNIT=Y 's FISCAL? ORD=1..4 -? UNIT=Q",
      yes: ["[last year's third quarter=2022-Q3]", "[next year's first quarter=2024-Q1]"]
    ) { match in match.quarter()?.with { $0.yearShift = match.step } },
    DateRule(
      "year-earlier-quarter", "THE? SAME? UNIT=Y -? AGO|BEFORE FISCAL? ORD=1..4 -? UNIT=Q",
      yes: ["from [the year-ago third quarter=2022-Q3]"]
    ) { match in match.quarter()?.with { $0.yearShift = -1 } },
    DateRule(
      "half", "THE? ORD=1..2 HALF OF YEAR", yes: ["in [the first half of 2023=2023-H1]"]
    ) { match in
      .calendar(DateValue(.half, year: match.yearNumber, part: match.number(.ord) ?? 1))
    },
    DateRule("half-name", "HALFNAME ( OF? FISCAL? YEAR )?", yes: ["in [H1 2021=2021-H1]", "since [H1=2023-H1]"]) {
      match in
      .calendar(DateValue(.half, year: match.yearNumber, part: match.code(.halfName)))
    },
    DateRule(
      "half-of-year", "THE? ORD=1..2 HALF ( OF THE|THIS|LAST|NEXT UNIT=Y )?",
      yes: ["in [the second half of last year=2022-H2]"],
      no: ["the first half of the game"], if: { match, _ in match.has(.unit) },
      build: { match in
        DateExpression.calendar(DateValue(.half, part: match.number(.ord) ?? 1)).with { $0.yearShift = match.step }
      }),
    DateRule(
      "last-half", "THE LAST HALF OF YEAR", yes: ["in [the last half of 1989=1989-H2]"]
    ) { .calendar(DateValue(.half, year: $0.yearNumber, part: 2)) },
  ]
}

extension DateMatch {
  /// The quarter that an ordinal names.
  fileprivate func quarter() -> DateExpression? {
    guard let number = number(.ord), (1...4).contains(number) else { return nil }
    return DateExpression.calendar(DateValue(.quarter, year: yearNumber, part: number)).with {
      $0.direction = direction
    }
  }
}
