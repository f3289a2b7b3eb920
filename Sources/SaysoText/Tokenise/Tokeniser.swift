/// Splits valid UTF-8 into tokens with folded forms, in one pass over the bytes.
///
/// Conventions (those of the Universal Dependencies treebanks for English): hyphens and slashes between words are
/// tokens of their own, clitics are split ("do" "n't", "Roe" "'s"), "U.S.", "p.m.", "J." and numbers such as
/// "3,000.50" are one token, and so is an address. A full stop after any other word is a token; whether "Gen." is an
/// abbreviation is for the lexicon to say (`TokenShape.beforeStop` marks the candidates).
///
/// Scripts written without spaces go to `ScriptSupport`. Linear in the length of the text; no failure.
public final class Tokeniser {
  let table: CharacterTable
  let support: any ScriptSupport

  public init(support: any ScriptSupport) {
    self.support = support
    self.table = CharacterTable(support: support)
  }

  /// Fills `buffer` with the tokens of `text`; what it held before is dropped.
  public func tokenise(_ text: UnsafeBufferPointer<UInt8>, into buffer: inout TokenBuffer) {
    buffer.removeAll()
    guard let base = text.baseAddress else { return }
    var scanner = TokenScanner(base: base, count: text.count, tokeniser: self)
    scanner.run(into: &buffer)
  }

  /// The tokens of a short string, for lexicon entries and tests: each token's text, folded form and shape.
  public func tokens(of string: String) -> [(text: String, folded: [UInt8], shape: TokenShape)] {
    var buffer = TokenBuffer()
    let bytes = Array(string.utf8)
    return bytes.withUnsafeBufferPointer { text in
      tokenise(text, into: &buffer)
      return (0..<buffer.count).map { index in
        let row = buffer.rows[index]
        let text = String(decoding: bytes[Int(row.start)..<Int(row.end)], as: UTF8.self)
        return (text, Array(buffer.foldedBytes(index)), row.shape)
      }
    }
  }
}

/// The state of one pass: where it is, and what stands before the next token.
struct TokenScanner {
  let base: UnsafePointer<UInt8>
  let count: Int
  let table: CharacterTable
  let support: any ScriptSupport
  var index = 0
  var shape: TokenShape = []
  var tokenStart = 0
  /// Where the folded form of the token that has begun starts.
  var tokenFolded = 0
  /// White space and line starts seen since the last token.
  var pending: TokenShape = [.spaceBefore, .lineStart, .paragraphStart]

  init(base: UnsafePointer<UInt8>, count: Int, tokeniser: Tokeniser) {
    self.base = base
    self.count = count
    self.table = tokeniser.table
    self.support = tokeniser.support
  }

  mutating func run(into out: inout TokenBuffer) {
    while index < count {
      if plainWord(into: &out) { continue }
      let (scalar, length) = decode(index)
      switch table.characterClass(scalar) {
      case .space:
        pending.insert(.spaceBefore)
        index += length
      case .newline: newline(scalar, length)
      case .upper, .lower, .letter: word(into: &out)
      case .digit: number(into: &out)
      case .unspaced: unspacedRun(into: &out)
      case .ignorable: index += length
      case .punctuation, .symbol, .other: mark(scalar, length, into: &out)
      }
    }
    // Padding, so that a reader may load eight bytes at the start of the last folded form.
    for _ in 0..<8 { out.folded.append(0) }
    out.folded.resize(to: out.folded.count - 8)
  }

  private mutating func newline(_ scalar: UInt32, _ length: Int) {
    pending.insert(pending.contains(.lineStart) ? [.spaceBefore, .paragraphStart] : [.spaceBefore, .lineStart])
    index += length
    if scalar == 0x0D, index < count, base[index] == 0x0A { index += 1 }
  }

  // MARK: Characters

  /// The scalar at a byte offset and its length in bytes; past the text's end reads as a space.
  @inline(__always)
  func decode(_ at: Int) -> (scalar: UInt32, length: Int) {
    UTF8Scalar.decode(UnsafeBufferPointer(start: base, count: count), at: at)
  }

  @inline(__always)
  func byte(_ at: Int) -> UInt8 { at >= 0 && at < count ? base[at] : 0x20 }

  @inline(__always)
  func characterClass(at: Int) -> CharacterClass { table.characterClass(decode(at).scalar) }

  /// Whether an apostrophe, straight or curly, stands at `at`, and its length in bytes (0 where there is none).
  @inline(__always)
  func apostropheLength(at: Int) -> Int {
    let first = byte(at)
    if first == 0x27 { return 1 }
    return first == 0xE2 && byte(at + 1) == 0x80 && byte(at + 2) == 0x99 ? 3 : 0
  }

  // MARK: Tokens

  @inline(__always)
  mutating func begin(_ out: inout TokenBuffer) {
    tokenStart = index
    shape = pending
    tokenFolded = out.folded.count
  }

  /// Ends the token at `index`.
  @inline(__always)
  mutating func finish(_ out: inout TokenBuffer) {
    pending = []
    let folded = UnsafePointer(out.folded.base) + tokenFolded
    out.rows.append(
      RawToken(
        start: Int32(truncatingIfNeeded: tokenStart), end: Int32(truncatingIfNeeded: index), shape: shape,
        folded: Int32(truncatingIfNeeded: tokenFolded),
        hash: FoldedHash.hash(folded, count: out.folded.count - tokenFolded)))
  }

  /// Appends the folded form of a scalar, by table or, for the whole of a rare scalar, by ICU.
  mutating func fold(_ scalar: UInt32, at: Int, length: Int, into out: inout TokenBuffer) {
    if table.appendFolding(of: scalar, to: &out.folded) { return }
    for byte in support.fold(UnsafeBufferPointer(start: base + at, count: length)) { out.folded.append(byte) }
  }
}
