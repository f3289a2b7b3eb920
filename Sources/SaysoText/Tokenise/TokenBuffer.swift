/// One token as the tokeniser leaves it. Offsets are UTF-8 bytes in the source.
@frozen
public struct RawToken: BitwiseCopyable {
  public var start: Int32
  public var end: Int32
  public var shape: TokenShape
  /// Where the folded form starts in `TokenBuffer.folded`; it ends where the next token's starts.
  public var folded: Int32
  /// `FoldedHash` of the folded form.
  public var hash: UInt64

  @inlinable
  public init(start: Int32, end: Int32, shape: TokenShape, folded: Int32, hash: UInt64) {
    self.start = start
    self.end = end
    self.shape = shape
    self.folded = folded
    self.hash = hash
  }
}

/// The tokens of one text, a row each, with their folded forms one after the other.
///
/// A folded form is lower case, without diacritics, with straight quotes and one width, without soft hyphens, and
/// without full stops inside capitals, so "U.S." and "US" fold alike. "Petit-Goâve" is three tokens that fold to
/// `petit`, `-`, `goave`.
///
/// Rows rather than columns: the tokeniser writes each token once and the look-up reads it once, in order.
public struct TokenBuffer: ~Copyable {
  public internal(set) var rows = Column<RawToken>(neutral: RawToken(start: 0, end: 0, shape: [], folded: 0, hash: 0))
  /// All folded forms, one after the other, with eight bytes of padding behind the last.
  public internal(set) var folded = Column<UInt8>(neutral: 0, capacity: 1024)

  public init() {}

  deinit {
    rows.free()
    folded.free()
  }

  public var count: Int { rows.count }

  /// The folded bytes of a token, valid until the buffer next changes.
  @inlinable
  public func foldedBytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let from = Int(rows[index].folded)
    let to = index &+ 1 < rows.count ? Int(rows[index &+ 1].folded) : folded.count
    return UnsafeBufferPointer(start: folded.base + from, count: max(0, to &- from))
  }

  mutating func removeAll() {
    rows.removeAll()
    folded.removeAll()
  }

  /// Removes the tokens from `index` on.
  mutating func truncate(to index: Int) {
    guard index < count else { return }
    folded.resize(to: Int(rows[index].folded))
    rows.resize(to: index)
  }
}
