import SaysoLexicon
import SaysoText

/// A speaker's name, a colon and what is said: "Roe: We will win"; in headlines "Report: Dam unsafe"; in transcripts, where
/// the turn goes on to the end of its line. The speaker opens the sentence; the colon is the cue.
struct ColonCue: ClaimRuleFamily {
  static let id: StaticString = "colon-cue"

  static let examples = [
    "⟦source Duarte⟧⟦cue :⟧ ⟦content “We will win this.”⟧",
    "⟦source Ana Duarte⟧ on the bridge⟦cue :⟧ ⟦content “It must go.”⟧",
    "⟦source Report⟧⟦cue :⟧ ⟦content Dam is unsafe⟧",
    "⟦source Ana Duarte⟧⟦cue :⟧ ⟦content A play. It is about a ferry.⟧",
    "⟦source Q⟧⟦cue :⟧ ⟦content Why did you close the harbour?⟧",
    "⟦source A⟧⟦cue :⟧ ⟦content The ice was too thick. We had no choice.⟧",
  ]

  static let counterexamples = [
    "The list: milk, bread and eggs.",
    "It closed at 10:30.",
    "Photo: Ana Duarte",
  ]

  /// How many tokens may stand before the colon.
  static let longestLead = 14
  private static let longestSource = 6

  /// The claim of a colon at `token`.
  static func read(at token: Int, in scan: borrowing ClaimScan) -> ClaimDraft? {
    let low = scan.bounds.lowerBound
    if let turn = labelled(token, scan) { return turn }
    guard token > low, let phrase = scan.nounPhrase(at: low), scan.shape[low].contains(.initialUpper),
      !scan.isDate[low], !scan.shape[token + 1].contains(.lineStart)
    else { return nil }
    let isQuote = scan.quote(at: token + 1) != nil
    let end = Int(phrase.tokens.upperBound)
    let isTouching = end == token && token - low <= longestSource
    guard isTouching ? isQuote || speaks(phrase, token, scan) : isQuote && isAbout(end, scan) && scan.isNamed[low]
    else { return nil }
    let stop = isTouching && !isQuote ? turnEnd(token + 1, phrase, scan) : scan.clauseEnd(from: token + 1)
    guard stop > token + 2 else { return nil }
    var draft = ClaimDraft(id, cue: token ..<~ token + 1, content: [token + 1 ..<~ stop], source: low ..<~ end)
    draft.isSpeech = isQuote
    return draft
  }

  /// "Q: ...", "A: ...": question and answer, where the letter opens the line.
  private static func labelled(_ colon: Int, _ scan: borrowing ClaimScan) -> ClaimDraft? {
    let low = scan.bounds.lowerBound
    guard colon == low + 1, scan.word[low] == .q || scan.word[low] == .a, scan.shape[low].contains(.lineStart),
      scan.shape[low].contains(.allUpper), scan.isTerminal(scan.bounds.upperBound - 1)
    else { return nil }
    let end = lineEnd(colon + 1, scan)
    guard end > colon + 2, scan.hasVerb(colon + 1 ..<~ end) else { return nil }
    return ClaimDraft(id, cue: colon ..<~ colon + 1, content: [colon + 1 ..<~ end], source: low ..<~ colon)
  }

  /// Whether a phrase is somebody or something that says things, with a sentence behind the colon.
  private static func speaks(_ phrase: Chunk, _ colon: Int, _ scan: borrowing ClaimScan) -> Bool {
    let head = Int(phrase.head)
    let isSpeaker =
      scan.isNamed[head] || scan.features[head].contains(.source)
      || (phrase.flags.contains(.name) && scan.isClause(at: colon + 1))
    // "Roe: A play. It is about a ferry.": the turn may open without a verb.
    let end = scan.isNamed[head] ? lineEnd(colon + 1, scan) : scan.bounds.upperBound
    return isSpeaker && scan.hasVerb(colon + 1 ..<~ end)
  }

  /// "Duarte on the bridge: “...”"
  private static func isAbout(_ token: Int, _ scan: borrowing ClaimScan) -> Bool {
    scan.tag[token] == .in || scan.tag[token] == .to
  }

  /// Where a speaker's turn ends: a name that opens a line speaks to the end of the line.
  private static func turnEnd(_ start: Int, _ phrase: Chunk, _ scan: borrowing ClaimScan) -> Int {
    let end = scan.clauseEnd(from: start)
    guard scan.isNamed[Int(phrase.head)], scan.isTerminal(scan.bounds.upperBound - 1) else { return end }
    let line = lineEnd(start, scan)
    return line > scan.bounds.upperBound ? line : end
  }

  /// The token behind the line of a sentence that opens one; else behind the sentence.
  private static func lineEnd(_ start: Int, _ scan: borrowing ClaimScan) -> Int {
    var token = scan.bounds.upperBound
    guard scan.shape[scan.bounds.lowerBound].contains(.lineStart) else { return token }
    while token < min(scan.count, start + longestTurn), !scan.shape[token].contains(.lineStart) { token += 1 }
    return token
  }

  /// Longest turn in tokens.
  private static let longestTurn = 400
}
