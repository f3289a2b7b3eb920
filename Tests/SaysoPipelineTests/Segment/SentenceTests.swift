import SaysoLexicon
import SaysoRecord
import SaysoText
import Testing

@testable import SaysoPipeline

/// Where sentences end. The mark `|` in a text is where a boundary is expected; it is taken out first.
@Suite struct SentenceTests {
  private static func check(_ marked: String) -> Bool {
    let expected = marked.split(separator: "|").map { $0.drop { $0 == " " || $0 == "\n" } }.map(String.init)
    let text = marked.split(separator: "|", omittingEmptySubsequences: true).joined()
    let found = SegmentReading.sentences(text)
    if found != expected { Issue.record("found \(found)") }
    return found == expected
  }

  @Test(arguments: [
    "The ferry left at noon.| Nobody was hurt.",
    "Who called the harbour master?| Nobody knows!| The log is empty.",
    "It cost 3.50 in 1998.| Now it costs 12.",
    "“We will rebuild.”| The mayor left the hall.",
    "\"We will rebuild.\"| The mayor left the hall.",
    "(The bridge was closed.)| Traffic went round by Norvale.",
    "The report is out. [4]| It has two parts.",
    "He lives in the U.S.| The company moved there too.",
    "The plant belongs to Norvale Steel Inc.| It opened in May.",
    "They met at 5 p.m.| The talks went on all night.",
    "It rained in January.| 2015 was drier.",
  ])
  func endsAtStops(_ marked: String) {
    #expect(Self.check(marked))
  }

  @Test(arguments: [
    "Gen. Tom Hale and Dr. Ada Roe met Sen. Jo Park in Norvale.",
    "J. K. Marsh and W. E. Lund wrote it.",
    "The U.S. Army and the U.S. President agreed.",
    "It opens at 5 p.m. Monday and closes at 9 a.m. Tuesday.",
    "The clinic on Oct. 12 treated No. 7 first, on p. 12 of the list.",
    "Roe v. Hale was decided on Jan. 5, 1921.",
    "“Really?” she asked.",
    "“Stop!” the guard shouted at them.",
    "It was, e.g. on Sundays, shut, i.e. nobody came.",
    "Prices rose 2.5 percent, to 1,200.75 crowns.",
    "1. Open the box.",
    "The article at www.example.org/a.html says so.",
    "The town has fish, bread, salt etc. and a market.",
  ])
  func goesOnAfterAbbreviations(_ text: String) {
    #expect(SegmentReading.sentences(text) == [text])
  }

  @Test func lineEndsCloseSentences() {
    #expect(
      SegmentReading.sentences("Bridge opens after two years\nBy Ada Roe\n\nThe bridge opened.")
        == ["Bridge opens after two years", "By Ada Roe", "The bridge opened."])
  }

  @Test func hardWrappedLinesRunOn() {
    let text = """
      The bridge over the Lune was opened to traffic on Monday after two
      years of work that cost the town more than it had ever spent on one
      thing. Nobody had expected it so soon.
      """
    #expect(SegmentReading.sentences(text).count == 2)
  }

  @Test func paragraphsAreCounted() {
    let numbers = SegmentReading.with("One here. Two here.\n\nThree here.\nFour here.") { article in
      article.sentences.map(\.paragraph)
    }
    #expect(numbers == [0, 0, 1, 1])
  }

  @Test func furnitureHasNoSentences() {
    let found = SegmentReading.with("Home News Sport. Read more here.", kind: .furniture) { article in
      (article.sentences.count, article.tokens.tag[0])
    }
    #expect(found?.0 == 0)
    #expect(found?.1 != WordTag.none)
  }

  @Test(arguments: ["", "...", "\n\n\n", "((((((", "\"\"\"\"", ". . . .", "\u{2014}", "A.B.C.D.E.F.", "?!?!?!"])
  func oddTextIsRead(_ text: String) {
    let covered = SegmentReading.with(text) { article in
      article.sentences.reduce(0) { $0 + $1.tokens.count } == article.tokens.count
    }
    #expect(covered == true)
  }
}
