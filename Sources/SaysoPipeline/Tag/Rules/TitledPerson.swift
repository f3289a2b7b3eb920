import SaysoLexicon
import SaysoRecord
import SaysoText

/// A name behind a title or role: "President Roe", "Mrs. Ada Roe", "spokesman John Roe".
enum TitledPerson: NameRule {
  static let id: StaticString = "title+name"
  static let needs: NameCues = .behindTitle
  static let examples = [
    "They met President ⟦person Tarvik⟧ on Monday.",
    "It was Mrs ⟦person Ostrell⟧ who rang the bell.",
  ]
  static let counterexamples = [
    "The president of the club resigned.",
    "They saw the minister in Norway.",
  ]

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    guard let title = scan.title(before: token), isName(token, scan) else { return nil }
    let record = scan.record(title.entry)
    let isHonorific = scan.has(Int(title.first), .honorific)
    let end = scan.personEnd(from: token)
    var signals = scan.signals(
      isHonorific ? .honorific : scan.isUpper(Int(title.first)) ? .capitalTitle : .plainTitle)
    if scan.has(token, .givenName) { signals.add(.givenNameBehindTitle, scan.weights) }
    let gender = record.gender == .unknown ? scan.givenGender(token) : record.gender
    return NameCandidate(
      tokens: token..<end, type: .person, signals: signals, evidence: Evidence(id, title.entry), gender: gender)
  }

  private static func isName(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    if scan.has(token, .nameParticle), scan.isUpper(token + 1) || scan.word[token + 1] == .hyphen { return true }
    guard scan.isNameWord(token), !scan.shape[token].contains(.number) else { return false }
    // "chairman Sir Noel Roe".
    if scan.has(token, .honorific), scan.isUpper(token + 1) { return false }
    // "Farmers Face Drought" in a headline.
    if scan.isTitleCase, scan.tables.info(scan.word[token]).tagClass != 0, !scan.has(token, [.givenName, .familyName]) {
      return false
    }
    if scan.has(token, [.title, .orgHead]) && !scan.has(token, .givenName) { return false }
    // "Mrs Chamorro": also the name of a people.
    if scan.has(token - 1, .honorific), scan.match(at: token, .names)?.type == .group { return true }
    // A known organization or country behind a role belongs to the role: "minister Sweden" is no person.
    if let match = scan.match(at: token, .names), match.type != .person {
      // "glaciologist Sudan Bikash Quell".
      if match.count == 1, scan.has(token + 1, .givenName), scan.isUpper(token + 1), !scan.isTitleCase { return true }
      return match.count == 1 && scan.record(match.entry).guards.contains(.name)
    }
    return true
  }
}
