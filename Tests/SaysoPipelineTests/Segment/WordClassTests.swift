import SaysoLexicon
import SaysoRecord
import SaysoText
import Testing

@testable import SaysoPipeline

/// Word classes in context. An expected text has "word/TAG" where the tag matters and bare words elsewhere.
@Suite struct WordClassTests {
  private static func check(_ expected: String) -> Bool {
    let parts = expected.split(separator: " ")
    let plain = parts.map { $0.contains("/") ? $0.split(separator: "/")[0] : $0 }.joined(separator: " ")
    let found = SegmentReading.tagged(plain).split(separator: " ")
    for part in parts where part.contains("/") && !found.contains(part) {
      Issue.record("\(part) in \(found.joined(separator: " "))")
      return false
    }
    return true
  }

  @Test(arguments: [
    // Verb or noun.
    "The report/NN was published .", "They report/VBP losses every year .", "He wants to report/VB it .",
    "The minister reports/VBZ to parliament .", "Two reports/NNS were lost .",
    "His claims/NNS are false .", "She claims/VBZ that/INS he lied/VBD .",
    // Past tense or participle.
    "She said/VBD so .", "It was said/VBN often .", "The man accused/VBN of theft was freed .",
    "The troops have never reached/VBN the town .", "Officials also reached/VBD a deal .",
    // Kinds of that.
    "He says that/INS it rains .", "That/DT man left .", "I know that/DTP .", "The house that/WDT burned was old .",
    // Subordinators and prepositions.
    "They left because/INS it rained .", "They left because/IN of the rain .", "After/INS leaving/VBG they wrote .",
    "After/IN lunch they wrote .",
    // To, not, pronouns.
    "She went to/IN Norvale to/TO rest/VB .", "They did n't/NEG go/VB .", "Her/PRP$ sister saw her/PRP .",
    "Nobody/PRN spoke .", "There/EX is hope .",
    // Names.
    "Talks with Tobrek/NNP failed .", "The United/NNPV States/NNPS agreed .", "Polish/JJ miners struck/VBD .",
    "Lindgrove/NNP Mining/NNP Company/NNP closed .",
    // Numbers and marks.
    "It cost 3,500.25/CD crowns in 1999/CD .", "the 17th/JJ century", "the 1990s/NNS were quiet",
    "(/PUNCT see below )/PUNCT", "50/CD %/SYM",
  ])
  func tagsInContext(_ expected: String) {
    #expect(Self.check(expected))
  }

  @Test(arguments: [
    ("They have gone home.", "have", "AUX"), ("They have money.", "have", "VERB"),
    ("Did the people know?", "Did", "AUX"), ("He did it.", "did", "VERB"), ("She did not answer.", "did", "AUX"),
    ("There is hope.", "is", "VERB"), ("Hope is here.", "is", "AUX"), ("She must go.", "must", "AUX"),
    ("The mayor is said to be ill.", "is", "AUX"),
  ])
  func tellsAuxiliaries(_ text: String, _ word: String, _ expected: String) {
    let label = SegmentReading.with(text) { article -> String? in
      for token in 0..<article.tokens.count where article.source.string(article.tokens.span(token)) == word {
        return UniversalTag.label(
          at: token, article.tokens.tag, article.tokens.word, article.tokens.lemma
        ).description
      }
      return nil
    }
    #expect(label == expected)
  }

  @Test(arguments: [("zorbling", WordTag.vbg), ("frandled", .vbd), ("quintly", .rb), ("snorbification", .nn)])
  func endingsTellUnknownWords(_ word: String, _ expected: WordTag) {
    let frames: [WordTag: (String, Int)] = [
      .vbg: ("They are \(word) now.", 2), .vbd: ("They \(word) it.", 1), .rb: ("They went \(word) away.", 2),
      .nn: ("The \(word) was long.", 1),
    ]
    guard let (text, at) = frames[expected] else { return }
    #expect(SegmentReading.with(text) { $0.tokens.tag[at] } == expected)
  }

  @Test func headlinesInCapitalsAreNotAllNames() {
    let tags = SegmentReading.with("Council Rejects Plan To Close Harbour Bridge", kind: .title) { article in
      (0..<article.tokens.count).map { article.tokens.tag[$0].label }
    }
    #expect(tags == ["NN", "VBZ", "NN", "TO", "VB", "NN", "NN"])
  }

  @Test func everyTokenHasAClassInLongSentences() {
    let text = String(repeating: "the old mayor of the town said that he would not go and ", count: 200) + "left."
    let missing = SegmentReading.with(text) { article in
      (0..<article.tokens.count).filter { article.tokens.tag[$0] == .none }.count
    }
    #expect(missing == 0)
  }
}
