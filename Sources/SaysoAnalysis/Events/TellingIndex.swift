internal import SaysoText

/// Finds the earlier tellings that may be of one event with a new one.
///
/// A few hundred are all looked at. More are kept in bands of their stems' signature: with the same day any one stem in
/// common may do, within a month two. A telling whose date is coarser than a month is looked for by its year.
struct TellingIndex {
  /// Up to this many tellings each is compared with each.
  static let small = 256

  private let isSmall: Bool
  private let hash = MinHash(length: 48)
  private var byDay = LSHIndex(bands: 24, rows: 1)
  private var byMonth = LSHIndex(bands: 24, rows: 2)

  init(count: Int) { isSmall = count <= Self.small }

  /// Numbers of earlier tellings, rising.
  func candidates(of telling: Telling, before number: Int) -> [Int] {
    if isSmall { return Array(0..<number) }
    let signature = hash.signature(of: telling.stems)
    var found: [Int] = []
    if let day = Self.day(telling) { found += byDay.candidates(of: signature, salt: UInt64(bitPattern: Int64(day))) }
    for salt in Self.salts(telling, isQuery: true) { found += byMonth.candidates(of: signature, salt: salt) }
    return Array(Set(found)).sorted()
  }

  mutating func insert(_ telling: Telling, _ number: Int) {
    guard !isSmall else { return }
    let signature = hash.signature(of: telling.stems)
    if let day = Self.day(telling) { byDay.insert(number, signature, salt: UInt64(bitPattern: Int64(day))) }
    for salt in Self.salts(telling, isQuery: false) { byMonth.insert(number, signature, salt: salt) }
  }

  private static func day(_ telling: Telling) -> Int32? {
    guard let date = telling.date, date.length == 1 else { return nil }
    return date.start
  }

  /// Under what a telling is kept, and under what looked for: its month, the months beside it, its year.
  private static func salts(_ telling: Telling, isQuery: Bool) -> [UInt64] {
    guard let date = telling.date else { return [1 << 40] }
    if let yearless = date.yearless { return [2 << 40 | UInt64(yearless)] }
    guard let start = date.start ?? date.end else { return [3 << 40] }
    let (year, month, day) = CalendarUnit.day(start)
    let yearSalt = 4 << 40 | UInt64(bitPattern: Int64(year)) & 0xFFFF_FFFF
    guard let length = date.length, length <= 31 else { return [yearSalt] }
    let months = Int64(year * 12 + month)
    let near: [Int64] = isQuery ? [months - 1, months, months + 1] : [months]
    let yearless = [UInt64(month * 100 + day), UInt64(month * 100)].map { 2 << 40 | $0 }
    return near.map { 5 << 40 | UInt64(bitPattern: $0) & 0xFFFF_FFFF } + [yearSalt] + yearless
  }
}
