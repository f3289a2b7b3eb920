import SaysoLexicon
import SaysoText

/// An adjective of attitude with its complement: "is confident that ...", "voters angry at ...", "eager to ...".
/// (Quirk et al. 1985, 16.68: complementation of adjectives.)
struct AdjectiveCue: ClaimRule {
  static let id: StaticString = "adjective+"

  static let examples = [
    "⟦source The mayor⟧ ⟦cue is confident⟧ ⟦content that the bridge will reopen⟧."
  ]

  static let counterexamples = [
    "It is a confident team."
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.entry.kind == .adjective, !cue.entry.isRaising, let complement = scan.complement(of: cue),
      !cue.entry.weak.contains(complement.frame), !complement.frame.contains(.quote)
    else { return nil }
    guard let source = scan.source(of: cue, context), !scan.isExpletive(source) else { return nil }
    let end = scan.clauseEnd(from: complement.start, [.verbless])
    guard end > complement.start else { return nil }
    return ClaimDraft(
      complement.rule(cue.entry.kind), cue: cue.span.lowerBound ..<~ complement.cueEnd,
      content: [complement.start ..<~ end],
      source: source)
  }
}
