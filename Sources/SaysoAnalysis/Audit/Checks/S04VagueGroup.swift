internal import SaysoRecord
internal import SaysoText

/// S04: "experts say".
struct VagueGroup: Check {
  let about = CheckDescription(
    id: "S04", name: "vague-group", severity: .warning,
    detects:
      "\"Experts say\", \"critics argue\", \"officials said\", \"studies show\", with no member of the group named near.",
    why: "A class of people can't be asked, and one voice may hide behind the plural. One expert with a name is worth "
      + "more than all of them without.",
    standard:
      "Reuters Handbook: never cite sources in the plural when there is only one; NPR: not \"officials say\"; MOS:WEASEL",
    thresholds: ["distance"], lists: ["vague-groups", "numerals"],
    fires: [
      "Experts say the dam may not last another winter. Work on it begins in June.",
      "Critics argue that the fee is unfair. The fee will rise in May.",
      "Studies show that the water is clean. The beach opens in May.",
    ],
    silent: [
      "Experts say the dam may not last another winter. \"It leaks,\" said Ines Falk, an engineer.",
      "Two residents said that they had heard a bang.", "Ines Falk, an expert on dams, said it may not last.",
    ])

  private static let groups = WordLists.standard["vague-groups"]
  private static let numerals = WordLists.standard["numerals"]

  func run(on article: AuditArticle, report: inout FindingList) {
    var told: Set<UInt64> = []
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.isStatement, claim.saysClause, claim.depth == 0, claim.quotation != .direct, !article.isTitle(claim),
        !article.isQuoted(claim), let source = claim.source,
        !source.isNamed, source.entity == nil, !BareAnonymous.isBare(source), let head = Self.head(claim, source)
      else { continue }
      guard told.insert(head).inserted, !isMemberNamed(near: claim, article),
        !Self.isListed(source, article)
      else { continue }
      report.add(
        "no member of \"\(source.passage.text)\" is named near", sourceOf: claim,
        evidence: [.init("source", .text(source.passage.text))])
    }
  }

  /// The class of people that the phrase names; nil for a count of people, for those whom the text has spoken of before
  /// ("the researchers"), for a report with a name, and for what anybody thinks ("many believe", "people close to her").
  private static func head(_ claim: AnnotationRecord.Claim, _ source: AnnotationRecord.Source) -> UInt64? {
    let words = FoldedWords.hashes(of: source.passage.text)
    guard let first = words.first, !numerals.has(first), !definite.has(first) else { return nil }
    guard let head = words.prefix(3).first(where: { groups.has($0) }) else { return nil }
    if documents.has(head), !words.prefix(while: { $0 != head }).allSatisfy({ vague.has($0) }) { return nil }
    if anybody.has(head) { return words.count <= 2 && claim.isTold ? head : nil }
    return claim.isTold || claim.cue.map { supposing.has($0.lemma) } ?? false ? head : nil
  }

  /// "Officials, including the mayor": a member is named in the phrase that annotate cut short.
  private static func isListed(_ source: AnnotationRecord.Source, _ article: AuditArticle) -> Bool {
    guard let span = source.passage.span, let text = article.text else { return false }
    let after = FoldedWords.fold(text.string(CodePointSpan(Int(span.end), Int(span.end) + 16)))
    return after.contains("including") || after.contains("such as")
  }

  private static let definite = WordLists.standard["definite"]
  private static let documents = WordLists.standard["group-documents"]
  private static let vague = WordLists.standard["group-adjectives"]
  private static let supposing = WordLists.standard["supposing"]
  private static let anybody = WordLists.standard["anybody"]

  /// Whether a speaker may belong to the group: has a name, and is no official where the group is none; of officials
  /// also one whose anonymity is explained.
  private static func isMember(_ source: AnnotationRecord.Source, of group: AnnotationRecord.Source?, isPast: Bool)
    -> Bool
  {
    let isOfOfficials = group?.isOfficial ?? false
    if isOfOfficials, source.justification != nil { return true }
    guard source.isNamed, isOfOfficials || !source.isOfficial else { return false }
    return source.kind == .person || source.kind == .document || !isPast
  }

  /// Somebody with a name says something in the same paragraph or soon after.
  private func isMemberNamed(near claim: AnnotationRecord.Claim, _ article: AuditArticle) -> Bool {
    let distance = Thresholds.standard[about.id, "distance"]
    for near in max(0, claim.sentence - 1)...(claim.sentence + distance) {
      guard let sentence = article.sentence(near) else { continue }
      let isPast = near < claim.sentence
      if isPast, sentence.paragraph != article.sentence(claim.sentence)?.paragraph { continue }
      let speakers = sentence.claims.map { article.claim($0) }.filter { $0.isUtterance }.compactMap(\.source)
      if speakers.contains(where: { Self.isMember($0, of: claim.source, isPast: isPast) }) { return true }
    }
    return false
  }
}
