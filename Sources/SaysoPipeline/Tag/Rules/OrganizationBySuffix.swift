import SaysoLexicon
import SaysoRecord
import SaysoText

/// A capitalised run that ends in a company suffix: "Roe & Daughters Ltd.", "Example Corp".
enum OrganizationBySuffix: NameRule {
  static let id: StaticString = "organization-suffix"
  static let needs: NameCues = [.upper, .orgSuffix]
  static let examples = [
    "It was built by ⟦organization Roe & Daughters Ltd.⟧ in two years.",
    "Shares in ⟦organization Quarrel Holdings Inc⟧ fell.",
    "The boss of ⟦organization Crumble & Co⟧ has left.",
    "The boats belong to ⟦organization PT Quellby Orsa⟧ now.",
  ]
  static let counterexamples = [
    "The company is limited in what it can do.",
    "He co-wrote the song.",
  ]

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    if let leading = leading(token, scan) { return leading }
    guard scan.isUpper(token), !scan.has(token, [.neverName, .orgSuffix]) || scan.has(token, .givenName) else {
      return nil
    }
    var at = token + 1
    let limit = min(scan.bounds.upperBound, token + 8)
    while at < limit {
      if scan.has(at, .orgSuffix), scan.isUpper(at), !isLeading(at, scan) {
        var end = at + 1
        while end < limit, scan.has(end, .orgSuffix), scan.isUpper(end) { end += 1 }
        return NameCandidate(
          tokens: token..<end, type: .organization, signals: scan.signals(.organizationSuffix),
          evidence: Evidence(id, entry(at, scan)))
      }
      // "Crumble & Co", "Roe & Sons".
      if scan.word[at] == .ampersand || scan.word[at] == .and,
        let suffix = scan.match(at: at, EntryTypes(.orgSuffix)), suffix.count > 1, scan.isUpper(suffix.end - 1)
      {
        return NameCandidate(
          tokens: token..<suffix.end, type: .organization, signals: scan.signals(.organizationSuffix),
          evidence: Evidence(id, suffix.entry))
      }
      let isComma = scan.word[at] == .comma && scan.has(at + 1, .orgSuffix) && !isLeading(at + 1, scan)
      guard isComma || scan.isUpper(at) || scan.word[at] == .ampersand || scan.isInnerHyphen(at) else { return nil }
      at += 1
    }
    return nil
  }

  /// "PT Layar Nusantara": a suffix that comes first.
  private static func leading(_ token: Int, _ scan: borrowing NameScan) -> NameCandidate? {
    guard scan.isUpper(token), isLeading(token, scan) else { return nil }
    var end = token + 1
    while end < min(scan.bounds.upperBound, token + 5), scan.isNameWord(end) { end += 1 }
    guard end > token + 1 else { return nil }
    return NameCandidate(
      tokens: token..<end, type: .organization, signals: scan.signals(.organizationSuffix),
      evidence: Evidence(id, entry(token, scan)))
  }

  private static func isLeading(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    guard scan.has(token, .orgSuffix), scan.shape[token].contains(.allUpper), let entry = entry(token, scan) else {
      return false
    }
    return scan.record(entry).forms.contains(.before)
  }

  private static func entry(_ token: Int, _ scan: borrowing NameScan) -> EntryID? {
    for index in scan.matchRange(token) where scan.matches[index].type == .orgSuffix {
      return scan.matches[index].entry
    }
    return nil
  }
}
