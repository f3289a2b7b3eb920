import SaysoLexicon
import SaysoText

/// Tells "as the talks began" (a subordinator: a clause follows) from "as a minister" (a preposition: a noun phrase
/// does), by looking for the verb behind the noun phrase.
enum SubordinatorPatch {
  /// How far a subject may reach.
  private static let reach = 12

  static func apply(_ range: Range<Int>, _ tokens: borrowing TokenTable) {
    for token in range {
      let tag = tokens.tag[token]
      guard tag == .in || tag == .ins, mayBeEither(tokens.word[token]) else { continue }
      switch behind(token + 1, limit: range.upperBound, tokens) {
      case .clause: tokens.tag[token] = .ins
      case .phrase: tokens.tag[token] = .in
      case .unclear: break
      }
    }
  }

  private static func mayBeEither(_ word: WordID) -> Bool {
    word == .as || word == .after || word == .before || word == .since || word == .until || word == .till
  }

  private enum Behind { case clause, phrase, unclear }

  /// What follows: a noun phrase with a finite verb, one without, or something that the rule does not know.
  private static func behind(_ first: Int, limit: Int, _ tokens: borrowing TokenTable) -> Behind {
    var token = first
    var hasNoun = false
    while token < limit, token - first < reach {
      let tag = tokens.tag[token]
      if token > first, opensPhrase(tag), tokens.tag[token - 1].isNoun { return .phrase }
      switch tag {
      case .vbd, .vbz, .vbp, .md: return hasNoun ? .clause : .unclear
      case .prp, .prn, .dtp, .ex: hasNoun = true
      case .dt, .pdt, .prps, .jj, .jjr, .jjs, .cd, .pos, .fw: break
      case .in where hasNoun && tokens.word[token] == .of: break
      case .punct where tokens.word[token] == .hyphen: break
      case .rb where hasNoun: break
      case .punct, .cc: return hasNoun ? .phrase : .unclear
      case .in, .to, .wdt, .wp, .wrb, .ins, .vbg, .vbn: return .unclear
      default:
        guard tag.isNoun else { return .unclear }
        hasNoun = true
      }
      token += 1
    }
    return hasNoun && token == limit ? .phrase : .unclear
  }

  /// Right behind a noun these start another phrase: "after lunch they left".
  private static func opensPhrase(_ tag: WordTag) -> Bool { tag == .prp || tag == .dt || tag == .prps || tag == .ex }
}
