import SaysoText

/// The words of the date tables, by number, with the phrases that begin with each.
///
/// Built once from the lexicons. A token finds its word by the hash of its folded form, so that no other stage has to
/// know the small words ("the", "of", "last") that the date grammar reads.
struct DateVocabulary: Sendable {
  /// A phrase of several tokens: the numbers of its later words, and what it is.
  struct Phrase: Sendable {
    let rest: [UInt16]
    let word: DateWord
  }

  /// What a word is to the scan: nothing, part of a run, or a reason to parse it.
  enum Role: UInt8, Sendable { case none, weak, strong }

  /// Word 0 is "no date word".
  private(set) var words = [DateWord()]
  private(set) var roles = [Role.none]
  /// Phrases by the number of their first word, the longest first.
  private(set) var phrases: [[Phrase]] = [[]]
  /// Open addressing over the hashes, at most half full; number 0 is an empty slot.
  private(set) var slots = [(hash: UInt64, word: UInt16)](repeating: (0, 0), count: 4096)

  /// How many years a calendar beside the Gregorian one is ahead: 543 for the Buddhist era.
  var yearShift = 0

  init() {}

  /// The number of the word with this folded hash; 0 for a word of no date table. O(1).
  private func number(_ hash: UInt64) -> UInt16 {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].word != 0 {
      if slots[slot].hash == hash { return slots[slot].word }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  /// Adds one row of the English tables: a word or a phrase with its reading.
  mutating func add(_ reading: DateWord, name: String) {
    add(reading, tokens: Self.folded(name).map { Array($0.utf8) }, isAbbreviation: DateWord.isAbbreviation(name))
  }

  /// Adds a word or a phrase, given by its folded tokens; those of an abbreviation come without their full stop.
  mutating func add(_ reading: DateWord, tokens: [[UInt8]], isAbbreviation: Bool) {
    let numbers = tokens.map { insert($0) }
    guard let first = numbers.first, !numbers.contains(0) else { return }
    if numbers.count > 1 { return add(reading, phrase: first, Array(numbers.dropFirst())) }
    words[Int(first)].merge(reading)
    if isAbbreviation {
      // The tokeniser keeps the stop of an abbreviation that it knows: both forms are one word.
      link(Self.hash(tokens[0] + [UInt8(ascii: ".")]), to: first)
    }
    setRole(first)
  }

  private static func hash(_ folded: [UInt8]) -> UInt64 { folded.withUnsafeBufferPointer { FoldedHash.hash($0) } }

  private mutating func add(_ reading: DateWord, phrase first: UInt16, _ rest: [UInt16]) {
    if let index = phrases[Int(first)].firstIndex(where: { $0.rest == rest }) {
      var merged = phrases[Int(first)][index].word
      merged.merge(reading)
      phrases[Int(first)][index] = Phrase(rest: rest, word: merged)
    } else {
      let index = phrases[Int(first)].firstIndex { $0.rest.count < rest.count } ?? phrases[Int(first)].endIndex
      phrases[Int(first)].insert(Phrase(rest: rest, word: reading), at: index)
    }
    setRole(first)
    for word in rest { setRole(word) }
  }

  private mutating func setRole(_ word: UInt16) {
    var classes = words[Int(word)].classes
    for phrase in phrases[Int(word)] { classes.formUnion(phrase.word.classes) }
    let isTense = !classes.isEmpty && classes.isSubset(of: .tense)
    roles[Int(word)] = isTense ? .none : classes.isDisjoint(with: .strong) ? .weak : .strong
  }

  private mutating func insert(_ folded: [UInt8]) -> UInt16 {
    let hash = Self.hash(folded)
    let known = number(hash)
    guard known == 0 else { return known }
    guard words.count < slots.count / 4 else { return 0 }
    words.append(DateWord())
    roles.append(.none)
    phrases.append([])
    let word = UInt16(words.count - 1)
    link(hash, to: word)
    return word
  }

  private mutating func link(_ hash: UInt64, to word: UInt16) {
    guard number(hash) == 0 else { return }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].word != 0 { slot = (slot + 1) & mask }
    slots[slot] = (hash, word)
  }

