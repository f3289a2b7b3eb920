internal import SaysoRecord

/// S02: "it is believed".
struct AgentlessPassive: Check {
  let about = CheckDescription(
    id: "S02", name: "agentless-passive", severity: .warning,
    detects: "A passive that says something on nobody's word: \"it is believed\", \"is said to\", \"are thought to\".",
    why: "The passive hides who believes it, and how they know. It reads like knowledge and commits nobody.",
    standard:
      "NPR Ethics Handbook: it is never enough to say that some detail is \"reportedly\" true; Wikipedia MOS:WEASEL",
    lists: ["agentless", "be", "adverbs"],
    fires: [
      "It is believed that the boat sank near the mole.", "The former mayor is said to own two of the houses.",
      "The thieves are widely thought to have come by sea.",
    ],
    silent: [
      "It is believed by the coroner that the boat sank near the mole.", "The mayor said that he owns two houses.",
      "The divers believed that the boat had sunk.",
    ])

  private static let participles = WordLists.standard["agentless"]
  private static let be = WordLists.standard["be"]
  private static let adverbs = WordLists.standard["adverbs"]
  private static let complements = WordLists.standard["complements"]
  private static let by = WordLists.standard["by"]

  func run(on article: AuditArticle, report: inout FindingList) {
    for number in article.bodySentences {
      guard let sentence = article.sentence(number) else { continue }
      let words = Array(article.words(of: sentence))
      for index in words.indices where Self.participles.has(words[index].hash) && !words[index].isQuoted {
        guard let start = Self.passive(words, index), Self.isSaying(words, index) else { continue }
        let span = CodePointSpan(Int(words[start].span.start), Int(words[index].span.end))
        let text = article.text?.string(span) ?? ""
        report.add(
          "\"\(text)\" does not say who says so", at: span, text: text,
          claim: article.claim(in: sentence, covering: words[index].span), evidence: [.init("cue", .text(text))])
      }
    }
  }

  /// Where the passive that ends in this participle begins.
  private static func passive(_ words: [AuditWord], _ participle: Int) -> Int? {
    var index = participle - 1
    while index >= 0, index > participle - 3, adverbs.has(words[index].hash) { index -= 1 }
    return index >= 0 && be.has(words[index].hash) ? index : nil
  }

  /// "that", "to" or "as if" comes next, and no "by whom" in the next words.
  private static func isSaying(_ words: [AuditWord], _ participle: Int) -> Bool {
    guard participle + 1 < words.count, complements.has(words[participle + 1].hash) else { return false }
    return !words[(participle + 1)..<min(words.count, participle + 3)].contains { by.has($0.hash) }
  }
}
