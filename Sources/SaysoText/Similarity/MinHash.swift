/// Signatures of shingle sets: a few numbers of a set, from which the share that two sets have in common is estimated.
///
/// The share of equal numbers in two signatures is on average the Jaccard index of the sets (Broder 1997). The hash
/// functions are fixed, so that the same text gives the same signature in every run and on every machine.
public struct MinHash: Sendable {
  /// Numbers in a signature.
  public let length: Int
  private let factors: [UInt64]
  private let terms: [UInt64]

  /// - Parameter length: the standard error of an estimate is about `1 / (2 √length)`: 0.06 for 64.
  public init(length: Int = 64) {
    self.length = max(1, length)
    var state: UInt64 = 0x5A79_0FDE_1CE5
    func random() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      return FoldedHash.mix(FoldedHash.mix(state))
    }
    var factors: [UInt64] = []
    var terms: [UInt64] = []
    for _ in 0..<self.length {
      factors.append(random() | 1)
      terms.append(random())
    }
    self.factors = factors
    self.terms = terms
  }

  /// The signature of a set. An empty set's holds the largest number everywhere. O(length · set).
  public func signature(of set: [UInt64]) -> [UInt32] {
    var signature = [UInt32](repeating: .max, count: length)
    for shingle in set {
      for index in 0..<length {
        let value = UInt32(truncatingIfNeeded: (shingle &* factors[index] &+ terms[index]) >> 32)
        if value < signature[index] { signature[index] = value }
      }
    }
    return signature
  }

  /// The estimated Jaccard index of the two sets, in thousandths. Signatures of one `MinHash` only.
  @inlinable
  public static func similarity(
    _ a: some RandomAccessCollection<UInt32>, _ b: some RandomAccessCollection<UInt32>
  ) -> Int {
    guard !a.isEmpty, a.count == b.count else { return 0 }
    var equal = 0
    for (x, y) in zip(a, b) where x == y { equal += 1 }
    return equal * 1000 / a.count
  }

  /// How much of the smaller set lies in the larger, in thousandths, from the Jaccard index of sets of these sizes.
  public static func containment(jaccard: Int, sizes a: Int, _ b: Int) -> Int {
    let smaller = min(a, b)
    guard smaller > 0 else { return 0 }
    return min(1000, 1000 * jaccard * (a + b) / ((1000 + jaccard) * smaller))
  }
}
