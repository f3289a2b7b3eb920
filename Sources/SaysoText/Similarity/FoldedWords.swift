/// Cuts text into words that compare equal whatever their case, accents, apostrophes and the punctuation between them.
///
///     FoldedWords.fold("Zoë's “Café-Bar”")      // "zoes cafe bar"
///
/// A word is a run of letters and digits. Latin letters lose case and accents ("ß" becomes "ss"), Greek and Cyrillic
/// ones their case. Apostrophes and combining marks are dropped, and each character of a script that is written
/// without spaces (Han, Kana, Thai) is a word of its own. It works on the bytes, needs no ICU and is the same on every
/// machine; it is for comparing texts, not for looking words up in a lexicon (that is the tokeniser's folding).
public enum FoldedWords {
  /// Calls `body` with each folded word of valid UTF-8, in order; the bytes are good until it returns. O(n).
  @inline(__always)
  public static func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 8) { word in
      var scanner = FoldedWordScanner(text: text, word: word)
      while scanner.next() { body(UnsafeBufferPointer(start: word.baseAddress, count: scanner.length)) }
    }
  }

  /// Hashes of the folded words, appended in order.
  public static func appendHashes(of text: UnsafeBufferPointer<UInt8>, to hashes: inout [UInt64]) {
    forEach(in: text) { hashes.append(FoldedHash.hash($0)) }
  }

  /// Hashes of the folded words, in order.
  public static func hashes(of text: String) -> [UInt64] {
    var text = text
    var hashes: [UInt64] = []
    text.withUTF8 { appendHashes(of: $0, to: &hashes) }
    return hashes
  }

  /// The folded words joined by single spaces.
  public static func fold(_ text: String) -> String {
    var text = text
    var folded: [UInt8] = []
    text.withUTF8 { bytes in
      folded.reserveCapacity(bytes.count)
      forEach(in: bytes) { word in
        if !folded.isEmpty { folded.append(0x20) }
        folded.append(contentsOf: word)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// A run of letters longer than this is cut into several words, so that no input makes a long one.
  static let longest = 64
}

/// Steps through the words of a text. `word` has room for `FoldedWords.longest` bytes and one more character.
struct FoldedWordScanner {
  let text: UnsafeBufferPointer<UInt8>
  let word: UnsafeMutableBufferPointer<UInt8>
  /// Bytes of the current word.
  var length = 0
  private var index = 0

  init(text: UnsafeBufferPointer<UInt8>, word: UnsafeMutableBufferPointer<UInt8>) {
    self.text = text
    self.word = word
  }

  /// Reads the next word into `word`; false at the end.
  @inline(__always)
  mutating func next() -> Bool {
    length = 0
    while index < text.count, length < FoldedWords.longest {
      let byte = text[index]
      if byte < 0x80 {
        let folded = FoldingTable.ascii(byte)
        index &+= 1
        if folded > 1 {
          put(folded)
        } else if folded == 0, length > 0 {
          return true
        }
      } else if wide() {
        return true
      }
    }
    return length > 0
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    word[length] = byte
    length &+= 1
  }

  /// Takes one character of several bytes; true where it ends a word.
  @inline(never)
  private mutating func wide() -> Bool {
    let (scalar, size) = UTF8Scalar.decode(text, at: index)
    switch FoldingTable.kind(scalar) {
    case .dropped: index &+= size
    case .separator:
      index &+= size
      return length > 0
    case .alone:
      if length > 0 { return true }
      copy(size)
      return true
    case .latin:
      for byte in FoldingTable.latin(scalar) { put(byte) }
      index &+= size
    case .letter:
      lowercased(scalar, size)
    }
    return false
  }

  private mutating func lowercased(_ scalar: UInt32, _ size: Int) {
    let lower = FoldingTable.lower(scalar)
    if lower == scalar || lower < 0x80 || lower > 0x7FF || size != 2 { return copy(size) }
    put(UInt8(truncatingIfNeeded: 0xC0 | lower >> 6))
    put(UInt8(truncatingIfNeeded: 0x80 | lower & 0x3F))
    index &+= size
  }

  private mutating func copy(_ size: Int) {
    for offset in 0..<size { put(text[index &+ offset]) }
    index &+= size
  }
}
