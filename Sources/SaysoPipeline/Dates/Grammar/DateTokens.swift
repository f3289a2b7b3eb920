/// The article's tokens as the date grammar sees them: three parallel arrays and the bytes. Borrowed for one run.
struct DateTokens {
  let bytes: UnsafeBufferPointer<UInt8>
  let starts: UnsafeBufferPointer<Int32>
  let ends: UnsafeBufferPointer<Int32>
  /// For each token its word's number in the vocabulary; 0 for a word that no date table has.
  let words: UnsafeBufferPointer<UInt16>

  var count: Int { starts.count }

  @inline(__always)
  func firstByte(_ token: Int) -> UInt8 {
    let start = Int(starts[token])
    return start < bytes.count ? bytes[start] : 0
  }

  /// Whether a token begins where the one before it ends.
  @inline(__always)
  func isAttached(_ token: Int) -> Bool {
    token > 0 && starts[token] == ends[token - 1]
  }

  /// Whether a blank line stands before the token: no date runs over that.
  func followsBlankLine(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    var lines = 0
    for index in Int(ends[token - 1])..<max(Int(ends[token - 1]), Int(starts[token])) where bytes[index] == 10 {
      lines += 1
    }
    return lines > 1
  }
}
