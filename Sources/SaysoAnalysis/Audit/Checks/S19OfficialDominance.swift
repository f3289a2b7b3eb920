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
    let claims = article.statements.filter { $0.isUtterance }
    let official = claims.filter { $0.source.map { $0.isOfficial } ?? false }
    guard claims.count >= Thresholds.standard[about.id, "claims"], let first = official.first,
      official.count * 100 >= Thresholds.standard[about.id, "share"] * claims.count
    else { return }
    report.add(
      "\(official.count) of \(claims.count) attributed claims are made by government, military or police",
      sourceOf: first,
      evidence: [.init("official", .number(official.count)), .init("claims", .number(claims.count))])
  }
}

extension AnnotationRecord.Source {
  /// Government, military or police.
  var isOfficial: Bool { kind == .government || role == .government || role == .military || role == .police }
}
