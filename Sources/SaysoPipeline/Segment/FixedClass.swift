import SaysoLexicon

/// Classes of tokens that are told by their spelling alone.
enum FixedClass: Int, CaseIterable {
  /// An ending that no list has.
  case unknown
  case number, ordinal, decade, measure, code, address
  case punctuation, symbol, enDash
  case abbreviation, capitalAbbreviation

  var candidates: [Candidate] {
    switch self {
    case .unknown: [Candidate(tag: .nn, cost: 6), Candidate(tag: .jj, cost: 18), Candidate(tag: .nns, cost: 18)]
    case .number: [Candidate(tag: .cd, cost: 0), Candidate(tag: .ls, cost: 64)]
    case .ordinal: [Candidate(tag: .jj, cost: 0), Candidate(tag: .nn, cost: 23)]
    case .decade: [Candidate(tag: .nns, cost: 0)]
    case .measure:
      [Candidate(tag: .cd, cost: 6), Candidate(tag: .nn, cost: 12), Candidate(tag: .nnp, cost: 17)]
    case .code: [Candidate(tag: .nnp, cost: 6), Candidate(tag: .nn, cost: 12)]
    case .address: [Candidate(tag: .nnp, cost: 0)]
    case .punctuation: [Candidate(tag: .punct, cost: 0)]
    case .symbol: [Candidate(tag: .sym, cost: 0)]
    case .enDash: [Candidate(tag: .punct, cost: 7), Candidate(tag: .sym, cost: 9)]
    case .abbreviation: [Candidate(tag: .nn, cost: 0), Candidate(tag: .fw, cost: 10)]
    case .capitalAbbreviation: [Candidate(tag: .nnp, cost: 0), Candidate(tag: .nn, cost: 16)]
    }
  }

  var family: WordClassModel.Family {
    switch self {
    case .unknown: .new
    case .number, .ordinal, .decade, .measure: .number
    case .code: .code
    case .address: .address
    case .punctuation, .symbol, .enDash: .mark
    case .abbreviation, .capitalAbbreviation: .abbreviation
    }
  }

  /// Name of the context class in `words/contexts`.
  var contextName: String {
    switch self {
    case .unknown: "*new:JJ|NN|NNS"
    case .number: "*number"
    case .ordinal: "*ordinal"
    case .decade: "*decade"
    case .measure: "*measure"
    case .code: "*code"
    case .address: "*address"
    case .punctuation: "*mark"
    case .symbol: "*symbol"
    case .enDash: "–"
    case .abbreviation, .capitalAbbreviation: "*abbreviation"
    }
  }
}
