import SaysoLexicon
import SaysoText

/// Indirect speech in front of its attribution, or around it: "The plan failed, Roe said."; "The plan, Roe said, failed."
/// (Quirk et al. 1985, 15.54: comment clauses.)
struct ClauseThenCue: ClaimRule {
  static let id: StaticString = "clause-then-cue"

  static let examples = [
    "⟦content The bridge will close in May⟧, ⟦source the mayor⟧ ⟦cue said⟧.",
    "⟦content The bridge⟧, ⟦source the mayor⟧ ⟦cue said⟧, ⟦content will close in May⟧.",
    "⟦content The bridge will close⟧, ⟦cue said⟧ ⟦source Ana Duarte⟧.",
    "⟦content The council will meet on Monday⟧, ⟦source sources⟧ ⟦cue said⟧.",
  ]

  static let counterexamples = [
    "When she came, the mayor said nothing."
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.isFinite, !cue.isPassive, cue.entry.takes.hasAny([.zero, .quote]) else { return nil }
    // "told the paper": what follows a verb that takes an addressee is no subject.
    var source = inverted(cue, scan)
    var behind = source?.upperBound ?? cue.end
    if source == nil { source = adjacentSubject(cue, scan) }
    // "It was, you know, late": a filler.
    guard let source, scan.word[source.lowerBound] != .you else { return nil }
    let start = min(source.lowerBound, cue.start)
    // "..., as Roe reported, ..."
    let comma = scan.word[start - 1] == .as ? start - 2 : start - 1
    guard comma > scan.bounds.lowerBound, scan.word[comma] == .comma || scan.isDash(comma) else { return nil }
    behind = skipTail(behind, cue, scan)
    guard isOver(behind, scan) || opensTail(behind, scan),
      scan.word[behind] != .comma || scan.quote(at: behind + 1) == nil
    else { return nil }
    let low = leadStart(comma, scan)
    let left = low ..<~ comma
    guard !left.isEmpty else { return nil }
    var content = [left]
    if let right = right(of: behind, left, scan) { content.append(right) }
    guard content.contains(where: { scan.hasVerb($0) }), startsClause(left, content.count, scan) else {
      return nil
    }
    return ClaimDraft(id, cue: cue.span, content: content, source: source)
  }

  /// "..., said Roe": not "Roe, who ..., said the plan would work", where a clause follows.
  private static func inverted(_ cue: CueCandidate, _ scan: borrowing ClaimScan) -> Range<Int>? {
    guard !cue.entry.takes.contains(.addressee), let source = scan.invertedSource(of: cue) else { return nil }
    // "Roe, who ..., stressed the risks": an object, unless the verb takes clauses only.
    if cue.entry.takes.contains(.np), scan.subject(before: cue.start, from: scan.clauseLow(before: cue.start)) != nil,
      !scan.hasFiniteVerb(scan.clauseLow(before: cue.start) ..<~ cue.start) || scan.isRelativeBefore(cue.start)
    {
      return nil
    }
    // "Opposition rejects result, vows court challenge": in headlines an object.
    if scan.tag[cue.words.lowerBound] == .vbz, !isSpeaker(source, scan) { return nil }
    let goesOn = scan.hasFiniteVerb(source.upperBound ..<~ max(source.upperBound, scan.bounds.upperBound))
    guard goesOn else { return source }
    let left = scan.bounds.lowerBound ..<~ cue.start
    let isName = scan.nounPhrase(at: cue.end)?.flags.contains(.name) == true
    return isName && scan.hasFiniteVerb(left) ? source : nil
  }

  /// Whether a phrase has a name in it, or its head is a pronoun or a noun of the lists of sources and titles.
  private static func isSpeaker(_ source: Range<Int>, _ scan: borrowing ClaimScan) -> Bool {
    let head = scan.nounPhrase(at: source.lowerBound).map { Int($0.head) } ?? source.lowerBound
    return scan.tag[head] == .prp || scan.features[head].hasAny([.source, .title])
      || source.contains { scan.isNamed[$0] }
  }

  /// A subject that touches the verb: behind a comma, a name and a verb only.
  private static func adjacentSubject(_ cue: CueCandidate, _ scan: borrowing ClaimScan) -> Range<Int>? {
    let before = scan.word[cue.start - 1]
    guard scan.nounPhrase(before: cue.start) != nil || before == .closeBracket || before == .comma else { return nil }
    return scan.subject(before: cue.start, from: scan.clauseLow(before: cue.start))
  }

  /// "told reporters on Monday" behind the clause.
  private static func skipTail(_ token: Int, _ cue: CueCandidate, _ scan: borrowing ClaimScan) -> Int {
    var next = token
    if cue.entry.takes.contains(.addressee), let phrase = scan.nounPhrase(at: next) {
      next = Int(phrase.tokens.upperBound)
    }
    return scan.skipAdverbials(next)
  }

  /// "he said after meeting her", "she said as the vote neared": where and when it was said.
  private static func opensTail(_ token: Int, _ scan: borrowing ClaimScan) -> Bool {
    switch scan.word[token] {
    case .after, .before, .as, .when, .during, .while, .in, .at: true
    default: false
    }
  }

  private static func isOver(_ token: Int, _ scan: borrowing ClaimScan) -> Bool {
    token >= scan.bounds.upperBound || scan.isTerminal(token) || scan.word[token] == .comma
      || scan.word[token] == .semicolon || scan.isDash(token) || scan.word[token] == .closeBracket
  }

  private static func leadStart(_ comma: Int, _ scan: borrowing ClaimScan) -> Int {
    var first = scan.clauseLow(before: comma)
    var token = comma - 1
    while token > first {
      if scan.word[token] == .semicolon || scan.word[token] == .openBracket {
        first = token + 1
        break
      }
      token -= 1
    }
    return first
  }

  /// "When asked, Roe said": what stands in front is no clause of its own unless the content goes on behind.
  private static func startsClause(_ left: Range<Int>, _ pieces: Int, _ scan: borrowing ClaimScan) -> Bool {
    if pieces > 1 { return true }
    switch scan.tag[left.lowerBound] {
    case .wrb, .vbg, .vbn: return false
    case .ins: return scan.word[left.lowerBound] == .that || hasMainClause(left, scan)
    default: return true
    }
  }

  /// "While he is third, a win could help, ...": behind the leading clause a second one follows.
  private static func hasMainClause(_ left: Range<Int>, _ scan: borrowing ClaimScan) -> Bool {
    for token in left.prefix(ClaimScan.sourceReach) where scan.word[token] == .comma {
      if scan.isClause(at: token + 1), scan.hasFiniteVerb(token ..<~ left.upperBound) { return true }
    }
    return false
  }

  private static func right(of token: Int, _ left: Range<Int>, _ scan: borrowing ClaimScan) -> Range<Int>? {
    guard scan.word[token] == .comma, token + 2 < scan.bounds.upperBound else { return nil }
    let start = token + 1
    let hasLeft = scan.hasFiniteVerb(left)
    if scan.tag[start] == .vbg || scan.isRelative(start) { return nil }
    let isComplement = scan.word[start] == .that || scan.word[start] == .because
    if hasLeft, scan.tag[start] == .in || scan.tag[start] == .ins || scan.word[start] == .but, !isComplement {
      return nil
    }
    let end = scan.clauseEnd(from: start)
    return end > start ? start ..<~ end : nil
  }
}
