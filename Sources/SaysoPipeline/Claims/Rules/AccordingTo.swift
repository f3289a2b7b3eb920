import SaysoLexicon
import SaysoText

/// "According to X, ..."; "..., according to X"; "..., according to X, ...".
struct AccordingTo: ClaimRuleFamily {
  static let id: StaticString = "according-to"

  static let examples = [
    "⟦cue According to⟧ ⟦source the mayor⟧, ⟦content the bridge is safe⟧.",
    "⟦content The bridge is safe⟧, ⟦cue according to⟧ ⟦source a report by engineers⟧.",
  ]

  static let counterexamples = [
    "They voted according."
  ]

  /// The claim of an "according to" at `token`.
  static func read(at token: Int, in scan: borrowing ClaimScan) -> ClaimDraft? {
    guard scan.word[token] == .according, scan.word[token + 1] == .to,
      let source = scan.phrase(from: token + 2) ?? plainSource(token + 2, scan)
    else { return nil }
    let isFirst = isClauseStart(token, scan)
    let trimmed = isFirst ? reachComma(headOf(source, scan), scan) : source
    var content: [Range<Int>] = []
    if !isFirst {
      var stop = token
      if scan.word[stop - 1] == .comma { stop -= 1 }
      let low = leadStart(stop, scan)
      if low < stop { content.append(low ..<~ stop) }
    }
    if let right = right(of: trimmed.upperBound, isFirst, scan) { content.append(right) }
    guard !content.isEmpty else { return nil }
    return ClaimDraft(id, cue: token ..<~ token + 2, content: content, source: trimmed)
  }

  private static func plainSource(_ token: Int, _ scan: borrowing ClaimScan) -> Range<Int>? {
    guard token < scan.bounds.upperBound, !scan.shape[token].contains(.punctuation) else { return nil }
    return token ..<~ token + 1
  }

  private static func isClauseStart(_ token: Int, _ scan: borrowing ClaimScan) -> Bool {
    var before = token - 1
    while before >= scan.bounds.lowerBound, scan.isAdverb(before) || scan.tag[before] == .cc || scan.isQuoteMark(before)
    {
      before -= 1
    }
    return before < scan.bounds.lowerBound || scan.word[before] == .semicolon
  }

  /// In front, the source ends at its first comma unless an apposition closes with a second one before the clause.
  private static func headOf(_ source: Range<Int>, _ scan: borrowing ClaimScan) -> Range<Int> {
    guard let comma = source.first(where: { scan.word[$0] == .comma }) else { return source }
    if scan.isClause(at: source.upperBound + 1), scan.word[source.upperBound] == .comma { return source }
    return source.lowerBound ..<~ comma
  }

  /// In front, the source goes on to the comma that ends the phrase, whatever the chunks made of it ("the Lebanese
  /// daily X").
  private static func reachComma(_ source: Range<Int>, _ scan: borrowing ClaimScan) -> Range<Int> {
    var inRelative = false
    for token in source.upperBound ..<~ max(source.upperBound, min(scan.bounds.upperBound, source.upperBound + 12)) {
      if scan.word[token] == .comma { return source.lowerBound ..<~ token }
      // "a report that the city published last year"
      inRelative = inRelative || scan.isRelative(token) || scan.word[token] == .that
      // "the schedule published Thursday": right behind the phrase the verb is a participle.
      if !inRelative, scan.tag[token].isVerb, token > source.upperBound || scan.tag[token] != .vbd { break }
      if scan.shape[token].contains(.terminal) { break }
    }
    return source
  }

  private static func leadStart(_ stop: Int, _ scan: borrowing ClaimScan) -> Int {
    if scan.isQuoteMark(stop - 1), let quote = scan.quote(over: stop - 1), scan.endsSpeech(quote) {
      return min(quote.tokens.lowerBound, scan.bounds.lowerBound)
    }
    var first = scan.bounds.lowerBound
    var token = stop - 1
    var closed = 0
    while token > first {
      if scan.word[token] == .closeBracket { closed += 1 }
      if scan.word[token] == .openBracket { closed -= 1 }
      if scan.word[token] == .semicolon || closed < 0 {
        first = token + 1
        break
      }
      token -= 1
    }
    return first
  }

  private static func right(of end: Int, _ isFirst: Bool, _ scan: borrowing ClaimScan) -> Range<Int>? {
    let isMark = scan.word[end] == .comma || (isFirst && scan.word[end] == .colon)
    guard isMark, end + 1 < scan.bounds.upperBound else { return nil }
    let start = end + 1
    if !isFirst {
      guard scan.verbGroup(at: start)?.flags.contains(.finite) == true || scan.isClause(at: start) else { return nil }
    }
    let stop = scan.clauseEnd(from: start)
    return stop > start ? start ..<~ stop : nil
  }
}
