import SaysoLexicon
import SaysoRecord
import SaysoText

/// What can be said of a claim's content by its words: how much is quoted, how certain it is, its traits.
struct ContentDescriber {
  private var traits: [UInt32: Trait] = [:]

  init(_ context: StageContext) {
    for list in context.lexicon.lists where list.name.hasPrefix("traits/") {
      for entry in context.lexicon.entries(inList: list.name) {
        if let trait = Trait(rawValue: entry.kind) { traits[entry.id.raw] = trait }
      }
    }
  }

  /// direct: at least 95% of the words stand in quotation marks; indirect: none does; mixed: the rest.
  static func quotation(_ content: [Range<Int>], _ scan: borrowing ClaimScan) -> Quotation {
    var words = 0
    var quoted = 0
    for piece in content {
      for token in piece where !scan.shape[token].contains(.punctuation) {
        words += 1
        if scan.quoteAt[token] > 0 { quoted += 1 }
      }
    }
    if quoted == 0 { return .indirect }
    return quoted * 100 >= words * 95 ? .direct : .mixed
  }

  /// The stance of whoever makes the claim.
  static func certainty(_ draft: ClaimDraft, _ scan: borrowing ClaimScan) -> Certainty {
    let isNegated = draft.flags.contains(.negated)
    if draft.cueClass == .question || endsAsQuestion(draft, scan) { return .question }
    if draft.cueClass == .deny, draft.cue != nil { return isNegated ? .asserted : .negated }
    if isNegated, draft.cue != nil { return .negated }
    guard let first = draft.content.first?.lowerBound else { return .asserted }
    if opensCondition(draft, scan) || opensCondition(first, scan) { return .conditional }
    if draft.isHedge || isGuarded(draft.content, scan) { return .hedged }
    return .asserted
  }

  private static func endsAsQuestion(_ draft: ClaimDraft, _ scan: borrowing ClaimScan) -> Bool {
    guard let end = draft.content.last?.upperBound else { return false }
    return scan.word[end] == .question || scan.word[end - 1] == .question
      || scan.word[end - 2] == .question
        && scan.isQuoteMark(end - 1)
  }

  private static func opensCondition(_ token: Int, _ scan: borrowing ClaimScan) -> Bool {
    scan.word[scan.isQuoteMark(token) ? token + 1 : token] == .if
  }

  /// "if Roe says so": the attribution itself is only supposed.
  private static func opensCondition(_ draft: ClaimDraft, _ scan: borrowing ClaimScan) -> Bool {
    guard let source = draft.source, let cue = draft.cue, source.upperBound == cue.lowerBound else { return false }
    return scan.word[source.lowerBound - 1] == .if
  }

  /// "may", "might", "could" or an adverb of the hedges ("apparently") before the first full verb.
  private static func isGuarded(_ content: [Range<Int>], _ scan: borrowing ClaimScan) -> Bool {
    for piece in content {
      for token in piece.prefix(60) where scan.isVerb(token) || scan.features[token].contains(.cueAdverb) {
        if scan.isAdverb(token) { return true }
        switch scan.word[token] {
        case .may, .might, .could: return true
        default: return false
        }
      }
    }
    return false
  }

  // MARK: Traits

  /// The traits of a content in the order of the vocabulary.
  func traits(_ content: [Range<Int>], _ scan: borrowing ClaimScan) -> [Trait] {
    var found: UInt16 = 0
    for piece in content {
      for token in piece {
        let shape = scan.shape[token]
        if shape.contains(.hasDigit), !scan.isDate[token] { found |= Self.bit(.number) }
        switch scan.tag[token] {
        case .cd where !scan.isDate[token] && scan.word[token] != .one: found |= Self.bit(.number)
        case .jjs, .rbs: found |= Self.bit(.superlative)
        default: break
        }
        for match in Int(scan.firstMatch[token]) ..<~ Int(scan.firstMatch[token + 1])
        where scan.matches[match].type == .trait && scan.matches[match].end <= piece.upperBound {
          if let trait = traits[scan.matches[match].entry.raw] { found |= Self.bit(trait) }
        }
      }
    }
    guard found != 0 else { return [] }
    return Trait.allCases.filter { found & Self.bit($0) != 0 }
  }

  private static func bit(_ trait: Trait) -> UInt16 {
    switch trait {
    case .number: 1
    case .accusation: 2
    case .cause: 4
    case .intent: 8
    case .superlative: 16
    case .opinion: 32
    case .casualty: 64
    case .quantityChange: 128
    case .legal: 256
    }
  }
}
