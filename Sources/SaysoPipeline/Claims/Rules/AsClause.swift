import SaysoLexicon
import SaysoText

/// A reporting clause with "as" in front of what it reports: "As the paper noted, the bridge is old."
/// (Quirk et al. 1985, 15.55: comment clauses with "as".)
struct AsClause: ClaimRule {
  static let id: StaticString = "as-clause"

  static let examples = [
    "As ⟦source the paper⟧ ⟦cue noted⟧, ⟦content the bridge is old⟧.",
    "But as ⟦source Ana Duarte⟧ ⟦cue wrote⟧ in March, ⟦content the money is gone⟧.",
    "⟦content The supplier was Tidewell⟧, as ⟦cue reported by⟧ ⟦source the Halden Courier⟧.",
  ]

  static let counterexamples = [
    "As the mayor spoke, the rain fell.",
    "As a lawyer, she said nothing.",
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    if let draft = reportedBy(cue, scan) { return draft }
    guard cue.isFinite, !cue.isPassive, cue.entry.takes.hasAny([.that, .zero]),
      let source = scan.subject(before: cue.start, from: scan.clauseLow(before: cue.start)),
      scan.word[source.lowerBound - 1] == .as, opensSentence(source.lowerBound - 1, scan)
    else { return nil }
    let comma = scan.skipAdverbials(cue.end)
    guard scan.word[comma] == .comma, scan.isClause(at: comma + 1) else { return nil }
    let end = scan.clauseEnd(from: comma + 1)
    return end > comma + 2 ? ClaimDraft(id, cue: cue.span, content: [comma + 1 ..<~ end], source: source) : nil
  }

  /// "..., as reported by X".
  private static func reportedBy(_ cue: CueCandidate, _ scan: borrowing ClaimScan) -> ClaimDraft? {
    let joint = cue.words.lowerBound - 1
    guard cue.entry.isSpeech, scan.word[joint] == .as, scan.word[joint - 1] == .comma, scan.word[cue.end] == .by,
      let source = scan.phrase(from: cue.end + 1)
    else { return nil }
    let low = scan.clauseStart(before: joint - 1, from: scan.clauseLow(before: joint))
    guard scan.hasVerb(low ..<~ joint - 1) else { return nil }
    return ClaimDraft(
      "as-clause", cue: cue.words.lowerBound ..<~ cue.end + 1, content: [low ..<~ joint - 1], source: source)
  }

  private static func opensSentence(_ token: Int, _ scan: borrowing ClaimScan) -> Bool {
    var first = token
    while first > scan.bounds.lowerBound, scan.tag[first - 1] == .cc || scan.isAdverb(first - 1) { first -= 1 }
    return first == scan.bounds.lowerBound
  }
}
