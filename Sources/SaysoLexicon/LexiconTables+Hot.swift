public import SaysoText

// The records of a compiled lexicon and the pointers into its memory-mapped image. `@frozen` and `@inlinable` because
// the pipeline looks every token up from another module.

/// What the compiled lexicon knows about one word.
@frozen
public struct WordInfo: BitwiseCopyable {
  public var features: WordFeatures
  /// The base form, or `none` where the word is its own base form or the lists do not say.
  public var lemma: WordID
  /// The number in a date list's `value=` ("March" 3, "twelve" 12, "second" 2); `Int32.min` where there is none.
  public var value: Int32
  /// Trie node of the phrases that start with this word; 0 where there are none.
  public var node: UInt32
  /// Index of the word's possible word classes; 0 where the lists do not say.
  public var tagClass: UInt32
  /// Where the word with its full stop is an abbreviation; empty for a word that is none.
  public var abbreviation: AbbreviationRules

  @inlinable public static var noValue: Int32 { .min }

  @inlinable
  public init(
    features: WordFeatures = [], lemma: WordID = .none, value: Int32 = WordInfo.noValue, node: UInt32 = 0,
    tagClass: UInt32 = 0, abbreviation: AbbreviationRules = []
  ) {
    self.features = features
    self.lemma = lemma
    self.value = value
    self.node = node
    self.tagClass = tagClass
    self.abbreviation = abbreviation
  }
}

/// One possible class of a word with its cost: lower is likelier.
@frozen
public struct TagWeight: BitwiseCopyable {
  /// Raw value of a `WordTag`.
  public var tag: UInt8
  /// -8 log2 of the class's share of the word's weight, at most 255.
  public var cost: UInt8
}

@frozen
@usableFromInline
struct VocabularySlot: BitwiseCopyable {
  @usableFromInline var tag: UInt32
  @usableFromInline var id: Int32
}

@frozen
@usableFromInline
struct TrieEdge: BitwiseCopyable {
  /// Node in the upper half, word in the lower.
  @usableFromInline var key: UInt64
  @usableFromInline var child: UInt64
}

@frozen
@usableFromInline
struct TrieNode: BitwiseCopyable {
  @usableFromInline var firstPattern: UInt32
  @usableFromInline var patternCount: UInt32
  /// One bit for each child's word, by its id modulo 64: most words that do not go on are told by this alone.
  @usableFromInline var childBits: UInt64
}

@frozen
@usableFromInline
struct Pattern: BitwiseCopyable {
  @usableFromInline var entry: UInt32
  /// Two bits a token (see `CaseMask`).
  @usableFromInline var caseMask: UInt32
  /// The entry's type, here so that a match need not touch the entry.
  @usableFromInline var type: EntryType
}

/// Number of an entry (a row of a list) in the compiled lexicon.
@frozen
public struct EntryID: Hashable, Sendable, BitwiseCopyable, Comparable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
  @inlinable public static func < (a: EntryID, b: EntryID) -> Bool { a.raw < b.raw }
}

/// One place where an entry's name or alias stands in a text: tokens `first ..< first + count`.
@frozen
public struct LexiconMatch: BitwiseCopyable, Sendable {
  public var first: Int32
  public var count: Int16
  public var type: EntryType
  /// Whether the text has one of the entry's aliases rather than its name.
  public var isAlias: Bool
  public var entry: EntryID

  @inlinable
  public init(first: Int32, count: Int16, type: EntryType, isAlias: Bool, entry: EntryID) {
    self.first = first
    self.count = count
    self.type = type
    self.isAlias = isAlias
    self.entry = entry
  }

  /// The token after the last.
  @inlinable public var end: Int { Int(first) &+ Int(count) }
}

/// Two bits a token: what its case must be in the text.
enum CaseMask {
  static let any: UInt32 = 0
  static let initialUpper: UInt32 = 1
  static let allUpper: UInt32 = 2
  static let mixed: UInt32 = 3
  static let alias: UInt32 = 1 << 31
  /// Phrases longer than this are rejected by the compiler.
  static let maxTokens = 15

