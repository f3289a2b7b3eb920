/// Shannon's H over the shares of some counts. The arithmetic uses what IEEE fixes to the last bit (no logarithm of the
/// C library), so that every machine gives the same figures.
struct Diversity {
  /// H in bits, in thousandths.
  private(set) var bits = 0
  /// 2^H, in thousandths: how many sources with equal shares would be as diverse.
  private(set) var effective = 0

  /// - Parameter counts: in any order; the sum is over the sorted counts.
  init(counts: [Int]) {
    let counts = counts.filter { $0 > 0 }.sorted()
    let total = Double(counts.reduce(0, +))
    guard total > 0 else { return }
    var entropy = 0.0
    for count in counts { entropy += Double(count) / total * Self.log2(total / Double(count)) }
    bits = Int((entropy * 1000).rounded())
    effective = Int((Self.exp2(entropy) * 1000).rounded())
  }

  /// The logarithm of a number of at least 1, by squaring.
  static func log2(_ value: Double) -> Double {
    var rest = max(1, value)
    var result = 0.0
    while rest >= 2 {
      rest /= 2
      result += 1
    }
    var bit = 0.5
    for _ in 0..<40 {
      rest *= rest
      if rest >= 2 {
        rest /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }

  /// 2 to a power of at least 0, by square roots.
  static func exp2(_ power: Double) -> Double {
    var rest = max(0, power)
    var result = 1.0
    while rest >= 1, result < 1e12 {
      rest -= 1
      result *= 2
    }
    var root = 2.0.squareRoot()
    for _ in 0..<40 {
      rest *= 2
      if rest >= 1 {
        rest -= 1
        result *= root
      }
      root = root.squareRoot()
    }
    return result
  }
}
