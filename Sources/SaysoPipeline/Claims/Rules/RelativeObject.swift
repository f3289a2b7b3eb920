import SaysoLexicon
import SaysoText

/// A relative clause that is itself reported: "a plan that Roe says will fail", "what Roe called a mistake".
/// The content is the relative word and what stands behind the cue (Quirk et al. 1985, 15.16: pushdown relatives).
struct RelativeObject: ClaimRule {
  static let id: StaticString = "relative-object"

  static let examples = [
    "It is a plan ⟦content that⟧ ⟦source the mayor⟧ ⟦cue says⟧ ⟦content will fail⟧."
  ]

  static let counterexamples = [
    "It is the plan that the mayor wrote."
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.isFinite, !cue.isPassive, let phrase = scan.nounPhrase(before: cue.start) else { return nil }
    let source = scan.nounPhraseStart(endingAt: cue.start, from: scan.clauseLow(before: cue.start)) ..<~ cue.start
    let relative = source.lowerBound - 1
    guard relative >= scan.bounds.lowerBound, Int(phrase.tokens.upperBound) == cue.start else { return nil }
    let isWhat = scan.word[relative] == .what
    guard isWhat || scan.isRelative(relative) || scan.word[relative] == .that else { return nil }
    let next = cue.end
    let hasGap =
      scan.verbGroup(at: next)?.flags.contains(.finite) == true
      || (scan.tag[next] == .to && cue.entry.takes.contains(.inf) && !cue.entry.weak.contains(.inf))
    guard hasGap || (isWhat && cue.entry.takes.contains(.np) && scan.nounPhrase(at: next) != nil) else { return nil }
    let end = scan.clauseEnd(from: next, [.verbless])
    guard end > next else { return nil }
    return ClaimDraft(id, cue: cue.span, content: [relative ..<~ relative + 1, next ..<~ end], source: source)
  }
}
