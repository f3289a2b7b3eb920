import SaysoLexicon
import SaysoText

/// A speaker's name, a colon and what is said: "Roe: We will win"; in headlines "Report: Dam unsafe".
/// The source opens the sentence and is short; the colon is the cue.
struct ColonCue: ClaimRuleFamily {
  static let id: StaticString = "colon-cue"

  static let examples = [
    "⟦source Duarte⟧⟦cue :⟧ ⟦content “We will win this.”⟧"
  ]

  static let counterexamples = [
    "The list: milk, bread and eggs.",
    "It closed at 10:30.",
  ]
  private static let longestSource = 6

  /// The claim of a colon at `token`.
  static func read(at token: Int, in scan: borrowing ClaimScan) -> ClaimDraft? {
    let low = scan.bounds.lowerBound
    guard token > low, token - low <= longestSource, let phrase = scan.nounPhrase(at: low),
      Int(phrase.tokens.upperBound) == token, scan.shape[low].contains(.initialUpper), !scan.isDate[low],
      !scan.shape[token + 1].contains(.lineStart)
    else { return nil }
    let isQuote = scan.quote(at: token + 1) != nil
    guard isQuote || phrase.flags.contains(.name) && scan.isClause(at: token + 1) else { return nil }
    let end = scan.clauseEnd(from: token + 1)
    guard end > token + 2 else { return nil }
    var draft = ClaimDraft(id, cue: token ..<~ token + 1, content: [token + 1 ..<~ end], source: low ..<~ token)
    draft.isSpeech = isQuote
    return draft
  }
}
