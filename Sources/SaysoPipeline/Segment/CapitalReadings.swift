import SaysoLexicon

/// What a word may be when it is written with a capital: what it is without, or a name or part of one.
struct CapitalReadings {
  let family: WordClassModel.Family
  private let plain: [Candidate]
  let isPluralName: Bool
  private let isAdjective: Bool
  private let isParticiple: Bool

  init(_ candidates: [Candidate], family: WordClassModel.Family, mayBePlural: Bool?) {
    self.family = family
    plain = candidates
    func has(_ tag: WordTag) -> Bool { candidates.contains { $0.tag == tag } }
    isPluralName = mayBePlural ?? has(.nns)
    isAdjective = family == .known && (has(.jj) || has(.vbn))
    isParticiple = family == .known && has(.vbn)
  }

  /// Whether a capital adds readings at all: numbers, marks and words that are always capitalised have theirs.
  var isOpen: Bool { family == .known || family == .new }

  func candidates(_ place: WordClassModel.Place) -> [Candidate] {
    guard family == .own || isOpen else { return plain }
    var found = plain
    if family == .own {
      add(.nnp, place.isStart ? 58 : 35, to: &found)
    } else {
      set(.nnp, 0, in: &found)
      if isPluralName { set(.nnps, 12, in: &found) }
      if isAdjective { set(.nnpj, 12, in: &found) }
      if isParticiple { set(.nnpv, 23, in: &found) }
    }
    return found
  }

  private func add(_ tag: WordTag, _ cost: Int16, to found: inout [Candidate]) {
    if let at = found.firstIndex(where: { $0.tag == tag }) {
      found[at].cost = min(found[at].cost, cost)
    } else {
      found.append(Candidate(tag: tag, cost: cost))
    }
  }

  private func set(_ tag: WordTag, _ cost: Int16, in found: inout [Candidate]) {
    found.removeAll { $0.tag == tag }
    found.append(Candidate(tag: tag, cost: cost))
  }
}
