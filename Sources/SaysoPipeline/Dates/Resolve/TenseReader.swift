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

  /// The nearest verb before the expression decides, else the nearest behind it.
  ///
  /// - Parameter readsPresent: a verb in the present before a weekday means the next one ("the trial begins Monday");
  ///   with other dates it says nothing.
  func tense(around range: Range<Int>, readsPresent: Bool = false) -> Tense {
    var token = range.lowerBound
    var steps = 0
    while token > 0, !starts(token), steps < Self.reach {
      token -= 1
      steps += 1
      let tense = self.tense(of: token)
      if tense == .present, readsPresent { return .future }
      if tense == .past || tense == .future { return tense }
    }
    token = range.upperBound
    steps = 0
    while token < tokens.count, !starts(token), steps < Self.reach {
      let tense = self.tense(of: token)
      if tense == .past || tense == .future { return tense }
      token += 1
      steps += 1
    }
    return .unknown
  }

  /// Whether "to" stands before a verb, as far as looks tell: a word of no date, in lower case, no article.
  private func isInfinitive(_ token: Int) -> Bool {
    let next = token + 1
    guard next < tokens.count, tokens.words[next] == 0, table.words[Int(tokens.words[token])].classes.contains(.to),
      tokens.ends[token] - tokens.starts[token] == 2
    else {
      return false
    }
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
    if known != .unknown { return known }
    if word != 0, isInfinitive(token) { return hasComeAbout(token) ? .past : .future }
    switch tags[token] {
    case .none: return looksPast(token) ? .past : .unknown
    case .vbd: return .past
    case .vbz, .vbp: return tokens.ends[token] - tokens.starts[token] > 4 ? .present : .unknown
    case .vbn: return tags[token - 1] == .vb ? .unknown : .past
    default: return .unknown
    }
  }

  /// Without word classes: a word in "-ed", in lower case.
  private func looksPast(_ token: Int) -> Bool {
    let end = Int(tokens.ends[token])
    return end - Int(tokens.starts[token]) > 3 && tokens.bytes[end - 1] == UInt8(ascii: "d")
      && tokens.bytes[end - 2] == UInt8(ascii: "e") && tokens.firstByte(token) &- 97 < 26
  }
}

extension FoundDate {
  /// What the words beside it say of the tense: "until Friday" looks ahead, "Friday's ruling" and "since May" back.
  var tenseByNeighbours: Tense? {
    if follow.contains(.possessive) || lead.contains(.since) { return .past }
    return lead.isDisjoint(with: [.until, .by]) ? nil : .future
  }
}
