import SaysoLexicon
import SaysoText

/// Reads the tense of the clause around an expression, for weekdays and months that say no direction.
struct TenseReader {
  /// How far to look before and behind.
  static let reach = 24

  let tokens: DateTokens
  let table: DateTable
  /// Word classes by token; `none` throughout where no tagger has run.
  let tags: Column<WordTag>
  /// Whether a token begins a sentence.
  let starts: (Int) -> Bool

  /// The tense that goes with an expression: what its own preposition says, else that of the nearest verb before it,
  /// else of the nearest behind it; the other way round where it opens its clause ("but in March a court ruled").
  ///
  /// A verb in the present before a weekday means the next one ("the trial begins Monday"); with other dates it says
  /// nothing.
  func tense(of found: FoundDate) -> Tense {
    let isModifier = isModifier(found)
    if isModifier, !found.isWeekday { return .unknown }
    if let tense = found.tenseByNeighbours, !isModifier {
      // "will travel to Tuesday's match"
      if tense == .past, found.follow.contains(.possessive), isPlanned(found) { return .future }
      return tense == .future && isBehindPastPerfect(found.tokens.lowerBound) ? .past : tense
    }
    let isFirst = opensClause(found.tokens.lowerBound)
    let tense = isFirst ? after(found) : before(found)
    guard tense == .unknown else { return tense }
    return isFirst ? before(found) : after(found)
  }

  /// Whether "will" and its verb stand right before, with no further verb between.
  private func isPlanned(_ found: FoundDate) -> Bool {
    var token = found.tokens.lowerBound - 1
    while token > max(0, found.tokens.lowerBound - 7), !starts(token + 1), !isInfinitive(token) {
      if tags[token] == .md { return table.tenses[Int(tokens.words[token])] == .future && length(token) == 4 }
      if tags[token] != .vb, tags[token].isVerb { return false }
      token -= 1
    }
    return false
  }

  private func before(_ found: FoundDate) -> Tense {
    let end = found.tokens.lowerBound
    var token = end
    while token > max(0, end - Self.reach), !starts(token) {
      token -= 1
      let tense = self.tense(of: token)
      if tense == .present, found.isWeekday { return .future }
      if tense == .past || tense == .future { return tense }
    }
    return .unknown
  }

  private func after(_ found: FoundDate) -> Tense {
    let start = found.tokens.upperBound
    var token = start
    while token < min(tokens.count, start + Self.reach), !starts(token) {
      let tense = self.tense(of: token)
      if tense == .past || tense == .future { return tense }
      token += 1
    }
    return .unknown
  }

  /// Whether a comma or a joining word stands before the expression and its preposition: "but in March", ", on Friday
  /// the".
  private func opensClause(_ first: Int) -> Bool {
    guard first > 1, classes(first - 1).isSuperset(of: .in) || classes(first - 1).isSuperset(of: .on) else {
      return false
    }
    if starts(first - 1) { return true }
    return tags[first - 2] == .cc && !classes(first - 2).contains(.or)
      || tokens.firstByte(first - 2) == UInt8(ascii: ",") && tags[first] != .none
  }

  /// Whether the expression goes with a noun: "a June agreement", "the Tuesday deadline".
  private func isModifier(_ found: FoundDate) -> Bool {
    guard !found.nearLead.isDisjoint(with: [.the, .article]), found.tokens.upperBound < tokens.count else {
      return false
    }
    return tokens.firstByte(found.tokens.upperBound) &- 97 < 26
  }

  private func classes(_ token: Int) -> DateClass { table.words[Int(tokens.words[token])].classes }

  /// Whether "to" stands before a verb, as far as looks tell: a word of no date, in lower case, no article.
  private func isInfinitive(_ token: Int) -> Bool {
    let next = token + 1
    guard token >= 0, next < tokens.count, classes(next).isSubset(of: .tense) else { return false }
    guard classes(token).contains(.to), length(token) == 2 else { return false }
    // "closed to large ships": no verb.
    guard tags[next] == .none || tags[next] == .nn || tags[next].isVerb else { return false }
    return tokens.firstByte(next) &- 97 < 26
  }

