public import SaysoLexicon
public import SaysoText

/// The tokens of an article as columns, index by token. Reads outside the table give the neutral value (see `Column`),
/// so rules may look at neighbours freely. Spans are UTF-8 byte offsets in the article's source.
///
/// Later stages add to earlier ones' columns but never change the number of tokens.
public struct TokenTable: ~Copyable {
  public var start = Column<Int32>(neutral: 0)
  public var end = Column<Int32>(neutral: 0)
  public var shape = Column<TokenShape>(neutral: [])
  /// Hash of the folded form: equal words have equal hashes, also those that no list holds.
  public var hash = Column<UInt64>(neutral: 0)
  public var word = Column<WordID>(neutral: .none)
  public var features = Column<WordFeatures>(neutral: [])
  /// Base form: "say" for "said", the word itself where the lists give none.
  public var lemma = Column<WordID>(neutral: .none)
  /// Index of the word's possible classes in the lexicon, 0 where the lists do not say.
  public var tagClass = Column<UInt32>(neutral: 0)
  /// Word class (stage Segment).
  public var tag = Column<WordTag>(neutral: .none)
  /// Number of the sentence that the token is in, -1 outside all sentences (stage Segment).
  public var sentence = Column<Int32>(neutral: -1)
  /// Number of the line that the token is in (stage Clean).
  public var line = Column<Int32>(neutral: -1)
  /// Index of the token's first match in `Article.matches`; token `i` has `firstMatch[i] ..< firstMatch[i + 1]`.
  public var firstMatch = Column<Int32>(neutral: 0)

  public init() {}

  deinit {
    start.free()
    end.free()
    shape.free()
    hash.free()
    word.free()
    features.free()
    lemma.free()
    tagClass.free()
    tag.free()
    sentence.free()
    line.free()
    firstMatch.free()
  }

  public var count: Int { start.count }

  /// The bytes of token `index`.
  public func span(_ index: Int) -> TextSpan { TextSpan(start: start[index], end: end[index]) }

  /// The bytes from the first to the last token of a range; empty for an empty range.
  public func span(_ range: Range<Int>) -> TextSpan {
    guard !range.isEmpty else { return TextSpan(start: start[range.lowerBound], end: start[range.lowerBound]) }
    return TextSpan(start: start[range.lowerBound], end: end[range.upperBound - 1])
  }

  /// A hash of the folded words of a range: equal names have equal keys under one seed. O(tokens).
  func key(_ range: Range<Int>, seed: UInt64 = 0) -> UInt64 { Self.key(hash, range, seed: seed) }

  /// The same of a hash column by itself.
  static func key(_ hash: Column<UInt64>, _ range: Range<Int>, seed: UInt64 = 0) -> UInt64 {
    var key = seed
    for token in range { key = FoldedHash.mix(key ^ hash[token]) }
    return key
  }

  /// Makes the columns that `TokenReader` writes `count` long. Tag, sentence, line and matches come later.
  mutating func stretch(to count: Int) {
    start.stretch(to: count)
    end.stretch(to: count)
    shape.stretch(to: count)
    hash.stretch(to: count)
    word.stretch(to: count)
    features.stretch(to: count)
    lemma.stretch(to: count)
    tagClass.stretch(to: count)
  }

  mutating func removeAll() {
    start.removeAll()
    end.removeAll()
    shape.removeAll()
    hash.removeAll()
    word.removeAll()
    features.removeAll()
    lemma.removeAll()
    tagClass.removeAll()
    tag.removeAll()
    sentence.removeAll()
    line.removeAll()
    firstMatch.removeAll()
  }
}
