/// Sets of word shingles: what of a text is compared with another's.
///
///     let a = WordShingles.set(of: "The ferry ran aground on Friday", size: 3)
///     let b = WordShingles.set(of: "the ferry ran aground late on Friday", size: 3)
///     WordShingles.shared(a, b)             // 2
///
/// A shingle is the hash of `size` folded words in a row (`FoldedWords`); a text with fewer words than that is one
/// shingle. A set is sorted and holds nothing twice.
public enum WordShingles {
  /// The set of shingles of `text`. O(n log n).
  public static func set(of text: String, size: Int) -> [UInt64] {
    set(ofWords: FoldedWords.hashes(of: text), size: size)
  }

  /// The set of shingles of valid UTF-8.
  public static func set(of text: UnsafeBufferPointer<UInt8>, size: Int) -> [UInt64] {
    var words: [UInt64] = []
    FoldedWords.appendHashes(of: text, to: &words)
    return set(ofWords: words, size: size)
  }

  /// The set of shingles of a text whose folded words have these hashes.
  public static func set(ofWords words: [UInt64], size: Int) -> [UInt64] {
    var shingles: [UInt64] = []
    append(ofWords: words, size: size, to: &shingles)
    sortUnique(&shingles)
    return shingles
  }

  /// Appends the shingles in text order, neither sorted nor made unique: for a text that comes in pieces.
  public static func append(ofWords words: [UInt64], size: Int, to shingles: inout [UInt64]) {
    guard !words.isEmpty else { return }
    let size = max(1, min(size, words.count))
    for start in 0...(words.count - size) {
      var state: UInt64 = 0x9E37_79B9_7F4A_7C15
      for offset in 0..<size { state = FoldedHash.mix(state &* 0xD6E8_FEB8_6659_FD93 ^ words[start + offset]) }
      shingles.append(state)
    }
  }

  /// Makes a set of what was appended.
  public static func sortUnique(_ shingles: inout [UInt64]) {
    shingles.sort()
    var kept = 0
    for index in shingles.indices where index == 0 || shingles[index] != shingles[kept - 1] {
      shingles[kept] = shingles[index]
      kept += 1
    }
    shingles.removeLast(shingles.count - kept)
  }

  /// How many elements two sets share. O(a + b).
  public static func shared(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        count += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}
