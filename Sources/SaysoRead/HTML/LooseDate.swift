/// Dates as pages and feeds write them for machines, more or less: "2023-05-04T10:00:00+02:00", "May 4, 2023 10:00 am",
/// "Thu, 04 May 2023 08:00:00 GMT", "20230504T1000Z". Figures whose order is not certain ("04/05/2023") are no date.
enum LooseDate {
  /// A plausible day of publication; nil where the text gives none. O(1): the first 64 bytes count.
  static func read(_ text: String) -> ReferenceDate? {
    let bytes = Array(text.utf8.prefix(64).drop { $0 <= 0x20 })
    return plausible(leadingISO(bytes) ?? named(bytes))
  }

  /// A date in an address: "/2023/05/04/", "/2023-05-04-", "/20230504/".
  static func read(address: String) -> ReferenceDate? {
    let bytes = Array(address.utf8.prefix(2_048))
    var index = bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
    while index < bytes.count {
      let isStart = !isDigit(bytes[index]) && index + 1 < bytes.count && isDigit(bytes[index + 1])
      if isStart, let date = plausible(leadingISO(Array(bytes[(index + 1)...].prefix(11)))), date.day > 0 {
        return date
      }
      index += 1
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The web has no pages from before, and none from the future.
  private static func plausible(_ date: ReferenceDate?) -> ReferenceDate? {
    guard let date, (1980...2100).contains(date.year) else { return nil }
    return date
  }

  /// `YYYY-MM-DD`, `YYYY/MM/DD`, `YYYYMMDD` at the start, whatever follows that is no digit.
  private static func leadingISO(_ bytes: [UInt8]) -> ReferenceDate? {
    var numbers: [Int] = []
    var index = 0
    while numbers.count < 3, index < bytes.count, isDigit(bytes[index]) {
      let start = index
      while index < bytes.count, isDigit(bytes[index]), index - start < 8 { index += 1 }
      numbers.append(bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) })
      let length = index - start
      if numbers.count == 1 {
        if length == 8, index == bytes.count || !isDigit(bytes[index]) {
          return ReferenceDate(year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
        }
        guard length == 4 else { return nil }
      } else if length > 2 {
        return nil
      }
      guard index < bytes.count, numbers.count < 3 else { break }
      guard bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "/") else { break }
      index += 1
    }
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    return ReferenceDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }

  /// A month's English name with a day before or behind it and a year.
  private static func named(_ bytes: [UInt8]) -> ReferenceDate? {
    let words = bytes.split { !isDigit($0) && !isLetter($0) }
    guard let at = words.firstIndex(where: { month($0) != nil }), let month = month(words[at]) else { return nil }
    let numbers = words.indices.filter { abs($0 - at) <= 2 && $0 != at }.compactMap { number(words[$0]) }
    guard let year = numbers.first(where: { $0 > 31 }), let day = numbers.first(where: { (1...31).contains($0) }) else {
      return nil
    }
    return ReferenceDate(year: year, month: month, day: day)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= 3, word.count <= 9 else { return nil }
    let start = word.prefix(3).map { $0 | 0x20 }
    return months.firstIndex(of: start).map { $0 + 1 }
  }

  /// "4", "04", "4th", "2023".
  private static func number(_ word: ArraySlice<UInt8>) -> Int? {
    let digits = word.prefix(while: isDigit)
    guard (1...4).contains(digits.count), digits.count == word.count || word.count - digits.count == 2 else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
