import SaysoLexicon
import SaysoRecord
import SaysoText

/// A name made by a word such as "University", "Ministry" or "Guild": "Santa Fe University of Art and Design",
/// "Ministry of Health", "Writers Guild-West", "Voltaire Network".
enum OrganizationByHead: NameRule {
  static let id: StaticString = "organization-head"

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    guard scan.isUpper(token), !scan.isAllCaps, !isBareOpener(token, scan) else { return nil }
    guard let (head, entry) = head(from: token, scan) else { return nil }
    let end = tail(behind: head, scan)
    guard end - token > 1 else { return nil }
    var score = 62
    if scan.isTitleCase { score -= 14 }
    if scan.has(token, .neverName), token != head { score -= 40 }
    return NameCandidate(tokens: token..<end, type: .organization, score: score, evidence: Evidence(id, entry))
  }

  /// A sentence's first word that is an ordinary word starts no name by itself: "Several Universities".
  private static func isBareOpener(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    scan.has(token, [.neverName, .title, .weekday, .month]) && !scan.has(token, .orgHead)
  }

  /// The last head word of the capitalised run that starts at `token`.
  private static func head(from token: Int, _ scan: borrowing NameScan) -> (Int, EntryID)? {
    var found: (Int, EntryID)?
    var at = token
    let limit = min(scan.bounds.upperBound, token + NameScan.maxTokens)
    while at < limit {
      if scan.has(at, .orgHead), scan.isUpper(at), let entry = entry(at, scan) { found = (at, entry) }
      let next = at + 1
      if next < limit, scan.isUpper(next), !scan.has(next, [.neverName, .weekday, .month]) {
        at = next
      } else if next + 1 < limit, joins(next, scan), scan.isUpper(next + 1) {
        at = next + 1
      } else {
        break
      }
    }
    return found
  }

  private static func entry(_ token: Int, _ scan: borrowing NameScan) -> EntryID? {
    for index in scan.matchRange(token) where scan.matches[index].type == .orgHead { return scan.matches[index].entry }
    return nil
  }

  private static func joins(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    scan.isInnerHyphen(token) || scan.word[token] == .ampersand
      || (scan.word[token] == .and && scan.has(token + 1, .orgHead))
  }

  /// The end of "of Art and Design", "for Strategic Studies", "-West" behind a head.
  private static func tail(behind head: Int, _ scan: borrowing NameScan) -> Int {
    var end = head + 1
    if scan.isInnerHyphen(end) { end += 2 }
    if scan.has(end, .orgSuffix), scan.isUpper(end) { end += 1 }
    guard isLink(scan.word[end]) else { return end }
    var at = end + 1
    if scan.word[at] == .the { at += 1 }
    guard at < scan.bounds.upperBound, scan.isUpper(at), !scan.has(at, [.weekday, .month]) else { return end }
    while at < min(scan.bounds.upperBound, head + NameScan.maxTokens) {
      if scan.isUpper(at), !scan.has(at, [.weekday, .month]) {
        at += 1
        end = at
      } else if scan.word[at] == .and || scan.word[at] == .of || scan.isInnerHyphen(at), scan.isUpper(at + 1),
        scan.match(at: at + 1, .names)?.type != .organization
      {
        at += 1
      } else {
        break
      }
    }
    return end
  }

  private static func isLink(_ word: WordID) -> Bool { word == .of || word == .for || word == .on }
}
