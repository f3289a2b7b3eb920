import SaysoText

/// Turns a run of tokens into the lexemes that rules are matched against.
///
/// Figures are read from the bytes, whatever the tokeniser made of them, so that "1990s", "5th", "10:30", "23/2/2023"
/// and "1,000" are one lexeme each; number words are put together ("twenty-four", "nineteen ninety-six").
struct DateLexer {
  let table: DateTable
  var lexemes: [DateLexeme] = []

  init(_ table: DateTable) {
    self.table = table
    lexemes.reserveCapacity(128)
  }

  /// Reads the tokens `range`; the result stands in `lexemes` until the next call.
  mutating func lex(_ range: Range<Int>, of tokens: DateTokens) {
    lexemes.removeAll(keepingCapacity: true)
    var token = range.lowerBound
    while token < range.upperBound {
      let next = lexOne(token, range.upperBound, tokens)
      token = max(next, token + 1)
    }
    joinNumbers()
  }

  private mutating func lexOne(_ token: Int, _ end: Int, _ tokens: DateTokens) -> Int {
    let byte = tokens.firstByte(token)
    let isEvent = table.words[Int(tokens.words[token])].classes.contains(.event)
    if !isEvent, DateFigures.digit(tokens.bytes, Int(tokens.starts[token])) != nil {
      return lexFigures(token, Int(tokens.starts[token]), end, tokens)
    }
    if let figures = apostrophe(token, byte, tokens) { return lexFigures(token, figures, end, tokens) }
    let word = Int(tokens.words[token])
    guard word > 0, word < table.words.count else {
      append(DateLexer.mark(tokens, token), token, token + 1, tokens)
      return token + 1
    }
    if table.opensPhrase[word] {
      for phrase in table.phrases[word] where matches(phrase, token, end, tokens) {
        append(phrase.word, token, token + 1 + phrase.rest.count, tokens)
        return token + 1 + phrase.rest.count
      }
    }
    let reading = table.words[word]
    let stop = stopLength(reading, token, tokens)
    guard hasCapitals(reading.capitals, token, tokens), reading.stop < 2 || stop > 0 else {
      append(DateWord(), token, token + 1, tokens)
      return token + 1
    }
    append(reading, token, token + 1, tokens)
    guard stop > 0 else { return token + 1 }
    return takeStop(token, end, tokens)
  }

  /// Bytes of the full stop that may belong to an abbreviation: it stands in the token, or directly behind it.
  private func stopLength(_ word: DateWord, _ token: Int, _ tokens: DateTokens) -> Int {
    guard word.stop > 0 else { return 0 }
    let end = Int(tokens.ends[token])
    let stop = UInt8(ascii: ".")
    return end > 0 && tokens.bytes[end - 1] == stop || end < tokens.bytes.count && tokens.bytes[end] == stop ? 1 : 0
  }

  /// Takes the token of the full stop behind an abbreviation into its lexeme; returns the token behind.
  private mutating func takeStop(_ token: Int, _ end: Int, _ tokens: DateTokens) -> Int {
    guard token + 1 < end, tokens.isAttached(token + 1), tokens.firstByte(token + 1) == UInt8(ascii: ".") else {
      return token + 1
    }
    lexemes[lexemes.count - 1].tokenEnd = Int32(token + 2)
    lexemes[lexemes.count - 1].end = tokens.ends[token + 1]
    return token + 2
  }

  /// Where the figures of "'90s" and "'97" begin, behind a straight or curly apostrophe that belongs to the token.
  private func apostrophe(_ token: Int, _ byte: UInt8, _ tokens: DateTokens) -> Int? {
    let length = byte == UInt8(ascii: "'") ? 1 : byte == 0xE2 ? 3 : 0
    let start = Int(tokens.starts[token]) + length
    guard length > 0, start + 1 < tokens.bytes.count, tokens.bytes[start] &- 48 < 10, tokens.bytes[start + 1] &- 48 < 10
    else { return nil }
    return length == 1 || DateLexer.dashOrQuote(tokens, token).classes.contains(.possessive) ? start : nil
  }

  private func matches(_ phrase: DateVocabulary.Phrase, _ token: Int, _ end: Int, _ tokens: DateTokens) -> Bool {
    guard token + phrase.rest.count < end else { return false }
    for (offset, word) in phrase.rest.enumerated() where tokens.words[token + 1 + offset] != word { return false }
    return hasCapitals(phrase.word.capitals, token, tokens)
  }

