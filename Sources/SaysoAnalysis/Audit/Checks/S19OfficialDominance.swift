internal import SaysoRecord

/// S19: most of it is what officials say.
struct OfficialDominance: Check {
  let about = CheckDescription(
    id: "S19", name: "official-dominance", severity: .info,
    detects: "An article in which government, military and police make most of the attributed claims.",
    why: "Officials are easy to reach and speak in their own cause. Those whom their decisions concern are missing.",
    standard: "Research on source diversity (Gans 1979; Project for Excellence in Journalism: mix of viewpoints)",
    thresholds: ["share", "claims"],
    fires: [
      """
      The police said the road was closed. The Interior Ministry said it would open on Monday. The police \
      said nobody was hurt. The government said it would pay for the repair. Police said drivers should \
      take the train.
      """
    ],
    silent: [
      """
      The police said the road was closed. Ines Falk, who lives there, said she had warned the town. Jon \
      Vik, a farmer, said he could not reach his fields. The Interior Ministry said it would open on \
      Monday.
      """
    ])

  func run(on article: AuditArticle, report: inout FindingList) {
    let indices = article.claims.filter {
      let claim = article.claim($0)
      return claim.isUtterance && claim.depth == 0 && !article.isTitle(claim)
    }
    let claims = indices.map { article.claim($0) }
    let voices = article.officialVoices
    let official = indices.filter { index in
      article.speaker(index)?.isOfficial ?? false
        || article.sources.number(ofClaim: index).map { voices.contains(article.sources.voices[$0]) } ?? false
    }.map { article.claim($0) }
    guard claims.count >= Thresholds.standard[about.id, "claims"], let first = official.first,
      official.count * 100 >= Thresholds.standard[about.id, "share"] * claims.count
    else { return }
    report.add(
      "\(official.count) of \(claims.count) attributed claims are made by government, military or police",
      sourceOf: first,
      evidence: [.init("official", .number(official.count)), .init("claims", .number(claims.count))])
  }
}

extension AuditArticle {
  /// Voices that speak for an office somewhere in the article: "a police spokeswoman", later "Ina Falter".
  var officialVoices: Set<Int> {
    Set(
      sources.first.indices.filter { claim(sources.first[$0]).source?.isOfficial ?? false }.map { sources.voices[$0] })
  }

  /// The source of a claim as the article first presents it: the ministry, where the claim itself has "it".
  func speaker(_ index: Int) -> AnnotationRecord.Source? {
    guard let number = sources.number(ofClaim: index) else { return claim(index).source }
    return claim(sources.first[number]).source
  }
}

extension AnnotationRecord.Source {
  /// Government, military or police.
  var isOfficial: Bool { kind == .government || role == .government || role == .military || role == .police }
}
