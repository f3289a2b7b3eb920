import SaysoText

/// Joins a quotation to the speech that it continues: the next sentence of the paragraph, or the paragraph behind a
/// quotation that was left open (Chicago Manual of Style 13.32).
enum QuoteContinuation {
  static func run(_ drafts: inout [ClaimDraft], _ scan: borrowing ClaimScan) {
    guard !scan.quotes.isEmpty else { return }
    var taken = [Bool](repeating: false, count: scan.quotes.count)
    // For each quotation the draft that it is content of; speech that is followed is looked up by where it ends.
    for draft in drafts { mark(draft, &taken, scan) }
    var last = -1
    var next = 0
    let order = drafts.indices.filter { drafts[$0].isSpeech }.sorted { end(drafts[$0]) < end(drafts[$1]) }
    for (number, quote) in scan.quotes.enumerated() where !quote.isSingle {
      while next < order.count, end(drafts[order[next]]) <= quote.tokens.lowerBound {
        last = order[next]
        next += 1
      }
      guard !taken[number], last >= 0, continues(quote, number, drafts[last], scan) else { continue }
      drafts[last].content.append(quote.tokens)
      taken[number] = true
    }
  }

  private static func end(_ draft: ClaimDraft) -> Int { draft.extent.upperBound }

  private static func mark(_ draft: ClaimDraft, _ taken: inout [Bool], _ scan: borrowing ClaimScan) {
    for piece in draft.content {
      for token in [piece.lowerBound, piece.upperBound - 1] {
        let number = Int(scan.quoteAt[token])
        guard number > 0, draft.cue.map({ Int(scan.quoteAt[$0.lowerBound]) != number }) ?? true else { continue }
        taken[number - 1] = true
      }
    }
  }

  private static func continues(
    _ quote: QuotedStretch, _ number: Int, _ draft: ClaimDraft, _ scan: borrowing ClaimScan
  ) -> Bool {
    let start = quote.tokens.lowerBound
    let end = end(draft)
    if scan.shape[start].contains(.lineStart) {
      // A quotation left open goes on in the next paragraph.
      guard number > 0, let last = draft.content.last else { return false }
      let before = scan.quotes[number - 1]
      return !before.isClosed && before.tokens.upperBound == last.upperBound && start - last.upperBound <= 1
    }
    // The next sentence, behind the attribution's own tail ("... Roe said in an interview.").
    let sentence = Int(scan.sentenceOf[start])
    guard sentence >= 0, sentence - draft.sentence <= 1 || start - end <= 2, start - end < 30 else { return false }
    for token in end ..<~ start {
      if scan.shape[token].contains(.lineStart) { return false }
      let isNext = scan.sentenceOf[token] == Int32(truncatingIfNeeded: sentence)
      if isNext, token != start, !scan.shape[token].contains(.punctuation) { return false }
    }
    return true
  }
}
