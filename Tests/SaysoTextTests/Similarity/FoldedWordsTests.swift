import SaysoTestSupport
import SaysoText
import Testing

@Suite struct FoldedWordsTests {
  @Test(arguments: [
    ("Zoë's “Café-Bar”", "zoes cafe bar"), ("U.S. Army, 3,000 men", "u s army 3 000 men"), ("", ""), (" \n—…", ""),
    ("Łódź and Straße", "lodz and strasse"), ("ΑΘΗΝΑ Москва ЁЛКА", "αθηνα москва ёлка"), ("O’Neill", "oneill"),
    ("Cafe\u{301}", "cafe"), ("soft\u{AD}hyphen", "softhyphen"), ("東京 2024年", "東 京 2024 年"), ("🤔?", "🤔"),
    ("Ægir ŒUVRE Þór", "aegir oeuvre thor"), ("ภาษา", "ภ า ษ า"),
  ])
  func folds(text: String, folded: String) {
    #expect(FoldedWords.fold(text) == folded)
  }

  @Test(arguments: Seed.some(50)) func foldingTwiceChangesNothing(seed: Seed) {
    var random = seed.generator
    let once = FoldedWords.fold(random.nastyText(upTo: 60))
    #expect(FoldedWords.fold(once) == once)
    #expect(FoldedWords.hashes(of: once).count == once.split(separator: " ").count)
  }

  /// A run without spaces is cut, on character boundaries.
  @Test func longRunsAreCut() {
    let folded = FoldedWords.fold(String(repeating: "aé", count: 5000) + String(repeating: "ж", count: 5000))
    #expect(folded.split(separator: " ").allSatisfy { $0.utf8.count <= 68 })
    #expect(folded.filter { $0 == "ж" }.count == 5000)
    #expect(folded.filter { $0 == "a" }.count == 5000)
  }
}
