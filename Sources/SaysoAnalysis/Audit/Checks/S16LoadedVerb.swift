internal import SaysoRecord
internal import SaysoText

/// S16: "claimed", "admitted", "boasted".
struct LoadedVerb: Check {
  let about = CheckDescription(
    id: "S16", name: "loaded-verb", severity: .warning,
    detects:
      "A verb of saying that takes sides (\"claimed\", \"admitted\", \"insisted\"): information; a warning where one "
      + "side of an article only says things and the other only claims them.",
    why:
      "\"Claimed\" casts doubt, \"admitted\" implies guilt, \"said\" does neither. Used for one side alone, such verbs "
      + "comment on what they report.",
    standard: "AP Stylebook: said is neutral; research on verbs of attribution (Bender, Oxford University Press)",
    thresholds: ["claims", "loaded"], lists: ["loaded"],
    fires: ["The owner, Ines Falk, claimed that the mill was safe.", "Jon Vik admitted that the loan was late."],
    silent: ["The owner, Ines Falk, said that the mill was safe.", "Jon Vik denied that the loan was late."])

  private static let loaded = WordLists.standard["loaded"]

  func run(on article: AuditArticle, report: inout FindingList) {
    var sides: [Int: (loaded: Int, neutral: Int, first: Int)] = [:]
    var count = 0
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.isReported, !article.isTitle(claim), !article.isQuoted(claim), let cue = claim.cue else { continue }
      let effect = Self.isTaking(claim) ? nil : Self.effect(cue)
      count += 1
      if let number = article.sources.number(ofClaim: index) {
        var side = sides[number] ?? (0, 0, index)
        if effect != nil { side.loaded += 1 } else { side.neutral += 1 }
        sides[number] = side
      }
      guard let effect else { continue }
      report.add(
        "\"\(cue.passage.text)\" \(effect)", at: cue.passage.span, text: cue.passage.text, claim: claim.id,
        severity: .info, evidence: [.init("lemma", .text(cue.lemma))])
    }
    reportAsymmetry(sides, count, article, &report)
  }

  /// What the verb tells the reader; nil for a neutral one.
  private static func effect(_ cue: AnnotationRecord.Cue) -> String? {
    WordLists.words(of: cue.passage.text).lazy.compactMap { loaded[$0] }.first
  }

  /// "Claimed responsibility" is no verb of saying.
  private static func isTaking(_ claim: AnnotationRecord.Claim) -> Bool {
    FoldedWords.hashes(of: claim.content.text).prefix(2).contains { taken.has($0) }
  }

  private static let taken = WordLists.standard["taken"]

  private func reportAsymmetry(
    _ sides: [Int: (loaded: Int, neutral: Int, first: Int)], _ count: Int, _ article: AuditArticle,
    _ report: inout FindingList
  ) {
    let least = Thresholds.standard[about.id, "loaded"]
    guard count >= Thresholds.standard[about.id, "claims"],
      sides.values.contains(where: { $0.loaded == 0 && $0.neutral >= least })
    else { return }
    for (_, side) in sides.sorted(by: { $0.key < $1.key }) where side.loaded >= least && side.neutral == 0 {
      let claim = article.claim(side.first)
      report.add(
        "\"\(claim.source?.name ?? claim.source?.passage.text ?? "")\" only claims, admits or insists, while others say",
        sourceOf: claim, evidence: [.init("loaded", .number(side.loaded))])
    }
  }
}
