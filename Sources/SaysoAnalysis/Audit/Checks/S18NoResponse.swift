internal import SaysoRecord

/// S18: accused, and not asked.
struct NoResponse: Check {
  let about = CheckDescription(
    id: "S18", name: "no-response", severity: .warning,
    detects:
      "A person or body that the article accuses, or has accused, by name, and that never speaks in it: no reply, "
      + "no \"declined to comment\", no \"could not be reached\".",
    why: "Whoever is accused has the right to answer. That they were asked belongs in the text even where they kept "
      + "silent.",
    standard:
      "SPJ Code of Ethics: diligently seek subjects to respond; BBC 6.3: right of reply; Reuters: talk to all sides",
    lists: ["accusing", "deed", "asked"],
    fires: [
      "Ines Falk accused Jon Vik of hiding the report from the board. The board meets on Monday.",
      "Jon Vik stole 2 million crowns from the fund, Ines Falk said on Monday.",
    ],
    silent: [
      "Ines Falk accused Jon Vik of hiding the report. Vik denied it. \"I showed it to everybody,\" he said.",
      "Ines Falk accused Jon Vik of hiding the report. Vik did not respond to a request for comment.",
      "Ines Falk thanked Jon Vik for the report. The board meets on Monday.",
    ])

  func run(on article: AuditArticle, report: inout FindingList) {
    let accusations = Accusations(article)
    guard !accusations.found.isEmpty else { return }
    var told: Set<EntityRef> = []
    for accusation in accusations.found where !accusations.hasAnswered(accusation.accused, article) {
      guard told.insert(accusation.accused).inserted, let accused = article.entity(accusation.accused),
        let sentence = article.sentence(accusation.sentence)
      else { continue }
      report.add(
        "\"\(accused.name)\" is accused and neither answers nor is said to have been asked", at: sentence.span,
        text: article.string(sentence), evidence: [.init("accused", .text(accused.name))])
    }
  }
}
