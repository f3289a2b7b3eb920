import SaysoLexicon
import SaysoText

/// A word by which the writer reports without a source: "has reportedly left", "the alleged thief".
/// The content is the clause around the adverb, or the noun phrase behind the adjective.
struct HedgeAdverb: ClaimRule {
  static let id: StaticString = "hedge-adverb"

  static let examples = [
    "⟦content The thieves have⟧ ⟦cue reportedly⟧ ⟦content left the country⟧."
  ]

  static let counterexamples = [
    "The thieves have quickly left the country."
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.entry.kind == .adverb, !cue.entry.isWeak else { return nil }
    var draft = ClaimDraft(id, cue: cue.span, content: [])
    draft.isHedge = true
    if cue.entry.isAttribute {
      guard let chunk = scan.chunk(at: cue.end), chunk.kind == .nounPhrase, Int(chunk.tokens.upperBound) > cue.end
      else {
        return nil
      }
      draft.content = [cue.end ..<~ Int(chunk.tokens.upperBound)]
      return draft
    }
    let low = max(scan.clauseLow(before: cue.start), scan.clauseStart(before: cue.start, from: scan.bounds.lowerBound))
    let end = scan.clauseEnd(from: cue.end, [.verbless])
    if cue.start > low { draft.content.append(start(low, cue.start, scan) ..<~ cue.start) }
    if end > cue.end { draft.content.append(cue.end ..<~ end) }
    return draft.content.isEmpty ? nil : draft
  }

  /// The subject of the adverb's clause rather than an introduction before it.
  private static func start(_ low: Int, _ adverb: Int, _ scan: borrowing ClaimScan) -> Int {
    var verb = adverb
    while verb > low, let group = scan.verbGroup(at: verb - 1) { verb = Int(group.tokens.lowerBound) }
    return scan.subject(before: verb, from: low)?.lowerBound ?? low
  }
}
