import SaysoRecord

extension Timex {
  /// The TIMEX3 value in the TempEval convention: `2023-02-23`, `1989-Q3`, `199`, `P2Y`, `XXXX-WXX-2`, `PAST_REF`.
  var timexValue: String {
    var out = DateText()
    switch reference {
    case .past: out.add("PAST_REF")
    case .present: out.add("PRESENT_REF")
    case .future: out.add("FUTURE_REF")
    case .none:
      if type == .duration || (type == .set && !calendarSet) {
        out.add(duration)
      } else {
        out.addTimex(value)
        if last.precision != .none {
          out.add("/")
          out.addTimex(last)
        }
      }
    }
    return out.string
  }
}

/// A short text under construction, in place: dates are ASCII and short. What is longer than 64 bytes is cut.
struct DateText {
  private var bytes = SIMD64<UInt8>(repeating: 0)
  private var count = 0

  var string: String {
    String(unsafeUninitializedCapacity: count) { buffer in
      for index in 0..<count { buffer[index] = bytes[index] }
      return count
    }
  }

  @inline(__always)
  mutating func add(byte: UInt8) {
    guard count < 64 else { return }
    bytes[count] = byte
    count += 1
  }

  mutating func add(_ text: StaticString) {
    for index in 0..<text.utf8CodeUnitCount { add(byte: text.utf8Start[index]) }
  }

  /// A number with at least `digits` digits; `X` for each where it is unknown.
  mutating func add(_ number: Int, digits: Int) {
    guard number != DateValue.unknown else {
      for _ in 0..<digits { add(byte: UInt8(ascii: "X")) }
      return
    }
    if number < 0 { add(byte: UInt8(ascii: "-")) }
    var divisor = 1
    var count = 1
    while count < digits || number.magnitude / UInt(divisor) >= 10 {
      divisor *= 10
      count += 1
    }
    while divisor > 0 {
      add(byte: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number.magnitude / UInt(divisor) % 10))
      divisor /= 10
    }
  }
}

extension DateText {
  /// One stretch of the calendar in TIMEX3.
  mutating func addTimex(_ value: DateValue) {
    switch value.precision {
    case .none: return
    case .century: add(value.year, digits: 2)
    case .decade: add(value.year, digits: 3)
    default: addYearAndPart(value)
    }
    addTimexClock(value)
  }

  private mutating func addYearAndPart(_ value: DateValue) {
    add(value.year, digits: 4)
    switch value.precision {
    case .half: addPart("-H", value.part, digits: 1)
    case .quarter: addPart("-Q", value.part, digits: 1)
    case .season: addSeason(value.part)
    case .week: addPart("-W", value.part, digits: 2)
    case .weekend:
      addPart("-W", value.part, digits: 2)
      add("-WE")
    case .month: addPart("-", value.part, digits: 2)
    case .day, .dayPart, .hour, .minute, .second: addTimexDay(value)
    default: break
    }
  }

  private mutating func addPart(_ mark: StaticString, _ number: Int, digits: Int) {
    add(mark)
    add(number, digits: digits)
  }

  private mutating func addSeason(_ season: Int) {
    switch season {
    case 1: add("-SP")
    case 2: add("-SU")
    case 3: add("-FA")
    case 4: add("-WI")
    default: add("-XX")
    }
  }

  private mutating func addTimexDay(_ value: DateValue) {
    if value.part == DateValue.unknown, value.weekday != DateValue.unknown {
      add("-WXX")
      addPart("-", value.weekday, digits: 1)
    } else {
      addPart("-", value.part, digits: 2)
      addPart("-", value.day, digits: 2)
    }
  }

  private mutating func addTimexClock(_ value: DateValue) {
    switch value.precision {
    case .dayPart:
      add("T")
      add(value.dayPart.timex)
    case .hour, .minute:
      addPart("T", value.hour, digits: 2)
      addPart(":", value.minute, digits: 2)
    case .second:
      addPart("T", value.hour, digits: 2)
      addPart(":", value.minute, digits: 2)
      addPart(":", value.second, digits: 2)
    default: break
    }
  }

  /// A length: `P2Y`, `PT5H30M`, `P2.5M`, `PXD`.
  mutating func add(_ length: DurationValue) {
    var length = length
    length.spellOut()
    add(length.unit.isClock ? "PT" : "P")
    length.count < 0 ? add("X") : add(length.count, digits: 1)
    if length.half { add(".5") }
    add(length.unit.timex)
    guard length.minorUnit != .none else { return }
    if length.minorUnit.isClock, !length.unit.isClock { add("T") }
    add(length.minorCount, digits: 1)
    add(length.minorUnit.timex)
  }
}

extension DurationValue {
  /// Puts halves and the larger units as TempEval writes them: 2½ years is P2Y6M, two decades P20Y, a fortnight P2W.
  fileprivate mutating func spellOut() {
    if unit == .fortnight { (count, unit) = (count < 0 ? count : count * 2, .week) }
    if unit == .decade, count >= 1 { (count, unit) = (count * 10, .year) }
    if unit == .century, count >= 1 { (count, unit) = (count * 100, .year) }
    if unit == .quarter, count > 1, count < 1_000_000 { (count, unit) = (count * 3, .month) }
    defer { if count == 0, minorUnit != .none { (count, unit, minorUnit) = (minorCount, minorUnit, .none) } }
    guard half, count >= 0, minorUnit == .none else { return }
    switch unit {
    case .year: (half, minorCount, minorUnit) = (false, 6, .month)
    case .hour: (half, minorCount, minorUnit) = (false, 30, .minute)
    case .minute: (half, minorCount, minorUnit) = (false, 30, .second)
    case .day: (half, minorCount, minorUnit) = (false, 12, .hour)
    default: break
    }
  }
}
