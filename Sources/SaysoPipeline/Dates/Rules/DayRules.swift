extension DateGrammar {
  /// Today and its neighbours, and parts of the day.
  static let dayRules: [DateRule] = [
    DateRule(
      "today", "$part TODAY", yes: ["[today=2023-05-10]", "[yesterday=2023-05-09]", "[late yesterday=2023-05-09]"]
    ) { .shift($0.code(.today), .day) },
    DateRule(
      "today-part", "$part TODAY DAYPART", yes: ["[yesterday morning=2023-05-09TMO]"]
    ) { $0.dayPartShift($0.code(.today)) },
    DateRule(
      "part-of-today", "$part THE? DAYPART OF? TODAY", yes: ["[mid-afternoon yesterday=2023-05-09TAF]"]
    ) { $0.dayPartShift($0.code(.today)) },
    DateRule(
      "this-part", "$part THIS DAYPART", yes: ["[this morning=2023-05-10TMO]", "[later this afternoon=2023-05-10TAF]"]
    ) { $0.dayPartShift(0) },
    DateRule("last-night", "$part LAST DAYPART", yes: ["[last night=2023-05-09TNI]"]) { $0.dayPartShift(-1) },
    DateRule(
      "that-part", "THE|THAT LAST|NEXT|SAME? DAYPART", yes: ["on 3 May 2021 and [the next morning=2021-05-04TMO]"],
      no: ["in the morning"],
      if: { match, _ in match.has([.last, .next, .that, .same]) },
      build: { match in match.dayPartShift(match.step).with { $0.base = .context } }),
    DateRule("tonight", "$part TONIGHT", yes: ["[tonight=2023-05-10TNI]"]) { $0.night(0) },
    DateRule("overnight", "OVERNIGHT", yes: ["[overnight=2023-05-09TNI]"]) { $0.night(-1) },
    DateRule(
      "part-of-day", "IN THE < $part DAYPART > OF MONTH DAY ( ,? YEAR )?",
      yes: ["in the [morning=2021-05-04TMO] of May 4, 2021"]
    ) { match in
      match.monthDay().map { day in
        var day = day
        day.value.precision = .dayPart
        day.value.dayPart = DayPart(rawValue: UInt8(clamping: match.code(.dayPart))) ?? .none
        return day
      }
    },
  ]
}

extension DateMatch {
  fileprivate func dayPartShift(_ days: Int) -> DateExpression {
    DateExpression.shift(days, .day).with {
      $0.value.precision = .dayPart
      $0.value.dayPart = DayPart(rawValue: UInt8(clamping: code(.dayPart))) ?? .none
    }
  }

  fileprivate func night(_ days: Int) -> DateExpression {
    DateExpression.shift(days, .day).with {
      $0.value.precision = .dayPart
      $0.value.dayPart = .night
    }
  }
}
