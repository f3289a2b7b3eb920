import SaysoLexicon
import SaysoText

/// A reporting or attitude verb with its complement behind it: "said that ...", "said ...", "told reporters ...",
/// "asked whether ...", "urged them to ...", "called it ...", "warned of ...", "hopes to ...", ", adding that ...".
/// Which complement a verb takes is in the lists (after Levin 1993, 37: verbs of communication; Quirk et al. 1985, 16.30).
struct VerbWithComplement: ClaimRule {
  static let id: StaticString = "verb+"

  static let examples = [
    "⟦source The mayor⟧ ⟦cue said⟧ ⟦content that the bridge will close⟧.",
    "⟦source Officials⟧ ⟦cue say⟧ ⟦content the bridge is safe⟧.",
    "⟦source Ana Duarte⟧ ⟦cue told⟧ the paper on Monday ⟦content that she would resign⟧.",
    "⟦source The council⟧ ⟦cue has repeatedly denied⟧ ⟦content that money was lost⟧.",
    "⟦source She⟧ ⟦cue warned of⟧ ⟦content a long winter⟧.",
    "⟦source The union⟧ ⟦cue vowed⟧ ⟦content to fight the cuts⟧.",
    "⟦source She⟧ ⟦cue said⟧: ⟦content “We will win.”⟧",
    "⟦source The Halden Courier⟧ ⟦cue reports⟧: ⟦content the bridge is closed⟧.",
    "⟦source The minister⟧ ⟦cue urged⟧ ⟦content drivers to stay at home⟧.",
    "⟦source He⟧ ⟦cue said⟧ ⟦content that, if elected, he would resign⟧.",
    "⟦source Ana Duarte⟧ ⟦cue endorsed⟧ ⟦content the plan⟧ while the union opposed it.",
    "⟦source Ana Duarte⟧ ⟦cue praised⟧ ⟦content the crew⟧, and the crowd was pleased.",
    "If ⟦source she⟧ ⟦cue talks about⟧ ⟦content the bridge⟧, her opponents will laugh.",
    "Residents ⟦source who⟧ ⟦cue criticized⟧ ⟦content the plan⟧ were invited to the hall.",
    "⟦source She⟧ ⟦cue praised⟧ ⟦content the things that he wants⟧.",
  ]

  static let counterexamples = [
    "The clock says nothing.",
    "He said hello.",
    "The report was long.",
    "The hospital dismissed Ana Duarte in July.",
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard !cue.isPassive, !cue.entry.isRaising, let complement = scan.complement(of: cue) else { return nil }
    guard !cue.entry.weak.contains(complement.frame), !isNameAlone(complement, cue, scan) else { return nil }
    if scan.tag[cue.words.lowerBound] == .vbn, !cue.isFinite, !cue.flags.contains(.infinitive) { return nil }
    let source = scan.source(of: cue, context)
    guard source != nil else { return nil }
    var draft = ClaimDraft(
      complement.rule(cue.entry.kind), cue: cue.span.lowerBound ..<~ complement.cueEnd,
      content: content(of: complement, cue, source, scan),
      source: source)
    draft.isSpeech = complement.frame == .quote
    return draft.content.isEmpty ? nil : draft
  }

  /// "dismissed Roe in July", not "dismissed Roe as a dreamer".
  private static func isNameAlone(_ complement: Complement, _ cue: CueCandidate, _ scan: borrowing ClaimScan) -> Bool {
    guard complement.frame == .np, cue.entry.weak.contains(.named), let phrase = scan.nounPhrase(at: complement.start)
    else { return false }
    return scan.isNamed[Int(phrase.head)] && scan.word[Int(phrase.tokens.upperBound)] != .as
  }

  private static func content(
    of complement: Complement, _ cue: CueCandidate, _ source: Range<Int>?, _ scan: borrowing ClaimScan
  ) -> [Range<Int>] {
    var kind: ClaimScan.ClauseKind = []
    if complement.frame.hasAny([.np, .inf, .npInf, .prep, .ing]) { kind.insert(.verbless) }
    if let source, scan.isRelative(source.lowerBound), scan.word[source.lowerBound - 1] == .comma {
      kind.insert(.embedded)
    }
    if scan.tag[cue.words.lowerBound] == .vbg { kind.insert(.participle) }
    let isAttached = !cue.isFinite || (source.map { scan.isRelative($0.lowerBound) } ?? false)
    if kind.contains(.verbless), isAttached, !cue.entry.takes.contains(.zero) { kind.insert(.attached) }
    if let source, hangsOnAnother(source.lowerBound, scan) { kind.insert(.subordinate) }
    let end = scan.clauseEnd(from: complement.start, kind)
    return end > complement.start ? [complement.start ..<~ end] : []
  }

  /// "when he says", "if she thinks": a clause that stands in front of its main clause.
  private static func hangsOnAnother(_ first: Int, _ scan: borrowing ClaimScan) -> Bool {
    var joint = first - 1
    while joint > scan.bounds.lowerBound, scan.isAdverb(joint) { joint -= 1 }
    guard joint >= scan.bounds.lowerBound else { return false }
    switch scan.word[joint] {
    case .when, .if, .because, .although, .though, .while, .since, .as, .after, .before, .where, .until: return true
    default: return false
    }
  }
}
