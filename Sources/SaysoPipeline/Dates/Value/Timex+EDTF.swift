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
    guard reference == .none, type != .set || calendarSet, let mark = edtfMark else { return nil }
    guard value.precision != .none, value.hasEDTF else { return nil }
    writeRelation(mark, to: &out)
    return out.string
  }

  private var edtfMark: StaticString? {
    if modifier == .approximate { return perhaps ? "%" : "~" }
    return perhaps ? "?" : ""
  }

  private func writeRelation(_ mark: StaticString, to out: inout DateText) {
    switch relation {
    case .none: writeOwn(mark, to: &out)
    case .since:
      out.addEDTFStart(value, mark: mark)
      out.add("/..")
    case .until:
      out.add("../")
      out.addEDTFEnd(value, mark: mark)
    case .between:
      out.addEDTFStart(isSecond ? partner : value, mark: isSecond ? "" : mark)
      out.add("/")
      out.addEDTFEnd(isSecond ? value : partner, mark: isSecond ? mark : "")
    case .either, .both:
      out.add(relation == .either ? "[" : "{")
      out.addEDTF(isSecond ? partner : value, mark: isSecond ? "" : mark)
      out.add(",")
      out.addEDTF(isSecond ? value : partner, mark: isSecond ? mark : "")
      out.add(relation == .either ? "]" : "}")
    }
  }

  private func writeOwn(_ mark: StaticString, to out: inout DateText) {
    if last.precision != .none {
      out.addEDTF(value, mark: mark, yearMark: yearMark)
      out.add("/")
      out.addEDTF(last, mark: mark, yearMark: yearMark)
    } else if modifier == .start || modifier == .mid || modifier == .end, let third = value.third(modifier) {
      out.addEDTF(third.0, mark: "~")
      out.add("/")
      out.addEDTF(third.1, mark: "~")
    } else {
      out.addEDTF(value, mark: mark, yearMark: yearMark)
    }
  }

  private var yearMark: StaticString { yearUncertain && value.hasYear ? "?" : "" }
}

extension DateValue {
  /// Whether EDTF can say it: not a weekday without a date, not a week of an unknown year.
  fileprivate var hasEDTF: Bool {
    if precision == .week || precision == .weekend { return firstDay != nil }
    if precision >= .day, part == Self.unknown || day == Self.unknown { return false }
    return hasYear || part != Self.unknown
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
      return (DateValue(.decade, year: year * 10 + bounds.0), DateValue(.decade, year: year * 10 + bounds.1))
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

  /// The first of the days that an open or closed range begins with.
  mutating func addEDTFStart(_ value: DateValue, mark: StaticString) {
    if value.precision == .week || value.precision == .weekend, let day = value.firstDay {
      addEDTF(DateValue(day: day), mark: mark)
    } else if value.precision == .decade || value.precision == .century, let day = value.firstDay {
      addEDTF(DateValue(.year, year: day.year), mark: mark)
    } else {
      addEDTF(value, mark: mark)
    }
  }

  /// The last of the days that a range ends with.
  mutating func addEDTFEnd(_ value: DateValue, mark: StaticString) {
    if value.precision == .week || value.precision == .weekend, let day = value.lastDay {
      addEDTF(DateValue(day: day), mark: mark)
    } else if value.precision == .decade || value.precision == .century, let day = value.lastDay {
      addEDTF(DateValue(.year, year: day.year), mark: mark)
    } else {
      addEDTF(value, mark: mark)
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
