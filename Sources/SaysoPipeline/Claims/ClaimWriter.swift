import SaysoLexicon
import SaysoRecord
import SaysoText

/// Turns drafts into claims: spans, parents, and what describes them.
enum ClaimWriter {
  static func write(
    _ drafts: [ClaimDraft], _ scan: borrowing ClaimScan, to article: inout Article, _ context: StageContext
  ) {
    let sorted = drafts.sorted { a, b in
      a.extent.lowerBound != b.extent.lowerBound
        ? a.extent.lowerBound < b.extent.lowerBound : a.extent.upperBound > b.extent.upperBound
    }
    for draft in sorted { article.claims.append(claim(draft, scan, article, context)) }
    Chains.link(&article.claims)
  }

  private static func claim(
    _ draft: ClaimDraft, _ scan: borrowing ClaimScan, _ article: borrowing Article, _ context: StageContext
  ) -> Claim {
    let entry = draft.place >= 0 ? scan.cues.entries[draft.place].entry : nil
    var claim = Claim(
      sentence: max(0, Int(article.tokens.sentence[draft.extent.lowerBound])),
      content: draft.content.map { article.tokens.span($0) }, source: nil, cue: nil, quotation: .indirect,
      certainty: .asserted, voice: draft.source == nil ? .hedged : .attributed,
      evidence: Evidence(draft.rule, entry))
    if let source = draft.source {
      claim.source = Claim.Source(
        spans: [article.tokens.span(source)], entity: -1, name: nil, title: nil, kind: .unknown, role: .unknown,
        isNamed: false, justification: nil)
    }
    if let cue = draft.cue {
      let lemma = entry.map { context.lexicon.entry($0).name } ?? article.source.string(article.tokens.span(cue))
      claim.cue = Claim.Cue(spans: [article.tokens.span(cue)], lemma: lemma, cueClass: draft.cueClass)
    }
    return claim
  }
}
