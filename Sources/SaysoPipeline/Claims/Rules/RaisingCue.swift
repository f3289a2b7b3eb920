import SaysoLexicon
import SaysoText

/// Verbs and adjectives whose subject belongs to what is claimed, with no source: "seems to know", "appears certain",
/// "is likely to rise" (raising predicates; Quirk et al. 1985, 16.38).
struct RaisingCue: ClaimRule {
  static let id: StaticString = "raising-cue"

  static let examples = [
    "⟦content The bridge⟧ ⟦cue seems⟧ ⟦content to be safe⟧.",
    "It ⟦cue emerged⟧ at a hearing in May ⟦content that the bridge was not safe⟧.",
  ]

  static let counterexamples = [
    "She came to see the bridge.",
    "The crew emerged unhurt from the boat.",
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.entry.isRaising, cue.isFinite else { return nil }
    let at = content(behind: cue, scan)
    let takesVerb = cue.entry.kind == .adjective || cue.entry.takes.contains(.inf)
    let isClausal = takesVerb && scan.tag[at] == .to && scan.verbGroup(at: at) != nil
    let isPredicate =
      cue.entry.kind == .verb && takesVerb && (scan.tag[at] == .jj || scan.tag[at] == .vbn || scan.tag[at] == .rb)
    guard isClausal || isPredicate || scan.word[at] == .that else { return nil }
    // "seemed to suggest that": the verb of speech is the cue, and its subject the source.
    if isClausal, let group = scan.verbGroup(at: at), scan.isSpeechCue(Int(group.head)) { return nil }
    let end = scan.clauseEnd(from: at, [.verbless])
    guard end > at, let subject = scan.source(of: cue, context) else { return nil }
    let isExpletive = subject.count == 1 && scan.word[subject.lowerBound] == .it && scan.word[at] == .that
    var draft = ClaimDraft(id, cue: cue.span, content: isExpletive ? [at ..<~ end] : [subject, at ..<~ end])
    draft.isHedge = true
    return draft
  }

  /// The token behind the cue, or the "that" behind its time and place: "emerged on Monday that".
  private static func content(behind cue: CueCandidate, _ scan: borrowing ClaimScan) -> Int {
    let that = scan.skipAdverbials(cue.end)
    return scan.word[that] == .that && scan.tag[that] == .ins ? that : cue.end
  }
}
