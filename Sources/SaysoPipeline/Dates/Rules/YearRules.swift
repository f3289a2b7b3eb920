extension DateGrammar {
  /// Years, fiscal years, decades and centuries.
  static let yearRules: [DateRule] = [
    DateRule(
      "year", "$mod $edge FISCAL? YEAR ERA? MODAFTER?",
      yes: ["in [1996=1996]", "[early 2011=2011]", "[the end of 1990=1990]", "[mid-1996=1996]"],
      no: ["$1990", "saw 1990 people", "flight 1987", "page 1998", "call 555-1999", "at 1999 pence"],
      if: { $1.isYear($0) },
      build: { .calendar(DateValue(.year, year: $0.yearNumber)) }),
    DateRule("year-era", "NUM ERA", yes: ["in [44 B.C.=-0043]", "by [70 A.D.=0070]"], no: ["0 B.C."]) { match in
      guard let year = match.number(.num), year > 0 else { return nil }
      return .calendar(DateValue(.year, year: match.code(.era) < 0 ? 1 - year : year))
    },
    DateRule("year-named", "THE UNIT=Y YEAR", yes: ["in [the year 2000=2000]"]) {
      .calendar(DateValue(.year, year: $0.yearNumber))
    },
    DateRule("the-fiscal-year", "THE? FISCAL ( UNIT=Y )? YEAR", yes: ["for [fiscal year 1989=1989]"]) {
      .calendar(DateValue(.year, year: $0.yearNumber))
    },
    DateRule("the-year-fiscal", "THE YEAR FISCAL UNIT=Y", yes: ["in [the 2021 fiscal year=2021]"]) {
      .calendar(DateValue(.year, year: $0.yearNumber))
    },
    DateRule("era-year", "ERA NUM", yes: ["in [A.D. 410=0410]"], no: ["B.C. 10 million"]) { match in
      guard let year = match.number(.num), year > 0, year < 2200, match.code(.era) > 0 else { return nil }
      return .calendar(DateValue(.year, year: year))
    },
    DateRule("the-year-period", "THE YEAR SAME? PERIOD|UNIT=Q", yes: ["in [the 1988 period=1988]"]) { match in
      // Of a report on a quarter it is the same quarter of that year.
      DateExpression.calendar(DateValue(.year, year: match.yearNumber)).with { $0.takesQuarter = true }
    },
    DateRule(
      "year-range", "YEAR ~-|/ ~NUM|YEAR", yes: ["in [1998-99=1998/1999]", "[1914-1918=1914/1918]"],
      no: ["1998-97", "Roe (1914 - 1998)"]
    ) { $0.yearRange() },
    DateRule(
      "year-range-spaced", "YEAR - NUM=10..99", yes: ["works ([1892 – 94=1892/1894])"], no: ["in 1892 - 94 people"],
      if: { $1.endsPhrase($0) },
      build: { $0.yearRange() }),
    DateRule(
      "year-range-start", "< YEAR > - YEAR", yes: ["Roe ([1635=1635] – 1699)"], no: ["1816 - 1714", "8123 - 1850"]
    ) { match in
      match.yearRange().map { .calendar($0.value) }
    },
    DateRule(
      "decade", "( MOD? THE? EDGE OF )? THE? $part DECADE",
      yes: ["in [the 1990s=199]", "[the late 1970s=197]", "[the '80s=198]", "[the nineties=199]", "[the 1800s=18]"],
      no: ["a man in his 50s", "temperatures in the 70s"],
      if: { $1.isDecade($0) },
      build: { match in
        guard let decade = match[.decade] else { return nil }
        let number = decade.number > 0 ? decade.number : decade.code / 10
        // "the 1800s" are a century, "the 2000s" a decade.
        if number >= 100, number < 200, number % 10 == 0 { return .calendar(DateValue(.century, year: number / 10)) }
        return .calendar(DateValue(.decade, year: number >= 100 ? number : 190 + number))
      }),
    DateRule(
      "century", "THE $edge ORD -? UNIT=C ERA?",
      yes: ["in [the 20th century=19]", "[the late 19th century=18]"],
      no: ["the first century of runs"]
    ) { match in
      guard let number = match.number(.ord), (2...30).contains(number) else { return nil }
      return .calendar(match.century(number))
    },
    DateRule(
      "bare-century", "$part ORD -? UNIT=C ERA?", yes: ["an [11th century=10]", "a [5th century B.C.=-04] temple"]
    ) { match in
      guard let number = match.number(.ord), (2...30).contains(number) else { return nil }
      return .calendar(match.century(number))
    },
  ]
}

