import SaysoLexicon
import SaysoText

/// “...,” X said. “...,” said X. The quotation stands first; a part of the sentence in front of it belongs to the
/// content ("The plan is “a mess,” Roe said"), and so does a further quotation behind the attribution.
/// (Quirk et al. 1985, 14.28: the reporting clause in medial or final position.)
struct QuoteThenCue: ClaimRule {
  static let id: StaticString = "quote-then-cue"

  static let examples = [
    "⟦content “We have won,”⟧ ⟦source Ana Duarte⟧ ⟦cue said⟧.",
    "⟦content “We have won,”⟧ ⟦cue said⟧ ⟦source Ana Duarte, a lawyer in Norvale⟧.",
    "⟦content \"Is it over?\"⟧ ⟦source she⟧ ⟦cue asked⟧.",
    "⟦content The bridge is “a mess,”⟧ ⟦source the engineer⟧ ⟦cue said⟧. ⟦content “It must go.”⟧",
    "⟦content ''It rained all night,''⟧ ⟦source he⟧ ⟦cue told⟧ reporters.",
  ]

  static let counterexamples = [
    "She read “The Long Road,” a novel.",
    "The “quiet” town slept.",
  ]

  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft? {
    guard cue.isFinite, cue.entry.takes.hasAny([.quote, .zero]) else { return nil }
    var source = quote(before: cue.start, scan) != nil ? scan.invertedSource(of: cue) : nil
    let isInverted = source != nil
    if source == nil { source = scan.subject(before: cue.start, from: scan.clauseLow(before: cue.start)) }
    let start = isInverted ? cue.start : source?.lowerBound ?? cue.start
    guard source != nil, let quote = quote(before: start, scan) else { return nil }
    let low = leadStart(quote, scan)
    // "Sunday on the “Morning Show,” Roe said the plan is dead": a title, and the clause stands behind the cue.
    if !isInverted, quote.tokens.count < 9, !scan.hasFiniteVerb(low ..<~ quote.tokens.upperBound),
      low < quote.tokens.lowerBound,
      scan.isClause(at: cue.end) || scan.word[cue.end] == .that
    {
      return nil
    }
    var draft = ClaimDraft(id, cue: cue.span, content: [low ..<~ quote.tokens.upperBound], source: source)
    draft.isSpeech = true
    let behind = isInverted ? source?.upperBound ?? cue.end : cue.end
    if let more = further(behind, scan) { draft.content.append(more) }
    return draft
  }

  /// The quotation that ends just before `start`, perhaps with a comma between.
  private static func quote(before start: Int, _ scan: borrowing ClaimScan) -> QuotedStretch? {
    var last = start - 1
    if scan.word[last] == .comma { last -= 1 }
    guard scan.isQuoteMark(last), let quote = scan.quote(over: last), quote.tokens.upperBound == last + 1,
      scan.quoteAt[start] != scan.quoteAt[last], quote.tokens.count > 2, scan.endsSpeech(quote),
      !scan.shape[start].contains(.lineStart),
      scan.sentenceOf[last] == scan.sentenceOf[start] || isWholeSentence(quote, last, scan)
    else { return nil }
    return quote
  }

  /// “Is it over?” she asked: a quotation that closes a sentence of its own with a question or an exclamation.
  private static func isWholeSentence(_ quote: QuotedStretch, _ last: Int, _ scan: borrowing ClaimScan) -> Bool {
    let open = quote.tokens.lowerBound
    let mark = scan.word[last - 1]
    guard mark == .question || mark == .exclamation || mark == .ellipsis || scan.isDash(last - 1) else { return false }
    return open == 0 || scan.sentenceOf[open - 1] != scan.sentenceOf[open] || scan.shape[open].contains(.lineStart)
  }

  /// Where the content starts: at the quotation, or at the start of the sentence that the quotation only ends.
  private static func leadStart(_ quote: QuotedStretch, _ scan: borrowing ClaimScan) -> Int {
    let open = quote.tokens.lowerBound
    guard open > scan.bounds.lowerBound, scan.sentenceOf[open] == scan.sentenceOf[quote.tokens.upperBound] else {
      return open
    }
    let before = open - 1
    if scan.word[before] == .colon || scan.word[before] == .openBracket || scan.isDash(before) { return open }
    return scan.clauseStart(before: open, from: scan.bounds.lowerBound)
  }

  /// “...,” X told the paper on Monday, “...”.
  private static func further(_ behind: Int, _ scan: borrowing ClaimScan) -> Range<Int>? {
    var token = behind
    let reach = min(scan.bounds.upperBound, behind + 20)
    while token < reach {
      if let quote = scan.quote(at: token) {
        let before = token - 1
        let isOpen = scan.shape[before].contains(.punctuation) || scan.word[before] == .that
        return isOpen ? quote.tokens : nil
      }
      if scan.isSpeechCue(token), token > behind, scan.verbGroup(at: token)?.flags.contains(.finite) == true {
        return nil
      }
      token += 1
    }
    return nil
  }
}
