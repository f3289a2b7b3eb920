import SaysoLexicon
import SaysoText

/// A relative clause that is itself reported: "a plan that Roe says will fail", "what Roe called a mistake".
/// The content is the relative word and what stands behind the cue (Quirk et al. 1985, 15.16: pushdown relatives).
struct RelativeObject: ClaimRule {
  static let id: StaticString = "relative-object"

  static let examples = [
    "It is a plan ⟦content that⟧ ⟦source the mayor⟧ ⟦cue says⟧ ⟦content will fail⟧.",
    "She spoke of theft, ⟦content a charge⟧ that ⟦source the mayor⟧ ⟦cue denied⟧.",
    "She said it was late, ⟦content a claim⟧ ⟦source the council⟧ ⟦cue dismissed⟧ as baseless.",
  ]

  static let counterexamples = [
    "It is the plan that the mayor wrote."
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.isFinite, !cue.isPassive, let phrase = scan.nounPhrase(before: cue.start) else { return nil }
    let source = scan.nounPhraseStart(endingAt: cue.start, from: scan.clauseLow(before: cue.start)) ..<~ cue.start
    let relative = source.lowerBound - 1
    if let summary = scan.summary(before: source.lowerBound), cue.entry.takes.contains(.np) {
      return ClaimDraft(id, cue: cue.span, content: [summary], source: source)
    }
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

extension ClaimScan {
  /// ", a charge that | Roe denied", ", a claim | the council dismissed": the noun behind a comma that sums up what was
  /// said, in front of the subject of what is said about it.
  func summary(before subject: Int) -> Range<Int>? {
    let end = isRelative(subject - 1) || word[subject - 1] == .that ? subject - 1 : subject
    guard let phrase = nounPhrase(before: end), features[Int(phrase.head)].contains(.cueNoun),
      case let first = Int(phrase.tokens.lowerBound), word[first] == .a || word[first] == .an, word[first - 1] == .comma
    else { return nil }
    return first ..<~ end
  }
}
