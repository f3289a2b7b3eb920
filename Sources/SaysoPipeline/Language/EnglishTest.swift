import SaysoLexicon
import SaysoText

/// Whether a text is English, told by the words that English has alone, without any table of other languages.
enum EnglishTest {
  /// Lines shorter than this are labels and buttons, in tokens.
  static let lineTokens = 6
  private static let mostWords = 400
  /// One word in so many is at least English's own: in news it is one in five.
  private static let leastShare = 12

  /// O(sample).
  static func holds(_ article: borrowing Article) -> Bool {
    var (words, own) = (0, 0)
    let (shapes, ids) = (article.tokens.shape, article.tokens.word)
    for line in article.lines where line.tokens.count >= lineTokens {
      for token in line.tokens where shapes[token].contains(.hasLetter) {
        words += 1
        if FunctionWords.isEnglishAlone(ids[token]) { own += 1 }
      }
      if words >= mostWords { break }
    }
    return own > 0 && own * leastShare >= words
  }
}
