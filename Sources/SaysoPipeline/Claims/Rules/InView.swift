import SaysoLexicon
import SaysoText

/// "In her view, ...", "..., in the mayor's opinion", "In the words of X, ...": a comment clause that says whose view the
/// sentence is (viewpoint and style disjuncts; Quirk et al. 1985, 8.124). The list of nouns marks them `phrase=in`.
struct InView: ClaimRule {
  static let id: StaticString = "in-view"

  static let examples = [
    "In ⟦source her⟧ ⟦cue view⟧, ⟦content both states are wrong⟧.",
    "⟦content The plan is sound⟧, in ⟦source the mayor⟧'s ⟦cue opinion⟧.",
    "⟦content The bridge⟧, in ⟦source his⟧ ⟦cue view⟧, ⟦content is safe⟧.",
    "In the ⟦cue words⟧ of ⟦source one resident⟧, ⟦content it is a mess⟧.",
  ]

  static let counterexamples = [
    "In view of the rain, the match was off.",
    "The hotel has rooms with a view.",
    "In other words, the bridge is closed.",
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.entry.isInPhrase, let phrase = phrase(of: cue.words, scan) else { return nil }
    let content = content(around: phrase.tokens, scan)
    guard !content.isEmpty else { return nil }
    return ClaimDraft(id, cue: cue.words, content: content, source: phrase.source)
  }

  /// "in her view", "in the mayor's view", "in the view of the mayor": the whole phrase and whose view it is.
  private static func phrase(
    of noun: Range<Int>, _ scan: borrowing ClaimScan
  ) -> (tokens: Range<Int>, source: Range<Int>)? {
    var owner = noun.lowerBound - 1
    if scan.tag[owner] == .jj { owner -= 1 }
    if scan.word[owner] == .the, scan.word[noun.upperBound] == .of, let source = scan.phrase(from: noun.upperBound + 1)
    {
      return opening(owner, scan).map { ($0 ..<~ source.upperBound, source) }
    }
    if scan.tag[owner] == .prps { return opening(owner, scan).map { ($0 ..<~ noun.upperBound, owner ..<~ owner + 1) } }
    guard scan.tag[owner] == .pos else { return nil }
    var first = owner
    while first > max(scan.bounds.lowerBound, owner - 10), scan.word[first - 1] != .in { first -= 1 }
    guard let start = opening(first, scan), !(first ..<~ owner).contains(where: { scan.isVerb($0) }) else { return nil }
    return (start ..<~ noun.upperBound, first ..<~ owner)
  }

  /// The "in" right before a token.
  private static func opening(_ token: Int, _ scan: borrowing ClaimScan) -> Int? {
    token > scan.bounds.lowerBound && scan.word[token - 1] == .in ? token - 1 : nil
  }

  private static func content(around phrase: Range<Int>, _ scan: borrowing ClaimScan) -> [Range<Int>] {
    let low = scan.bounds.lowerBound
    let end = phrase.upperBound
    let before = phrase.lowerBound - 1
    let right = scan.word[end] == .comma ? end + 1 ..<~ max(end + 1, scan.clauseEnd(from: end + 1)) : end ..<~ end
    if before < low || scan.tag[before] == .cc || scan.isQuoteMark(before) {
      return right.isEmpty || !scan.hasVerb(right) ? [] : [right]
    }
    guard scan.word[before] == .comma else { return [] }
    let left = scan.clauseStart(before: before, from: low) ..<~ before
    if right.isEmpty { return end >= scan.bounds.upperBound - 1 ? [left] : [] }
    return scan.finiteVerb(behindAdverbsAt: right.lowerBound, scan.bounds.upperBound) != nil ? [left, right] : []
  }
}
