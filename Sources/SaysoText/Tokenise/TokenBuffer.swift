/// The tokens of one text as columns: where each is, what it looks like, and its folded form with a hash.
///
/// Offsets are UTF-8 bytes in the source. The folded form of token `i` is `folded[foldedStart[i] ..< foldedEnd]`:
/// lower case, no diacritics, straight quotes, one width, no soft hyphens, and no full stops inside capitals, so
/// "U.S." and "US" fold alike. "Petit-Goâve" is three tokens that fold to `petit`, `-`, `goave`.
public struct TokenBuffer: ~Copyable {
  public internal(set) var start = Column<Int32>(neutral: 0)
  public internal(set) var end = Column<Int32>(neutral: 0)
  public internal(set) var shape = Column<TokenShape>(neutral: [])
  public internal(set) var hash = Column<UInt64>(neutral: 0)
  public internal(set) var foldedStart = Column<Int32>(neutral: 0)
  /// All folded forms, one after the other, with eight bytes of padding behind the last.
  public internal(set) var folded = Column<UInt8>(neutral: 0, capacity: 1024)

  public init() {}

  deinit {
    start.free()
    end.free()
    shape.free()
    hash.free()
    foldedStart.free()
    folded.free()
  }

  public var count: Int { start.count }

  /// The folded bytes of a token, valid until the buffer next changes.
  @inlinable
  public func foldedBytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let from = Int(foldedStart[index])
    let to = index &+ 1 < start.count ? Int(foldedStart[index &+ 1]) : folded.count
    return UnsafeBufferPointer(start: folded.base + from, count: max(0, to &- from))
  }

  public mutating func removeAll() {
    start.removeAll()
    end.removeAll()
    shape.removeAll()
    hash.removeAll()
    foldedStart.removeAll()
    folded.removeAll()
  }

  /// Removes the tokens from `index` on.
  mutating func truncate(to index: Int) {
    guard index < count else { return }
    folded.resize(to: Int(foldedStart[index]))
    start.resize(to: index)
    end.resize(to: index)
    shape.resize(to: index)
    hash.resize(to: index)
    foldedStart.resize(to: index)
  }
}
