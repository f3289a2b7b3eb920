extension DateGrammar {
  /// Months with days and years, seasons and holidays.
  static let calendarRules: [DateRule] = [
    DateRule(
      "month-day", "$edge ( WEEKDAY ,? )? $mod MONTH DAY ( ,? YEAR )?",
      yes: ["on [April 28=2023-04-28]", "[Saturday, April 25, 1998=1998-04-25]"],
      no: ["May 3,000 people"], if: { !$1.isBefore(.units, $0) || $0.has(.year) },
      build: { $0.monthDay() }),
    DateRule(
      "day-month", "$edge ( THE? WEEKDAY ,? )? $mod THE? DAY .? OF|-? MONTH ( ,|-|OF? YEAR YEARMARK? WEEKDAY? )?",
      yes: ["on [30 April 2022=2022-04-30]", "[the 5th of March=2023-03-05]", "[23 February=2023-02-23]"],
      no: ["all 12 Mays"],
      if: { !$0.has(.ord) || !($0[.month]?.guarded ?? false) || $1.isAfter(.the, $0) || $0.has(.the) || $0.has(.year) },
      build: { $0.monthDay() }),
    DateRule(
      "year-month-day", "YEAR ,|.? MONTH DAY", yes: ["on [2021 May 3=2021-05-03]"], no: ["in 2021 May 3,000 go"],
      if: { !$1.isBefore([.units, .year], $0) },
      build: { $0.monthDay() }),
    DateRule(
      "day-range-month", "THE? DAY -|TO|AND THE? DAY OF? MONTH ( ,? YEAR )?",
      yes: ["from [14 to 16 June 2022=2022-06-14/2022-06-16]"], no: ["16 to 14 June of"]
    ) { match in
      match.has(.and) ? nil : match.dayRange()
    },
    DateRule(
      "month-day-range", "MONTH DAY -|TO DAY ( ,? YEAR )?",
      yes: ["on [June 14-16, 2022=2022-06-14/2022-06-16]"], no: ["June 14-46"]
    ) { $0.dayRange() },
    DateRule(
      "month-year", "$edge $mod MONTH ( ,|OF )? YEAR YEARMARK?",
      yes: ["in [March 1996=1996-03]", "[the end of January 1997=1997-01]"]
    ) { .calendar(DateValue(.month, year: $0.yearNumber, part: $0.code(.month))) },
    DateRule(
      "month", "$edge $mod $dir MONTH",
      yes: [
        "opened in [December=2022-12]", "[early March=2023-03]", "by [mid-November=2023-11]", "[last May=2022-05]",
      ],
      no: ["Mrs. May left", "May I go?", "August Roe left", "Roe and April Doe"],
      if: {
        $1.isCertain($0, $0[.month]) && !$1.isBefore(.day, $0) && !$1.isGivenName($0) && !$1.isBehindYearMark($0)
      },
      build: { match in
        DateExpression.calendar(DateValue(.month, part: match.code(.month))).with { $0.direction = match.direction }
      }),
    DateRule(
      "month-of-year", "MONTH OF? LAST|THIS|NEXT UNIT=Y", yes: ["in [June last year=2022-06]"]
    ) { match in
      DateExpression.calendar(DateValue(.month, part: match.code(.month))).with { $0.yearShift = match.step }
    },
    DateRule(
      "month-range", "MONTH -|/ MONTH ( ,? YEAR )?",
      yes: ["in [February-March=2023-02/2023-03]", "[May-June 2020=2020-05/2020-06]"]
    ) { match in
      let value = DateValue(.month, year: match.yearNumber, part: match.code(.month, 0))
      return DateExpression.calendar(value).with {
        $0.last = DateValue(.month, year: match.yearNumber, part: match.code(.month, 1))
      }
    },
    DateRule(
      "season", "THE? $part $dir SEASON ( OF? YEAR )?",
      yes: [
        "[last spring=2022-SP]", "in [the winter of 1994=1994-WI]", "[summer 2020=2020-SU]", "until [spring=2023-SP].",
      ],
      no: ["prices fall", "a hot spring", "in the fall of the regime", "in spring water", "in fall colours"],
      if: { $1.isSeason($0) },
      build: { match in
        DateExpression.calendar(DateValue(.season, year: match.yearNumber, part: match.code(.season))).with {
          $0.direction = match.direction
        }
      }),
    DateRule(
      "season-of-year", "SEASON OF? LAST|THIS|NEXT UNIT=Y", yes: ["[summer of last year=2022-SU]"]
    ) { match in
      DateExpression.calendar(DateValue(.season, part: match.code(.season))).with { $0.yearShift = match.step }
    },
    DateRule(
      "holiday", "$part LAST|NEXT|THIS? HOLIDAY ( ,? YEAR )?",
      yes: ["on [Christmas Day=2022-12-25]", "[Thanksgiving 2019=2019-11-28]"]
    ) { match in
      DateExpression.calendar(DateValue(.day, year: match.yearNumber)).with {
        $0.holiday = HolidayRule(packed: match.code(.holiday))
        $0.direction = match.direction
      }
    },
    DateRule("holiday-week", "THE? HOLIDAY UNIT=W", yes: ["after [Easter week=2023-W14]"]) { match in
      DateExpression.calendar(DateValue(.week)).with { $0.holiday = HolidayRule(packed: match.code(.holiday)) }
    },
    DateRule("holiday-weekend", "THE? HOLIDAY WEEKEND", yes: ["[Easter weekend=2023-W14-WE]"]) { match in
      DateExpression.calendar(DateValue(.weekend)).with { $0.holiday = HolidayRule(packed: match.code(.holiday)) }
    },
    DateRule(
      "weekday-in-month", "THE ORD|LAST WEEKDAY OF|IN MONTH ( ,? YEAR )?",
      yes: ["on [the first Monday in October 2021=2021-10-04]", "[the last Friday of May=2023-05-26]"]
    ) { match in
      let ordinal = match.has(.last) ? 0 : match.number(.ord) ?? 0
      guard ordinal <= 5, ordinal > 0 || match.has(.last) else { return nil }
      let rule = HolidayRule(
        weekday: match.code(.weekday), ordinal: ordinal,
        month: match.code(.month))
      return DateExpression.calendar(DateValue(.day, year: match.yearNumber)).with { $0.holiday = rule }
    },
    DateRule(
      "last-day-of-month", "THE LAST UNIT=D OF|IN MONTH ( ,? YEAR )?", yes: ["by [the last day of May=2023-05-31]"]
    ) { match in
      let days = CivilDate.days(inMonth: match.code(.month), of: match.number(.year) ?? 2001)
      return .calendar(DateValue(.day, year: match.yearNumber, part: match.code(.month), day: days))
    },
    DateRule(
      "week-of", "THE UNIT=W OF MONTH DAY ( ,? YEAR )?", yes: ["[the week of March 6, 2000=2000-W10]"]
    ) { match in
      match.monthDay().map { day in
        var day = day
        day.unit = .week
        return day
      }
    },
  ]
}

extension DateMatch {
  /// Two days of one month: "14 to 16 June". nil where they run backwards.
  fileprivate func dayRange() -> DateExpression? {
    guard let first = number(.day, 0), let second = number(.day, 1), first < second else { return nil }
    let from = DateValue(.day, year: yearNumber, part: code(.month), day: first)
    let to = DateValue(.day, year: yearNumber, part: code(.month), day: second)
    guard from.isPossible, to.isPossible else { return nil }
    return DateExpression.calendar(from).with { $0.last = to }
  }
}

extension DateContext {
  /// Whether a season's word is the season: a direction, year, article or preposition goes with it.
  fileprivate func isSeason(_ match: DateMatch) -> Bool {
    if match.direction != .none || match.has([.year, .early, .late, .mid]) { return true }
    let isAfterPreposition = isAfter(Self.prepositions, match)
    if match[.season]?.guarded ?? false, !match.has(.the) {
      return isAfter([.in, .by, .since, .until, .during], match) && endsPhrase(match)
    }
    if match[.season]?.guarded ?? false { return isAfterPreposition && !isBefore(.of, match) }
    return isAfterPreposition || match.has(.the)
  }
}
