internal import SaysoRecord
internal import SaysoText

/// S06: a source without a name, and no word of why.
struct AnonymityUnexplained: Check {
  let about = CheckDescription(
    id: "S06", name: "anonymity-unexplained", severity: .warning,
    detects: "A person whose name is withheld (\"a senior official\"), where the article does not say why.",
    why: "Anonymity is a favour that the reader pays for. The reason for it tells how much the source has to lose, and "
      + "whether it has something to gain.",
    standard:
      "AP: explain in the story why the source requested anonymity; SPJ Code of Ethics: explain why anonymity was granted",
    lists: ["anonymous-heads"],
    fires: [
      "A senior official in the ministry said the talks had failed.",
      "The talks had failed, according to a diplomat in Vessby.",
    ],
    silent: [
      """
      A senior official said the talks had failed, speaking on condition of anonymity because he was not \
      authorised to talk to the press.
      """,
      "The minister said the talks had failed.",
      "Ines Falk, a senior official in the ministry, said the talks had failed.",
    ])

  private static let heads = WordLists.standard["anonymous-heads"]
  private static let definite = WordLists.standard["definite"]
  private static let groups = WordLists.standard["vague-groups"]

  func run(on article: AuditArticle, report: inout FindingList) {
    var explained: Set<Int> = []
    for index in article.claims where article.claim(index).source?.justification != nil {
      if let number = article.sources.number(ofClaim: index) { explained.insert(number) }
    }
    var told: Set<Int> = []
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.isUtterance, !article.isTitle(claim), let source = claim.source, Self.isWithheld(source),
        let number = article.sources.number(ofClaim: index), !explained.contains(number), told.insert(number).inserted
      else { continue }
      if article.explainsAnonymity(near: claim.sentence) { continue }
      report.add(
        "the text does not say why \"\(source.passage.text)\" is not named", sourceOf: claim,
        evidence: [.init("source", .text(source.passage.text))])
    }
  }

  /// Somebody who was spoken to and is not named; not the bearer of an office ("the mayor"), not a class of people.
  static func isWithheld(_ source: AnnotationRecord.Source) -> Bool {
    guard source.kind == .anonymous || source.kind == .person, !source.isNamed, source.entity == nil,
      !BareAnonymous.isBare(source)
    else { return false }
    if source.passage.text.contains("'s ") || source.passage.text.contains("\u{2019}s ") { return false }
    let words = FoldedWords.hashes(of: source.passage.text)
    guard words.count > 1, words.first.map({ !definite.has($0) }) ?? false,
      let head = words.first(where: { heads.has($0) })
    else { return false }
    return !(groups.has(head) && words.first == head)
  }
}

extension AuditArticle {
  private static let reasons = WordLists.standard["anonymity"]

  /// Whether the sentence or the next one speaks of anonymity ("on condition of anonymity", "asked not to be named").
  func explainsAnonymity(near number: Int) -> Bool {
    (number...(number + 1)).contains { near in
      sentence(near).map { words(of: $0).contains { Self.reasons.has($0.hash) } } ?? false
    }
  }
}
