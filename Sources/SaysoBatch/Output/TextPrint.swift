internal import SaysoText

/// What of an article's body is compared with other articles': the same for texts that differ in case, accents,
/// punctuation and layout only, and mostly the same for texts that differ in a few words.
struct TextPrint: Sendable {
  /// Of all folded words in order.
  var whole: UInt64
  /// MinHash of runs of four words.
  var signature: [UInt32]

  /// Shorter texts ("Subscribe to read on") say too little to be anybody's copy.
  private static let fewestWords = 20
  private static let wordsInRun = 4

  /// Nil where the text is too short. O(n).
  /// - Parameter words: hashes of the folded words.
  init?(words: [UInt64], hash: MinHash) {
    guard words.count >= Self.fewestWords else { return nil }
    whole = words.reduce(0x5A79_0FDE) { FoldedHash.mix($0 &* 0xD6E8_FEB8_6659_FD93 ^ $1) }
    // As they stand: what is there twice changes no minimum.
    var runs: [UInt64] = []
    WordShingles.append(ofWords: words, size: Self.wordsInRun, to: &runs)
    signature = hash.signature(of: runs)
  }
}
