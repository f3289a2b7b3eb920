internal import SaysoRecord

/// S03: "reportedly", and nobody near who reports it.
struct HedgeAdverb: Check {
  let about = CheckDescription(
    id: "S03", name: "hedge-adverb", severity: .warning,
    detects: "\"Reportedly\", \"allegedly\", \"purportedly\" and the like, with nobody near who reports or alleges it.",
    why:
      "The adverb keeps the writer's distance and passes the claim on all the same. Whoever alleges it belongs in the "
      + "sentence.",
    standard: "NPR Ethics Handbook on \"reportedly\"; Wikipedia MOS:ALLEGED: make the source of the accusation clear",
    thresholds: ["distance"], lists: ["hedges"],
    fires: [
      "The owner reportedly left the country in May. His house stands empty.",
      "The treasurer allegedly signed the loans. The bank has closed.",
    ],
    silent: [
      "The owner left the country in May, the police said. He reportedly travelled by train.",
      "The owner left the country in May. His house stands empty.",
      "Prosecutors said the treasurer had allegedly signed the loans.",
    ])

  private static let hedges = WordLists.standard["hedges"]

  func run(on article: AuditArticle, report: inout FindingList) {
    let distance = Thresholds.standard[about.id, "distance"]
    for number in article.bodySentences {
      guard let sentence = article.sentence(number) else { continue }
      guard let word = article.words(of: sentence).first(where: { Self.hedges.has($0.hash) && !$0.isQuoted }) else {
        continue
      }
      if article.hasSource(near: number, distance: distance) { continue }
      let cue = article.string(word)
      report.add(
        "\"\(cue)\": the text near does not say by whom", at: sentence.span, text: article.string(sentence),
        claim: article.claim(in: sentence, covering: word.span), evidence: [.init("cue", .text(cue))])
    }
  }
}

extension AuditArticle {
  /// Whether somebody who can be asked says something in the sentence or in those near it of the same paragraph.
  func hasSource(near number: Int, distance: Int) -> Bool {
    guard let own = sentence(number) else { return false }
    for near in max(0, number - distance)...(number + distance) {
      guard let sentence = sentence(near), sentence.paragraph == own.paragraph else { continue }
      for index in sentence.claims where claim(index).isUtterance {
        guard let source = claim(index).source else { continue }
        if source.isNamed || source.role != .unknown && source.kind != .group && source.kind != .anonymous {
          return true
        }
      }
    }
    return false
  }

  /// The claim of a sentence that holds a word.
  func claim(in sentence: Sentence, covering span: CodePointSpan) -> ClaimID? {
    sentence.claims.lazy.map { self.claim($0) }.first { claim in
      claim.content.span?.contains(span) == true || claim.cue?.passage.span?.contains(span) == true
    }?.id
  }
}
