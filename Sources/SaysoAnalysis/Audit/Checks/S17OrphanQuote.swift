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
        WordLists.words(of: claim.content.text).count >= Thresholds.standard[about.id, "words"],
        Self.isWhole(claim.content.text), !Self.isSigned(claim, article)
      else { continue }
      if let source = claim.source {
        guard source.entity == nil, !source.isNamed, article.sources.number(ofClaim: index) == nil,
          !article.hasSpeaker(before: claim.sentence, within: 8)
        else { continue }
        report.add(
          "the text does not tell who \"\(source.passage.text)\" is, who speaks this quotation", claim: claim,
          evidence: [.init("source", .text(source.passage.text))])
      } else if !article.hasSpeaker(before: claim.sentence, within: 3) {
        report.add("the text does not tell who speaks this quotation", claim: claim)
      }
    }
  }

  private static let marks: Set<Unicode.Scalar> = ["\"", "'", "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}", "«", "»"]

  /// Opened and closed: not a piece of a speech that goes on over paragraphs.
  private static func isWhole(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    return marks.contains(first) && marks.contains(last)
  }

  /// Behind a colon, or with a name behind a dash.
  private static func isSigned(_ claim: AnnotationRecord.Claim, _ article: AuditArticle) -> Bool {
    guard let span = claim.content.span, let text = article.text else { return false }
    let start = Int(span.start)
    let before = text.string(CodePointSpan(max(0, start - 3), start)).filter { !$0.isWhitespace }
    let after = text.string(CodePointSpan(Int(span.end), Int(span.end) + 6)).first { !$0.isWhitespace }
    return before.last == ":" || after.map { "-–—(".contains($0) } ?? false
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

extension AuditArticle {
  /// Whether somebody whom the reader can take for the speaker stands in the sentences before: who says something, or is
  /// named where a pronoun asks for a name; or speaks in the next sentence of the paragraph.
  fileprivate func hasSpeaker(before number: Int, within distance: Int) -> Bool {
    guard let paragraph = sentence(number)?.paragraph else { return false }
    return (max(0, number - distance)...(number + 1)).contains { near in
      guard near != number, let sentence = sentence(near), !sentence.isTitle else { return false }
      if near > number, sentence.paragraph != paragraph { return false }
      let isNamedNear = near < number && (sentence.paragraph == paragraph || distance > 3)
      return sentence.claims.contains { claim($0).isStatement }
        || (isNamedNear && mentions(in: sentence.span).contains { $0.type == .person })
    }
  }
}
