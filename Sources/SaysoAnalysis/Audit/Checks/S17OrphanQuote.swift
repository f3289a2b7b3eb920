internal import SaysoRecord

/// S17: a quotation, and nobody who speaks it.
struct OrphanQuote: Check {
  let about = CheckDescription(
    id: "S17", name: "orphan-quote", severity: .warning,
    detects: "A quotation of some length whose speaker the text does not tell, or tells by a pronoun that fits nobody.",
    why: "A quotation is somebody's words. Without the somebody it is decoration. (Where the text does tell and sayso "
      + "did not see it, the finding says what to look at.)",
    standard: "AP: attribute quotations; Reuters Handbook: name the source of a quote",
    thresholds: ["words"],
    fires: ["The meeting ended at nine. \"Nobody asked us anything at all about this plan.\" Outside it rained."],
    silent: [
      "\"Nobody asked us anything about this plan,\" said Ines Falk, who lives there.",
      "The so-called \"plan\" was never written down.",
    ])

  func run(on article: AuditArticle, report: inout FindingList) {
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.quotation == .direct, claim.depth == 0, !article.isTitle(claim), !isInsideAnother(claim, article),
        WordLists.words(of: claim.content.text).count >= Thresholds.standard[about.id, "words"]
      else { continue }
      if let source = claim.source {
        guard source.entity == nil, !source.isNamed, article.sources.number(ofClaim: index) == nil else { continue }
        report.add(
          "the text does not tell who \"\(source.passage.text)\" is, who speaks this quotation", claim: claim,
          evidence: [.init("source", .text(source.passage.text))])
      } else {
        report.add("the text does not tell who speaks this quotation", claim: claim)
      }
    }
  }

  /// Part of a quotation that has been read as a claim of its own.
  private func isInsideAnother(_ claim: AnnotationRecord.Claim, _ article: AuditArticle) -> Bool {
    guard let span = claim.content.span, let sentence = article.sentence(claim.sentence) else { return false }
    return sentence.claims.contains { index in
      let other = article.claim(index)
      return other.id != claim.id && other.quotation == .direct
        && other.content.span.map { $0 != span && $0.contains(span) } ?? false
    }
  }
}
