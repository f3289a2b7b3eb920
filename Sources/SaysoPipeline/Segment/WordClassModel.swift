import SaysoLexicon
import SaysoText

/// The fitted weights of the word-class decoder and the possible classes of every kind of word, as flat arrays.
///
/// Made once from the lists `words/transitions`, `words/contexts`, `words/shapes` and `words/suffixes`
/// (Lexicons/tools/fit-word-classes.py says what each weight is). Scores are integers: the higher the likelier, the
/// same on every machine.
final class WordClassModel {
  /// Columns of a weight table: more than there are tags, so that a row starts at a multiple of 16 bytes.
  static let tags = 48
  /// Weight of the share of a tag in the lists against the fitted weights; `SCALE` in the fitting script.
  static let shareScale: Int16 = 4

  /// Rows by context class: of the word itself, of the word before, of the word behind.
  private(set) var own: [Int16] = []
  private(set) var after: [Int16] = []
  private(set) var before: [Int16] = []
  /// Rows by spelling group.
  private(set) var shape: [Int16] = []
  /// Rows by the tag before; row `startTag` is the start of a sentence.
  private(set) var tagAfter: [Int16] = []
  static let startTag = 47

  /// Readings by class and place; see `readingIndex`.
  private(set) var readings: [Reading] = []
  /// Candidate tags and their scores, all readings one after the other.
  private(set) var candidateTags: [UInt8] = []
  private(set) var candidateScores: [Int16] = []

  let contexts: ContextClasses
  private(set) var suffixes = SuffixTable()
  private(set) var families: [Family] = []
  /// Number of classes that come from the lexicon; suffix and fixed classes follow.
  let listed: Int

  init(_ lexicon: Lexicon) {
    contexts = ContextClasses(lexicon)
    listed = lexicon.tables.classCount
    loadWeights(lexicon)
    for index in 0..<listed { addListed(UInt32(index), lexicon.tables) }
    for entry in lexicon.entries(inList: "words/suffixes") { addSuffix(entry) }
    for kind in FixedClass.allCases {
      let context = contexts.id(named: kind.contextName) ?? 0
      add(kind.candidates, family: kind.family, context: context, mayBePlural: false)
    }
  }

  /// The possible tags of a word at one place in a sentence.
  struct Reading: BitwiseCopyable {
    var first: Int32
    var count: Int16
    var context: UInt16
  }

  /// How a word is known, which decides what its capital may mean.
  enum Family: UInt8 {
    /// A closed-class word; a word of the lists; one that only its ending tells; one that is always capitalised.
    case own, known, new, listed
    case number, mark, code, address, abbreviation
  }

  /// Where a word stands, as far as its capital is concerned.
  enum Place: Int {
    /// No capital; a capital at the start of a sentence, in the middle, in a line that is capitalised throughout.
    case low, start, mid, title
  }

  static func readingIndex(_ wordClass: Int, _ place: Place) -> Int { wordClass << 2 | place.rawValue }

  func fixed(_ kind: FixedClass) -> Int { listed + suffixes.count + kind.rawValue }

  // MARK: Weights

  private func loadWeights(_ lexicon: Lexicon) {
    own = [Int16](repeating: 0, count: contexts.count * Self.tags)
    after = own
    before = own
    tagAfter = [Int16](repeating: 0, count: Self.tags * Self.tags)
    shape = [Int16](repeating: 0, count: SpellingGroup.count * Self.tags)
    for entry in lexicon.entries(inList: "words/contexts") {
      guard let row = contexts.id(named: entry.name) else { continue }
      switch entry.kind {
      case "own": Self.fill(&own, row: Int(row), entry)
      case "after": Self.fill(&after, row: Int(row), entry)
      case "before": Self.fill(&before, row: Int(row), entry)
      default: break
      }
    }
    for entry in lexicon.entries(inList: "words/transitions") {
      let row = entry.name == "*start" ? Self.startTag : WordTag(label: entry.name).map { Int($0.rawValue) }
      if let row { Self.fill(&tagAfter, row: row, entry) }
    }
    for entry in lexicon.entries(inList: "words/shapes") {
      if let row = SpellingGroup.index(named: entry.name) { Self.fill(&shape, row: row, entry) }
    }
  }

  private static func fill(_ table: inout [Int16], row: Int, _ entry: LexiconEntry) {
    for (key, value) in entry.attributes {
      guard let tag = WordTag(label: key), let weight = Int16(value) else { continue }
      table[row * tags + Int(tag.rawValue)] = weight
    }
  }

  // MARK: Classes

  private func addListed(_ tagClass: UInt32, _ tables: LexiconTables) {
    let candidates = tables.tags(tagClass).compactMap { weight in
      WordTag(rawValue: weight.tag).map { Candidate(tag: $0, cost: Int16(weight.cost)) }
    }
    let ownContext = contexts.own(tagClass)
    let isName = candidates.contains { $0.tag == .nnp || $0.tag == .nnps }
    let family: Family = ownContext != nil ? .own : isName ? .listed : .known
    let context = ownContext ?? contexts.shared(candidates, isNew: false)
    add(candidates, family: family, context: context, nameContext: isName ? contexts.id(named: "*name") : nil)
  }

  private func addSuffix(_ entry: LexiconEntry) {
    let pairs = entry.attributes.compactMap { key, value in
      WordTag(label: key).flatMap { tag in Int(value).map { (tag, $0) } }
    }
    let total = pairs.reduce(0) { $0 + $1.1 }
    let candidates = pairs.map { Candidate(tag: $0.0, cost: Int16(TagWeight.cost(of: $0.1, in: total))) }
    guard suffixes.insert(entry.name.dropFirst(), wordClass: families.count) else { return }
    let isPlural = entry.name.hasSuffix("s") && !entry.name.hasSuffix("ss")
    add(candidates, family: .new, context: contexts.shared(candidates, isNew: true), mayBePlural: isPlural)
  }

  private func add(
    _ candidates: [Candidate], family: Family, context: UInt16, nameContext: UInt16? = nil, mayBePlural: Bool? = nil
  ) {
    families.append(family)
    let capital = CapitalReadings(candidates, family: family, mayBePlural: mayBePlural)
    readings.append(append(candidates, context))
    readings.append(append(capital.candidates(.start), nameContext ?? context))
    readings.append(append(capital.candidates(.mid), nameContext ?? contexts.capital(capital, context)))
    readings.append(append(capital.candidates(.title), nameContext ?? context))
  }

  private func append(_ candidates: [Candidate], _ context: UInt16) -> Reading {
    let reading = Reading(
      first: Int32(candidateTags.count), count: Int16(truncatingIfNeeded: candidates.count), context: context)
    for candidate in candidates {
      candidateTags.append(candidate.tag.rawValue)
      candidateScores.append(-candidate.cost * Self.shareScale)
    }
    return reading
  }
}

/// One possible tag of a word; a cost of 8 halves its likelihood.
struct Candidate: Equatable {
  var tag: WordTag
  var cost: Int16
}
