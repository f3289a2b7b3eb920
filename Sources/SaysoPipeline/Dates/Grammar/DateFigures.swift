/// Reads what begins with a digit: a number, year, ordinal, decade, clock time or numeric date. Bytes only, linear.
struct DateFigures {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  private(set) var end: Int
  private(set) var classes: DateClass = []
  private(set) var number = 0
  private(set) var code = 0
  private(set) var extra = 0
  private(set) var unit = DateUnit.none

  /// 3/5/2021 is the 3rd of May, not March 5.
  let dayFirst: Bool

  init(bytes: UnsafeBufferPointer<UInt8>, at start: Int, dayFirst: Bool = false) {
    self.bytes = bytes
    self.start = start
    self.dayFirst = dayFirst
    end = start
  }

  mutating func read(afterApostrophe: Bool = false) {
    guard let first = integer(at: start) else { return }
    end = first.end
    number = first.value
    if afterApostrophe, first.digits == 2, !letter(end) {
      number += number < 50 ? 2000 : 1900
      classes = .year
      code = 2
      return
    }
    if readNumericDate(first) || readClock(first) || readDottedClock(first) || readNumericMonth(first) { return }
    if byte(end) == UInt8(ascii: ","), thousands(first) { return }
    if byte(end) == UInt8(ascii: "."), digit(end + 1) { return skipDecimal() }
    if byte(end) == UInt8(ascii: "/"), readFraction(first) { return }
    readSuffix(first)
  }

  private func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  private func digit(_ index: Int) -> Bool { Self.digit(bytes, index) != nil }

