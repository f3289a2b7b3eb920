import SaysoICU
import SaysoLexicon
import SaysoText
import Testing

@testable import SaysoPipeline

/// Quotations in brackets, each as `⟦…⟧`.
@Suite struct QuotationTests {
  @Test(arguments: [
    "⟦“We won,”⟧ she said. ⟦“At last.”⟧",
    "⟦\"We won,\"⟧ she said. ⟦\"At last.\"⟧",
    "⟦''We won,''⟧ she said.",
    "⟦``We won,''⟧ she said.",
    "⟦«We won»⟧ she said.",
    "⟦‘We won,’⟧ she said.",
    "⟦“He said ‘no’ to us,”⟧ she said.",
    "The workers’ union and the towns’ mayors met in the ’90s.",
    "It's the dogs' dinner, isn't it?",
    "⟦“Not now,“⟧ he said.",
    "A ⟦“quiet”⟧ town.",
    "A mark too many” and nothing else.",
  ])
  func pairsMarks(_ marked: String) {
    #expect(read(marked.filter { $0 != "⟦" && $0 != "⟧" }) == marked)
  }

  @Test func anOpenQuotationEndsWithItsParagraph() {
    #expect(
      read("“We won.\n\n“We will rest,” she said.\n\nIt rained.")
        == "⟦“We won.⟧\n\n⟦“We will rest,”⟧ she said.\n\nIt rained.")
  }

  @Test func oneOddMarkSpoilsOneParagraphOnly() {
    let text = "He measured 5\" of rain.\n\n\"It rained,\" she said."
    #expect(read(text).hasSuffix("⟦\"It rained,\"⟧ she said."))
  }

  @Test func thousandsOfMarksAreReadInOneGo() {
    let text = String(repeating: "“a ”b \" ' ", count: 5_000)
    #expect(ClaimReading.claims(text).count < 50_000)
  }

  private func read(_ text: String) -> String {
    SegmentReading.with(text) { article in
      var quotations = Quotations()
      var number = Column<Int32>(neutral: 0)
      number.refill(to: article.tokens.count)
      quotations.read(article, into: number)
      defer { number.free() }
      var marked = ""
      var at: Int32 = 0
      for stretch in quotations.stretches {
        let span = article.tokens.span(stretch.tokens)
        marked += article.source.string(TextSpan(start: at, end: span.start))
        marked += "⟦" + article.source.string(span) + "⟧"
        at = span.end
      }
      return marked + article.source.string(TextSpan(start: at, end: Int32(article.source.bytes.count)))
    } ?? "no lexicon"
  }
}
