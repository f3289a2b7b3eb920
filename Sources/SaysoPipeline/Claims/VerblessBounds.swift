import SaysoLexicon
import SaysoText

/// What takes the text back to the writer behind a content without a finite verb of its own: a noun phrase
/// ("endorsed Roe"), an infinitive ("promised to stay") or a gerund.
extension ClaimScan {
  /// Whether a clause with its own subject starts here, as it does when the writer goes on behind a leading clause
  /// ("If she talks about the bridge, her opponents will ..."): subject and finite verb stand side by side.
  func opensMainClause(_ token: Int, _ limit: Int) -> Bool {
    tag[behindAdverbs(token, limit)] == .ex || mainVerb(from: token, limit) != nil
  }

  /// The finite verb group of the clause whose subject starts at `token`, with up to two preposition phrases between:
  /// "fell" for "Shares in the maker of pumps fell".
  func mainVerb(from token: Int, _ limit: Int) -> Chunk? {
    var next = behindAdverbs(token, limit)
    guard let phrase = nounPhrase(at: next) else { return nil }
    next = Int(phrase.tokens.upperBound)
    for _ in 0..<2 {
      guard tag[next] == .in, let further = nounPhrase(at: next + 1) else { break }
      next = Int(further.tokens.upperBound)
    }
    return finiteVerb(behindAdverbsAt: next, limit)
  }

  /// ", her opponents will", ", and the sea rose", ", opposed the tax": a comma behind which the writer goes on.
  /// `isOpened`: a clause has been opened inside the content, whose next verb may follow a comma.
  func stopsVerbless(atComma comma: Int, _ limit: Int, _ isOpened: Bool) -> Bool {
    var next = comma + 1
    if word[next] == .and || word[next] == .but || word[next] == .or { next += 1 }
    if !isOpened, finiteVerb(behindAdverbsAt: next, limit) != nil { return true }
    return opensMainClause(next, limit)
  }

  /// Whether a word opens a clause inside a content, so that the next finite verb is not the main clause's.
  func opensClause(_ token: Int) -> Bool {
    if isRelative(token) || opensQuestion(token) { return true }
    switch word[token] {
    case .that, .as, .because, .while, .though, .although, .since, .before, .after: return true
    default: return false
    }
  }

  /// "voters backing the tax | agree", "a gunman claiming allegiance to groups | killed": a finite verb behind the noun
  /// phrases of the content itself, not behind a clause in it ("the things she wants", "to make sure everything is").
  func returnsToMainVerb(_ group: Chunk, _ start: Int) -> Bool {
    let first = Int(group.tokens.lowerBound)
    guard tag[first] != .vbp, !shape[Int(group.tokens.upperBound)].contains(.punctuation),
      let phrase = nounPhrase(before: first)
    else { return false }
    let opening = Int(phrase.tokens.lowerBound)
    if opening == start { return true }
    return !phrase.flags.contains(.pronoun) && (tag[opening - 1] == .in || tag[opening - 1] == .to)
  }
}
