import SaysoAnalysis
import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct WireCopiesTests {
  static let sentences = [
    "Shares in the ferry company fell 11 percent on Friday after a newspaper reported that a repair had been put off",
    "The chief executive told the agency that the report was wrong in every detail",
    "The newspaper's editor said in an e-mail that the paper stood by its reporting",
    "A person familiar with the inquiry said that investigators had seen the memo on which the report was based",
    "Analysts at a bank said that the company could lose its licence if the memo proved genuine",
    "The company carried nearly two million passengers in the year before the accident",
  ]

  private func voices(_ texts: [[String]]) -> [Int32] {
    var copies = WireCopies()
    for (index, sentences) in texts.enumerated() {
      var article = Article("\(index)")
      for sentence in sentences { article.claim(sentence) }
      copies.add(article.record)
    }
    return copies.voices()
  }

  @Test func copiesShortenedAndChanged() {
    let changed = ["A new first sentence by the desk of the paper that prints it"] + Self.sentences.dropFirst()
    #expect(voices([Self.sentences, Self.sentences, Array(changed), Array(Self.sentences.prefix(3))]) == [0, 0, 0, 0])
  }

  /// The same facts in other words, and one shared quotation, are another voice.
  @Test func retellingsAreVoicesOfTheirOwn() {
    let retold = [
      "Investors sold Lakeline stock on Friday and its price sank by more than a tenth",
      "The chief executive told the agency that the report was wrong in every detail",
      "An official close to the investigation has confirmed that a memo exists",
      "The paper's editor refused to withdraw the story when asked to do so by lawyers",
    ]
    #expect(voices([Self.sentences, retold]) == [0, 1])
  }

  @Test func shortArticlesAreNotCopies() {
    #expect(voices([["It rained on Monday."], ["It rained on Monday."], []]) == [0, 1, 2])
  }

  @Test func claimsInsideOthersCountOnce() {
    var copies = WireCopies()
    for number in 0..<2 {
      var article = Article("\(number)")
      for sentence in Self.sentences { article.claim(sentence) }
      for index in 0..<20 where number == 1 {
        let id = article.claim("An inner claim, which tells number \(index) of what the outer claim tells already")
        article.record.claims[Int(id.number) - 1].parent = ClaimID(1)
      }
      copies.add(article.record)
    }
    #expect(copies.voices() == [0, 0])
  }
}
