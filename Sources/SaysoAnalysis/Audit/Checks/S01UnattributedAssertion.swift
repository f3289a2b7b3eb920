internal import SaysoRecord
internal import SaysoText

/// S01: an assertion of a kind that can be checked, and nobody who makes it.
struct UnattributedAssertion: Check {
  let about = CheckDescription(
    id: "S01", name: "unattributed-assertion", severity: .warning,
    detects: "An accusation, a number of victims, a cause, a change of a figure or a superlative that the article "
      + "states in its own voice, with no source in the sentence or beside it.",
    why: "A reader can't weigh what nobody is named for, and nobody can be asked when it turns out otherwise. What the "
      + "reporter saw or what nobody disputes needs no source; accusations, tolls, causes and comparisons do.",
    standard:
      "Reuters Handbook: source every statement unless it is an established fact; AP: attribute disputable facts",
    fires: [
      "The flood killed 14 people in Vessby on Sunday. Schools in the town stayed closed.",
      "The council met on Monday. The collapse of the pier was caused by years of neglect.",
      "Unemployment in the county rose by 12 percent last year. The council meets again in May.",
    ],
    silent: [
      "The flood killed 14 people in Vessby on Sunday, the fire brigade said.",
      "The council met on Monday in the old town hall. It will meet again in May.",
      "Engineers published their report on Monday. According to the report, neglect caused the collapse of the pier.",
    ])

  func run(on article: AuditArticle, report: inout FindingList) {
    var told: [[UInt64]]?
    for number in article.bodySentences {
      guard let sentence = article.sentence(number) else { continue }
      let isAttributed = article.isAttributed(number)
      if isAttributed || article.isAttributed(beside: number) || Self.isExempt(sentence, article) { continue }
      guard let (claim, reason) = Self.assertion(in: sentence, article) else { continue }
      // What is attributed elsewhere in the article has its source: a lead may do without.
      let attributed = told ?? article.statements.map { ContentWords.stems(of: $0.content.text) }
      told = attributed
      let stems = ContentWords.stems(of: claim.content.text)
      if attributed.contains(where: { WordShingles.shared($0, stems) * 2 > stems.count }) { continue }
      report.add("no source is given for \(reason)", claim: claim, evidence: [.init("kind", .text(reason))])
    }
  }

  private static func assertion(
    in sentence: AuditArticle.Sentence, _ article: AuditArticle
  ) -> (claim: AnnotationRecord.Claim, reason: String)? {
    for index in sentence.claims {
      let claim = article.claim(index)
      guard claim.voice == .author, claim.certainty == .asserted else { continue }
      if let reason = reason(claim, article) { return (claim, reason) }
    }
    return nil
  }

  private static let courts = WordLists.standard["courts"]
  private static let accusing = WordLists.standard["accusing"]

  /// What a court decides is on record; of what somebody is accused, S18 asks.
  private static func isExempt(_ sentence: AuditArticle.Sentence, _ article: AuditArticle) -> Bool {
    article.words(of: sentence).contains { courts.has($0.hash) || accusing.has($0.hash) }
  }

  private static func reason(_ claim: AnnotationRecord.Claim, _ article: AuditArticle) -> String? {
    let words = AssertionWords(claim, article)
    if claim.has(.casualty), words.holdToll { return "this number of victims" }
    if claim.has(.accusation), words.holdDeed,
      Accusations(article).found.contains(where: { $0.sentence == claim.sentence })
    {
      return "this accusation"
    }
    if claim.has(.cause), words.holdCause { return "this cause" }
    if words.holdChange(hasNumber: claim.has(.number)) { return "this change of a figure" }
    if claim.has(.superlative), words.holdSuperlative { return "this superlative" }
    return nil
  }
}
