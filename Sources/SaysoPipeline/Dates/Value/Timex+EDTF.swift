import SaysoRecord

extension Timex {
  /// The value in EDTF (ISO 8601-2): `2023-02-23`, `199X`, `2023-04-30~`, `2014/..`, `[2023-04,2023-05]`; nil where the
  /// expression has no place in the calendar ("two weeks", "recently", "every Tuesday").
  var edtf: String? {
    var out = DateText()
    if type == .duration {
      guard let from = covers, let to = coversTo, reference == .none else { return nil }
      out.addEDTF(from, mark: "~")
      out.add("/")
      out.addEDTF(to, mark: "")
      return out.string
    }
    guard reference == .none, type != .set || calendarSet, value.precision != .none, value.hasEDTF else { return nil }
    writeRelation(to: &out)
    return out.string
  }

  private var mark: Qualification {
    Qualification(uncertain: perhaps, approximate: modifier == .approximate, yearUncertain: yearUncertain)
  }

  private func writeRelation(to out: inout DateText) {
    let other = Qualification(yearUncertain: partnerYearUncertain)
    let (first, second) = isSecond ? (partner, value) : (value, partner)
    let (firstMark, secondMark) = isSecond ? (other, mark) : (mark, other)
    switch relation {
    case .none: writeOwn(to: &out)
    case .since:
      out.add(value.startOfRange, mark, isPart: true)
      out.add("/..")
    case .until:
      out.add("../")
      out.add(value.endOfRange, mark, isPart: true)
    case .between:
      out.add(first.startOfRange, firstMark, isPart: true)
      out.add("/")
      out.add(second.endOfRange, secondMark, isPart: true)
    case .either, .both:
      out.add(relation == .either ? "[" : "{")
      out.add(first, firstMark, isPart: true)
      out.add(",")
      out.add(second, secondMark, isPart: true)
      out.add(relation == .either ? "]" : "}")
    }
  }

  private func writeOwn(to out: inout DateText) {
    if last.precision != .none {
      let isPlain = !yearUncertain && !perhaps || !value.hasYear
      out.add(value, mark, isPart: isPlain || perhaps)
      out.add("/")
      out.add(last, mark, isPart: isPlain || perhaps)
    } else if modifier == .start || modifier == .mid || modifier == .end, let third = value.third(modifier) {
      out.addEDTF(third.0, mark: "~")
      out.add("/")
      out.addEDTF(third.1, mark: "~")
    } else if modifier == .approximate || perhaps {
      // EDTF has no mark for an hour: "about 3 p.m." is said as its day.
      out.add(value.withoutClock, value.precision > .day ? Qualification(yearUncertain: yearUncertain) : mark)
    } else {
      out.add(value, mark)
    }
  }
}

/// What is in doubt about a value.
private struct Qualification {
  var uncertain = false
  var approximate = false
  /// Only the year, as guessed from the page.
  var yearUncertain = false

  /// The mark behind the whole value.
  var whole: StaticString {
    let uncertain = uncertain || yearUncertain
    return uncertain && approximate ? "%" : uncertain ? "?" : approximate ? "~" : ""
  }
}

extension DateText {
  /// A value with its marks. Doubt about the year alone stands behind the year (`2023?-02-23`), but inside a range or
  /// a set, and beside another mark, behind the whole, which is what parsers read. Values without a year, seasons and
  /// quarters take no mark.
  fileprivate mutating func add(_ value: DateValue, _ doubt: Qualification, isPart: Bool = false) {
    let takesMark = value.hasYear && ![.season, .quarter, .half].contains(value.precision)
    if !takesMark {
      addEDTF(value, mark: "")
    } else if doubt.yearUncertain, !doubt.uncertain, !doubt.approximate, !isPart {
      addEDTF(value, mark: "", yearMark: "?")
    } else {
      addEDTF(value, mark: doubt.whole)
    }
  }
}

extension DateValue {
  /// The day alone of a time.
  var withoutClock: DateValue {
    var copy = self
    if copy.precision > .day { copy.precision = .day }
    return copy
  }

  /// What a range may begin with: EDTF wants a year, month or day there.
  fileprivate var startOfRange: DateValue { endOfRange(firstDay) }

  /// What a range may end with.
  fileprivate var endOfRange: DateValue { endOfRange(lastDay) }

