/// When a holiday falls, read from the `rule` column of `Lexicons/<lang>/dates/holidays.tsv`.
///
/// `12-25` a fixed day; `11-#4.4` the 4th Thursday of November, `5-#L.1` the last Monday of May, `11-#1.1+1` the day
/// after the first Monday; `E-2` two days before Western Easter, `O+0` Orthodox Easter. Packed in one integer, so that
/// a
/// word's features can hold it.
struct HolidayRule: Hashable, Sendable {
  enum Kind: Int { case fixed, weekday, easter, orthodoxEaster }

  let kind: Kind
  let month: Int
  /// Day of the month, or ordinal of the weekday (0 = last).
  let index: Int
  let weekday: Int
  let offset: Int

  /// Reads a rule; nil where it is not well formed.
  init?(_ rule: String) {
    var bytes = Array(rule.utf8)[...]
    if let first = bytes.first, first == UInt8(ascii: "E") || first == UInt8(ascii: "O") {
      bytes.removeFirst()
      guard let offset = Self.signed(&bytes) else { return nil }
      self.init(first == UInt8(ascii: "E") ? .easter : .orthodoxEaster, offset: offset)
    } else {
      guard let month = Self.number(&bytes), bytes.popFirst() == UInt8(ascii: "-") else { return nil }
      self.init(month: month, rest: &bytes)
    }
    guard bytes.isEmpty else { return nil }
  }

  private init(_ kind: Kind, month: Int = 0, index: Int = 0, weekday: Int = 0, offset: Int = 0) {
    (self.kind, self.month, self.index, self.weekday, self.offset) = (kind, month, index, weekday, offset)
  }

  private init?(month: Int, rest bytes: inout ArraySlice<UInt8>) {
    guard bytes.first == UInt8(ascii: "#") else {
      guard let day = Self.number(&bytes) else { return nil }
      self.init(.fixed, month: month, index: day)
      return
    }
    bytes.removeFirst()
    let last = bytes.first == UInt8(ascii: "L")
    if last { bytes.removeFirst() }
    guard let ordinal = last ? 0 : Self.number(&bytes), bytes.popFirst() == UInt8(ascii: "."),
      let weekday = Self.number(&bytes)
    else { return nil }
    self.init(.weekday, month: month, index: ordinal, weekday: weekday, offset: Self.signed(&bytes) ?? 0)
  }

  /// The `ordinal`th weekday of a month; 0 for the last one.
  init(weekday: Int, ordinal: Int, month: Int) {
    self.init(.weekday, month: month, index: ordinal, weekday: weekday)
  }

  /// The day in a given year; nil where that year has none.
  func day(in year: Int) -> CivilDate? {
    switch kind {
    case .fixed: CivilDate(year, month, index)
    case .weekday: CivilDate.weekday(weekday, ordinal: index, month: month, year: year)?.adding(days: offset)
    case .easter: CivilDate.easter(year)?.adding(days: offset)
    case .orthodoxEaster: CivilDate.orthodoxEaster(year)?.adding(days: offset)
    }
  }

  /// The rule as a number between 1 and 2^22, for a table of integers.
  var packed: Int {
    1 + kind.rawValue + 4 * (month + 16 * (index + 32 * (weekday + 8 * (offset + 64))))
  }

  /// The rule that `packed` stands for.
  init?(packed: Int) {
    guard packed >= 1 else { return nil }
    var rest = packed - 1
    func take(_ base: Int) -> Int {
      defer { rest /= base }
      return rest % base
    }
    guard let kind = Kind(rawValue: take(4)) else { return nil }
    self.init(kind, month: take(16), index: take(32), weekday: take(8), offset: rest - 64)
  }

  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    var value: Int?
    while let byte = bytes.first, byte &- 48 < 10, (value ?? 0) < 1000 {
      value = (value ?? 0) * 10 + Int(byte - 48)
      bytes.removeFirst()
    }
    return value
  }

  private static func signed(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    bytes.removeFirst()
    return number(&bytes).map { sign == UInt8(ascii: "-") ? -$0 : $0 }
  }
}
