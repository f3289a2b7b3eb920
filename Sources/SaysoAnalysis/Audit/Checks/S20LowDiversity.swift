internal import SaysoRecord
internal import SaysoText

/// S20: few voices.
struct LowDiversity: Check {
  let about = CheckDescription(
    id: "S20", name: "low-diversity", severity: .info,
    detects:
      "An article with many attributed claims and few voices: an effective number of sources (2^H) under two, or "
      + "one source with three quarters of the attributed words.",
    why: "The number of names says little where one of them does the talking. The effective number counts sources by "
      + "their share of the claims.",
    standard: "Research on source diversity (Shannon's entropy over sources); Reuters: talk to all sides",
    thresholds: ["effective", "claims", "words"],
    fires: [
      """
      Ines Falk, the owner of the mill, said it would reopen in May. She said thirty people would work \
      there. The mill will bake its own bread, Falk said. "We are looking forward to it," she said. She \
      said the first loaves would be free. Falk added that school classes could visit. Jon Vik, the mayor, \
      said he was glad.
      """
    ],
    silent: [
      """
      Ines Falk, the owner of the mill, said it would reopen in May. Jon Vik, the mayor, said he was glad. \
      Lena Moe, a baker, said she hoped for work. The council said it had lent the money. Falk said thirty \
      people would work there. Per Lund, a neighbour, said the road was too narrow.
      """
    ])

  func run(on article: AuditArticle, report: inout FindingList) {
    var shares: [Int: (claims: Int, words: Int, first: Int)] = [:]
    var claims = 0
    var words = 0
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.isUtterance, claim.depth == 0, !article.isTitle(claim),
        let number = article.sources.number(ofClaim: index)
      else { continue }
      let length = WordLists.words(of: claim.content.text).count
      let old = shares[number] ?? (0, 0, index)
      shares[number] = (old.claims + 1, old.words + length, old.first)
      claims += 1
      words += length
    }
    let effective = Diversity(counts: shares.values.map(\.claims)).effective / 10
    guard claims >= Thresholds.standard[about.id, "claims"],
      let top = shares.values.max(by: { ($0.words, $1.first) < ($1.words, $0.first) })
    else { return }
    let isNarrow = effective < Thresholds.standard[about.id, "effective"]
    let isLoud = top.words * 100 >= Thresholds.standard[about.id, "words"] * words
    guard isNarrow || isLoud else { return }
    let claim = article.claim(top.first)
    let share = AuditSummary.Shares.share(top.words, of: words) ?? 0
    report.add(
      "\(claims) attributed claims, and \"\(claim.source?.name ?? claim.source?.passage.text ?? "")\" has "
        + "\((share + 5) / 10)% of the attributed words",
      sourceOf: claim,
      evidence: [
        .init("sources", .number(shares.count)), .init("effective", .thousandths(effective * 10)),
        .init("share", .thousandths(share)),
      ])
  }
}
