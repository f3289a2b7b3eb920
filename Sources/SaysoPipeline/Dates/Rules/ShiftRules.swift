extension DateGrammar {
  /// Points that are counted from another: "last year", "two weeks ago", "a day later".
  static let shiftRules: [DateRule] = [
    DateRule(
      "last-unit", "$part LAST|NEXT|THIS|CURRENT FISCAL? UNIT",
      yes: ["[last year=2022]", "[next month=2023-06]", "[last week=2023-W18]", "[early next year=2024]"],
      no: [], if: { match, _ in !(match[.unit]?.guarded ?? false) || match.unit() == .quarter },
      build: { match in match.unitShift() }),
    DateRule(
      "the-last-unit", "THE|THIS $part LAST|NEXT|CURRENT|LATEST|SAME FISCAL? FILLER? UNIT",
      yes: ["[the current year=2023]", "[the previous day=2023-05-09]", "[the following month=2023-06]"],
      if: { match, _ in !(match[.unit]?.guarded ?? false) || match.unit() == .quarter },
      build: { match in
        match.unitShift()?.with {
          if match.has(.latest) { $0.takesQuarter = true }
          if match.has(.the), match.unit() == .day { $0.base = .context }
        }
      }),
    DateRule(
      "that-unit", "$part THAT SAME? UNIT", yes: ["[that year=2023]"], if: { match, _ in match.unit() >= .day },
      build: { match in
        DateExpression.shift(0, match.unit(), base: .context)
      }),
    DateRule(
      "edge-of-unit", "MOD? THE? EDGE OF THE|THIS|LAST|NEXT|THAT UNIT",
      yes: ["[the end of the year=2023]", "[the end of this week=2023-W19]", "[the beginning of next month=2023-06]"],
      if: { match, _ in match.unit() >= .week },
      build: { .shift($0.step, $0.unit()) }),
    DateRule(
      "edge-in-unit", "EARLY|LATE IN THE UNIT", yes: ["[earlier in the year=2023]"],
      if: { match, _ in match.unit() >= .week },
      build: { .shift(0, $0.unit()) }),
    DateRule(
      "ago", "$mod NUM|A|FEW|COUPLE OF? FRAC? UNIT|UNITS AGO",
      yes: ["[six years ago=2017]", "[10 days ago=2023-04-30]", "[a month ago=2023-04]", "[about two years ago=2021]"]
    ) { $0.countedShift(-1, base: .published) },
    DateRule(
      "ago-after", "$mod NUM|A|FEW|COUPLE OF? UNIT|UNITS MODAFTER AGO", yes: ["[a week or so ago=2023-W18]"]
    ) { $0.countedShift(-1, base: .published) },
    DateRule("units-ago", "UNITS AGO", yes: ["[years ago=PAST_REF]"]) { _ in .reference(.past) },
    DateRule(
      "earlier", "$mod NUM|A|FEW|COUPLE UNIT|UNITS BEFORE",
      yes: ["[a year earlier=2022]", "[two days before=2023-05-08]"], if: { $1.isCount($0) },
      build: { $0.countedShift(-1, base: .context) }),
    DateRule(
      "later", "$mod NUM|A|FEW|COUPLE UNIT|UNITS AFTER",
      yes: ["It opened on 3 May 2021 and [a day later=2021-05-04] it shut."], if: { $1.isCount($0) },
      build: { $0.countedShift(1, base: .context) }),
    DateRule("from-now", "$mod NUM|A|FEW|COUPLE UNIT|UNITS FROMNOW", yes: ["[two years from now=2025]"]) {
      $0.countedShift(1, base: .published)
    },
    DateRule(
      "year-ago", "UNIT - AGO|BEFORE", yes: ["[year-ago=2022] figures", "a [year-earlier=2022] loss"],
      no: ["the day before"]
    ) { $0.yearAgo() },
    DateRule(
      "year-ago-period", "THE? SAME? UNIT -? AGO|BEFORE UNIT=Q|PERIOD", yes: ["in [the year-earlier period=2022]"]
    ) { $0.yearAgo() },
    DateRule(
      "year-ago-months", "THE? SAME? UNIT=Y -? AGO|BEFORE NUM UNITS", yes: ["in [the year-earlier nine months=P9M]"]
    ) { match in
      match.number(.num).map { .duration($0, match.unit(1)) }
    },
    DateRule(
      "period-of-year", "THE SAME PERIOD|UNIT=Q ( OF|IN? LAST|THIS UNIT=Y )?",
      yes: ["[the same period last year=2022]"]
    ) { match in
      DateExpression.shift(match.step, .year).with { $0.takesQuarter = true }
    },
    DateRule("last-years-period", "LAST|THIS UNIT=Y 's UNIT=Q|PERIOD", yes: ["[last year's quarter=2022]"]) { match in
      DateExpression.shift(match.step, .year).with { $0.takesQuarter = true }
    },
    DateRule(
      "the-quarter", "THE UNIT=Q", yes: ["for [the quarter=2023-Q2]"], no: ["the quarter-to-quarter change"],
      if: { !$1.isBefore([.unit, .hyphen], $0) },
      build: { _ in
        DateExpression.shift(0, .quarter).with { $0.takesQuarter = true }
      }),
    DateRule("the-period", "THE LATEST PERIOD", yes: ["in [the latest period=2023-Q2]"]) { _ in
      DateExpression.shift(0, .quarter).with { $0.takesQuarter = true }
    },
    DateRule(
      "year-ended", "< THE FILLER|FISCAL? UNIT=Y+M > ENDED",
      yes: ["in [the year=P1Y] ended March 31", "for [the fiscal year=P1Y] ending in June"],
      no: ["the year in June"], build: { .duration(1, $0.unit()) }),
    DateRule("the-full-year", "THE FILLER|FISCAL UNIT=Y", yes: ["for [the full year=2023]"]) { _ in .shift(0, .year) },
    DateRule(
      "the-year", "THE UNIT=Y+W", yes: ["for [the year=2023]", "a high for [the week=2023-W19]"],
      no: ["the year before"],
      if: { $1.isThisUnit($0) },
      build: { match in
        DateExpression.shift(0, match.unit()).with { $0.direction = .this }
      }),
    DateRule("year-end", "MOD? UNIT=Y -? YEAREND", yes: ["by [year-end=2023-12-31]", "by [year end=2023-12-31]"]) { _ in
      .calendar(DateValue(.day, part: 12, day: 31))
    },
    DateRule("years-end", "UNIT=Y 's YEAREND", yes: ["by [year's end=2023]"]) { _ in
      DateExpression.shift(0, .year).with { $0.modifier = .end }
    },
  ]
}

