/// EDTF dates in words for people, with their doubt.
///
///     DateWords.text("2024-02-22")        // "22 February 2024"
///     DateWords.text("2023-02/2023-03")   // "February 2023 to March 2023"
///     DateWords.text("2023?-05-09")       // "9 May 2023 (year uncertain)"
///
/// What is no EDTF that is known here is given as it stands.
public enum DateWords {
  public static func text(_ edtf: String?) -> String {
    guard let edtf else { return "undated" }
    if let first = edtf.first, first == "[" || first == "{" {
      let units = edtf.dropFirst().dropLast().split(separator: ",").map { unit(String($0)) }
      return units.joined(separator: first == "[" ? " or " : " and ")
    }
    let parts = edtf.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return unit(edtf) }
    if parts[1] == ".." || parts[1].isEmpty { return "since " + unit(parts[0]) }
    if parts[0] == ".." || parts[0].isEmpty { return "until " + unit(parts[1]) }
    return unit(parts[0]) + " to " + unit(parts[1])
  }

  private static func unit(_ text: String) -> String {
    let marks = text.utf8.filter { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "%") }
    let isApproximate = marks.contains { $0 != UInt8(ascii: "?") }
    let isUncertain = marks.contains { $0 != UInt8(ascii: "~") }
    let plain = marks.isEmpty ? text : text.filter { !"?~%".contains($0) }
    let day = plain.utf8.prefix { $0 != UInt8(ascii: "T") }
    guard let words = words(String(day) ?? plain) else { return text }
    let clock = plain.utf8.count > day.count ? String(plain.dropFirst(day.count + 1).prefix(5)) : ""
    let doubt = !isUncertain ? "" : yearIsUncertain(text) ? " (year uncertain)" : " (uncertain)"
    return (isApproximate ? "about " : "") + words + (clock.isEmpty ? "" : ", " + clock) + doubt
  }

  /// `2023?-05-09`: the mark stands behind the year and something follows.
  private static func yearIsUncertain(_ text: String) -> Bool {
    guard let mark = text.firstIndex(of: "?") else { return false }
    return text.index(after: mark) < text.endIndex
  }

  private static func words(_ date: String) -> String? {
    let isNegative = date.hasPrefix("-")
    let parts = date.drop { $0 == "-" }.split(separator: "-").map(String.init)
    guard let year = parts.first, parts.count <= 3 else { return nil }
    if year == "XXXX" { return yearless(Array(parts.dropFirst())) }
    guard let name = yearName(year) else { return nil }
    let label = isNegative ? "\(name) BC" : name
    guard parts.count > 1 else { return label }
    guard let month = Int(parts[1]) else { return nil }
    if parts.count == 2 { return period(month).map { "\($0) \(label)" } }
    guard (1...12).contains(month), let day = Int(parts[2]) else { return nil }
    return "\(day) \(months[month - 1]) \(label)"
  }

  private static func yearName(_ year: String) -> String? {
    let unknown = year.reversed().prefix { $0 == "X" }.count
    guard let number = Int(year.drop { $0 == "Y" }.dropLast(unknown)) else { return nil }
    switch unknown {
    case 0: return String(number)
    case 1: return "\(number)0s"
    case 2: return "\(number)00s"
    default: return nil
    }
  }

  private static func yearless(_ parts: [String]) -> String? {
    guard let month = parts.first.flatMap({ Int($0) }), (1...12).contains(month) else { return nil }
    let day = parts.count > 1 ? Int(parts[1]).map { "\($0) " } ?? "" : ""
    return "\(day)\(months[month - 1]), year not known"
  }

  private static func period(_ month: Int) -> String? {
    switch month {
    case 1...12: months[month - 1]
    case 21...24: ["spring", "summer", "autumn", "winter"][month - 21]
    case 33...36: ["first", "second", "third", "fourth"][month - 33] + " quarter of"
    case 40, 41: ["first", "second"][month - 40] + " half of"
    default: nil
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
