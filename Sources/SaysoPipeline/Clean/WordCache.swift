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
    var info: WordInfo
  }

  private let tables: LexiconTables
  private let slots: UnsafeMutablePointer<Known>
  private static let mask: UInt64 = (1 << 15) - 1

  init(_ tables: LexiconTables) {
    self.tables = tables
    // No folded word hashes to 0 in practice, and one that did would only be looked up each time.
    slots = .allocate(capacity: Int(Self.mask) + 1)
    slots.initialize(repeating: Known(hash: 0, word: .none, info: WordInfo()), count: Int(Self.mask) + 1)
  }

  deinit { slots.deallocate() }

  /// The id of a folded word and what the lexicon knows of it. O(1).
  @inline(__always)
  func look(up folded: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Known {
    let slot = Int(hash & Self.mask)
    if slots[slot].hash == hash, hash != 0 { return slots[slot] }
    let word = tables.word(folded, hash: hash)
    let known = Known(hash: hash, word: word, info: tables.info(word))
    slots[slot] = known
    return known
  }
}
