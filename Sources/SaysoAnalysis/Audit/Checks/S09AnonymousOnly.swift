internal import SaysoRecord

/// S09: nobody in the article who could be asked.
struct AnonymousOnly: Check {
  let about = CheckDescription(
    id: "S09", name: "anonymous-only", severity: .error,
    detects: "An article that attributes claims, and names no person, body, office or document as a source.",
    why: "Anonymous sources are the weakest. Where there is no other, an editor decides, not the reporter alone.",
    standard: "Reuters Handbook: anonymous sources are the weakest; BBC 3.4: a single unnamed source is referred up",
    thresholds: ["claims"],
    fires: [
      """
      A senior official said the port would be sold. A person close to the talks said the price was too \
      low. The port has been for sale since May.
      """
    ],
    silent: [
      "A senior official said the port would be sold. Ines Falk, who leads the port, said the price was too low.",
      "A senior official said the port would be sold. The port authority said the price was too low.",
    ])

  func run(on article: AuditArticle, report: inout FindingList) {
    var count = 0
    var first: AnnotationRecord.Claim?
    for claim in article.bodyClaims where claim.isUtterance {
      guard let source = claim.source else { continue }
      let isHidden =
        BareAnonymous.isBare(source) || AnonymityUnexplained.isWithheld(source) || source.kind == .group
        || source.kind == .anonymous && source.title == nil
      if source.isNamed || !isHidden && source.kind != .unknown { return }
      guard isHidden else { continue }
      count += 1
      first = first ?? claim
    }
    guard let first, count >= Thresholds.standard[about.id, "claims"] else { return }
    report.add(
      "no source of the article is named: all \(count) attributed claims rest on people without names", sourceOf: first,
      evidence: [.init("claims", .number(count))])
  }
}
