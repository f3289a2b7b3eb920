import SaysoLexicon
import SaysoText

/// Puts together what every kind of word may be at every place in a sentence, with the scores that the word alone
/// decides. The model takes over its columns and frees them.
struct ReadingBuilder {
  /// Weight of the share of a tag in the lists against the fitted weights; `SCALE` in the fitting script.
  private static let shareScale = 4

  let own: WeightTable
  let shape: WeightTable
  private var contexts: ContextClasses

  private(set) var readings = Column<WordClassModel.Reading>(
    neutral: WordClassModel.Reading(first: 0, count: 0, context: 0), capacity: 16384)
  private(set) var candidateTags = Column<UInt8>(neutral: 0, capacity: 65536)
  private(set) var candidateScores = Column<Int16>(neutral: 0, capacity: 65536)
  private(set) var families = Column<WordClassModel.Family>(neutral: .new, capacity: 2048)
  private(set) var suffixes = SuffixTable()

  init(own: WeightTable, shape: WeightTable, contexts: ContextClasses) {
    self.own = own
    self.shape = shape
    self.contexts = contexts
  }

  mutating func build(_ lexicon: Lexicon, _ names: WeightNames) {
    for index in 0..<lexicon.tables.classCount { addListed(UInt32(index), lexicon.tables) }
    for entry in lexicon.entries(inList: "words/suffixes") { addSuffix(entry, names) }
    for kind in FixedClass.allCases {
      let context = contexts.id(named: kind.contextName) ?? 0
      add(kind.candidates, family: kind.family, context: context, mayBePlural: false)
    }
  }

  private mutating func addListed(_ tagClass: UInt32, _ tables: LexiconTables) {
    let candidates = tables.tags(tagClass).prefix(WordClassModel.mostCandidates - 4).compactMap { weight in
      WordTag(rawValue: weight.tag).map { Candidate(tag: $0, cost: Int16(weight.cost)) }
    }
    let ownContext = contexts.own(tagClass)
    let isName = candidates.contains { $0.tag == .nnp || $0.tag == .nnps }
    let family: WordClassModel.Family = ownContext != nil ? .own : isName ? .listed : .known
    let context = ownContext ?? contexts.shared(candidates, isNew: false)
    add(candidates, family: family, context: context)
  }

  private mutating func addSuffix(_ entry: LexiconEntry, _ names: WeightNames) {
    var pairs: [(tag: WordTag, weight: Int)] = []
    entry.forEachAttributeID { key, value in
      if let tag = names.tag(key), let weight = names.number(value) { pairs.append((tag, Int(weight))) }
    }
    let total = pairs.reduce(0) { $0 + $1.weight }
    let candidates = pairs.map { Candidate(tag: $0.tag, cost: Int16(TagWeight.cost(of: $0.weight, in: total))) }
    guard suffixes.insert(entry.name.dropFirst(), wordClass: families.count) else { return }
    let isPlural = entry.name.hasSuffix("s") && !entry.name.hasSuffix("ss")
    add(candidates, family: .new, context: contexts.shared(candidates, isNew: true), mayBePlural: isPlural)
  }

  private mutating func add(
    _ candidates: [Candidate], family: WordClassModel.Family, context: UInt16, mayBePlural: Bool? = nil
  ) {
    families.append(family)
    let capital = CapitalReadings(candidates, family: family, mayBePlural: mayBePlural)
    let inside = contexts.capital(capital, context)
    for place in WordClassModel.Place.allCases {
      let group = SpellingGroup.index(family, place)
      switch place {
      case .low, .none: append(candidates, context, group)
      case .mid, .capsMid: append(capital.candidates(place), inside, group)
      default: append(capital.candidates(place), family == .listed ? inside : context, group)
      }
    }
  }

  private mutating func append(_ candidates: [Candidate], _ context: UInt16, _ group: Int) {
    let kept = candidates.prefix(WordClassModel.mostCandidates)
    readings.append(
      WordClassModel.Reading(first: Int32(candidateTags.count), count: Int16(kept.count), context: context))
    for candidate in kept {
      var score = -Int(candidate.cost) * Self.shareScale
      if kept.count > 1 { score += own[Int(context), candidate.tag] + shape[group, candidate.tag] }
      candidateTags.append(candidate.tag.rawValue)
      candidateScores.append(Int16(clamping: score))
    }
  }
}
