import SaysoLexicon
import SaysoRecord
import SaysoText

/// What the article says for itself: every body sentence that no attribution covers, or whose main clause none covers
/// ("The port dismissed Roe after he warned that ..."), and quotations without a speaker.
enum AuthorClaims {
  /// A sentence more than this share of whose words lie in attributions makes no claim of the author's own.
  private static let covered = 60

  /// Appends the author's claims to `drafts`. `isTaken` is filled with the tokens that attributions cover.
  static func add(
    to drafts: inout [ClaimDraft], _ sentences: [Sentence], _ scan: borrowing ClaimScan, _ isTaken: Column<Bool>
  ) {
    for draft in drafts {
      for piece in draft.content + [draft.source, draft.cue].compactMap({ $0 }) {
        for token in piece { isTaken[token] = true }
      }
    }
    for (number, sentence) in sentences.enumerated() where sentence.zone == .body {
      if let draft = claim(of: sentence.tokens, scan, isTaken) {
        var draft = draft
        draft.sentence = number
        drafts.append(draft)
      }
    }
  }

  /// Whether the sentence opens with subject and verb of its own.
  private static func speaksFirst(
    _ tokens: Range<Int>, _ scan: borrowing ClaimScan, _ isTaken: Column<Bool>
  ) -> Bool {
    guard let verb = scan.mainVerb(from: tokens.lowerBound, tokens.upperBound) else { return false }
    return !isTaken[Int(verb.head)] && !isTaken[Int(verb.tokens.lowerBound)]
  }

  private static func claim(
    of tokens: Range<Int>, _ scan: borrowing ClaimScan, _ isTaken: Column<Bool>
  ) -> ClaimDraft? {
    var words = 0
    var taken = 0
    var quoted = 0
    for token in tokens where !scan.shape[token].contains(.punctuation) {
      words += 1
      if isTaken[token] { taken += 1 } else if scan.quoteAt[token] > 0 { quoted += 1 }
    }
    guard words > 1, taken * 100 <= words * covered || speaksFirst(tokens, scan, isTaken) else { return nil }
    guard scan.isTerminal(tokens.upperBound - 1) || scan.isQuoteMark(tokens.upperBound - 1) || words > 5 else {
      return nil
    }
    let end = scan.trimmed(tokens.lowerBound, tokens.upperBound)
    guard end > tokens.lowerBound else { return nil }
    let isBare = quoted * 10 >= words * 9
    var draft = ClaimDraft(
      isBare ? "bare-quotation" : "author-assertion", cue: nil, content: [tokens.lowerBound ..<~ end])
    draft.isAuthor = !isBare
    draft.cueClass = .quote
    return draft
  }
}
