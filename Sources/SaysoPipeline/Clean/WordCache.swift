import SaysoLexicon
import SaysoText

/// The words looked up lately, in front of the vocabulary: news has few words that come often, and a hit here costs
/// one cache line where the vocabulary costs four.
///
/// Direct-mapped by the 64-bit hash of the folded word. The vocabulary has verified the bytes when a slot was filled.
final class WordCache {
  struct Known: BitwiseCopyable {
    var hash: UInt64
    var word: WordID
    /// The base form, the word itself where the lists give none.
    var lemma: WordID
    var info: WordInfo
  }

  private let tables: LexiconTables
  private let slots: UnsafeMutablePointer<Known>
  private static let mask: UInt64 = (1 << 15) - 1

  init(_ tables: LexiconTables) {
    self.tables = tables
    // No folded word hashes to 0 in practice, and one that did would only be looked up each time.
    slots = .allocate(capacity: Int(Self.mask) + 1)
    slots.initialize(repeating: Known(hash: 0, word: .none, lemma: .none, info: WordInfo()), count: Int(Self.mask) + 1)
  }

  deinit { slots.deallocate() }

  /// Where what is known of a word would stand; the word's own only if the slot's hash is its hash.
  @inline(__always)
  func slot(_ hash: UInt64) -> UnsafePointer<Known> { UnsafePointer(slots + Int(hash & Self.mask)) }

  /// Asks the vocabulary and keeps the answer, which stays until the slot is next filled.
  @inline(never)
  func fill(_ folded: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UnsafePointer<Known> {
    let word = tables.word(folded, hash: hash)
    let info = tables.info(word)
    let slot = slots + Int(hash & Self.mask)
    slot.pointee = Known(hash: hash, word: word, lemma: info.lemma.isKnown ? info.lemma : word, info: info)
    return UnsafePointer(slot)
  }

  /// The id of a folded word and what the lexicon knows of it. O(1).
  func look(up folded: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Known {
    let known = slot(hash)
    return known.pointee.hash == hash && hash != 0 ? known.pointee : fill(folded, hash: hash).pointee
  }
}
