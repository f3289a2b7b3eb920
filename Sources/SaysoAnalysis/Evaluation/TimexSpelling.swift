/// TIMEX3 values in one spelling, because annotators mix several for the same time.
enum TimexSpelling {
  /// The type that a value without one must have: `P3D` a duration, `2024-05-06T10` a time, else a date.
  static func type(of value: String?) -> String {
    let bytes = Array((value ?? "").utf8)
    if bytes.first == UInt8(ascii: "P"), bytes.count > 1,
      isDigit(bytes[1]) || bytes[1] == UInt8(ascii: "X") || bytes[1] == UInt8(ascii: "T")
    {
      return "duration"
    }
    return bytes.dropFirst().contains(UInt8(ascii: "T")) ? "time" : "date"
  }

  /// `P12M` is `P1Y`, `W8` is `W08`, `196X` is `196`, `1998-10-XX` is `1998-10`, `T15:00` is `T15`.
  static func canonical(_ value: String?) -> String? {
    guard let value, !value.isEmpty else { return value }
    let bytes = Array(value.utf8)
    if let duration = duration(bytes) { return duration }
    return String(decoding: withoutZeroMinutes(withoutUnknown(twoDigitWeeks(bytes))), as: UTF8.self)
  }

  // MARK: Durations

  private static let units: [String: (unit: String, factor: Double)] = [
    "Y": ("M", 12), "M": ("M", 1), "Q": ("M", 3), "DE": ("M", 120), "E": ("M", 120), "CE": ("M", 1200),
    "C": ("M", 1200), "W": ("S", 7 * 86400), "D": ("S", 86400), "TH": ("S", 3600), "TM": ("S", 60), "TS": ("S", 1),
  ]

  /// A duration of one unit, in months or in seconds.
  private static func duration(_ bytes: [UInt8]) -> String? {
    guard bytes.first == UInt8(ascii: "P") else { return nil }
    var rest = bytes.dropFirst()
    var unit = ""
    if rest.first == UInt8(ascii: "T") {
      unit = "T"
      rest = rest.dropFirst()
    }
    let number = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    unit += String(decoding: rest[number.endIndex...], as: UTF8.self)
    let parts = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }), let known = units[unit],
      let count = Double(String(decoding: number, as: UTF8.self))
    else { return nil }
    return "P\(sixDigits(count * known.factor))\(known.unit)"
  }

  /// Rounded to six significant digits.
  private static func sixDigits(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value }
    var scale = 1.0
    while value * scale < 100_000 { scale *= 10 }
    while value * scale >= 1_000_000 { scale /= 10 }
    return (value * scale).rounded(.toNearestOrEven) / scale
  }

  // MARK: Dates

  private static func twoDigitWeeks(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isWeek = index >= 2 && bytes[index - 2] == UInt8(ascii: "-") && bytes[index - 1] == UInt8(ascii: "W")
      let isAlone = index + 1 == bytes.count || !isDigit(bytes[index + 1])
      if isWeek, isDigit(byte), isAlone { result.append(UInt8(ascii: "0")) }
      result.append(byte)
    }
    return result
  }

  private static let unknown = ["-XX", "-WXX", "-QX", "-HX"].map { Array($0.utf8) }

  private static func withoutUnknown(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes[...]
    if !bytes.starts(with: Array("XXXX".utf8)) {
      while let tail = unknown.first(where: { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }) {
        bytes = bytes.dropLast(tail.count)
      }
    }
    let marks = bytes.reversed().prefix { $0 == UInt8(ascii: "X") }.count
    if marks > 0, bytes.count > marks, isDigit(bytes[bytes.endIndex - marks - 1]) { bytes = bytes.dropLast(marks) }
    return Array(bytes)
  }

  private static func withoutZeroMinutes(_ bytes: [UInt8]) -> [UInt8] {
    let tail = bytes.suffix(6)
    guard tail.count == 6, tail.first == UInt8(ascii: "T"), tail.suffix(3).elementsEqual(":00".utf8),
      tail.dropFirst().prefix(2).allSatisfy(isDigit)
    else { return bytes }
    return bytes.dropLast(3)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
