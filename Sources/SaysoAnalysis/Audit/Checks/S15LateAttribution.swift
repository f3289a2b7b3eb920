internal import SaysoRecord

/// S15: who speaks comes late.
struct LateAttribution: Check {
  let about = CheckDescription(
    id: "S15", name: "late-attribution", severity: .info,
    detects: "A quotation whose speaker is named only two sentences or more after it begins, or in a later paragraph.",
    why: "Until the speaker is named, the reader takes the words for those of whoever spoke last, or of the article.",
    standard:
      "Reuters Handbook: the source of a quote as quickly as possible, usually after the first sentence; AP: in the same sentence",
    thresholds: ["sentences"],
    fires: [
      """
      The mill closed in May. "We have lost everything. Nobody came to help us. The bank did not even \
      call. Now it is too late," said Ines Falk, who owned it.
      """
    ],
    silent: [
      """
      "We have lost everything," said Ines Falk, who owned the mill. "Nobody came to help us. The bank did \
      not even call."
      """
    ])

  func run(on article: AuditArticle, report: inout FindingList) {
    for claim in article.bodyClaims where claim.isUtterance && claim.quotation == .direct && claim.depth == 0 {
      guard let start = claim.content.spans.first?.start, let cue = claim.cue?.passage.span, cue.start > start else {
        continue
      }
      if Self.isKnown(claim, from: start, article) { continue }
      let late = article.sentenceStarts(from: start, to: cue.start)
      guard late >= Thresholds.standard[about.id, "sentences"] else { continue }
      let name = claim.source?.name ?? claim.source?.passage.text ?? ""
      report.add(
        "the speaker, \"\(name)\", comes \(late) sentences after the quotation begins", claim: claim,
        evidence: [.init("sentences", .number(late))])
    }
  }
}

extension LateAttribution {
  /// The speaker of a quotation that goes on has been named in the paragraph already.
  fileprivate static func isKnown(_ claim: AnnotationRecord.Claim, from start: Int32, _ article: AuditArticle) -> Bool {
    guard let number = article.sources.number(ofClaim: Int(claim.id.number) - 1),
      let paragraph = article.sentence(claim.sentence)?.paragraph
    else { return false }
    return article.claims.contains { index in
      let other = article.claim(index)
      guard let cue = other.cue?.passage.span, cue.end <= start else { return false }
      return article.sources.number(ofClaim: index) == number
        && article.sentence(other.sentence)?.paragraph == paragraph
    }
  }
}

extension AuditArticle {
  /// How many sentences begin behind one offset and up to another. O(log of the sentences).
  func sentenceStarts(from: Int32, to: Int32) -> Int {
    func first(after offset: Int32) -> Int {
      var (low, high) = (0, record.sentences.count)
      while low < high {
        let middle = (low + high) / 2
        if record.sentences[middle].span.start <= offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return max(0, first(after: to) - first(after: from))
  }
}
