import SaysoLexicon
import SaysoText

/// Decides whether a full stop, question mark, exclamation mark or ellipsis ends a sentence.
///
/// The questions, in order: what follows (a capital, a digit, an opening mark), whether the stop belongs to an
/// abbreviation and of what kind, whether it closes a number of a list, and whether a quotation's speaker follows.
struct StopRule {
  let tables: LexiconTables

  /// Whether a token may be the last word of a sentence: a stop, or a word that ends with one.
  @inline(__always)
  static func mayEnd(_ shape: TokenShape) -> Bool {
    shape.hasAny([.terminal, .abbreviation, .dotted, .initial])
  }

  /// The token behind a stop and the quotation marks and brackets that close with it ("…" [17]).
  func tokenBehindClosers(_ stop: Int, from start: Int, limit: Int, _ article: borrowing Article) -> Int {
    var next = stop + 1
    while next < limit, next - stop < 24 {
      let shape = article.tokens.shape[next]
      let word = article.tokens.word[next]
      if shape.contains(.terminal) || isCloser(next, shape, word, from: start, article) {
        next += 1
      } else if isFootnote(next, article) {
        next += 3
      } else {
        break
      }
    }
    return min(next, limit)
  }

  private func isCloser(
    _ token: Int, _ shape: TokenShape, _ word: WordID, from start: Int, _ article: borrowing Article
  ) -> Bool {
    if shape.contains(.closeQuote) || word == .closeBracket || word == .closeSquare { return true }
    guard shape.contains(.anyQuote), !shape.contains(.openQuote) else { return false }
    guard shape.contains(.spaceBefore) else { return true }
    // A straight mark between spaces closes what an earlier one of the sentence opened, and opens otherwise.
    let nextTouches = !article.tokens.shape[token + 1].contains(.spaceBefore)
    return !nextTouches && openMarks(word, in: start..<token, article) % 2 == 1
  }

  private func openMarks(_ word: WordID, in range: Range<Int>, _ article: borrowing Article) -> Int {
    var count = 0
    for token in range.suffix(200) where article.tokens.word[token] == word { count += 1 }
    return count
  }

  /// "[17]" behind the stop.
  private func isFootnote(_ token: Int, _ article: borrowing Article) -> Bool {
    article.tokens.word[token] == .openSquare && article.tokens.shape[token + 1].contains(.number)
      && article.tokens.word[token + 2] == .closeSquare
  }

  // MARK: The decision

  /// Whether the stop at `token` ends the sentence that started at `start`, given the token behind its closers.
  func ends(
    at token: Int, next: Int, from start: Int, _ block: Range<Int>, _ article: borrowing Article
  ) -> Bool {
    let first = firstWord(next, limit: block.upperBound, article)
    guard let first else { return false }
    let shape = article.tokens.shape[first]
    if !shape.hasAny([.initialUpper, .hasDigit]) && !startsAnyway(next, first, article) { return false }
    if article.tokens.shape[token].contains(.terminal) {
      return endsMark(at: token, next: next, first, from: start, article)
    }
    return next > token + 1 || endsAbbreviation(token, first, start, article)
  }

  /// The first word or number behind opening marks; nil where something else comes ("," ":" a dash).
  private func firstWord(_ next: Int, limit: Int, _ article: borrowing Article) -> Int? {
    var token = next
    while token < limit, token - next < 4 {
      let shape = article.tokens.shape[token]
      if shape.hasAny([.hasLetter, .hasDigit]) { return token }
      let word = article.tokens.word[token]
      let opens =
        shape.hasAny([.anyQuote, .symbol, .dash]) || word == .openBracket || word == .openSquare
        || word == .bullet || word == .asterisk || word == .ellipsis
      guard opens else { return nil }
      token += 1
    }
    return nil
  }

  /// A lower-case start counts behind a mark of direct speech or where letters have no case.
  private func startsAnyway(_ next: Int, _ first: Int, _ article: borrowing Article) -> Bool {
    let shape = article.tokens.shape[first]
    return shape.contains(.mixedCase) || shape.contains(.nonASCII) && !shape.hasAny([.hasLower, .allUpper])
  }

