extension DateMatch {
  /// A day of the month from what the match has of weekday, day, month and year; nil for a day that can't be.
  func monthDay() -> DateExpression? {
    guard let day = number(.day), (1...31).contains(day) else { return nil }
    var value = DateValue(.day, year: yearNumber, part: code(.month), day: day)
    if has(.weekday) { value.weekday = code(.weekday) }
    return value.isPossible ? .calendar(value) : nil
  }

  /// The year of the match, before year 1 with "B.C."; unknown where there is none.
  var yearNumber: Int {
    guard let year = number(.year) else { return DateValue.unknown }
    return code(.era) < 0 ? 1 - year : year
  }

  /// The word that says which of several.
  var direction: DateExpression.Direction {
    if has(.last) { return .last }
    if has(.next) { return .next }
    return has([.this, .current]) ? .this : .none
  }

  /// Whether "previous" or "following" counts from the text's own time.
  var isFromContext: Bool { abs(code([.last, .next])) == 2 || has([.that, .same]) }

  /// Which way a direction word goes: -1, 0 or 1.
  var step: Int { has(.last) ? -1 : has(.next) ? 1 : 0 }

  /// How many: a number, "a" (1), "a couple" (2), "several" (-1: not said).
  var amount: Int {
    if let number = number(.num) { return number }
    if has(.couple) { return 2 }
    if has(.fraction) { return 0 }
    return has(.few) ? -1 : 1
  }

  var hasHalf: Bool { self[.num]?.classes.contains(.fraction) ?? false || has(.fraction) }

  /// What "early", "the end of", "about", "or so" say of the whole.
  var modifier: DateModifier {
    if has(.modAfter) { return DateModifier(rawValue: UInt8(clamping: code(.modAfter))) ?? .none }
    if has(.early) { return .start }
    if has(.late) { return .end }
    if has(.mid) { return .mid }
    if has(.edge) { return DateModifier(rawValue: UInt8(clamping: code(.edge))) ?? .none }
    return DateModifier(rawValue: UInt8(clamping: code(.mod))) ?? .none
  }

  /// Four figures and a zone: "1500 GMT".
  private var isMilitary: Bool { has(.zone) && (self[.num].map { $0.end - $0.start == 4 && $0.number != 0 } ?? false) }

  /// Seconds since midnight of the clock time, with "p.m." counted in; nil where there is none.
  var clockTime: Int? {
    var seconds: Int
    if let noon = self[.noon] {
      return noon.code * 3600
    } else if let clock = self[.clock] {
      seconds = clock.number
      if clock.code == 2, seconds < 12 * 3600 { seconds += 12 * 3600 }
      if clock.code == 1, seconds >= 12 * 3600 { seconds -= 12 * 3600 }
    } else if let hour = number(.num), (0...24).contains(hour), !isMilitary {
      seconds = hour * 3600
    } else if isMilitary, let time = number(.num), time % 100 < 60, time <= 2400 {
      seconds = time / 100 * 3600 + time % 100 * 60
    } else {
      return nil
    }
    guard has(.ampm) else { return seconds }
    guard seconds < 13 * 3600 else { return nil }
    return seconds % (12 * 3600) + code(.ampm) * 3600
  }

  /// The zone's minutes east of UTC; unknown where the match has none with a fixed one.
  var zone: Int { code(.zone) > 0 ? code(.zone) - 10_000 : DateValue.unknown }
}
