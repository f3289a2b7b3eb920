import SaysoTestSupport
import SaysoText
import Testing

@Suite struct FoldedLineTests {
  @Test func wordsCountAndNothingElse() {
    #expect(FoldedLine.hash(of: "Sign up to our newsletter!") == FoldedLine.hash(of: "  SIGN UP: to our  Newsletter"))
    #expect(FoldedLine.hash(of: "Sign up to our newsletter") != FoldedLine.hash(of: "Sign up to newsletter our"))
    #expect(FoldedLine.hash(of: "Sign up") != FoldedLine.hash(of: "Signup"))
    #expect(FoldedLine.hash(of: " | * — ") == nil)
    #expect(FoldedLine.hash(of: "") == nil)
  }

  /// A profile keeps the folded words, and finds the line again by them.
  @Test(arguments: Seed.some(50))
  func foldingChangesNothing(seed: Seed) {
    var generator = seed.generator
    let text = generator.article(paragraphs: 2) + " Straße 日本 ÅNGSTRÖM’s \(String(repeating: "ab", count: 70))"
    #expect(FoldedLine.hash(of: FoldedWords.fold(text)) == FoldedLine.hash(of: text))
  }
}