  /// The decimal digit at a byte: ASCII, full-width, Arabic-Indic (both sets) or Devanagari, with its length in bytes.
  static func digit(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (value: Int, length: Int)? {
    guard index >= 0, index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte &- 48 < 10 { return (Int(byte &- 48), 1) }
    if byte < 0xD9 { return nil }
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (byte, second) {
    case (0xD9, 0xA0...0xA9): return (Int(second) - 0xA0, 2)
    case (0xDB, 0xB0...0xB9): return (Int(second) - 0xB0, 2)
    case (0xEF, 0xBC) where (0x90...0x99).contains(third): return (Int(third) - 0x90, 3)
    case (0xE0, 0xA5) where (0xA6...0xAF).contains(third): return (Int(third) - 0xA6, 3)
    default: return nil
    }
  }

  /// Whether a letter of an alphabet stands at a byte; Chinese and Japanese ones, which follow figures, do not count.
  private func letter(_ index: Int) -> Bool {
    (byte(index) | 0x20) &- 97 < 26 || (0xC3...0xDF).contains(byte(index)) && !digit(index)
  }

  private typealias Integer = (value: Int, digits: Int, end: Int)

  /// The digits at `index`; a number of more than 15 digits counts as none, and its digits are skipped.
  private func integer(at index: Int) -> Integer? {
    var (value, count, at) = (0, 0, index)
    while let digit = Self.digit(bytes, at) {
      if count < 15 { value = value * 10 + digit.value }
      count += 1
      at += digit.length
    }
    return count == 0 ? nil : (count > 15 ? Int.max : value, count, at)
  }

  /// 2023-02-23, 23/2/2023, 2/23/98, 23.02.2023, 20230223T...: three numbers with the same separator.
  private mutating func readNumericDate(_ first: Integer) -> Bool {
    let separator = byte(first.end)
    guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == UInt8(ascii: "."),
      let second = integer(at: first.end + 1), byte(second.end) == separator,
      let third = integer(at: second.end + 1), first.digits <= 4, second.digits <= 2, third.digits <= 4,
      !letter(third.end) || byte(third.end) == UInt8(ascii: "T"),
      !(byte(third.end) == separator && digit(third.end + 1))
    else { return false }
    guard let date = date(first, second, third, separator) else { return skip(to: third.end) }
    (number, code, extra) = (date.day, date.month, date.year)
    classes = .numericDate
    end = third.end
    return true
  }

  private mutating func skip(to end: Int) -> Bool {
    self.end = end
    return true
  }

  /// Day, month and year of three numbers: year first, or month/day with "/" unless only day/month fits, day.month
  /// with ".".
  private func date(_ a: Integer, _ b: Integer, _ c: Integer, _ separator: UInt8) -> (
    day: Int, month: Int, year: Int
  )? {
    if a.digits == 4 { return Self.check(c.value, b.value, a.value) }
    guard c.digits == 4 || c.digits == 2, a.digits <= 2 else { return nil }
    let year = c.digits == 4 ? c.value : c.value < 50 ? 2000 + c.value : 1900 + c.value
    if separator == UInt8(ascii: ".") && c.digits == 2 { return nil }
    let dayFirst = dayFirst || separator == UInt8(ascii: ".") || a.value > 12
    let american = dayFirst ? nil : Self.check(b.value, a.value, year)
    return american ?? Self.check(a.value, b.value, year)
  }

  private static func check(_ day: Int, _ month: Int, _ year: Int) -> (day: Int, month: Int, year: Int)? {
    CivilDate(year, month, day) == nil ? nil : (day, month, year)
  }

  /// 05/2021: a month of a year, which is no fraction.
  private mutating func readNumericMonth(_ first: Integer) -> Bool {
    guard byte(first.end) == UInt8(ascii: "/"), first.digits <= 2, (1...12).contains(first.value),
      let year = integer(at: first.end + 1), year.digits == 4, (1800...2199).contains(year.value), !letter(year.end),
      byte(year.end) != UInt8(ascii: "/")
    else { return false }
    (number, code, extra) = (0, first.value, year.value)
    classes = .numericDate
    end = year.end
    return true
  }

  /// 10.30 where "a.m." or "p.m." follows.
  private mutating func readDottedClock(_ first: Integer) -> Bool {
    guard byte(first.end) == UInt8(ascii: "."), first.digits <= 2, (1...12).contains(first.value),
      let minutes = integer(at: first.end + 1), minutes.digits == 2, minutes.value < 60
    else { return false }
    let half = minutes.end + (byte(minutes.end) == UInt8(ascii: " ") ? 1 : 0)
    let dot = byte(half + 1) == UInt8(ascii: ".") ? 1 : 0
    guard [UInt8(ascii: "a"), UInt8(ascii: "p")].contains(byte(half) | 0x20),
      byte(half + 1 + dot) | 0x20 == UInt8(ascii: "m"), !letter(half + 2 + dot)
    else { return false }
    number = first.value * 3600 + minutes.value * 60
    (classes, end) = (.clock, minutes.end)
    readMeridiem()
    return true
  }

  /// 10:30, 10:30:15, 7:15pm.
  private mutating func readClock(_ first: Integer) -> Bool {
    guard byte(first.end) == UInt8(ascii: ":"), first.digits <= 2, first.value <= 24,
      let minutes = integer(at: first.end + 1), minutes.digits == 2, minutes.value < 60
    else { return false }
    var seconds = 0
    end = minutes.end
    if byte(end) == UInt8(ascii: ":"), let third = integer(at: end + 1), third.digits == 2, third.value < 60 {
      (seconds, end) = (third.value, third.end)
    }
    if byte(end) == UInt8(ascii: "."), digit(end + 1) { return skip(to: end) }
    number = first.value * 3600 + minutes.value * 60 + seconds
    classes = .clock
    readMeridiem()
    return true
  }

  /// "pm" or "p.m." written on to the figures.
  private mutating func readMeridiem() {
    let half = byte(end) | 0x20
    guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else { return }
    let dotted = byte(end + 1) == UInt8(ascii: ".")
    guard byte(end + (dotted ? 2 : 1)) | 0x20 == UInt8(ascii: "m"), !letter(end + (dotted ? 3 : 2)) else { return }
    end += dotted ? (byte(end + 3) == UInt8(ascii: ".") ? 4 : 3) : 2
    if classes != .clock { number *= 3600 }
    classes = .clock
    code = half == UInt8(ascii: "a") ? 1 : 2
  }

  /// 1,000 and 12,500,000: a number, never a year.
  private mutating func thousands(_ first: Integer) -> Bool {
    guard first.digits <= 3 else { return false }
    var (value, at) = (first.value, first.end)
    while byte(at) == UInt8(ascii: ","), let group = integer(at: at + 1), group.digits == 3, !letter(group.end) {
      value = min(value, 1_000_000_000) * 1000 + group.value
      at = group.end
    }
    guard at > first.end else { return false }
    (number, end, classes) = (value, at, .num)
    if byte(end) == UInt8(ascii: "."), digit(end + 1) { skipDecimal() }
    return true
  }

  /// 3.5: half a unit is kept, any other decimal is no count that a date could use.
  private mutating func skipDecimal() {
    guard let decimals = integer(at: end + 1) else { return }
    let isHalf = decimals.value == 5 && decimals.digits == 1
    classes = isHalf ? [.num, .fraction] : []
    end = decimals.end
  }

  /// 1/2, which a number before it may take up ("2 1/2 years").
  private mutating func readFraction(_ first: Integer) -> Bool {
    guard let second = integer(at: first.end + 1), first.value == 1, second.value == 2, second.digits == 1 else {
      return false
    }
    (end, number, classes) = (second.end, 0, .fraction)
    return true
  }

  private mutating func readSuffix(_ first: Integer) {
    let suffix = (byte(end) | 0x20, byte(end + 1) | 0x20)
    if (suffix.0 == UInt8(ascii: "s") && !letter(end + 1)) || isApostropheS() { return readDecade(first) }
    if !letter(end + 2), Self.isOrdinal(suffix) || isFirst(suffix), first.digits <= 3 {
      end += 2
      classes = number >= 1 && number <= 31 ? [.ord, .day] : .ord
      return
    }
    readMeridiem()
    guard classes != .clock, !letter(end) else { return }
    classes = .num
    if first.digits == 4, (1000...2199).contains(number) { classes.insert(.year) }
    if first.digits <= 2, (1...31).contains(number) { classes.insert(.day) }
    if first.digits == 2 { code = 1 }
  }

  /// French "1er".
  private func isFirst(_ suffix: (UInt8, UInt8)) -> Bool {
    number == 1 && suffix == (UInt8(ascii: "e"), UInt8(ascii: "r"))
  }

  private static func isOrdinal(_ suffix: (UInt8, UInt8)) -> Bool {
    switch suffix {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      true
    default: false
    }
  }

  private func isApostropheS() -> Bool {
    byte(end) == UInt8(ascii: "'") && byte(end + 1) == UInt8(ascii: "s") && !letter(end + 2)
      && (number % 10 == 0) && (number >= 1000 || number < 100) && number >= 10
  }

  /// 1990s, 1990's, 80s: `number` is the decade (199), or the tens alone below 10 with `code` 1.
  private mutating func readDecade(_ first: Integer) {
    end += byte(end) | 0x20 == UInt8(ascii: "s") ? 1 : 2
    guard number % 10 == 0, first.digits == 4 && (1000...2199).contains(number) || first.digits == 2 else {
      classes = []
      return
    }
    classes = .decade
    code = first.digits == 2 ? 1 : 0
    number /= 10
  }
}