extension DateMatch {
  /// The 5th century is 04, the 5th before our era -04 (500 to 401 B.C.).
  fileprivate func century(_ number: Int) -> DateValue {
    DateValue(.century, year: code(.era) < 0 ? 1 - number : number - 1)
  }

  fileprivate func yearRange() -> DateExpression? {
    guard let from = self[.year], from.code != 2 else { return nil }
    let second = self[.year, 1] ?? self[.num]
    guard var to = second?.number else { return nil }
    if to < 100 { to += from.number / 100 * 100 }
    guard to > from.number, to - from.number < 1000 else { return nil }
    return DateExpression.calendar(DateValue(.year, year: from.number)).with {
      $0.last = DateValue(.year, year: to)
    }
  }
}

extension DateContext {
  /// Whether four figures are a year: not a price, a count, a number of something.
  fileprivate func isYear(_ match: DateMatch) -> Bool {
    guard let year = match[.year] else { return false }
    if match.has(.mod), year.number < 1400 || match.code(.mod) != Int(DateModifier.approximate.rawValue) {
      return false
    }
    if match.mention.count > 1 { return true }
    if year.attached, isAfter([.hyphen, .slash], match) ? isInNumber(match) : isPartOfWord(match) { return false }
    if isAfter(.at, match) { return false }
    if isBefore([.units, .unit, .scale, .slash], match) || isNumbered(match) { return false }
    switch byteAfter(match) {
    case UInt8(ascii: "%"), UInt8(ascii: "$"): return false
    default: break
    }
    if isAfter(Self.prepositions.union([.the, .possessive, .comma, .or, .and]), match) {
      return year.number >= 1400 || isAfter(Self.prepositions, match)
    }
    return (1900...2049).contains(year.number)
  }

  /// Whether the figures go on a number that is no year: "555-1999".
  private func isInNumber(_ match: DateMatch) -> Bool {
    guard before(match)?.attached ?? false, let first = before(match, 2) else { return false }
    return first.classes.contains(.num) && !first.classes.contains(.year)
  }

  /// Whether the figures stand right behind a letter, a currency sign or the like: "$1990", "B2012"; a bracket or a
  /// quotation mark
  /// is no part of them.
  private func isPartOfWord(_ match: DateMatch) -> Bool {
    let start = Int(lexemes[match.mention.lowerBound].start)
    guard start > 0 else { return false }
    switch tokens.bytes[start - 1] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return false
    case 0x93...0x9D: return start < 3 || tokens.bytes[start - 2] != 0x80
    default: return true
    }
  }

  /// Whether the figures number something: "flight 1987", "page 1998", or count it: "1990 people".
  private func isNumbered(_ match: DateMatch) -> Bool {
    if isAfter(.numbered, match) { return true }
    guard before(match) == nil, after(match) == nil else { return false }
    return byteAfter(match) &- 97 < 26 && byteBefore(match) &- 97 < 26
  }

  /// Whether "the 70s" are years: four figures, an apostrophe, or a word; bare tens only as "the late 70s".
  fileprivate func isDecade(_ match: DateMatch) -> Bool {
    guard let decade = match[.decade] else { return false }
    if decade.number >= 100 { return true }
    let isWord = decade.number == 0
    if isWord { return match.has([.the]) || isAfter([.the], match) }
    let hasApostrophe = decade.end - decade.start > 3
    return hasApostrophe && (match.has(.the) || isAfter([.and, .or, .early, .late, .mid, .the], match))
  }
}
