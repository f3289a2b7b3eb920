import SaysoText

/// The layout of a compiled book: the user's own names, a million of them if need be.
///
/// Names and attributes stand as text one after the other. A phrase is known by a 64-bit hash of its tokens' hashes;
/// the patterns are sorted by it, with a table of where each bucket of the upper bits begins. In front stands a filter
/// of a few megabytes that turns nearly all tokens away with one look.
enum BookImage {
  static let format = ImageFormat(magic: 0x4B4F_4F42_5941_5331, version: 1, sections: Section.allCases.count)

  enum Section: Int, CaseIterable {
    case strings, entries, buckets, patterns, filter, kinds, files
  }
}

/// A row of a book.
struct BookEntry: BitwiseCopyable {
  /// Where the name stands among the strings; the attributes follow it.
  var start: UInt32
  var line: UInt32
  var nameLength: UInt16
  var attributeLength: UInt16
  /// Index into the kinds.
  var kind: UInt16
  /// ISO 3166-1 alpha-2 as two ASCII bytes, 0 where the row has none.
  var country: UInt16
  /// One bit for each token of the name that must stand in the text letter for letter.
  var exact: UInt16
  var guards: UInt8
  /// Gender in the lower two bits, forms above.
  var traits: UInt8
}

/// A name or alias of an entry.
struct BookPattern: BitwiseCopyable {
  var hash: UInt64
  /// Index of the entry, doubled; odd for a weak alias.
  var entry: UInt32
  /// Two bits a token (see `CaseMask`).
  var mask: UInt32
}

/// Hashes of phrases, and which bits of the filter they set.
enum PhraseHash {
  /// The first token's part.
  @inline(__always)
  static func first(_ token: UInt64) -> UInt64 { FoldedHash.mix(token ^ 0x5851_F42D_4C95_7F2D) }

  @inline(__always)
  static func next(_ phrase: UInt64, _ token: UInt64) -> UInt64 { FoldedHash.mix(phrase ^ token) }

  /// What a filter key says of the tokens so far.
  enum Key: UInt64 {
    /// One token that is a whole phrase: in any case, or with a capital.
    case wholeAny, wholeUpper
    /// Several tokens that are a whole phrase.
    case whole
    /// The first token of longer phrases: in any case, or with a capital.
    case firstAny, firstUpper
    /// The first tokens of longer phrases.
    case start
  }

  /// The word of the filter that a hash belongs to. `mask` is the number of words less one.
  @inline(__always)
  static func word(_ hash: UInt64, _ mask: UInt64) -> Int { Int(truncatingIfNeeded: (hash >> 40) & mask) }

  /// The two bits of that word.
  @inline(__always)
  static func bits(_ hash: UInt64, _ key: Key) -> UInt64 {
    let first = key.rawValue * 6
    let second = (key.rawValue + 1) % 6 * 6
    return 1 << ((hash >> first) & 63) | 1 << ((hash >> second) & 63)
  }
}
