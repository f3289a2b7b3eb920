import SaysoLexicon
import SaysoText

/// A noun that names an act of saying or thinking, with its complement: "Roe's claim that ...", "their support for ...",
/// "made the argument that ...", "allegations that ..." (Quirk et al. 1985, 17.35: complementation of nouns).
struct NounCue: ClaimRule {
  static let id: StaticString = "noun+"

  static let examples = [
    "It came after ⟦source the mayor⟧'s ⟦cue claim⟧ ⟦content that the bridge was safe⟧.",
    "There were ⟦cue allegations⟧ ⟦content that money was lost⟧.",
  ]

  static let counterexamples = [
    "The claim was long.",
    "The insurance claim form is here.",
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.entry.kind == .noun else { return nil }
    let owner = owner(of: cue, scan)
    guard let complement = complement(of: cue, owner, scan) else { return nil }
    let isWeak = cue.entry.weak.contains(complement.frame)
    if owner != nil, isWeak, complement.frame != .that { return nil }
    let end = end(of: complement, cue, scan)
    guard end > complement.start else { return nil }
    let content = [complement.start ..<~ end]
    if let owner {
      return ClaimDraft(
        complement.rule(.noun), cue: owner.cue ..<~ complement.cueEnd, content: content, source: owner.source)
    }
    if let verb = verb(over: cue, scan), let source = scan.subject(before: verb, from: scan.clauseLow(before: verb)),
      !scan.isExpletive(source)
    {
      guard complement.frame.hasAny([.that, .inf]) || cue.entry.prepositions != 0 else { return nil }
      var draft = ClaimDraft(complement.rule(.noun), cue: verb ..<~ complement.cueEnd, content: content, source: source)
      draft.flags = .finite
      return draft
    }
    guard complement.frame == .that, !cue.entry.isWeak, !isWeak else { return nil }
    if let source = instrument(cue, scan) {
      return ClaimDraft(
        complement.rule(.noun), cue: cue.span.lowerBound ..<~ complement.cueEnd, content: content, source: source)
    }
    var draft = ClaimDraft(complement.rule(.noun), cue: cue.span.lowerBound ..<~ complement.cueEnd, content: content)
    draft.isHedge = true
    return draft
  }

  /// The end of the content; where the cue's phrase is the subject, before its verb: "his attacks on her | are".
  private static func end(of complement: Complement, _ cue: CueCandidate, _ scan: borrowing ClaimScan) -> Int {
    let end = scan.clauseEnd(from: complement.start, [.verbless])
    let low = scan.clauseStart(before: cue.start, from: scan.bounds.lowerBound)
    guard !complement.frame.hasAny([.that, .question]), !scan.hasFiniteVerb(low ..<~ cue.start) else { return end }
    var token = complement.start
    while token < end {
      if scan.isRelative(token) { return end }
      if let group = scan.verbGroup(at: token), group.flags.contains(.finite) { return token }
      token += 1
    }
    return end
  }

  /// "Roe's long-held belief", "their hope": the possessor, and where the cue starts behind it.
  private static func owner(
    of cue: CueCandidate, _ scan: borrowing ClaimScan
  ) -> (source: Range<Int>, cue: Int)? {
    var token = cue.words.lowerBound - 1
    let reach = max(scan.bounds.lowerBound, cue.words.lowerBound - 6)
    while token >= reach {
      if scan.tag[token] == .prps { return (token ..<~ token + 1, token + 1) }
      if scan.tag[token] == .pos {
        guard let chunk = scan.chunk(at: token), chunk.kind == .nounPhrase else { return nil }
        let first = scan.nounPhraseStart(endingAt: Int(chunk.tokens.upperBound), from: scan.bounds.lowerBound)
        guard first < token else { return nil }
        return (max(first, Int(chunk.tokens.lowerBound)) ..<~ token, token + 1)
      }
      guard
        scan.tag[token] == .jj || scan.tag[token].isNoun || scan.isAdverb(token) || scan.tag[token] == .vbg
          || scan.tag[token] == .vbn || scan.word[token] == .hyphen || scan.tag[token] == .jjs
      else { return nil }
      token -= 1
    }
    return nil
  }

  private static func complement(
    of cue: CueCandidate, _ owner: (source: Range<Int>, cue: Int)?, _ scan: borrowing ClaimScan
  ) -> Complement? {
    let at = cue.end
    let takes = cue.entry.takes
    if scan.word[at] == .that, takes.contains(.that), scan.tag[at] == .ins || scan.isClause(at: at + 1) {
      return Complement(frame: .that, start: at, cueEnd: at)
    }
    if scan.tag[at] == .to, scan.verbGroup(at: at) != nil, takes.contains(.inf) {
      return Complement(frame: .inf, start: at, cueEnd: at)
    }
    if scan.tag[at] == .in || scan.tag[at] == .ins || scan.tag[at] == .to,
      cue.entry.prepositions & scan.cues.bit(of: scan.word[at]) != 0, at + 1 < scan.bounds.upperBound
    {
      return Complement(frame: .prep, start: at + 1, cueEnd: at + 1)
    }
    if takes.contains(.question), scan.opensQuestion(at) { return Complement(frame: .question, start: at, cueEnd: at) }
    return nil
  }

  /// "did so with the argument that ...": the subject of the clause argues.
  private static func instrument(_ cue: CueCandidate, _ scan: borrowing ClaimScan) -> Range<Int>? {
    guard let chunk = scan.chunk(at: cue.words.lowerBound), chunk.kind == .nounPhrase else { return nil }
    let joint = Int(chunk.tokens.lowerBound) - 1
    guard joint > scan.bounds.lowerBound, scan.word[joint] == .with || scan.word[joint] == .in else { return nil }
    return scan.nearestSubject(before: joint)
  }

  /// The finite verb that has the cue's noun phrase as its object: "has made the argument".
  private static func verb(over cue: CueCandidate, _ scan: borrowing ClaimScan) -> Int? {
    guard let chunk = scan.chunk(at: cue.words.lowerBound), chunk.kind == .nounPhrase else { return nil }
    let before = Int(chunk.tokens.lowerBound) - 1
    guard before >= scan.bounds.lowerBound, let group = scan.verbGroup(at: before), group.flags.contains(.finite),
      !group.flags.contains(.passive)
    else { return nil }
    return scan.adverbStart(Int(group.tokens.lowerBound))
  }
}