  private func endOfRange(_ day: CivilDate?) -> DateValue {
    guard let day else { return withoutClock }
    switch precision {
    case .decade, .century: return DateValue(.year, year: day.year)
    case .half, .quarter, .season: return DateValue(.month, year: day.year, part: day.month)
    case .week, .weekend: return DateValue(day: day)
    default: return withoutClock
    }
  }

  /// Whether EDTF can say it: not a weekday without a date, not a week of an unknown year.
  var hasEDTF: Bool {
    if precision == .week || precision == .weekend { return firstDay != nil }
    if precision >= .day, part == Self.unknown || day == Self.unknown { return false }
    return hasYear || part != Self.unknown && (precision == .month || precision >= .day)
  }

  /// The early, middle or late third of a decade, year or month, roughly, for the marks `~` on both ends.
  fileprivate func third(_ modifier: DateModifier) -> (DateValue, DateValue)? {
    guard hasYear else { return nil }
    switch precision {
    case .decade:
      let bounds = modifier == .start ? (0, 3) : modifier == .mid ? (4, 6) : (7, 9)
      return (DateValue(.year, year: year * 10 + bounds.0), DateValue(.year, year: year * 10 + bounds.1))
    case .century:
      let bounds = modifier == .start ? (0, 3) : modifier == .mid ? (4, 6) : (7, 9)
      // Years, since a range has no mark behind a decade (187X~).
      return (
        DateValue(.year, year: year * 100 + bounds.0 * 10), DateValue(.year, year: year * 100 + bounds.1 * 10 + 9)
      )
    case .year:
      let bounds = modifier == .start ? (1, 4) : modifier == .mid ? (5, 8) : (9, 12)
      return (DateValue(.month, year: year, part: bounds.0), DateValue(.month, year: year, part: bounds.1))
    case .month:
      guard let end = lastDay else { return nil }
      let bounds = modifier == .start ? (1, 10) : modifier == .mid ? (11, 20) : (21, end.day)
      return (
        DateValue(.day, year: year, part: part, day: bounds.0), DateValue(.day, year: year, part: part, day: bounds.1)
      )
    default: return nil
    }
  }
}

extension DateText {
  /// One stretch of the calendar in EDTF, with a qualification mark behind it (or behind its year).
  mutating func addEDTF(_ value: DateValue, mark: StaticString, yearMark: StaticString = "") {
    switch value.precision {
    case .none: return
    case .week, .weekend: addDays(of: value, mark: mark)
    case .century:
      add(value.year, digits: 2)
      add("XX")
      add(mark)
    case .decade:
      add(value.year, digits: 3)
      add("X")
      add(mark)
    default:
      addEDTFYear(value.year)
      add(yearMark)
      addEDTFParts(value)
      add(mark)
    }
  }

  private mutating func addDays(of value: DateValue, mark: StaticString) {
    guard let first = value.firstDay, let last = value.lastDay else { return }
    addEDTF(DateValue(day: first), mark: mark)
    add("/")
    addEDTF(DateValue(day: last), mark: mark)
  }

  /// Years of more than four digits, and those before 0, have EDTF's own forms.
  private mutating func addEDTFYear(_ year: Int) {
    if year != DateValue.unknown, abs(year) > 9999 { add("Y") }
    add(year, digits: 4)
  }

  private mutating func addEDTFParts(_ value: DateValue) {
    switch value.precision {
    case .half: addCode(39, value.part)
    case .quarter: addCode(32, value.part)
    case .season: addCode(20, value.part)
    case .month:
      add("-")
      add(value.part, digits: 2)
    case .day, .dayPart, .hour, .minute, .second:
      add("-")
      add(value.part, digits: 2)
      add("-")
      add(value.day, digits: 2)
      addEDTFClock(value)
    default: break
    }
  }

  /// Seasons are 21-24, quarters 33-36, halves 40-41.
  private mutating func addCode(_ base: Int, _ part: Int) {
    add("-")
    add(part == DateValue.unknown ? part : base + part, digits: 2)
  }

  private mutating func addEDTFClock(_ value: DateValue) {
    guard value.precision >= .hour, value.hour < 24, value.part != DateValue.unknown, value.hasYear else { return }
    add("T")
    add(value.hour, digits: 2)
    add(":")
    add(value.minute, digits: 2)
    add(":")
    add(value.second, digits: 2)
    guard value.zone != DateValue.unknown else { return }
    if value.zone == 0 { return add("Z") }
    add(value.zone < 0 ? "-" : "+")
    add(abs(value.zone) / 60, digits: 2)
    add(":")
    add(abs(value.zone) % 60, digits: 2)
  }
}
