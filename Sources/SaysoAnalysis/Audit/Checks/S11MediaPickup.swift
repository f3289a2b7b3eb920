internal import SaysoRecord

/// S11: nothing but what another outlet reported.
struct MediaPickup: Check {
  let about = CheckDescription(
    id: "S11", name: "media-pickup", severity: .warning,
    detects: "An article whose main claim rests on another outlet's report, with no source of its own.",
    why: "What is picked up is not confirmed. The reader may take the second report for a second source.",
    standard: "BBC 3.3: agency copy only if substantiated or attributed; AP: credit other outlets, and confirm",
    thresholds: ["lead"],
    fires: [
      """
      The port of Vessby will be sold, the Halden Courier reported on Monday. According to the newspaper, \
      the price is 40 million crowns. The port has been for sale since May.
      """
    ],
    silent: [
      """
      The port of Vessby will be sold, the Halden Courier reported on Monday. The port authority confirmed \
      on Tuesday that there was a buyer.
      """,
      "The port of Vessby will be sold, the port authority said on Monday.",
    ])

  func run(on article: AuditArticle, report: inout FindingList) {
    let lead = Set(article.bodySentences.prefix(Thresholds.standard[about.id, "lead"]))
    var first: AnnotationRecord.Claim?
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.isUtterance, claim.depth == 0, !article.isTitle(claim), let source = claim.source else { continue }
      if source.kind == .media || Self.looksLikeMedia(source) {
        if first == nil, lead.contains(claim.sentence) { first = claim }
      } else if article.sources.number(ofClaim: index) != nil {
        return
      }
    }
    guard let first, let source = first.source else { return }
    report.add(
      "the report of \"\(source.name ?? source.passage.text)\" is the only source of the article", sourceOf: first,
      evidence: [.init("outlet", .text(source.name ?? source.passage.text))])
  }

  private static let outlets = WordLists.standard["outlets"]

  /// An outlet that annotate did not know, by a word of its name ("the Halden Courier").
  private static func looksLikeMedia(_ source: AnnotationRecord.Source) -> Bool {
    let mayBe = source.kind == .unknown || source.kind == .organization
    return mayBe && WordLists.words(of: source.passage.text).contains { outlets.has($0) }
  }
}
