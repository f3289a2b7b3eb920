/// A publication date: a day, a month or a year of the Gregorian calendar.
public struct ReferenceDate: Sendable, Hashable, CustomStringConvertible {
  public let year: Int
  /// 1 to 12; 0 where only the year is known.
  public let month: Int
  /// 1 to 31; 0 where only the month is known.
  public let day: Int

  /// Nil where there is no such day.
  public init?(year: Int, month: Int = 0, day: Int = 0) {
    guard (1...9999).contains(year), (0...12).contains(month), day == 0 || month > 0 else { return nil }
    guard day >= 0, day <= Self.days(inMonth: max(1, month), of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2023-05-04`, `2023-05`, `2023`, `20230504`, `2023/05/04` and timestamps that begin so
  /// (`2023-05-04T10:00:00Z`: the day as written, whatever its time zone). Nil for anything else.
  public init?(_ text: String) {
    var bytes = Array(text.utf8.prefix(64))
    while let last = bytes.last, last == 0x20 { bytes.removeLast() }
    if let end = bytes.firstIndex(where: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: "t") || $0 == 0x20 }) {
      guard end >= 8, bytes.dropFirst(end + 1).allSatisfy(Self.isTimeByte) else { return nil }
      bytes.removeSubrange(end...)
    }
    guard let fields = Self.fields(bytes) else { return nil }
    self.init(year: fields[0], month: fields.count > 1 ? fields[1] : 0, day: fields.count > 2 ? fields[2] : 0)
    if fields.dropFirst().contains(0) { return nil }
  }

  /// EDTF, which for these is ISO 8601: `2023-05-04`.
  public var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if month > 0 { text += "-" + padded(month, 2) }
    if day > 0 { text += "-" + padded(day, 2) }
    return text
  }

  /// Year, month and day as far as given; nil where the bytes are no date.
  private static func fields(_ bytes: [UInt8]) -> [Int]? {
    if bytes.count == 8, let whole = number(bytes[...]) { return [whole / 10_000, whole / 100 % 100, whole % 100] }
    let parts = bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
    guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ (1...2) ~= $0.count })
    else { return nil }
    let numbers = parts.compactMap(number)
    return numbers.count == parts.count ? numbers : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  private static func isTimeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    case UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: "U"), UInt8(ascii: "T"), UInt8(ascii: "C"), 0x20: true
    default: false
    }
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