  private func endsMark(
    at token: Int, next: Int, _ first: Int, from start: Int, _ article: borrowing Article
  ) -> Bool {
    let word = article.tokens.word[token]
    if word == .stop, isListNumber(before: token, from: start, article) { return false }
    if word == .stop, next == token + 1, !article.tokens.shape[next].contains(.spaceBefore) {
      return isRunOn(token, next, article)
    }
    if word == .ellipsis, first == next, article.tokens.word[next] == .i { return false }
    let isSpeech = next > token + 1 && article.tokens.shape[next - 1].contains(.anyQuote)
    return !(isSpeech && word != .stop && speakerFollows(first, article))
  }

  /// "1." or "B." or "2.1" at the start of a sentence.
  private func isListNumber(before stop: Int, from start: Int, _ article: borrowing Article) -> Bool {
    stop - start == 1 && article.tokens.shape[start].hasAny([.number, .initial])
      && article.tokens.end[start] - article.tokens.start[start] <= 4
  }

  /// A stop without a space behind it: "the end.Then", but not "Yahoo.Inc" or "3.A".
  private func isRunOn(_ token: Int, _ next: Int, _ article: borrowing Article) -> Bool {
    let shape = article.tokens.shape[next]
    if shape.hasAny([.anyQuote, .bracket]) { return true }
    let before = article.tokens.shape[token - 1]
    return shape.contains(.initialUpper) && before.contains(.hasLower) && !before.contains(.initialUpper)
  }

  /// A name and a verb of speech: "Really?" Jane Roe asked.
  private func speakerFollows(_ first: Int, _ article: borrowing Article) -> Bool {
    var token = first
    while token - first < 4, article.tokens.shape[token].contains(.initialUpper) {
      if article.tokens.features[token].contains(.neverName) { return false }
      token += 1
    }
    guard token > first, isOpenClass(first, article) else { return false }
    return isSpeechVerb(token, article)
  }

  private func isSpeechVerb(_ token: Int, _ article: borrowing Article) -> Bool {
    article.tokens.features[token].contains(.cueVerb) && article.tokens.lemma[token] != article.tokens.word[token]
  }

  // MARK: Abbreviations

  private func endsAbbreviation(_ token: Int, _ first: Int, _ start: Int, _ article: borrowing Article) -> Bool {
    let shape = article.tokens.shape[token]
    let rules = tables.info(article.tokens.word[token]).abbreviation
    if rules.contains(.neverFinal) { return false }
    if article.tokens.shape[first].contains(.hasDigit) { return false }
    if shape.contains(.initial) { return endsInitial(token, first, article) }
    if isStarter(first, article) { return true }
    if rules.contains(.place) || article.tokens.features[first].hasAny([.month, .weekday, .timeZone]) { return false }
    let isCapital = shape.contains(.initialUpper) && shape.contains(.dotted)
    return !isCapital && isCommonWord(first, article)
  }

  /// "Plan B. The team", but "J. The…" hardly ever; a name goes on with a name.
  private func endsInitial(_ token: Int, _ first: Int, _ article: borrowing Article) -> Bool {
    guard isStarter(first, article) else { return false }
    return !article.tokens.features[token - 1].hasAny([.givenName, .title, .honorific])
  }

  /// A closed-class word with a capital: what sentences start with and names do not.
  private func isStarter(_ token: Int, _ article: borrowing Article) -> Bool {
    let shape = article.tokens.shape[token]
    guard shape.contains(.initialUpper), !shape.contains(.initial), !shape.contains(.dotted) else { return false }
    return !isOpenClass(token, article)
  }

  private func isOpenClass(_ token: Int, _ article: borrowing Article) -> Bool {
    let info = tables.info(article.tokens.word[token])
    guard let likeliest = tables.tags(info.tagClass).first, let tag = WordTag(rawValue: likeliest.tag) else {
      return true
    }
    return !tag.isClosedClass
  }

  /// A capitalised word that is also an ordinary one, with no second capital behind it.
  private func isCommonWord(_ token: Int, _ article: borrowing Article) -> Bool {
    let info = tables.info(article.tokens.word[token])
    guard info.tagClass != 0 else { return false }
    return !article.tokens.shape[token + 1].contains(.initialUpper)
  }
}

extension WordTag {
  /// Determiners, pronouns, prepositions, conjunctions, modals and question words.
  var isClosedClass: Bool {
    switch self {
    case .dt, .dtp, .pdt, .wdt, .wdd, .prp, .prps, .prn, .wp, .wps, .wrb, .ex, .in, .ins, .cc, .md, .neg, .to: true
    default: false
    }
  }
}
