import SaysoLexicon
import SaysoText

/// A cue in the passive: "is expected to win", "was accused of theft", "it is believed that ...", and with an agent,
/// "was criticised by Roe". The subject belongs to the content unless it is the one spoken to ("was told that").
struct PassiveCue: ClaimRule {
  static let id: StaticString = "passive-"

  static let examples = [
    "⟦content The bridge⟧ ⟦cue is expected⟧ ⟦content to reopen in May⟧.",
    "It ⟦cue is believed⟧ ⟦content that the thieves came by boat⟧.",
    "⟦content The plan⟧ ⟦cue was criticized by⟧ ⟦source the union⟧.",
    "⟦source The mayor⟧ ⟦cue was quoted as saying⟧ ⟦content that the bridge is safe⟧.",
    "⟦content Two directors⟧ ⟦cue are said⟧ ⟦content to have opposed the plan⟧.",
  ]

  static let counterexamples = [
    "The bridge was built in May."
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.isPassive else { return nil }
    let subject = scan.source(of: cue, context)
    if let subject, let draft = quotedAs(cue, subject, scan) { return draft }
    if scan.word[cue.end] == .by, let agent = scan.phrase(from: cue.end + 1), !scan.isDate[cue.end + 1] {
      guard let subject, !cue.entry.weak.contains(.agent) else { return nil }
      var draft = ClaimDraft(
        "passive-agent", cue: cue.span.lowerBound ..<~ cue.end + 1, content: [subject], source: agent)
      if let rest = rest(behind: agent.upperBound, cue, scan) { draft.content.append(rest) }
      return draft
    }
    guard let complement = complement(cue, scan) else { return nil }
    // "was told that": the listener is named and the speaker is not.
    let isReport = cue.entry.takes.contains(.addressee) && complement.frame.hasAny([.that, .question])
    // "is said to have left": nobody is spoken to.
    let isRumour = complement.frame == .inf && cue.entry.isSpeech && !cue.entry.takes.hasAny([.npInf, .addressee])
    guard isReport || isRumour || !cue.entry.weak.contains(.passive) else { return nil }
    let end = scan.clauseEnd(from: complement.start, [.verbless])
    guard end > complement.start else { return nil }
    let rest = complement.start ..<~ end
    let isTold = cue.entry.takes.contains(.addressee) && complement.frame != .np
    let isExpletive = subject.map { $0.count == 1 && scan.word[$0.lowerBound] == .it } ?? false
    var content = [rest]
    if let subject, !isTold, !isExpletive { content = [subject, rest] }
    var draft = ClaimDraft("passive-cue", cue: cue.span.lowerBound ..<~ complement.cueEnd, content: content)
    draft.isHedge = !isTold
    return draft
  }

  /// "was quoted as saying that": the subject says it.
  private static func quotedAs(_ cue: CueCandidate, _ subject: Range<Int>, _ scan: borrowing ClaimScan) -> ClaimDraft? {
    let verb = cue.end + 1
    guard scan.word[cue.end] == .as, scan.tag[verb] == .vbg, scan.isSpeechCue(verb) else { return nil }
    let start = verb + 1
    let end = scan.clauseEnd(from: start)
    guard start < scan.bounds.upperBound, end > start else { return nil }
    return ClaimDraft("passive-quoted", cue: cue.span.lowerBound ..<~ start, content: [start ..<~ end], source: subject)
  }

  /// "was accused by the union of breaking its word": the complement behind the agent.
  private static func rest(behind token: Int, _ cue: CueCandidate, _ scan: borrowing ClaimScan) -> Range<Int>? {
    guard scan.word[token] == .of || scan.word[token] == .as || scan.word[token] == .for else { return nil }
    let end = scan.clauseEnd(from: token, [.verbless])
    return end > token + 1 ? token ..<~ end : nil
  }

  private static func complement(_ cue: CueCandidate, _ scan: borrowing ClaimScan) -> Complement? {
    let at = cue.end
    let takes = cue.entry.takes
    if scan.tag[at] == .to, scan.verbGroup(at: at) != nil {
      return takes.hasAny([.inf, .npInf, .that]) ? Complement(frame: .inf, start: at, cueEnd: at) : nil
    }
    if scan.word[at] == .that, takes.contains(.that) { return Complement(frame: .that, start: at, cueEnd: at) }
    if takes.contains(.question), scan.opensQuestion(at) {
      return Complement(frame: .question, start: at, cueEnd: at)
    }
    if scan.word[at] == .as || cue.entry.prepositions & scan.cues.bit(of: scan.word[at]) != 0,
      at + 1 < scan.bounds.upperBound
    {
      return Complement(frame: .prep, start: at + 1, cueEnd: at + 1)
    }
    if takes.contains(.np), scan.tag[at] == .jj || scan.nounPhrase(at: at) != nil || scan.quote(at: at) != nil,
      !scan.isDate[at]
    {
      return Complement(frame: .np, start: at, cueEnd: at)
    }
    return nil
  }
}