  /// The case rule of the lexicons, as far as dates need it: the first letter, or all of them.
  private func hasCapitals(_ need: UInt8, _ token: Int, _ tokens: DateTokens) -> Bool {
    guard need > 0 else { return true }
    let range = Int(tokens.starts[token])..<Int(tokens.ends[token])
    guard let first = range.first, tokens.bytes[first] &- 97 > 25 else { return false }
    return need == 1 || !range.contains { tokens.bytes[$0] &- 97 <= 25 }
  }

  private mutating func append(_ word: DateWord, _ token: Int, _ end: Int, _ tokens: DateTokens) {
    lexemes.append(
      DateLexeme(
        classes: word.classes, number: Int(word.number), code: Int(word.code), unit: word.unit, guarded: word.guarded,
        attached: tokens.isAttached(token), token: Int32(token), tokenEnd: Int32(end), start: tokens.starts[token],
        end: tokens.ends[end - 1]))
  }

  /// A mark between words: comma, hyphen or dash, slash, full stop, colon, the possessive.
  static func mark(_ tokens: DateTokens, _ token: Int) -> DateWord {
    switch tokens.firstByte(token) {
    case UInt8(ascii: ","): DateWord(classes: .comma)
    case UInt8(ascii: "-"): DateWord(classes: .hyphen)
    case UInt8(ascii: "/"): DateWord(classes: .slash)
    case UInt8(ascii: "."): DateWord(classes: .stop)
    case UInt8(ascii: ":"): DateWord(classes: .colon)
    case UInt8(ascii: "'"): DateWord(classes: .possessive)
    case 0xE2: dashOrQuote(tokens, token)
    default: DateWord()
    }
  }

  /// U+2010 to U+2014 are hyphens and dashes, U+2018 and U+2019 apostrophes.
  private static func dashOrQuote(_ tokens: DateTokens, _ token: Int) -> DateWord {
    let start = Int(tokens.starts[token])
    guard start + 2 < tokens.bytes.count, tokens.bytes[start + 1] == 0x80 else { return DateWord() }
    switch tokens.bytes[start + 2] {
    case 0x90...0x94: return DateWord(classes: .hyphen)
    case 0x98, 0x99: return DateWord(classes: .possessive)
    default: return DateWord()
    }
  }

  /// Reads figures that begin at a token and appends their lexeme; returns the token behind them.
  private mutating func lexFigures(_ token: Int, _ start: Int, _ end: Int, _ tokens: DateTokens) -> Int {
    var figures = DateFigures(bytes: tokens.bytes, at: start, dayFirst: table.dayFirst)
    figures.read(afterApostrophe: start > Int(tokens.starts[token]))
    var next = token + 1
    while next < end, Int(tokens.starts[next]) < figures.end { next += 1 }
    lexemes.append(
      DateLexeme(
        classes: figures.classes, number: figures.number, code: figures.code, extra: figures.extra,
        unit: figures.unit, attached: tokens.isAttached(token), token: Int32(token), tokenEnd: Int32(next),
        start: tokens.starts[token], end: Int32(figures.end)))
    if table.yearShift > 0 { shiftYear(figures.end - start) }
    if figures.end < Int(tokens.ends[next - 1]) { appendMark(at: figures.end, next - 1, tokens) }
    return next
  }

  /// "2567" is the year 2024 where years are counted from the Buddha's death; 2024 stays what it is.
  private mutating func shiftYear(_ digits: Int) {
    let number = lexemes[lexemes.count - 1].number
    guard digits == 4, lexemes[lexemes.count - 1].classes == .num, (2200...2799).contains(number) else { return }
    lexemes[lexemes.count - 1].number = number - table.yearShift
    lexemes[lexemes.count - 1].classes = [.num, .year]
  }

  /// A mark of one character that is written together with figures and with what follows: "월" of "5월에".
  private mutating func appendMark(at start: Int, _ token: Int, _ tokens: DateTokens) {
    guard tokens.bytes[start] >= 0x80 else { return }
    let length = UTF8Scalar.decode(tokens.bytes, at: start).length
    let bytes = UnsafeBufferPointer(rebasing: tokens.bytes[start..<start + length])
    let word = table.words[Int(table.number(FoldedHash.hash(bytes)))]
    guard !word.classes.isEmpty else { return }
    append(word, token, token + 1, tokens)
    lexemes[lexemes.count - 1].start = Int32(start)
    lexemes[lexemes.count - 1].end = Int32(start + length)
    lexemes[lexemes.count - 1].attached = true
  }

  mutating func replace(_ range: Range<Int>, with lexeme: DateLexeme) {
    lexemes.replaceSubrange(range, with: CollectionOfOne(lexeme))
  }
}
