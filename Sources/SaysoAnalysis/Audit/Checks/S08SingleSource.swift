internal import SaysoRecord

/// S08: everything on one source's word.
struct SingleSource: Check {
  let about = CheckDescription(
    id: "S08", name: "single-source", severity: .warning,
    detects:
      "An article whose attributed claims all come from one source, or from one body and those who speak for it.",
    why: "One source may err, and always has a side. A second one who can know confirms or contradicts.",
    standard:
      "AP: seeks and requires more than one source; BBC 3.3: reluctant to rely on a single source; Reuters: two or more are better",
    thresholds: ["claims"],
    fires: [
      """
      Ines Falk, the owner of the mill, said it would reopen in May. She said thirty people would work \
      there. The mill will bake its own bread, Falk said. "We are looking forward to it," she said.
      """
    ],
    silent: [
      """
      Ines Falk, the owner of the mill, said it would reopen in May. She said thirty people would work \
      there. The mill will bake its own bread, Falk said. The mayor, Jon Vik, said the town had lent her \
      the money.
      """,
      "Ines Falk said the mill would reopen.",
    ])

  func run(on article: AuditArticle, report: inout FindingList) {
    var voices: Set<Int> = []
    var count = 0
    var first: AnnotationRecord.Claim?
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.isUtterance, !article.isTitle(claim) else { continue }
      count += 1
      guard let number = article.sources.number(ofClaim: index) else { continue }
      voices.insert(article.sources.voices[number])
      first = first ?? claim
    }
    guard voices.count == 1, count >= Thresholds.standard[about.id, "claims"], let first, let source = first.source
    else {
      return
    }
    report.add(
      "all \(count) attributed claims of the article rest on \"\(source.name ?? source.passage.text)\"",
      sourceOf: first,
      evidence: [.init("claims", .number(count))])
  }
}
