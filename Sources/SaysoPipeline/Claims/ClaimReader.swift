import SaysoLexicon
import SaysoText

/// Reads the attributions of an article: runs the rules over the cues of each sentence, then joins quotations that go on.
struct ClaimReader {
  /// The rules for cues of the lists, in the order in which they are asked; the first that answers makes the claim.
  /// To add one: one file and one line here.
  static let rules: [any ClaimRule.Type] = [
    QuoteThenCue.self, ClauseThenCue.self, RelativeObject.self, AsClause.self, CueFirst.self, PassiveCue.self,
    AskedParticiple.self,
    RaisingCue.self,
    VerbWithComplement.self, AdjectiveCue.self, InView.self, NounCue.self, HedgeAdverb.self,
  ]

  /// Every family of rules, those for cues that no list holds included.
  static var families: [any ClaimRuleFamily.Type] { rules + [AccordingTo.self, ColonCue.self, SignatureCue.self] }

  /// More cues than this in one sentence are not read: no prose has them, and the work stays linear.
  static let mostCues = 200

  private var cues: [CueCandidate] = []
  private(set) var drafts: [ClaimDraft] = []

  /// Reads every sentence of the article behind `scan`.
  mutating func read(_ scan: inout ClaimScan, _ sentences: [Sentence]) {
    drafts.removeAll(keepingCapacity: true)
    for (number, sentence) in sentences.enumerated() {
      scan.bounds = sentence.tokens
      scan.sentence = number
      readSentence(scan)
    }
    QuoteContinuation.run(&drafts, scan)
  }

  private mutating func readSentence(_ scan: borrowing ClaimScan) {
    cues.removeAll(keepingCapacity: true)
    CueFinder.find(in: scan, into: &cues)
    var context = ClaimContext()
    for cue in cues {
      for rule in Self.rules where Self.isFor(rule, cue) {
        guard var draft = rule.read(cue, in: scan, context) else { continue }
        draft.place = cue.place
        draft.cueClass = cue.entry.cueClass
        if draft.flags == [] { draft.flags = cue.flags }
        accept(draft, scan, &context)
        break
      }
    }
    readUnlisted(scan, &context)
    drafts.append(contentsOf: context.drafts)
  }

  private static func isFor(_ rule: any ClaimRule.Type, _ cue: CueCandidate) -> Bool {
    switch cue.entry.kind {
    case .verb: rule != NounCue.self && rule != InView.self && rule != AdjectiveCue.self && rule != HedgeAdverb.self
    case .noun: rule == InView.self || rule == NounCue.self
    case .adjective: rule == AdjectiveCue.self || rule == RaisingCue.self
    case .adverb: rule == HedgeAdverb.self
    }
  }

  private mutating func readUnlisted(_ scan: borrowing ClaimScan, _ context: inout ClaimContext) {
    var asked = 0
    for token in scan.bounds where asked < Self.mostCues {
      let word = scan.word[token]
      if word == .according || word == .colon { asked += 1 }
      if word == .according, let draft = AccordingTo.read(at: token, in: scan) {
        accept(draft, scan, &context)
      } else if word == .colon, token - scan.bounds.lowerBound < ColonCue.longestLead {
        if let draft = ColonCue.read(at: token, in: scan) { accept(draft, scan, &context) }
      } else if scan.shape[token].contains(.dash), let draft = SignatureCue.read(at: token, in: scan) {
        accept(draft, scan, &context)
      }
    }
  }

  /// Takes a draft unless its cue is part of one that was read before it.
  private func accept(_ draft: ClaimDraft, _ scan: borrowing ClaimScan, _ context: inout ClaimContext) {
    var draft = draft
    draft.sentence = scan.sentence
    guard draft.content.contains(where: { $0.contains { !scan.shape[$0].contains(.punctuation) } }) else { return }
    if let cue = draft.cue {
      for other in context.drafts {
        if let taken = other.cue, taken.overlaps(cue) { return }
      }
    }
    context.drafts.append(draft)
  }
}
