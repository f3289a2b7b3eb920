import SaysoLexicon
import SaysoText

/// A sentence that opens with the cue: "Said Ana Duarte, a lawyer: “We have won.”"
/// (Quirk et al. 1985, 14.29: inversion in reporting clauses, here of journalism.)
struct CueFirst: ClaimRule {
  static let id: StaticString = "cue-first"

  static let examples = [
    "⟦cue Said⟧ ⟦source Ana Duarte⟧: ⟦content “We have won.”⟧",
    "⟦cue Added⟧ ⟦source Ana Duarte, who grew up here⟧, ⟦content “We were all so proud.”⟧",
  ]

  static let counterexamples = [
    "Said to be old, the bridge is closed."
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.start == scan.bounds.lowerBound, cue.entry.isSpeech, cue.entry.takes.contains(.quote),
      scan.tag[cue.start] == .vbd, scan.nounPhrase(at: cue.end) != nil, !scan.isDate[cue.end],
      let mark = mark(behind: cue.end, scan), let quote = scan.quote(at: mark + 1)
    else { return nil }
    let source = cue.end ..<~ mark
    var draft = ClaimDraft(id, cue: cue.span, content: [quote.tokens], source: source)
    draft.isSpeech = true
    return draft
  }

  /// The comma or colon in front of the quotation.
  private static func mark(behind token: Int, _ scan: borrowing ClaimScan) -> Int? {
    let reach = min(scan.bounds.upperBound, token + ClaimScan.sourceReach)
    return (token + 1 ..<~ max(token + 1, reach)).first {
      scan.quote(at: $0 + 1) != nil && (scan.word[$0] == .comma || scan.word[$0] == .colon)
    }
  }
}
