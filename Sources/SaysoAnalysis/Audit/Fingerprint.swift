public import SaysoRecord
internal import SaysoText

/// What makes a finding the same in the next run: its check, its article and the words of its passage, whatever their
/// offsets; of equal ones the first, the second and so on.
public struct Fingerprints {
  private var seen: [UInt64: Int] = [:]

  public init() {}

  /// The fingerprint of the next finding. Findings of one article come together: `endArticle` forgets them.
  public mutating func next(_ finding: Finding) -> UInt64 {
    next(check: finding.check, document: finding.document, text: finding.text)
  }

  mutating func next(check: String, document: String, text: String) -> UInt64 {
    let base = FoldedHash.mix(
      FoldedHash.hash(check) ^ FoldedHash.mix(FoldedHash.hash(document) &+ 1)
        ^ FoldedHash.mix(FoldedHash.hash(FoldedWords.fold(text)) &+ 2))
    let count = seen[base, default: 0]
    seen[base] = count + 1
    return FoldedHash.mix(base &+ UInt64(count))
  }

  public mutating func endArticle() { seen.removeAll(keepingCapacity: true) }

  /// 16 hexadecimal digits, as SARIF holds them.
  public static func text(_ fingerprint: UInt64) -> String {
    let digits = String(fingerprint, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