extension DateUnit: Comparable {
  static func < (a: DateUnit, b: DateUnit) -> Bool { a.rawValue < b.rawValue }
}

extension DateMatch {
  /// "last year", "this week", "the following day": one unit back, none or one on.
  fileprivate func unitShift() -> DateExpression? {
    guard unit() >= .day, unit() <= .millennium else { return nil }
    if unit() >= .decade, step != 0, !isFromContext {
      // "the next decade" is ten years from now on, not the 2030s.
      return DateExpression.duration(1, unit()).with { $0.covers = step }
    }
    return DateExpression.shift(step, unit(), base: isFromContext ? .context : .published).with {
      $0.direction = direction
    }
  }

  /// "year-ago", which a report on a quarter says of the same quarter.
  fileprivate func yearAgo() -> DateExpression {
    DateExpression.shift(-1, unit(), base: has(.before) ? .context : .published).with {
      $0.takesQuarter = self.unit() == .year
    }
  }

  /// "two weeks ago": a number of units, in the direction given. "several years ago" is just the past.
  fileprivate func countedShift(_ sign: Int, base: DateExpression.Base) -> DateExpression? {
    let amount = amount
    guard amount >= 0 else { return .reference(sign < 0 ? .past : .future) }
    guard amount <= DurationValue.limit else { return nil }
    return DateExpression.shift(sign * amount, unit(), base: base).with {
      $0.takesQuarter = amount == 1 && self.unit() == .year && sign < 0
    }
  }
}

extension DateContext {
  /// Whether "before" or "after" behind a length counts from the text's own time: "earlier" and "later" do, the others
  /// where nothing follows that they could govern ("two days before the vote").
  fileprivate func isCount(_ match: DateMatch) -> Bool {
    guard let word = match[[.before, .after]] else { return false }
    if !word.classes.isDisjoint(with: [.early, .late]) { return true }
    return after(match) == nil && !isLetter(byteAfter(match))
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte >= 0xC3 }

  /// Whether "the year" or "the week" is the current one: nothing follows that tells which.
  fileprivate func isThisUnit(_ match: DateMatch) -> Bool {
    let isTitle = isAfter(.of, match) && before(match, 2) == nil
    return !isTitle && !isBefore([.before, .after, .of, .ago, .hyphen, .num], match)
  }
}
