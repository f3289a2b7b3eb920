internal import SaysoRecord
internal import SaysoText

/// S14: the headline knows what the body is only told.
struct AttributionDropped: Check {
  let about = CheckDescription(
    id: "S14", name: "attribution-dropped", severity: .info,
    detects: "A headline or first sentence that states as a fact what the body has on somebody's word alone: an "
      + "accusation, an opinion, what a source claims or believes, what people without names say.",
    why: "Claim becomes fact on the way to the top of the page, where most readers stop.",
    standard:
      "IPSO Editors' Code 1(iv): distinguish between comment, conjecture and fact; Reuters: a contentious first paragraph is sourced",
    thresholds: ["overlap", "words"],
    fires: [
      CheckExample(
        title: "Treasurer stole harbour fund's savings",
        """
        The treasurer of the harbour fund stole its savings, two trustees claimed on Monday. The police have \
        not been called.
        """)
    ],
    silent: [
      CheckExample(
        title: "Treasurer stole harbour fund's savings, trustees claim",
        """
        The treasurer of the harbour fund stole its savings, two trustees claimed on Monday. The police have \
        not been called.
        """),
      CheckExample(
        title: "Harbour festival opens in Vessby",
        "The harbour festival in Vessby opens on Monday, the council said. It lasts three days."),
    ])

  func run(on article: AuditArticle, report: inout FindingList) {
    let headline = article.headline
    if let headline, !headline.hasAttribution, let claim = source(of: headline.title, article) {
      report.add(
        Self.message("headline", claim), at: headline.span, text: headline.title,
        evidence: [.init("source", .text(claim.source?.name ?? claim.source?.passage.text ?? ""))])
    }
    guard let lead = article.bodySentences.first, !article.isAttributed(lead), let sentence = article.sentence(lead),
      !sentence.claims.contains(where: { article.claim($0).voice == .hedged })
    else { return }
    let text = article.string(sentence)
    guard let claim = source(of: text, article) else { return }
    report.add(
      Self.message("first sentence", claim), at: sentence.span, text: text,
      evidence: [.init("source", .text(claim.source?.name ?? claim.source?.passage.text ?? ""))])
  }

  private static func message(_ what: String, _ claim: AnnotationRecord.Claim) -> String {
    "the \(what) states as a fact what the body attributes to \"\(claim.source?.name ?? claim.source?.passage.text ?? "")\""
  }

  /// The contentious statement of the body that holds what `text` says, where the article says it nowhere itself.
  private func source(of text: String, _ article: AuditArticle) -> AnnotationRecord.Claim? {
    let stems = ContentWords.stems(of: text)
    guard stems.count >= Thresholds.standard[about.id, "words"] else { return nil }
    let overlap = Thresholds.standard[about.id, "overlap"]
    func holds(_ other: String) -> Bool {
      WordShingles.shared(stems, ContentWords.stems(of: other)) * 100 >= overlap * stems.count
    }
    guard
      let claim = article.statements.first(where: { Self.isContentious($0, text, article) && holds($0.content.text) })
    else {
      return nil
    }
    let isOwn = article.bodySentences.dropFirst().contains { number in
      guard let sentence = article.sentence(number), !article.isAttributed(number) else { return false }
      return holds(article.string(sentence))
    }
    return isOwn ? nil : claim
  }

  private static let attacks = WordLists.standard["attacks"]
  private static let deeds = WordLists.standard["deed"]

  private static func isContentious(
    _ claim: AnnotationRecord.Claim, _ text: String, _ article: AuditArticle
  ) -> Bool {
    guard claim.isStatement, !claim.content.text.isEmpty, claim.content.text != text else { return false }
    if claim.has(.accusation, .opinion) { return true }
    if claim.cue?.cueClass == .claim || claim.cue?.cueClass == .believe
      || (claim.source?.kind == .anonymous && claim.source?.isOfficial != true)
      || claim.source?.kind == .group
    {
      return true
    }
    let words = WordLists.words(of: claim.content.text)
    return words.contains { attacks.has($0) } || (words.contains { deeds.has($0) } && blames(claim, article))
  }

  /// A deed is contentious where somebody did it: a wolf that killed sheep is not accused.
  private static func blames(_ claim: AnnotationRecord.Claim, _ article: AuditArticle) -> Bool {
    guard let span = claim.content.span else { return false }
    return article.mentions(in: span).contains { $0.type == .person || $0.type == .organization }
  }
}
