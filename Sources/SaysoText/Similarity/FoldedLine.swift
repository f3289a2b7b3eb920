/// A line as it is compared with those of other articles: by its folded words in order.
public enum FoldedLine {
  /// Hash of the words; nil where there is none. O(n).
  ///
  /// The same for "Sign up to our newsletter!" and what `FoldedWords.fold` makes of it.
  public static func hash(of text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var state: UInt64 = 0x11E5_0FDE
    var words = 0
    FoldedWords.forEach(in: text) { word in
      state = FoldedHash.mix(state &* 0xD6E8_FEB8_6659_FD93 ^ FoldedHash.hash(word))
      words += 1
    }
    return words > 0 ? state : nil
  }

  /// Hash of a string's words; nil where there is none.
  public static func hash(of text: String) -> UInt64? {
    var text = text
    return text.withUTF8 { hash(of: $0) }
  }
}
