internal import SaysoRecord
internal import SaysoText

/// S07: an opinion or an attack by somebody without a name.
struct AnonymousAttack: Check {
  let about = CheckDescription(
    id: "S07", name: "anonymous-attack", severity: .error,
    detects: "An opinion about somebody, or an accusation, by a source whose name is withheld.",
    why: "Anonymity protects people who give information. It does not let them attack others without a name, who can't "
      + "answer a nobody.",
    standard:
      "AP: anonymous only for information, not opinion or speculation; NPR: no anonymous attacks; Reuters, New York Times alike",
    thresholds: ["words"], lists: ["anonymous-heads", "attacks"],
    fires: [
      "A senior official in the ministry said the mayor was incompetent.",
      "\"The board lied to all of us,\" said one employee.",
    ],
    silent: [
      "A senior official in the ministry said the talks would end on Friday.",
      "Ines Falk, a member of the board, said the mayor was incompetent.",
    ])

  private static let attacks = WordLists.standard["attacks"]

  func run(on article: AuditArticle, report: inout FindingList) {
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.isStatement, !article.isTitle(claim), let source = claim.source,
        AnonymityUnexplained.isWithheld(source) || BareAnonymous.isBare(source)
      else { continue }
      let words = FoldedWords.hashes(of: claim.content.text)
      guard words.count >= Thresholds.standard[about.id, "words"], words.contains(where: { Self.attacks.has($0) })
      else {
        continue
      }
      report.add(
        "an attack or opinion on the word of \"\(source.passage.text)\", who is not named", claim: claim,
        evidence: [.init("source", .text(source.passage.text))])
    }
  }
}
