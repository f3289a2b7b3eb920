/// Strings by number, each kept once. Numbers count from 0 in order of first appearance.
struct StringTable {
  private var numbers: [String: Int32] = [:]
  private(set) var strings: [String] = []

  /// The number of `string`, which is entered where it is new.
  mutating func number(_ string: String) -> Int32 {
    if let known = numbers[string] { return known }
    let number = Int32(clamping: strings.count)
    numbers[string] = number
    strings.append(string)
    return number
  }

  /// The number of `string` where it has been entered.
  func find(_ string: String) -> Int32? { numbers[string] }

  /// The string with this number; empty for one that was never given.
  subscript(number: Int32) -> String {
    strings.indices.contains(Int(number)) ? strings[Int(number)] : ""
  }

  var count: Int { strings.count }
}