  /// What an entry's token asks of the text: every capital of the entry must be a capital there.
  static func demand(of shape: TokenShape, letters: Int) -> UInt32 {
    if shape.contains(.allUpper), letters > 1 { return allUpper }
    if shape.contains(.initialUpper) { return initialUpper }
    return shape.contains(.mixedCase) ? mixed : any
  }
}

/// Pointers into a compiled lexicon, for loops over tokens. Valid as long as its `Lexicon` lives.
@frozen
public struct LexiconTables: @unchecked Sendable {
  @usableFromInline var slots: UnsafePointer<VocabularySlot>
  @usableFromInline var slotMask: UInt32
  @usableFromInline var words: UnsafePointer<UInt8>
  @usableFromInline var wordStarts: UnsafePointer<UInt32>
  @usableFromInline var infos: UnsafePointer<WordInfo>
  @usableFromInline var classStarts: UnsafePointer<UInt32>
  @usableFromInline var classTags: UnsafePointer<TagWeight>
  @usableFromInline var edges: UnsafePointer<TrieEdge>
  @usableFromInline var edgeMask: UInt64
  @usableFromInline var nodes: UnsafePointer<TrieNode>
  @usableFromInline var patterns: UnsafePointer<Pattern>
  @usableFromInline var entries: UnsafePointer<EntryRecord>
  /// Number of words in the vocabulary.
  public var wordCount: Int
  public var entryCount: Int
  /// Number of classes of words, the empty class 0 included.
  public var classCount: Int
  /// The user's books; nil where there are none.
  @usableFromInline var shelf: UnsafePointer<BookShelf.Tables>? = nil

  /// The id of a folded word: `folded` are its bytes and `hash` their `FoldedHash`. O(1) expected.
  @inlinable
  public func word(_ folded: UnsafeBufferPointer<UInt8>, hash: UInt64) -> WordID {
    let tag = UInt32(truncatingIfNeeded: hash &>> 32)
    var slot = UInt32(truncatingIfNeeded: hash) & slotMask
    while true {
      let candidate = slots[Int(slot)]
      if candidate.id < 0 { return .none }
      if candidate.tag == tag, hasBytes(candidate.id, folded) { return WordID(candidate.id) }
      slot = (slot &+ 1) & slotMask
    }
  }

  @inlinable
  @inline(__always)
  func hasBytes(_ id: Int32, _ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = wordStarts[Int(id)]
    guard Int(wordStarts[Int(id) &+ 1] &- start) == folded.count else { return false }
    for index in 0..<folded.count where words[Int(start) &+ index] != folded[index] { return false }
    return true
  }

  /// What is known of a word; the empty answer for `none`.
  @inlinable
  public func info(_ word: WordID) -> WordInfo {
    UInt32(bitPattern: word.raw) < UInt32(truncatingIfNeeded: wordCount) ? infos[Int(word.raw)] : WordInfo()
  }

  /// The possible word classes of a class index, likeliest first; empty for 0.
  @inlinable
  public func tags(_ tagClass: UInt32) -> UnsafeBufferPointer<TagWeight> {
    guard tagClass > 0, Int(tagClass) < classCount else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = Int(classStarts[Int(tagClass)])
    return UnsafeBufferPointer(start: classTags + start, count: Int(classStarts[Int(tagClass) &+ 1]) &- start)
  }

  /// The node behind `node` by `word`; 0 where no phrase goes on so.
  @inlinable
  @inline(__always)
  func child(of node: UInt32, by word: WordID) -> UInt32 {
    let key = UInt64(node) &<< 32 | UInt64(UInt32(bitPattern: word.raw))
    var slot = FoldedHash.mix(key) & edgeMask
    while true {
      let edge = edges[Int(slot)]
      if edge.key == key { return UInt32(truncatingIfNeeded: edge.child) }
      if edge.key == .max { return 0 }
      slot = (slot &+ 1) & edgeMask
    }
  }

