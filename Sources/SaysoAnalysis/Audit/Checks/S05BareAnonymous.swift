internal import SaysoRecord
internal import SaysoText

/// S05: "a source said".
struct BareAnonymous: Check {
  let about = CheckDescription(
    id: "S05", name: "bare-anonymous", severity: .error,
    detects: "A source of whom the text tells nothing at all: \"a source said\", \"according to insiders\".",
    why:
      "The reader is owed as much about a source as can be told: how close it is, on which side it stands, how it can "
      + "know.",
    standard: "AP News Values: simply quoting \"a source\" is not allowed; BBC Editorial Guidelines 3.4",
    lists: ["bare-sources", "bare-fillers"],
    fires: ["A source said the shipyard would close in June.", "The shipyard will close, according to insiders."],
    silent: [
      "A source in the finance ministry said the shipyard would close in June.",
      "Sources close to the owners said the shipyard would close.", "Ines Falk, a welder, said the yard would close.",
    ])

  private static let bare = WordLists.standard["bare-sources"]
  private static let fillers = WordLists.standard["bare-fillers"]

  func run(on article: AuditArticle, report: inout FindingList) {
    var told: Set<Int> = []
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.isReported, claim.isTold, !article.isTitle(claim), !article.isQuoted(claim),
        let source = claim.source,
        Self.isBare(source), !Self.isQualified(source, article)
      else { continue }
      if let number = article.sources.number(ofClaim: index), !told.insert(number).inserted { continue }
      report.add(
        "nothing is told of this source but that there is one", sourceOf: claim,
        evidence: [.init("source", .text(source.passage.text))])
    }
  }

  /// The phrase goes on behind what annotate took for its end: "a person | close to the talks".
  private static func isQualified(_ source: AnnotationRecord.Source, _ article: AuditArticle) -> Bool {
    guard let span = source.passage.span, let text = article.text else { return false }
    let after = text.string(CodePointSpan(Int(span.end), Int(span.end) + 16))
    guard after.first == " ", let word = FoldedWords.fold(after).split(separator: " ").first else { return false }
    return qualifiers.has(String(word))
  }

  private static let qualifiers = WordLists.standard["source-qualifiers"]

  /// Whether the phrase holds a word for a source and no word about it.
  static func isBare(_ source: AnnotationRecord.Source) -> Bool {
    guard !source.isNamed, source.entity == nil else { return false }
    let words = FoldedWords.hashes(of: source.passage.text)
    return words.contains { bare.has($0) } && words.allSatisfy { bare.has($0) || fillers.has($0) }
      && words.first.map { !onlyPronoun.has($0) || words.count > 1 } ?? false
  }

  private static let onlyPronoun = WordLists.standard["pronouns"]
}
