import SaysoLexicon
import SaysoRecord
import SaysoText

/// What name rules see of an article: its tokens, matches and the case of the sentence they stand in.
struct NameScan: ~Copyable {
  let start: Column<Int32>
  let end: Column<Int32>
  let shape: Column<TokenShape>
  let word: Column<WordID>
  let hash: Column<UInt64>
  let features: Column<WordFeatures>
  let tag: Column<WordTag>
  let sentence: Column<Int32>
  let firstMatch: Column<Int32>
  let matches: Column<LexiconMatch>
  let tables: LexiconTables
  let weights: NameWeights
  let count: Int
  /// For each token the match of a title that ends just before it, plus one; 0 where none does.
  var titleBefore: Column<Int32>

  /// Whether a token belongs to a date.
  let isDate: Column<Bool>

  /// What the sentence as a whole offers to rules.
  private(set) var sentenceCues: NameCues = []
  /// The tokens of the sentence being read.
  var bounds = 0..<0
  /// Most words of the sentence start with a capital (a headline, a table), so capitals say little.
  var isTitleCase = false
  /// Nearly all words are capitals throughout.
  var isAllCaps = false

  /// Longest name in tokens that any rule reads.
  static let maxTokens = 16

  init(
    _ article: borrowing Article, _ tables: LexiconTables, _ weights: NameWeights, titleBefore: Column<Int32>,
    isDate: Column<Bool>
  ) {
    start = article.tokens.start
    end = article.tokens.end
    shape = article.tokens.shape
    word = article.tokens.word
    hash = article.tokens.hash
    features = article.tokens.features
    tag = article.tokens.tag
    sentence = article.tokens.sentence
    firstMatch = article.tokens.firstMatch
    matches = article.matches
    count = article.tokens.count
    self.tables = tables
    self.weights = weights
    self.titleBefore = titleBefore
    self.isDate = isDate
  }

  /// Moves on to a sentence and takes stock of its capitals, its titles and the parts of names in it.
  mutating func enter(_ tokens: Range<Int>) {
    bounds = tokens
    var words = 0
    var upper = 0
    var capitals = 0
    var types: EntryTypes = []
    var features: WordFeatures = []
    for token in tokens {
      types.formUnion(noteMatches(token))
      let shape = shape[token]
      if shape.contains(.initialUpper) { features.formUnion(self.features[token]) }
      guard shape.contains(.hasLetter), !shape.contains(.clitic) else { continue }
      words += 1
      if shape.contains(.initialUpper) { upper += 1 }
      if shape.contains(.allUpper) { capitals += 1 }
    }
    isAllCaps = words > 1 && capitals * 10 >= words * 8
    isTitleCase = words > 3 && upper * 10 >= words * 7
    sentenceCues = []
    if types.has(.orgHead) { sentenceCues.insert(.orgHead) }
    if types.has(.placeHead) { sentenceCues.insert(.placeHead) }
    if features.contains(.orgSuffix) || types.has(.orgSuffix) { sentenceCues.insert(.orgSuffix) }
  }

  /// The types of the matches at a token. Notes for the token behind a title which title that is: "Prime Minister",
  /// "spokesman", "Gen.".
  @inline(__always)
  private func noteMatches(_ token: Int) -> EntryTypes {
    var types: EntryTypes = []
    var hasTitle = false
    for index in matchRange(token) {
      let match = matches[index]
      types.insert(EntryTypes(match.type))
      guard match.type == .title, !hasTitle, match.end < bounds.upperBound else { continue }
      guard record(match.entry).forms.contains(.before) || has(token, .honorific) else { continue }
      titleBefore[match.end] = Int32(truncatingIfNeeded: index + 1)
      let behind = behindOffice(match.end)
      if behind > match.end { titleBefore[behind] = Int32(truncatingIfNeeded: index + 1) }
      hasTitle = true
    }
    return types
  }

  /// Where the name may start behind the office that a title is of: "Minister of Fisheries and Trade Pape Diouf" from
  /// "of"; the start itself where there is none.
  private func behindOffice(_ start: Int) -> Int {
    guard word[start] == .of || word[start] == .for else { return start }
    var at = start + 1
    let limit = min(bounds.upperBound, start + 8)
    while at < limit {
      let isWord = isUpper(at) && tables.info(word[at]).tagClass != 0 && !has(at, [.givenName, .familyName])
      guard isWord || (isUpper(at) && has(at, [.place, .group])) || (word[at] == .and && isUpper(at + 1)) else { break }
      at += 1
    }
    // "Envoys of Norway and X": X is no name behind an office.
    return at > start + 1 && at < limit && isUpper(at) && word[at - 1] != .and ? at : start
  }