  @inlinable
  @inline(__always)
  static func fits(_ shape: TokenShape, _ demand: UInt32) -> Bool {
    switch demand & 3 {
    case 0: true
    case 1: shape.contains(.initialUpper)
    case 2: shape.contains(.allUpper)
    default: shape.hasAny([.mixedCase, .allUpper])
    }
  }

  /// Finds every phrase of every list in a row of tokens: all overlaps, by first token, the longer before the shorter.
  ///
  /// A phrase does not run over the start of a paragraph. O(tokens × longest phrase), in practice O(tokens).
  /// `nodes` are the words' `WordInfo.node`. `first` receives for each token the index of its first match in `matches`, with one entry more at the end.
  @inlinable
  public func matches(
    words: Column<WordID>, nodes: Column<UInt32>, shapes: Column<TokenShape>,
    into matches: inout Column<LexiconMatch>, first: inout Column<Int32>
  ) {
    matches.removeAll()
    first.stretch(to: words.count &+ 1)
    let firsts = first.base
    for index in 0..<words.count {
      firsts[index] = Int32(truncatingIfNeeded: matches.count)
      let node = nodes[index]
      if node != 0 { walk(from: index, node, words, shapes, &matches) }
    }
    firsts[words.count] = Int32(truncatingIfNeeded: matches.count)
  }

  @inlinable
  func walk(
    from index: Int, _ root: UInt32, _ words: Column<WordID>, _ shapes: Column<TokenShape>,
    _ matches: inout Column<LexiconMatch>
  ) {
    let before = matches.count
    var node = root
    var length = 1
    while true {
      let record = nodes[Int(node)]
      if record.patternCount > 0 { emit(record, index, length, shapes, &matches) }
      guard record.childBits != 0, length < 15, !shapes[index &+ length].contains(.paragraphStart) else { break }
      let next = words[index &+ length]
      guard next.isKnown, record.childBits & (1 &<< UInt64(truncatingIfNeeded: next.raw & 63)) != 0 else { break }
      node = child(of: node, by: next)
      if node == 0 { break }
      length &+= 1
    }
    if matches.count &- before > 1 { reverse(&matches, from: before) }
  }

  @inlinable
  func emit(
    _ record: TrieNode, _ index: Int, _ length: Int, _ shapes: Column<TokenShape>,
    _ matches: inout Column<LexiconMatch>
  ) {
    // Emitted backwards because `walk` reverses the run, so that entries of one length stay in list order.
    var offset = Int(record.patternCount)
    while offset > 0 {
      offset &-= 1
      let pattern = patterns[Int(record.firstPattern) &+ offset]
      var demands = pattern.caseMask
      var fits = true
      for token in index..<index &+ length {
        if !LexiconTables.fits(shapes[token], demands) {
          fits = false
          break
        }
        demands &>>= 2
      }
      guard fits else { continue }
      matches.append(
        LexiconMatch(
          first: Int32(truncatingIfNeeded: index), count: Int16(truncatingIfNeeded: length),
          type: pattern.type, isAlias: pattern.caseMask & (1 &<< 31) != 0,
          entry: EntryID(pattern.entry)))
    }
  }

  @inlinable
  func reverse(_ matches: inout Column<LexiconMatch>, from start: Int) {
    var low = start
    var high = matches.count &- 1
    while low < high {
      let held = matches[low]
      matches[low] = matches[high]
      matches[high] = held
      low &+= 1
      high &-= 1
    }
  }
}

extension LexiconTables {
  /// The compiled row of an entry; the first row for an id outside the lexicon.
  public func record(_ entry: EntryID) -> EntryRecord {
    if Int(entry.raw) < entryCount { return entries[Int(entry.raw)] }
    return shelf?.pointee.record(entry) ?? entries[0]
  }

  /// The one id of an entry that has two, because a weak alias of it stands in the text.
  public func row(_ entry: EntryID) -> EntryID {
    Int(entry.raw) < entryCount ? entry : EntryID(entry.raw & ~1)
  }
}