  /// The tokens of a table's entry, folded as the tokeniser folds: "New Year's Day" is four.
  static func folded(_ name: String) -> [String] {
    var tokens: [String] = []
    for part in name.split(separator: " ") {
      var word = String(part)
      let isDotted = word.utf8.dropLast().contains(UInt8(ascii: "."))
      if isDotted, word == word.uppercased() { word = word.replacing(".") }
      if DateWord.isAbbreviation(word) { word.removeLast() }
      word = word.lowercased()
      if word.hasSuffix("'s"), word.count > 2 {
        tokens += [String(word.dropLast(2)), "'s"]
      } else if word.hasSuffix("'"), word.count > 1 {
        tokens += [String(word.dropLast()), "'"]
      } else {
        tokens.append(word)
      }
    }
    return tokens
  }
}

extension String {
  /// The string without a character.
  fileprivate func replacing(_ character: Character) -> String { filter { $0 != character } }
}

extension DateWord {
  /// Adds another reading of the same word. The first value given stays.
  fileprivate mutating func merge(_ other: DateWord) {
    let first = classes.isEmpty
    classes.formUnion(other.classes)
    if number == 0 { number = other.number }
    if code == 0 { code = other.code }
    if unit == .none { unit = other.unit }
    capitals = first ? other.capitals : min(capitals, other.capitals)
    guarded = first ? other.guarded : guarded || other.guarded
    if first { stop = other.stop } else if stop != other.stop { stop = 1 }
  }

  /// A reading from one row of a table.
  /// - Parameters:
  ///   - name: the entry or alias as written, for the case rule.
  ///   - kind: the type behind "date/": "month".
  ///   - attributes: the row's `key=value` columns.
  /// - Returns: nil where the kind is no class of the grammar.
  init?(name: String, kind: String, attributes: (String) -> String?) {
    guard let classes = DateClass(name: kind) else { return nil }
    self.init(classes: classes)
    capitals = Self.capitals(name)
    guarded = attributes("guard") == "word"
    stop = Self.isAbbreviation(name) ? 2 : 0
    let value = attributes("value").flatMap { Int32($0) } ?? 0
    if classes.isDisjoint(with: [.number, .scale, .ordinal]) { code = value } else { number = value }
    if let mod = attributes("mod").flatMap(DateModifier.init(code:)) { code = Int32(mod.rawValue) }
    if let rule = attributes("rule").flatMap(HolidayRule.init) { code = Int32(rule.packed) }
    if let offset = attributes("offset").flatMap({ Int32($0) }) { code = offset + 10_000 }
    attributes("timex").map { read(timex: $0) }
  }

  /// What the case rule asks of the text: 0 nothing, 1 a capital first, 2 capitals throughout.
  private static func capitals(_ name: String) -> UInt8 {
    var letters = 0
    var upper = 0
    for scalar in name.unicodeScalars {
      let isUpper = scalar.isASCII ? 0x41...0x5A ~= scalar.value : scalar.properties.isUppercase
      if isUpper { upper += 1 }
      if scalar.isASCII ? isUpper || 0x61...0x7A ~= scalar.value : scalar.properties.isAlphabetic { letters += 1 }
    }
    return upper == 0 ? 0 : upper == letters && upper > 1 ? 2 : 1
  }

  /// Whether an entry is one word with a full stop at its end: the word goes into the vocabulary without it.
  static func isAbbreviation(_ name: String) -> Bool {
    let bytes = name.utf8
    return bytes.count > 1 && bytes.last == UInt8(ascii: ".")
      && !bytes.dropLast().contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }
  }

  private mutating func read(timex: String) {
    if !classes.isDisjoint(with: [.unit, .units, .frequency]) {
      unit = DateUnit(code: timex) ?? .none
    } else if let part = DayPart(code: timex) {
      code = Int32(part.rawValue)
    } else if let season = ["SP", "SU", "FA", "WI"].firstIndex(of: timex) {
      code = Int32(season + 1)
    } else if let reference = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"].firstIndex(of: timex) {
      code = Int32(reference + 1)
    }
  }
}
