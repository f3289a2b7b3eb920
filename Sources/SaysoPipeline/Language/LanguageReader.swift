import SaysoText

/// Which language a text is in, by its script, its commonest words and its rare letters.
struct LanguageReader {
  let profiles: LanguageProfiles

  /// Words that are looked at.
  private static let longestSample = 400
  /// What a common word that only one language has is worth; one that n have is worth an n-th.
  private static let wordScore = 12
  /// What a word with a rare letter is worth.
  private static let letterScore = 6

  /// What a script says that no list knows (BCP 47, "undetermined").
  static let unknown = "und"

  /// Reads the first lines of sentences, all lines where there are none; nil where there are no letters. O(sample).
  /// - Parameter declared: the language that the page or record declares.
  func read(_ article: borrowing Article, declared: String?) -> LanguageVerdict? {
    var sample = Sample(profiles)
    for line in article.lines where line.tokens.count >= EnglishTest.lineTokens {
      sample.add(line.tokens, article, profiles)
      if sample.words >= Self.longestSample { break }
    }
    if sample.words < EnglishTest.lineTokens { sample.add(0..<min(article.tokens.count, 200), article, profiles) }
    return sample.verdict(profiles, declared: declared)
  }

  /// What was counted.
  private struct Sample {
    var words = 0
    private var scripts: [WritingScript: Int] = [:]
    private var scores: [Int]
    /// Different words that speak for each language.
    private var different: [Int]
    private var seen: Set<UInt64> = []

    init(_ profiles: LanguageProfiles) {
      scores = Array(repeating: 0, count: profiles.languages.count)
      different = scores
    }

    mutating func add(_ tokens: Range<Int>, _ article: borrowing Article, _ profiles: LanguageProfiles) {
      for token in tokens where article.tokens.shape[token].contains(.hasLetter) {
        words += 1
        let hash = article.tokens.hash[token]
        let mask = profiles.languages(ofWord: hash)
        score(mask, LanguageReader.wordScore)
        if mask != 0, seen.insert(hash).inserted { Self.forEach(in: mask) { different[$0] += 1 } }
        readLetters(article.tokens.span(token), article, profiles)
        if words >= LanguageReader.longestSample { return }
      }
    }

    /// Counts the script of a word's letters, and scores its rare ones once.
    private mutating func readLetters(
      _ span: TextSpan, _ article: borrowing Article, _ profiles: LanguageProfiles
    ) {
      var letters: LanguageProfiles.Mask = 0
      var script: WritingScript?
      var at = Int(span.start)
      article.source.bytes.withUnsafeBufferPointer { bytes in
        while at < Int(span.end) {
          let (scalar, length) = UTF8Scalar.decode(bytes, at: at)
          script = script ?? WritingScript(scalar: scalar)
          if scalar > 0x7F { letters |= profiles.languages(ofLetter: scalar) }
          at += length
        }
      }
      if let script { scripts[script, default: 0] += 1 }
      score(letters, LanguageReader.letterScore)
    }

    private mutating func score(_ mask: LanguageProfiles.Mask, _ points: Int) {
      guard mask != 0 else { return }
      let share = max(1, points / mask.nonzeroBitCount)
      Self.forEach(in: mask) { scores[$0] += share }
    }

    private static func forEach(in mask: LanguageProfiles.Mask, _ body: (Int) -> Void) {
      var rest = mask
      while rest != 0 {
        body(rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }

    mutating func verdict(_ profiles: LanguageProfiles, declared: String?) -> LanguageVerdict? {
      guard let script else { return nil }
      // Between two that are near, as Danish and Norwegian are, the page knows better.
      if let place = profiles.languages.firstIndex(where: { $0.code == declared }) {
        scores[place] += scores[place] / 4
      }
      let written = profiles.languages(in: script)
      let rivals = profiles.languages.indices.filter { written & (1 << LanguageProfiles.Mask($0)) != 0 }
      // Of equals the one that is meant where nothing tells, else the first.
      func rank(_ place: Int) -> (Int, Int, Int) {
        (scores[place], profiles.languages[place].isDefault ? 1 : 0, -place)
      }
      guard let best = rivals.max(by: { rank($0) < rank($1) }) else {
        return LanguageVerdict(
          code: LanguageReader.unknown, score: 0, rival: 0, english: 0, words: words, different: 0, isForeign: true)
      }
      let rival = rivals.filter { $0 != best }.map { scores[$0] }.max() ?? 0
      let english = rivals.first { $0 != best && profiles.languages[$0].code == "en" }.map { scores[$0] } ?? 0
      return LanguageVerdict(
        code: profiles.languages[best].code, score: scores[best], rival: rival, english: english, words: words,
        different: different[best],
        isForeign: script != .latin)
    }

    /// The script of most words. Japanese mixes Han with kana: some kana make it Japanese.
    private var script: WritingScript? {
      func count(_ script: WritingScript) -> Int { scripts[script, default: 0] }
      if count(.kana) * 10 > count(.han) + count(.kana), count(.kana) > 0, count(.latin) < count(.kana) + count(.han) {
        return .kana
      }
      let most = WritingScript.allCases.max { count($0) < count($1) }
      return most.flatMap { count($0) > 0 ? $0 : nil }
    }
  }
}

/// What a text says of its language.
struct LanguageVerdict: Equatable {
  /// BCP 47; "und" where no list knows the script.
  var code: String
  /// Points of the language and of the next best, 12 a common word that no other language has; words looked at.
  var score: Int
  var rival: Int
  /// Points of English, where it is another.
  var english: Int
  var words: Int
  /// How many different common words of the language there are.
  var different: Int
  /// The script is not that of English, for which an unclear text is taken.
  var isForeign: Bool

  /// Whether the text tells clearly: one word in ten is the language's own, no other has more, and English, for which
  /// an unclear text is taken, is well behind.
  var isClear: Bool {
    if isForeign { return true }
    let isEnough = different >= 3 && score >= 36 && score * 10 >= words * 12
    return isEnough && score > rival && (words >= 20 ? score * 4 >= english * 5 : score >= english * 2)
  }
}