  /// "began to flow on Tuesday", "caused the ship to run aground": the verb that governs an infinitive says that it did.
  private func hasComeAbout(_ to: Int) -> Bool {
    var token = to - 1
    while token > 0, to - token <= 8, !starts(token + 1) {
      if table.words[Int(tokens.words[token])].classes.contains(.doneTense) { return true }
      switch tags[token] {
      case .vbd, .vbn, .vbz, .vbp, .md: return false
      default: token -= 1
      }
    }
    return false
  }

  private func tense(of token: Int) -> Tense {
    let word = Int(tokens.words[token])
    let known = table.tenses[word]
    if known == .future { return isBehindPastPerfect(token) ? .past : .future }
    if word != 0, isInfinitive(token) { return hasComeAbout(token) || isBehindPastPerfect(token) ? .past : .future }
    switch tags[token] {
    case .none: return (known == .past || looksPast(token)) && !isInfinitive(token - 1) ? .past : .unknown
    case .vbd: return .past
    case .vbn: return participle(token)
    // "quit" looks like its present.
    case .vbp where known == .past: return .past
    case .vbz, .vbp: return isPlainPresent(token) && tags[token - 1] != .vbd ? .present : .unknown
    default: return .unknown
    }
  }

  /// "was held" and "held" alone are past, "is held" and "be held" are not.
  private func participle(_ token: Int) -> Tense {
    var verb = token - 1
    while verb > 0, tags[verb] == .rb || tags[verb] == .neg { verb -= 1 }
    switch tags[verb] {
    // "are said to have left": the infinitive of the perfect.
    case .vb where tags[verb - 1] == .to && tokens.firstByte(verb) | 0x20 == UInt8(ascii: "h"): return .past
    case .vb, .vbg: return .unknown
    case .vbz, .vbp: return tokens.firstByte(verb) | 0x20 == UInt8(ascii: "h") ? .past : .unknown
    default: return .past
    }
  }

  /// A verb in the present that is none of the small ones: "is", "has", "says" say nothing of the day.
  private func isPlainPresent(_ token: Int) -> Bool {
    length(token) > 4
      || length(token) == 4 && ![UInt8(ascii: "h"), UInt8(ascii: "s")].contains(tokens.firstByte(token))
  }

  /// Whether "had been" or "had" with a participle stands before: "had been due to expire", "had filed by".
  private func isBehindPastPerfect(_ token: Int) -> Bool {
    var verb = token - 1
    let end = max(0, token - 8)
    while verb > end, !starts(verb) {
      if tags[verb] == .vbn, tags[verb - 1] == .vbd, length(verb - 1) == 3,
        tokens.firstByte(verb - 1) | 0x20 == UInt8(ascii: "h")
      {
        return true
      }
      if !classes(verb).isDisjoint(with: .tense), tags[verb] == .md { return false }
      verb -= 1
    }
    return false
  }

  private func length(_ token: Int) -> Int { Int(tokens.ends[token] - tokens.starts[token]) }

  /// Without word classes: a word in "-ed", in lower case.
  private func looksPast(_ token: Int) -> Bool {
    let end = Int(tokens.ends[token])
    return length(token) > 3 && tokens.bytes[end - 1] == UInt8(ascii: "d") && tokens.bytes[end - 2] == UInt8(ascii: "e")
      && tokens.firstByte(token) &- 97 < 26
  }
}

extension FoundDate {
  /// What the words beside it say of the tense: "until Friday" looks ahead, "Friday's ruling" and "since May" back.
  fileprivate var tenseByNeighbours: Tense? {
    if follow.contains(.possessive) || lead.contains(.since) { return .past }
    return lead.isDisjoint(with: [.until, .by, .asof]) ? nil : .future
  }
}
