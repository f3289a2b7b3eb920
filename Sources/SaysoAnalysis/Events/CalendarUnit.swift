internal import SaysoRecord

/// One EDTF unit without marks (`2024`, `2024-02-22`, `199X`, `2024-21`, `XXXX-02-22`) as days.
struct CalendarUnit {
  var precision: DatePrecision
  /// Days from 1970-01-01; nil where the year is not known.
  var start: Int32?
  var end: Int32?
  var yearless: Int32?

  /// Nil for what is no such unit, and for days that no calendar has.
  static func read(_ text: ArraySlice<UInt8>) -> CalendarUnit? {
    let isNegative = text.first == UInt8(ascii: "-")
    let unsigned = isNegative ? text.dropFirst() : text
    let date = unsigned.prefix { $0 != UInt8(ascii: "T") }
    let parts = date.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let yearText = parts.first, (1...3).contains(parts.count) else { return nil }
    let month = parts.count > 1 ? number(parts[1]) : nil
    let day = parts.count > 2 ? number(parts[2]) : nil
    guard parts.count < 2 || month != nil, parts.count < 3 || day != nil else { return nil }
    if yearText.elementsEqual("XXXX".utf8) { return ofNoYear(month, day) }
    guard let (first, last, precision) = years(yearText, isNegative) else { return nil }
    guard let month else {
      return CalendarUnit(precision: precision, start: dayNumber(first, 1, 1), end: dayNumber(last, 12, 31))
    }
    guard first == last, let span = span(first, month, day) else { return nil }
    let hasTime = date.count < unsigned.count
    return CalendarUnit(precision: hasTime ? .time : span.2, start: span.0, end: span.1)
  }

  private static func ofNoYear(_ month: Int?, _ day: Int?) -> CalendarUnit? {
    guard let month, (1...12).contains(month), (day ?? 1) >= 1, (day ?? 1) <= 31 else { return nil }
    return CalendarUnit(precision: day == nil ? .month : .day, yearless: Int32(month * 100 + (day ?? 0)))
  }

  /// First and last year of `2024`, `199X`, `19XX`, `Y12000`.
  private static func years(_ text: ArraySlice<UInt8>, _ isNegative: Bool) -> (Int, Int, DatePrecision)? {
    let digits = text.first == UInt8(ascii: "Y") ? text.dropFirst() : text
    let unknown = digits.reversed().prefix { $0 == UInt8(ascii: "X") }.count
    guard digits.count >= 4, unknown <= 3, let known = number(digits.dropLast(unknown)), known <= 99_999 else {
      return nil
    }
    let size = [1, 10, 100, 1000][unknown]
    let precision = [DatePrecision.year, .decade, .century, .millennium][unknown]
    let first = known * size
    return isNegative ? (-first - size + 1, -first, precision) : (first, first + size - 1, precision)
  }

  /// Days of a month, a day, or one of the codes for seasons (21-24), quarters (33-36) and halves (40-41).
  private static func span(_ year: Int, _ month: Int, _ day: Int?) -> (Int32, Int32, DatePrecision)? {
    if let day {
      guard (1...12).contains(month), (1...daysIn(month, year)).contains(day) else { return nil }
      let number = dayNumber(year, month, day)
      return (number, number, .day)
    }
    func months(_ firstYear: Int, _ first: Int, _ lastYear: Int, _ last: Int) -> (Int32, Int32) {
      (dayNumber(firstYear, first, 1), dayNumber(lastYear, last, daysIn(last, lastYear)))
    }
    let (range, precision): ((Int32, Int32), DatePrecision)
    switch month {
    case 1...12: (range, precision) = (months(year, month, year, month), .month)
    case 21...23: (range, precision) = (months(year, (month - 20) * 3, year, (month - 20) * 3 + 2), .season)
    case 24: (range, precision) = (months(year - 1, 12, year, 2), .season)
    case 33...36: (range, precision) = (months(year, (month - 33) * 3 + 1, year, (month - 33) * 3 + 3), .quarter)
    case 40, 41: (range, precision) = (months(year, (month - 40) * 6 + 1, year, (month - 40) * 6 + 6), .half)
    default: return nil
    }
    return (range.0, range.1, precision)
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 6 else { return nil }
    var value = 0
    for digit in digits {
      guard digit &- UInt8(ascii: "0") < 10 else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  private static func daysIn(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of a day of the proleptic Gregorian calendar.
  static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return Int32(clamping: era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
  }

  /// Year, month and day of a day number.
  static func day(_ number: Int32) -> (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// `2024-02-22`; nil before the year -9999.
  static func text(_ number: Int32) -> String? {
    let (year, month, day) = day(number)
    guard abs(year) <= 99_999 else { return nil }
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value.magnitude)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(year < 0 ? "-" : "")\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
