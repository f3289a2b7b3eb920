import SaysoLexicon
import SaysoRecord
import SaysoText

/// The first of two people who share a surname: "Bill" of "Bill and Hillary Clinton".
enum CoordinatedPerson: NameRule {
  static let id: StaticString = "coordinated-given-name"
  static let needs: NameCues = [.upper, .partOfName]
  static let examples = [
    "The farm was bought by ⟦person Walter⟧ and Margaret Ostrell last week.",
    "Letters from ⟦person Anna⟧ and Peter van der Holm were read out.",
  ]
  static let counterexamples = [
    "The rose and the lily were in bloom.",
    "They flew to Georgia and Norway on Monday.",
  ]

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    let second = token + 2
    guard scan.has(token, .givenName), scan.word[token + 1] == .and || scan.word[token + 1] == .ampersand,
      second < scan.bounds.upperBound, scan.isUpper(token), scan.isUpper(second), scan.has(second, .givenName),
      !scan.isTitleCase, !scan.has(token - 1, .givenName), scan.personEnd(from: second) - second > 1
    else { return nil }
    guard let index = scan.matchRange(token).first(where: { scan.matches[$0].type == .name }) else { return nil }
    let entry = scan.matches[index].entry
    return NameCandidate(
      tokens: token..<token + 1, type: .person, signals: scan.signals(.coordinatedName), evidence: Evidence(id, entry),
      gender: scan.record(entry).gender)
  }
}
