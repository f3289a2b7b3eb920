import SaysoLexicon

/// The classes of words that a neighbour's weights are kept for: each frequent closed-class word is one, other words
/// share one by their likely tags ("NN|VB|VBP").
struct ContextClasses {
  private var ids: [String: UInt16] = ["*other": 0, "*start": 1, "*end": 2]
  /// Context of the classes of closed-class words.
  private var ownContexts: [UInt32: UInt16] = [:]

  /// Shared classes by the set of their tags, as bits.
  private var sharedIDs: [UInt64: UInt16] = [:]

  static let start: UInt16 = 1
  static let end: UInt16 = 2
  /// A tag counts as likely up to this cost, about 7 percent; `LIKELY` in the fitting script.
  private static let likely: Int16 = 30

  init(_ lexicon: Lexicon) {
    for entry in lexicon.entries(inList: "words/contexts") {
      let name = entry.name
      let isRare = entry.kind == "rare"
      if !isRare, ids[name] == nil { ids[name] = UInt16(truncatingIfNeeded: ids.count) }
      let word = lexicon.word(name)
      guard word.isKnown, ContextClasses.isWord(name) else { continue }
      let tagClass = lexicon.tables.info(word).tagClass
      if tagClass != 0 { ownContexts[tagClass] = isRare ? 0 : ids[name] ?? 0 }
    }
  }

  /// Names of shared classes are tags in capitals or start with `*`; a lone `*` is the mark itself.
  private static func isWord(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return name.count == 1 || !(first == "*" || ("A"..."Z").contains(first))
  }

  var count: Int { ids.count }

  func id(named name: String) -> UInt16? { ids[name] }

  /// The context class of a closed-class word's class; nil for other classes.
  func own(_ tagClass: UInt32) -> UInt16? { ownContexts[tagClass] }

  /// The class that words with these candidates share.
  mutating func shared(_ candidates: [Candidate], isNew: Bool) -> UInt16 {
    let tags = candidates.filter { $0.cost <= Self.likely }.map(\.tag)
    // There are far fewer sets of tags than words that have them; the highest bit is that of no tag.
    let set = tags.reduce(isNew ? 1 << 63 : 0 as UInt64) { $0 | 1 << UInt64($1.rawValue) }
    if let known = sharedIDs[set] { return known }
    let name = (isNew ? "*new:" : "") + tags.map(\.label).sorted().joined(separator: "|")
    let id = ids[name] ?? 0
    sharedIDs[set] = id
    return id
  }

  /// The class of a word with a capital inside a sentence, or of one that always has it.
  func capital(_ readings: CapitalReadings, _ context: UInt16) -> UInt16 {
    if readings.family == .listed { return ids["*name"] ?? 0 }
    guard readings.isOpen else { return context }
    let name = "*capital" + (readings.isPluralName ? "s" : "") + (readings.family == .new ? "-new" : "")
    return ids[name] ?? 0
  }
}
