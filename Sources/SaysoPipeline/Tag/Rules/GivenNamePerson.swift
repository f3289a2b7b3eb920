import SaysoLexicon
import SaysoRecord
import SaysoText

/// A listed given name with what follows it: "Robin Wright", "James Patrick Jordan"; a listed family name first
/// where that is the custom: "Kim Min-jun".
enum GivenNamePerson: NameRule {
  static let id: StaticString = "given-name"
  static let needs: NameCues = [.upper, .partOfName]
  static let examples = [
    "A lawyer called ⟦person Margaret Ostrell⟧ wrote to the town.",
    "The prize went to ⟦person Peter van der Holm⟧ and his crew.",
  ]
  static let counterexamples = [
    "The will of the people was clear.",
    "They walked in the rose garden until May.",
    "The Varda burst its banks on Sunday.",
    "The board of Harlan Foods met.",
  ]

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    guard scan.isUpper(token), scan.has(token, [.givenName, .familyName]) else { return nil }
    let end = scan.personEnd(from: token)
    // "The Varda burst its banks", "the river Varda".
    if end - token == 1, scan.word[token - 1] == .the || scan.isBehindPlaceHead(token) { return nil }
    guard let entry = entry(at: token, scan) else { return nil }
    let record = scan.record(entry)
    var signals = scan.signals(end - token > 1 ? .fullName : .loneGivenName)
    let isStart = scan.isSentenceStart(token)
    if !scan.has(token, .givenName) { signals.add(.familyNameFirst, scan.weights) }
    if record.guards.contains(.word) {
      signals.add(isStart || scan.isTitleCase ? .nameIsWordAtStart : .nameIsWord, scan.weights)
    }
    if record.guards.contains(.place) { signals.add(.nameIsPlace, scan.weights) }
    if end - token == 1, isStart, scan.tables.info(scan.word[token]).tagClass != 0 {
      signals.add(.loneWordAtStart, scan.weights)
    }
    if scan.has(end, .afterPerson) { signals.add(.beforePersonVerb, scan.weights) }
    if scan.has(token - 1, .beforePerson) { signals.add(.behindPersonNoun, scan.weights) }
    if scan.has(token - 1, .organizationNoun), !scan.isUpper(token - 1) {
      signals.add(.behindOrganizationNoun, scan.weights)
    }
    if end - token > 1, endsLikeFirm(end - 1, scan) { signals.add(.firmAtEnd, scan.weights) }
    return NameCandidate(
      tokens: token..<end, type: .person, signals: signals, evidence: Evidence(id, entry), gender: record.gender)
  }

  /// "Padma Textiles", "Ada Roe Airport": a common noun that makes names of firms or places ends no person's name; what
  /// is also a surname ("Marsh") does.
  private static func endsLikeFirm(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    guard !scan.has(token, [.familyName, .givenName]), scan.tables.info(scan.word[token]).tagClass != 0 else {
      return false
    }
    if scan.has(token, .placeHead), !scan.has(token, [.ambiguous, .orgHead]) { return true }
    guard scan.has(token, .orgHead), let head = scan.match(at: token, EntryTypes(.orgHead)) else { return false }
    return !scan.record(head.entry).guards.contains(.word)
  }

  private static func entry(at token: Int, _ scan: borrowing NameScan) -> EntryID? {
    for index in scan.matchRange(token) where scan.matches[index].count == 1 && scan.matches[index].type == .name {
      return scan.matches[index].entry
    }
    return nil
  }
}
