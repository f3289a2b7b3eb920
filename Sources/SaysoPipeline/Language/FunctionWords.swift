import SaysoLexicon

/// The commonest words of English without meaning of their own, as known word ids. (Those of other languages are in
/// `Lexicons/<lang>/language/profile.tsv`, see `LanguageStage`.)
enum FunctionWords {
  private static let isFunctionWord = table(words)
  private static let isEnglishAlone = table(englishAlone)

  private static let words: [WordID] = [
    .the, .of, .to, .a, .in, .and, .that, .is, .was, .for, .on, .with, .as, .by, .at, .it, .he, .they, .she, .his,
    .their, .from, .be, .are, .were, .have, .has, .had, .not, .but, .this, .which, .an, .or, .who, .will, .would, .been,
    .its, .we, .you, .i, .her, .said,
  ]
  /// Those that no other language in Latin letters has among its common words.
  private static let englishAlone: [WordID] = [
    .the, .and, .that, .with, .from, .his, .their, .they, .she, .have, .not, .but, .this, .which, .who, .would, .been,
    .were, .said, .its,
  ]

  /// By the number of the word, which is small: the words that rules name come first in every vocabulary.
  private static func table(_ words: [WordID]) -> [Bool] {
    var table = [Bool](repeating: false, count: WordID.knownSpellings.count)
    for word in words where Int(word.raw) < table.count { table[Int(word.raw)] = true }
    return table
  }

  static func contains(_ word: WordID) -> Bool { isFunctionWord.has(word) }

  /// Whether a word is common in English and in no other language: "the", not "in".
  static func isEnglishAlone(_ word: WordID) -> Bool { isEnglishAlone.has(word) }
}

extension [Bool] {
  @inline(__always)
  fileprivate func has(_ word: WordID) -> Bool { word.isKnown && Int(word.raw) < count && self[Int(word.raw)] }
}
