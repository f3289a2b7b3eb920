import SaysoLexicon
import SaysoText

/// Tells the "that" of a claim from a relative one where the decoder's view is too short: "the report that they left",
/// "said on Monday that it rained". A subject must follow.
enum ThatPatch {
  static func apply(_ range: Range<Int>, _ tokens: borrowing TokenTable) {
    for token in range where tokens.word[token] == .that && tokens.tag[token] != .ins {
      guard token > range.lowerBound, token + 1 < range.upperBound else { continue }
      if tokens.tag[token] != .wdt {
        if isNoDeterminer(token, tokens) { tokens.tag[token] = .ins }
        continue
      }
      if isReported(token, range, tokens) {
        tokens.tag[token] = .ins
        continue
      }
      guard opensSubject(tokens.tag[token + 1]) else { continue }
      let before = tokens.features[token - 1]
      let isTime = before.hasAny([.weekday, .month, .dateUnit, .dateReference]) && tokens.tag[token - 1] != .vbz
      if isTime || before.contains(.cueNoun) { tokens.tag[token] = .ins }
    }
  }

  /// "argued that: ...", "said in a statement that “the ...": "that" right behind a verb of the cue lists, or behind
  /// the preposition phrases that follow one, opens what is reported unless a verb stands directly behind it.
  private static func isReported(_ that: Int, _ range: Range<Int>, _ tokens: borrowing TokenTable) -> Bool {
    let next = tokens.tag[that + 1]
    // "told them that notices had been served": two verbs side by side are none; the first is a subject.
    let isVerb = next == .md || (next.isVerb && !(next == .vbz && tokens.tag[that + 2] == .vbd))
    if isVerb || tokens.shape[that + 1].contains(.terminal) { return false }
    var before = that - 1
    while before > range.lowerBound, that - before < reach, mayStandBetween(tokens.tag[before]) { before -= 1 }
    guard tokens.tag[before].isVerb, tokens.features[before].contains(.cueVerb) else { return false }
    let first = tokens.tag[before + 1]
    // "told the agency that": the one spoken to stands between.
    let isTold = tokens.word[before] == .told || tokens.word[before] == .tell || tokens.word[before] == .tells
    return before == that - 1 || first == .in || first == .rb || first == .to || isTold
  }

  /// "adding that such talk", "said that voters": a determiner has no second one and no plural behind it.
  private static func isNoDeterminer(_ that: Int, _ tokens: borrowing TokenTable) -> Bool {
    guard tokens.tag[that - 1].isVerb, tokens.features[that - 1].contains(.cueVerb) else { return false }
    switch tokens.tag[that + 1] {
    case .dt, .prps, .prp, .ex, .nns, .nnp, .nnps, .pdt: return true
    case .punct where tokens.shape[that + 1].contains(.anyQuote):
      return opensSubject(tokens.tag[that + 2])
    default: return tokens.word[that + 1] == .such || tokens.word[that + 1] == .many || tokens.word[that + 1] == .all
    }
  }

  /// How far back the verb may stand.
  private static let reach = 14

  private static func mayStandBetween(_ tag: WordTag) -> Bool {
    switch tag {
    case .in, .to, .dt, .prps, .jj, .cd, .rb, .pos, .prp: true
    default: tag.isNoun
    }
  }

  private static func opensSubject(_ tag: WordTag) -> Bool {
    switch tag {
    case .dt, .prps, .prp, .prn, .dtp, .ex, .nnp, .nnps, .nnpj, .nnpv: true
    default: false
    }
  }
}
