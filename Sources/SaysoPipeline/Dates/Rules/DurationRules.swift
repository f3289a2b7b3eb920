extension DateGrammar {
  /// Lengths of time.
  static let durationRules: [DateRule] = [
    DateRule(
      "length", "$mod THE? NUM|FEW|COUPLE|FRAC OF? FILLER? UNIT|UNITS MODAFTER?",
      yes: [
        "for [two weeks=P2W]", "[nearly forty years=P40Y]", "[2 1/2 hours=PT2H30M]", "[several days=PXD]",
        "[two decades=P20Y]", "[two more weeks=P2W]",
      ],
      no: ["52 years old"], if: { $1.isLength($0) },
      build: { $0.length() }),
    DateRule(
      "length-and", "$mod NUM|A UNIT|UNITS ,? AND? NUM UNIT|UNITS MODAFTER?",
      yes: ["[two hours and ten minutes=PT2H10M]", "[nine years, 10 months=P9Y10M]", "[a year and two months=P1Y2M]"],
      no: ["eight months and three hours", "two days, two weeks", "52 days and 6 hours old"], if: { $1.isLength($0) },
      build: { $0.unit().isRight(before: $0.unit(1)) ? $0.length() : nil }),
    DateRule(
      "length-old", "NUM|FEW -? UNIT|UNITS - OLD", yes: ["a [three-day-old=P3D] strike", "an [8-month-old=P8M] law"],
      no: ["a 6-year-old boy", "two years old", "a two-year-long row", "a 6-month-old son"],
      if: { match, context in
        match.unit() < .year && match.unit() >= .minute && match[.old].map { $0.end - $0.start == 3 } ?? false
          && !context.isBefore(.child, match)
      },
      build: { $0.length() }),
    DateRule(
      "length-hyphen", "NUM|FEW - UNIT|UNITS", yes: ["a [five-year=P5Y] plan"],
      no: ["a 6-year-old boy", "the 30-year-old bank"], if: { !$1.isAge($0) }, build: { $0.length() }),
    DateRule(
      "a-length", "$mod A UNIT ( AND A HALF )?",
      yes: ["for [a week=P1W]", "[a minute and a half=PT1M30S]", "[more than a decade=P10Y]"],
      no: ["a second chance", "$5 a year", "a quarter of them"], if: { $1.isOneUnit($0) },
      build: { $0.length() }),
    DateRule(
      "half-unit", "HALF A UNIT", yes: ["[half an hour=PT30M]"],
      if: { match, _ in [.hour, .minute, .day, .year].contains(match.unit()) },
      build: { match in
        switch match.unit() {
        case .hour: .duration(30, .minute)
        case .year: .duration(6, .month)
        case .day: .duration(12, .hour)
        default: .duration(30, .second)
        }
      }),
    DateRule(
      "the-past-units", "THE? LAST|NEXT|LATEST $mod NUM|FEW|COUPLE OF? FILLER? UNIT|UNITS MODAFTER?",
      yes: ["over [the past two years=P2Y]", "[the next several days=PXD]"]
    ) { match in match.length()?.with { $0.covers = match.step } },
    DateRule(
      "the-first-units", "$mod THE ORD $mod NUM|FEW UNITS", yes: ["in [the first nine months=P9M]"],
      no: ["the first two seconds"], if: { match, _ in match.unit() != .second },
      build: { $0.length() }),
    DateRule("length-range", "$mod ( THE LAST|NEXT )? NUM TO|OR|- NUM UNITS", yes: ["[two to three weeks=P2W]"]) {
      match in
      match.number(.num).map { .duration($0, match.unit()) }
    },
    DateRule("units-long", "UNITS - OLD", yes: ["a [decades-long=PXY] war"], no: []) { match in
      DateExpression.duration(-1, match.unit() == .decade ? .year : match.unit())
    },
    DateRule(
      "unit-long", "UNIT - OLD", yes: ["a [day-long=P1D] visit"], no: ["a 6-year-old boy"],
      if: { match, _ in !(match[.unit]?.guarded ?? false) && match[.old].map { $0.end - $0.start > 3 } ?? false },
      build: { .duration(1, $0.unit()) }),
    DateRule(
      "bare-units", "UNITS ( OR UNITS )?", yes: ["for [years=PXY]"], if: { $1.isBareUnits($0) },
      build: {
        .duration(-1, $0.unit())
      }),
  ]
}

extension DateUnit {
  /// Whether a smaller unit can go on with this one: years and months, weeks and days, hours and minutes.
  fileprivate func isRight(before minor: DateUnit) -> Bool {
    switch self {
    case .year: minor == .month || minor == .week || minor == .day
    case .month: minor == .week || minor == .day
    case .week: minor == .day
    case .day: minor == .hour
    case .hour: minor == .minute
    case .minute: minor == .second
    default: false
    }
  }
}

extension DateMatch {
  /// The length that the match gives; nil for one that is no calendar length.
  fileprivate func length() -> DateExpression? {
    let count = has(.article) ? 1 : amount
    guard count <= DurationValue.limit, unit() != .none else { return nil }
    return DateExpression.duration(count, unit(), half: hasHalf || has(.half)).with {
      guard self[[.unit, .units], 1] != nil, let minor = number(.num, has(.article) ? 0 : 1) else { return }
      ($0.duration.minorCount, $0.duration.minorUnit) = (minor, unit(1))
    }
  }
}

extension DateContext {
  /// Whether the length is somebody's age: "a 6-year-old boy", "52 years old".
  fileprivate func isAge(_ match: DateMatch) -> Bool {
    let old = after(match).map { $0.classes.contains(.hyphen) } ?? false ? after(match, 2) : after(match)
    guard let old, old.classes.contains(.old) else { return false }
    return old.end - old.start == 3
  }

  /// Whether a number and a unit are a length here.
  fileprivate func isLength(_ match: DateMatch) -> Bool {
    !isAge(match) && !isBefore([.before], match)
  }

  /// Whether "a year" is a length: not a rate ("$5 a year"), not an ordinal ("a second chance").
  fileprivate func isOneUnit(_ match: DateMatch) -> Bool {
    guard !(match[.unit]?.guarded ?? true) else { return false }
    return match.mention.count > 2 || isAfter(Self.prepositions, match)
  }

  /// Whether units alone ("for years") are a length.
  fileprivate func isBareUnits(_ match: DateMatch) -> Bool {
    isAfter([.for, .in, .during], match) && match.unit() >= .day
  }
}
