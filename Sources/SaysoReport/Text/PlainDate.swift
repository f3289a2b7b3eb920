/// Dates for formats that know years, months and days only.
enum PlainDate {
  /// The longest prefix of an EDTF date that is a plain ISO 8601 year, month or day: `2023-06` of `2023-06~`, nil of
  /// `XXXX-02-23`. For a range, its start where it has one.
  static func prefix(_ edtf: String) -> String? {
    let first = edtf.drop { $0 == "[" || $0 == "{" }.prefix {
      $0 != "/" && $0 != "T" && $0 != "," && $0 != "]" && $0 != "}"
    }
    let parts = first.filter { !"?~%".contains($0) }.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, isNumber(year, 4) else { return nil }
    guard parts.count > 1, isNumber(parts[1], 2), (1...12).contains(Int(parts[1]) ?? 0) else { return String(year) }
    let month = "\(year)-\(parts[1])"
    guard parts.count > 2, isNumber(parts[2], 2), (1...31).contains(Int(parts[2]) ?? 0) else { return month }
    return "\(month)-\(parts[2])"
  }

  private static func isNumber(_ digits: Substring, _ count: Int) -> Bool {
    digits.utf8.count == count && digits.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }
}