  /// What a token shows at a glance.
  @inline(__always)
  func cues(_ token: Int) -> NameCues {
    var cues = sentenceCues
    let shape = shape[token]
    if shape.contains(.initialUpper) { cues.insert(.upper) }
    if shape.contains(.paragraphStart) { cues.insert(.paragraphStart) }
    if has(token, [.givenName, .familyName]) { cues.insert(.partOfName) }
    if titleBefore[token] > 0 { cues.insert(.behindTitle) }
    if firstMatch[token] != firstMatch[token + 1] { cues.insert(.listed) }
    return cues
  }

  /// The title that ends just before `token`, if any.
  func title(before token: Int) -> LexiconMatch? {
    let index = Int(titleBefore[token])
    return index > 0 ? matches[index - 1] : nil
  }

  // MARK: Questions about a token

  @inline(__always)
  func isUpper(_ token: Int) -> Bool { shape[token].contains(.initialUpper) }

  @inline(__always)
  func has(_ token: Int, _ wanted: WordFeatures) -> Bool { features[token].hasAny(wanted) }

  /// Whether nothing but the text's own bytes stands between this token and the one before.
  @inline(__always)
  func touchesPrevious(_ token: Int) -> Bool { start[token] == end[token - 1] && token > bounds.lowerBound }

  /// Whether `token` is a hyphen with a capital word glued on both sides: "Guild-West".
  func isInnerHyphen(_ token: Int) -> Bool {
    word[token] == .hyphen && touchesPrevious(token) && touchesPrevious(token + 1)
      && token + 1 < bounds.upperBound && (isUpper(token + 1) || has(token + 1, .nameParticle))
  }

  /// "D" of "(D-Ohio)": a letter glued to what follows, the sign of a party.
  func isPartyLetter(_ token: Int) -> Bool { end[token] - start[token] == 1 && isInnerHyphen(token + 1) }

  /// "Quell" of "anti-Quell": glued behind a word in small letters.
  func isBehindPrefix(_ token: Int) -> Bool {
    word[token - 1] == .hyphen && touchesPrevious(token) && touchesPrevious(token - 1) && !isUpper(token - 2)
      && !has(token - 2, .nameParticle)
  }

  /// A capitalised word that may be part of an unlisted name.
  func isNameWord(_ token: Int) -> Bool {
    guard bounds.contains(token), isUpper(token), !shape[token].contains(.address) else { return false }
    return !has(token, [.neverName, .weekday, .month]) || isListed(token)
  }

  /// Whether a name list holds the word by itself: "May" the given name, "Will".
  func isListed(_ token: Int) -> Bool { has(token, [.givenName, .familyName]) && !isSentenceStart(token) }

  /// Whether the token opens its sentence, behind quotation marks and brackets.
  func isSentenceStart(_ token: Int) -> Bool {
    var at = token - 1
    while at >= bounds.lowerBound, shape[at].hasAny([.anyQuote, .bracket, .dash]) { at -= 1 }
    return at < bounds.lowerBound || word[at] == .colon
  }

  /// The range of `Article.matches` that start at `token`, longest first.
  @inline(__always)
  func matchRange(_ token: Int) -> Range<Int> {
    let low = Int(firstMatch[token])
    return low..<max(low, Int(firstMatch[token + 1]))
  }

  /// The longest match of one of `types` at `token` that stays inside the sentence.
  func match(at token: Int, _ types: EntryTypes) -> LexiconMatch? {
    for index in matchRange(token) where types.has(matches[index].type) && matches[index].end <= bounds.upperBound {
      return matches[index]
    }
    return nil
  }

  /// Whether a listed place ends with `token`: "Fe" of "Santa Fe". Looks three tokens back.
  func endsPlace(_ token: Int) -> Bool {
    for start in max(bounds.lowerBound, token - 3)...max(bounds.lowerBound, token) {
      for index in matchRange(start) where matches[index].type == .place && matches[index].end == token + 1 {
        return true
      }
    }
    return false
  }

  /// A name without the company suffixes at its end: "Rupali Knitwear" of "Rupali Knitwear Ltd".
  func withoutSuffix(_ name: Range<Int>) -> Range<Int> {
    var end = name.upperBound
    while end > name.lowerBound + 1, has(end - 1, .orgSuffix) || word[end - 1] == .comma { end -= 1 }
    return name.lowerBound..<end
  }

  /// The evidence of a reading that rests on one signal so far.
  @inline(__always)
  func signals(_ signal: NameSignal) -> NameSignals { NameSignals(signal, weights) }

  /// A hash of the folded words of a range: equal names have equal keys. O(tokens).
  func key(_ tokens: Range<Int>) -> UInt64 { TokenTable.key(hash, tokens) }

  func record(_ entry: EntryID) -> EntryRecord { tables.record(entry) }
}
