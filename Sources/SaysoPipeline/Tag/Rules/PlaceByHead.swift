import SaysoLexicon
import SaysoRecord
import SaysoText

/// A name made by a word such as "River", "Airport" or "Mount": "Halden River", "Lake Orsa", "Port Example Airport".
enum PlaceByHead: NameRule {
  static let id: StaticString = "place-head"

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    guard scan.isUpper(token), !scan.isAllCaps, !scan.isTitleCase, !scan.has(token, .neverName) else { return nil }
    if scan.has(token, .placeHead), let entry = entry(token, scan) { return behind(token, entry, scan) }
    var at = token + 1
    let limit = min(scan.bounds.upperBound, token + 5)
    while at < limit, scan.isUpper(at) || scan.isInnerHyphen(at) {
      if scan.has(at, .placeHead), scan.isUpper(at), let entry = entry(at, scan) {
        return NameCandidate(tokens: token..<at + 1, type: .place, score: 60, evidence: Evidence(id, entry))
      }
      at += 1
    }
    return nil
  }

  /// "Lake Orsa", "Mount Example": the head comes first.
  private static func behind(_ token: Int, _ entry: EntryID, _ scan: borrowing NameScan) -> NameCandidate? {
    guard scan.isNameWord(token + 1), !scan.has(token + 1, [.orgHead, .title]) else { return nil }
    return NameCandidate(tokens: token..<token + 2, type: .place, score: 54, evidence: Evidence(id, entry))
  }

  private static func entry(_ token: Int, _ scan: borrowing NameScan) -> EntryID? {
    for index in scan.matchRange(token) where scan.matches[index].type == .placeHead {
      return scan.matches[index].entry
    }
    return nil
  }
}
