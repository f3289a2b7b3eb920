import SaysoLexicon
import SaysoText

/// A quotation signed with a dash and a name, on the same line or the next: “We will win.” — Ana Duarte
struct SignatureCue: ClaimRuleFamily {
  static let id: StaticString = "signature"

  static let examples = [
    "⟦content “We will win this.”⟧ ⟦cue —⟧ ⟦source Ana Duarte⟧",
    "⟦content “We will win this.”⟧\n\n⟦cue -⟧ ⟦source Ana Duarte, mayor of Norvale⟧",
  ]

  static let counterexamples = [
    "The “quiet” town — Norvale — slept.",
    "“We will win this.” — A long night began.",
  ]

  /// Longest signature in tokens, office included.
  private static let longest = 14

  /// The claim of a dash at `token`.
  static func read(at token: Int, in scan: borrowing ClaimScan) -> ClaimDraft? {
    let last = token - 1
    guard last > 0, scan.isQuoteMark(last), let quote = scan.quote(over: last), quote.isClosed,
      quote.tokens.upperBound == token, scan.endsSpeech(quote), scan.isNamed[token + 1],
      let source = scan.phrase(from: token + 1), source.count < longest, isOver(source.upperBound, scan)
    else { return nil }
    var draft = ClaimDraft(id, cue: token ..<~ token + 1, content: [quote.tokens], source: source)
    draft.isSpeech = true
    return draft
  }

  /// Whether nothing but a stop stands behind the signature on its line.
  private static func isOver(_ token: Int, _ scan: borrowing ClaimScan) -> Bool {
    let next = scan.shape[token].contains(.terminal) ? token + 1 : token
    return next >= scan.count || scan.shape[next].contains(.lineStart)
  }
}
