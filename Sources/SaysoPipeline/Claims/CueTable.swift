import SaysoLexicon
import SaysoRecord

/// What the cue lists say about one cue, parsed once when the stage is made.
struct CueEntry: BitwiseCopyable {
  /// The part of speech, which is the list that it comes from.
  enum Kind: UInt8 { case verb, noun, adjective, adverb }

  var kind: Kind
  var cueClass: CueClass
  var takes: CueComplements
  /// Which prepositions introduce the content, as bits of `CueTable.prepositions`.
  var prepositions: UInt32
  var isSpeech: Bool
  /// A cue only where the evidence is strong (`strength=weak`).
  var isWeak: Bool
  /// The subject belongs to the content: "is likely to".
  var isRaising: Bool
  /// An adjective before its noun: "the alleged thief".
  var isAttribute: Bool
  /// A noun that makes a comment clause with "in": "in her view".
  var isInPhrase: Bool
  /// Frames in which the cue is worth reading without speech ("weak=np").
  var weak: CueComplements
  var entry: EntryID
}

/// The complements that a cue licenses.
struct CueComplements: OptionSet, BitwiseCopyable {
  let rawValue: UInt16
  static let that = CueComplements(rawValue: 1)
  static let zero = CueComplements(rawValue: 2)
  static let quote = CueComplements(rawValue: 4)
  static let np = CueComplements(rawValue: 8)
  static let inf = CueComplements(rawValue: 16)
  static let question = CueComplements(rawValue: 32)
  static let addressee = CueComplements(rawValue: 64)
  static let npInf = CueComplements(rawValue: 128)
  static let ing = CueComplements(rawValue: 256)
  static let passive = CueComplements(rawValue: 512)
  static let agent = CueComplements(rawValue: 1024)
  static let prep = CueComplements(rawValue: 2048)
  /// A noun phrase that is somebody's name: "dismissed Roe" is no attribution, "dismissed the claim" is.
  static let named = CueComplements(rawValue: 4096)

  static let names: [(String, CueComplements)] = [
    ("that", .that), ("zero", .zero), ("quote", .quote), ("np", .np), ("inf", .inf), ("question", .question),
    ("addressee", .addressee), ("np-inf", .npInf), ("ing", .ing), ("passive", .passive), ("agent", .agent),
    ("prep", .prep), ("named", .named),
  ]

  /// Reads "that,zero,np".
  init(list: String?) {
    var all: CueComplements = []
    for part in (list ?? "").split(separator: ",") {
      for (name, bit) in Self.names where part == name { all.insert(bit) }
    }
    self = all
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  func hasAny(_ other: CueComplements) -> Bool { !isDisjoint(with: other) }
}

/// The cue lists, by entry.
struct CueTable {
  /// Words that may stand between a cue and its content; a cue's `prep=` are bits over this list.
  static let prepositions = [
    "of", "about", "for", "on", "to", "with", "against", "at", "over", "in", "into", "as", "from", "upon", "by", "like",
    "out", "back",
  ]

  private(set) var entries: [CueEntry] = []
  private var first: UInt32 = .max
  /// Position in `entries` plus one, by entry id from `first` on; 0 where the entry is no cue.
  private var index: [Int32] = []
  private let prepositionWords: [WordID]
  /// The entries of the phrases that say why a source is unnamed.
  private(set) var anonymity: Range<UInt32> = 0 ..<~ 0

  init(_ lexicon: Lexicon) {
    prepositionWords = Self.prepositions.map { lexicon.word($0) }
    add("cues/verbs", .verb, lexicon)
    add("cues/phrases", .verb, lexicon)
    add("cues/nouns", .noun, lexicon)
    add("cues/adjectives", .adjective, lexicon)
    add("cues/adverbs", .adverb, lexicon)
    let reasons = lexicon.entries(inList: "sources/anonymity").map(\.id.raw)
    if let low = reasons.min(), let high = reasons.max() { anonymity = (low ..<~ high + 1) }
    let ids = entries.map(\.entry.raw)
    guard let low = ids.min(), let high = ids.max() else { return }
    first = low
    index = [Int32](repeating: 0, count: Int(high - low) + 1)
    for (place, id) in ids.enumerated() { index[Int(id - low)] = Int32(truncatingIfNeeded: place + 1) }
  }

  private mutating func add(_ list: String, _ kind: CueEntry.Kind, _ lexicon: Lexicon) {
    for entry in lexicon.entries(inList: list) where entry.type == .cue {
      var bits: UInt32 = 0
      for word in (entry.attribute("prep") ?? "").split(separator: ",") {
        if let bit = Self.prepositions.firstIndex(of: String(word)) { bits |= 1 << UInt32(bit) }
      }
      entries.append(
        CueEntry(
          kind: kind, cueClass: CueClass(rawValue: entry.kind) ?? .report,
          takes: CueComplements(list: entry.attribute("takes")), prepositions: bits,
          isSpeech: entry.attribute("speech") == "yes", isWeak: entry.attribute("strength") == "weak",
          isRaising: entry.attribute("raising") == "yes", isAttribute: entry.attribute("form") == "adjective",
          isInPhrase: entry.attribute("phrase") == "in", weak: CueComplements(list: entry.attribute("weak")),
          entry: entry.id))
    }
  }

  /// The place in `entries` of a matched entry, or nil where it is no cue. O(1).
  @inline(__always)
  func place(of entry: EntryID) -> Int? {
    let offset = Int(entry.raw) - Int(first)
    guard offset >= 0, offset < index.count, index[offset] > 0 else { return nil }
    return Int(index[offset]) - 1
  }

  /// The bit of a preposition in `CueEntry.prepositions`; 0 where the word is none.
  func bit(of word: WordID) -> UInt32 {
    for (place, preposition) in prepositionWords.enumerated() where preposition == word && word.isKnown {
      return 1 << UInt32(place)
    }
    return 0
  }
}
