import SaysoLexicon
import SaysoText

/// Tells the "that" of a claim from a relative one where the decoder's view is too short: "the report that they left",
/// "said on Monday that it rained". A subject must follow.
enum ThatPatch {
  static func apply(_ range: Range<Int>, _ tokens: borrowing TokenTable) {
    for token in range where tokens.tag[token] == .wdt && tokens.word[token] == .that {
      guard token > range.lowerBound, token + 1 < range.upperBound, opensSubject(tokens.tag[token + 1]) else {
        continue
      }
      let before = tokens.features[token - 1]
      let isTime = before.hasAny([.weekday, .month, .dateUnit, .dateReference]) && tokens.tag[token - 1] != .vbz
      if isTime || before.contains(.cueNoun) { tokens.tag[token] = .ins }
    }
  }

  private static func opensSubject(_ tag: WordTag) -> Bool {
    switch tag {
    case .dt, .prps, .prp, .prn, .dtp, .ex, .nnp, .nnps, .nnpj, .nnpv: true
    default: false
    }
  }
}
