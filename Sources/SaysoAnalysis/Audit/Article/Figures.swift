/// Numbers written in figures: "14", "1,300", "2.5".
enum Figures {
  /// Where each number stands in a text, in code points, with its value. A figure inside a word or behind a hyphen
  /// ("COVID-19") is none. O(n).
  static func find(in scalars: [Unicode.Scalar]) -> [(range: Range<Int>, value: Double)] {
    var found: [(Range<Int>, Double)] = []
    var index = 0
    while index < scalars.count {
      guard isDigit(scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      var digits = ""
      while index < scalars.count, let part = part(scalars, index) {
        digits += part
        index += 1
      }
      let isOwn = start == 0 || AuditWordReader.folded(scalars[start - 1]) == nil && scalars[start - 1] != "-"
      if isOwn, let value = Double(digits) { found.append((start..<index, value)) }
    }
    return found
  }

  /// What a character adds to a number that has begun; nil at its end.
  private static func part(_ scalars: [Unicode.Scalar], _ index: Int) -> String? {
    if isDigit(scalars[index]) { return String(scalars[index]) }
    guard index + 1 < scalars.count, isDigit(scalars[index + 1]) else { return nil }
    return scalars[index] == "," ? "" : scalars[index] == "." ? "." : nil
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }
}
