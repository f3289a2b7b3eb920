import SaysoLexicon
import SaysoText

/// A participle of a verb that takes an addressee: "Asked whether he would go, Roe said ...", "told of the plan, ...".
/// Who asked is seldom said; "by X" names it.
struct AskedParticiple: ClaimRule {
  static let id: StaticString = "asked-participle"

  static let examples = [
    "⟦cue Asked⟧ ⟦content whether the bridge was safe⟧, she smiled.",
    "⟦cue Asked⟧ ⟦content whether a deal was near⟧, the mayor's aide, Ana Duarte, smiled.",
  ]

  static let counterexamples = [
    "The man ran away."
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.ownFlags.contains(.participle), scan.tag[cue.words.lowerBound] == .vbn, cue.entry.isSpeech,
      cue.entry.takes.contains(.addressee), opensClause(cue, scan)
    else { return nil }
    var behind = cue
    var source: Range<Int>?
    if scan.word[cue.end] == .by, let agent = scan.nounPhrase(at: cue.end + 1) {
      source = Range<Int>(agent.tokens)
      behind.span = (cue.span.lowerBound ..<~ Int(agent.tokens.upperBound))
    } else {
      behind.span = (cue.span.lowerBound ..<~ scan.skipDates(cue.end))
    }
    guard let complement = scan.complement(of: behind), complement.frame.hasAny([.question, .prep, .that, .inf]) else {
      return nil
    }
    let limit = scan.clauseEnd(from: complement.start, [.verbless, .embedded])
    let comma = (complement.start ..<~ max(complement.start, limit)).first {
      scan.word[$0] == .comma && scan.isClause(at: $0 + 1)
    }
    let end = comma ?? limit
    guard end > complement.start else { return nil }
    let isPreposition = complement.frame == .prep && source == nil
    return ClaimDraft(
      id, cue: cue.span.lowerBound ..<~ (isPreposition ? complement.cueEnd : cue.end),
      content: [complement.start ..<~ end], source: source)
  }

  private static func opensClause(_ cue: CueCandidate, _ scan: borrowing ClaimScan) -> Bool {
    let before = cue.start - 1
    return before < scan.bounds.lowerBound || scan.word[before] == .when || scan.word[before] == .comma
      || scan.tag[before] == .cc || scan.tag[before] == .wrb
  }
}
