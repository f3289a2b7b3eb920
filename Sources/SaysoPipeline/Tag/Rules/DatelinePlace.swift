import SaysoLexicon
import SaysoRecord
import SaysoText

/// The place that opens a news report: "HALDEN, March 14 (Northwire) - The operator", "RIVERTON — The town".
///
/// It stands in capitals (or is a listed place) at the start of a paragraph, and a dash follows within a few tokens.
enum DatelinePlace: NameRule {
  static let id: StaticString = "dateline"
  static let needs: NameCues = [.upper, .paragraphStart]
  static let examples = [
    "⟦place HALDEN⟧, March 14 (Northwire) - The operator of a ferry was fined.",
    "⟦place PORT ELLERY⟧ — The ferry ran aground on Monday.",
  ]
  static let counterexamples = [
    "The town of Halden — a port — was quiet."
  ]
  private static let reach = 14

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    guard scan.shape[token].contains(.paragraphStart), scan.isUpper(token), !scan.isAllCaps else { return nil }
    var end = token
    while end < min(scan.bounds.upperBound, token + 4), scan.shape[end].isSuperset(of: [.allUpper, .hasLetter]) {
      end += 1
    }
    let isCapitals = end > token && scan.end[token] - scan.start[token] > 1
    if !isCapitals { end = scan.match(at: token, EntryTypes(.place))?.end ?? token }
    guard end > token, opensDateline(end, scan) else { return nil }
    return NameCandidate(
      tokens: token..<end, type: .place, signals: scan.signals(.dateline),
      evidence: Evidence(id, entry(token, end, scan)))
  }

  /// Whether a dash with white space on both sides comes soon, and nothing before it but a place, a date, an agency.
  private static func opensDateline(_ first: Int, _ scan: borrowing NameScan) -> Bool {
    for token in first..<min(scan.bounds.upperBound, first + reach) {
      if scan.shape[token].contains(.dash), scan.shape[token].contains(.spaceBefore),
        scan.shape[token + 1].contains(.spaceBefore)
      {
        return true
      }
      let isFitting =
        scan.isUpper(token) || scan.shape[token].hasAny([.hasDigit, .bracket]) || scan.word[token] == .comma
        || scan.has(token, .month)
      guard isFitting else { return false }
    }
    return false
  }

  private static func entry(_ token: Int, _ end: Int, _ scan: borrowing NameScan) -> EntryID? {
    guard let match = scan.match(at: token, EntryTypes(.place)), match.end == end else { return nil }
    return match.entry
  }
}
