import SaysoText
import Testing

@testable import SaysoPipeline

/// Noun phrases in brackets, verb groups in braces; tokens are set apart by single spaces.
@Suite struct ChunkTests {
  @Test(arguments: [
    "[The two former ministers] {did not say} where [they] {would meet} .",
    "[Jane Roe 's older sister] {has been found} in [Norvale] .",
    "[The long , narrow road] {is closed} .",
    "[A 14 - year - old boy] {was seen} near [the river] .",
    "[Some] {say} [it] {will rain} .",
    "[The mayor] {wants} {to leave} [the party] .",
    "[The troops] {have never been told} {to leave} .",
    "[The few] [who] {stayed} {were fed} .",
    "[She] {went} to [Norvale] .",
    "[Officials] {are said} {to have met} [her] .",
  ])
  func marksPhrasesAndGroups(_ marked: String) {
    var text = marked.filter { !"[]{}".contains($0) }
    for mark in ["'s", "-", ",", "."] { text.replace(" " + mark, with: mark) }
    text.replace("- ", with: "-")
    #expect(SegmentReading.chunked(text) == marked)
  }

  @Test(arguments: [
    ("He said so.", "say", ChunkFlags([.finite, .past])),
    ("They will not go.", "go", ChunkFlags([.finite, .modal, .future, .negated])),
    ("It was not found.", "find", ChunkFlags([.finite, .past, .passive, .negated])),
    ("She has left.", "leave", ChunkFlags([.finite, .perfect])),
    ("Asked about it, nobody spoke.", "ask", ChunkFlags([.participle])),
    ("To leave was wise.", "leave", ChunkFlags([.infinitive])),
    ("It has been denied.", "deny", ChunkFlags([.finite, .perfect, .passive])),
  ])
  func readsTenseAndVoice(_ text: String, _ lemma: String, _ flags: ChunkFlags) {
    let group = SegmentReading.verbGroup(text)
    #expect(group?.lemma == lemma)
    #expect(group?.flags == flags, "raw \(group?.flags.rawValue ?? 0)")
  }

  @Test func aPrepositionIsNoVerbGroup() {
    #expect(SegmentReading.chunked("It is up to him .") == "[It] {is} up to [him] .")
  }

  @Test func chunksNeitherOverlapNorCrossSentences() {
    let text = "The mayor left. The old town of Norvale, which had been lost, was found by him and his men."
    let isOrdered = SegmentReading.with(text) { article -> Bool in
      var end: Int32 = 0
      for chunk in article.chunks {
        if chunk.tokens.lowerBound < end || !chunk.tokens.contains(chunk.head) { return false }
        let first = article.tokens.sentence[Int(chunk.tokens.lowerBound)]
        if article.tokens.sentence[Int(chunk.tokens.upperBound) - 1] != first { return false }
        end = chunk.tokens.upperBound
      }
      return article.chunks.count > 5
    }
    #expect(isOrdered == true)
  }

  @Test(arguments: ["the ", "red ", "to ", "has ", "very ", "( ", "\" ", ". ", "J. ", "that ", "said "])
  func longRunsAreLinear(_ word: String) {
    let short = ContinuousClock().measure { _ = SegmentReading.with(String(repeating: word, count: 1_000)) { _ in 0 } }
    let long = ContinuousClock().measure { _ = SegmentReading.with(String(repeating: word, count: 8_000)) { _ in 0 } }
    #expect(long < short * 24 + .milliseconds(400), "eight times the text took \(long), one part \(short)")
  }
}
