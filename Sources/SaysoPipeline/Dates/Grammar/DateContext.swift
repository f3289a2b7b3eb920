/// The words around a match, for a rule's second look.
struct DateContext {
  let lexemes: UnsafeBufferPointer<DateLexeme>
  let tokens: DateTokens

  /// The lexeme before the match; nil at the start of the run.
  func before(_ match: DateMatch, _ distance: Int = 1) -> DateLexeme? {
    let index = match.mention.lowerBound - distance
    return index >= 0 && index < lexemes.count ? lexemes[index] : nil
  }

  /// The lexeme behind the match; nil at the end of the run.
  func after(_ match: DateMatch, _ distance: Int = 1) -> DateLexeme? {
    let index = match.mention.upperBound + distance - 1
    return index >= 0 && index < lexemes.count ? lexemes[index] : nil
  }

  /// Whether the lexeme before the match is of one of these classes.
  func isAfter(_ classes: DateClass, _ match: DateMatch) -> Bool {
    before(match).map { !$0.classes.isDisjoint(with: classes) } ?? false
  }

  /// Whether the lexeme behind the match is of one of these classes.
  func isBefore(_ classes: DateClass, _ match: DateMatch) -> Bool {
    after(match).map { !$0.classes.isDisjoint(with: classes) } ?? false
  }

  /// First byte of the token before the mention; 0 at the start of the text.
  func byteBefore(_ match: DateMatch) -> UInt8 {
    let token = Int(lexemes[match.mention.lowerBound].token) - 1
    return token >= 0 ? tokens.firstByte(token) : 0
  }

  /// First byte of the token behind the mention; 0 at the end of the text.
  func byteAfter(_ match: DateMatch) -> UInt8 {
    let token = tokenAfter(match)
    return token < tokens.count ? tokens.firstByte(token) : 0
  }

  func tokenAfter(_ match: DateMatch) -> Int {
    Int(lexemes[max(match.mention.lowerBound, match.mention.upperBound - 1)].tokenEnd)
  }

  /// Whether the mention begins with a capital that its place in the sentence does not explain.
  func isCapitalInside(_ match: DateMatch) -> Bool {
    let token = Int(lexemes[match.mention.lowerBound].token)
    guard token > 0, tokens.firstByte(token) &- 65 < 26 else { return false }
    switch tokens.firstByte(token - 1) {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), 0xE2, UInt8(ascii: ":"):
      return false
    default: return !tokens.followsBlankLine(token)
    }
  }

  /// Whether a capitalised word stands directly before or behind, as in a name ("Theresa May", "March Group").
  func isInName(_ match: DateMatch) -> Bool {
    let token = Int(lexemes[match.mention.lowerBound].token) - 1
    let next = tokenAfter(match)
    let isCapital = { (index: Int) in tokens.firstByte(index) &- 65 < 26 }
    return token >= 0 && isCapital(token) && before(match)?.classes.isEmpty ?? true
      || next < tokens.count && isCapital(next) && after(match)?.classes.isEmpty ?? true
  }

  /// Whether a month's name is a person's: "August Roe", where no preposition asks for a month.
  func isGivenName(_ match: DateMatch) -> Bool {
    guard match.mention.count == 1, byteAfter(match) &- 65 < 26, after(match) == nil else { return false }
    return !isAfter(Self.prepositions.subtracting([.and, .or]), match)
  }

  /// Whether the sign for "year" (年) stands right before the match, behind figures that are not read: 二〇二一年五月.
  func isBehindYearMark(_ match: DateMatch) -> Bool {
    let start = Int(lexemes[match.mention.lowerBound].start)
    return start > 2 && tokens.bytes[start - 3] == 0xE5 && tokens.bytes[start - 2] == 0xB9
      && tokens.bytes[start - 1] == 0xB4
  }

  /// Whether a mark or the end of the text stands behind the match, so that no noun can follow.
  func endsPhrase(_ match: DateMatch) -> Bool {
    switch byteAfter(match) {
    case 0, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "\""): true
    default: false
    }
  }

  /// Whether a match of a word that is ordinary as well has enough around it to be a date.
  func isCertain(_ match: DateMatch, _ lexeme: DateLexeme?) -> Bool {
    guard lexeme?.guarded ?? false else { return true }
    return isAfter(Self.prepositions, match) && !isInName(match) || match.mention.count > 1
  }

  static let prepositions: DateClass = [
    "in", "on", "at", "by", "for", "since", "until", "from", "between", "during", "to",
    "of", "late", "early", "mid", "last", "next", "this", "and", "or", "-", "before", "after", "asof",
  ]
  .reduce(into: []) { $0.formUnion(DateClass(name: $1) ?? []) }
}
