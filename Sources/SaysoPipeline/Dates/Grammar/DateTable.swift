import SaysoText

/// A finished vocabulary as flat memory, for the loops over tokens. Immutable; one for all workers.
///
/// A token's word is found by the hash of its folded form: first a filter of one bit for each 16-bit part of a hash,
/// which
/// turns away nearly all words, then open addressing.
final class DateTable: @unchecked Sendable {
  /// Readings, roles and tenses by word number; word 0 is "no date word".
  let words: Column<DateWord>
  let roles: Column<DateVocabulary.Role>
  let tenses: Column<Tense>
  /// Phrases by the number of their first word, the longest first.
  let phrases: [[DateVocabulary.Phrase]]
  /// Whether phrases begin with a word, by its number.
  let opensPhrase: Column<Bool>
  /// Dates in figures have the day first, as nearly everywhere but in American English.
  let dayFirst: Bool
  /// How many years a calendar beside the Gregorian one is ahead; 0 where there is none.
  let yearShift: Int
  private let hashes: Column<UInt64>
  private let numbers: Column<UInt16>
  private let filter: Column<UInt64>
  private let mask: Int

  init(_ vocabulary: DateVocabulary, dayFirst: Bool = false) {
    self.dayFirst = dayFirst
    yearShift = vocabulary.yearShift
    words = Self.column(vocabulary.words, neutral: DateWord())
    roles = Self.column(vocabulary.roles, neutral: .none)
    tenses = Self.column(vocabulary.words.map(Self.tense), neutral: .unknown)
    phrases = vocabulary.phrases
    opensPhrase = Self.column(vocabulary.phrases.map { !$0.isEmpty }, neutral: false)
    hashes = Self.column(vocabulary.slots.map(\.hash), neutral: 0)
    numbers = Self.column(vocabulary.slots.map(\.word), neutral: 0)
    mask = vocabulary.slots.count - 1
    var bits = [UInt64](repeating: 0, count: 1024)
    for slot in vocabulary.slots where slot.word != 0 { bits[Int(slot.hash >> 6) & 1023] |= 1 << (slot.hash & 63) }
    filter = Self.column(bits, neutral: 0)
  }

  deinit {
    words.free()
    roles.free()
    tenses.free()
    opensPhrase.free()
    hashes.free()
    numbers.free()
    filter.free()
  }

  private static func column<Element>(_ elements: [Element], neutral: Element) -> Column<Element> {
    var column = Column(neutral: neutral, capacity: elements.count)
    for element in elements { column.append(element) }
    return column
  }

  private static func tense(_ word: DateWord) -> Tense {
    if word.classes.contains(.futureTense) { return .future }
    return !word.classes.isDisjoint(with: [.pastTense, .doneTense]) ? .past : .unknown
  }

  /// The number of the word with this folded hash; 0 for a word of no date table. O(1).
  @inline(__always)
  func number(_ hash: UInt64) -> UInt16 {
    if filter[Int(truncatingIfNeeded: hash &>> 6) & 1023] & (1 &<< (hash & 63)) == 0 { return 0 }
    return look(up: hash)
  }

  private func look(up hash: UInt64) -> UInt16 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while numbers[slot] != 0 {
      if hashes[slot] == hash { return numbers[slot] }
      slot = (slot &+ 1) & mask
    }
    return 0
  }

  /// Whether the word before a token, with or without a full stop as a token of its own, is an abbreviation of the
  /// tables.
  func isAbbreviation(before token: Int, _ tokens: DateTokens) -> Bool {
    guard token > 0 else { return false }
    let last = words[Int(tokens.words[token - 1])]
    // German writes the ordinal of a day with a full stop, which its table has as a word.
    if last.stop > 0 || last.classes.contains(.stop) { return true }
    return token > 1 && tokens.isAttached(token - 1) && words[Int(tokens.words[token - 2])].stop > 0
  }
}
