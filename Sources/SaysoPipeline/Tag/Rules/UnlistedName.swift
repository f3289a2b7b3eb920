import SaysoLexicon
import SaysoRecord
import SaysoText

/// A capitalised word or run that no list holds, typed by the words around it: "in Exampleville", "Roe said",
/// "shares of Exemplar", "KFX".
enum UnlistedName: NameRule {
  static let id: StaticString = "unlisted-name"
  static let needs: NameCues = .upper
  static let examples = [
    "The road to the north ends in ⟦place Exampleville⟧ again.",
    "The boat belongs to ⟦person Odvar Quellby⟧ of the club.",
  ]
  static let counterexamples = [
    "The boats were late.",
    "Nobody knows why the ferry left.",
  ]

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    guard !scan.isAllCaps, scan.isNameWord(token), scan.title(before: token) == nil else { return nil }
    guard !scan.has(token, [.title, .honorific, .group]) else { return nil }
    let isOpener = scan.isSentenceStart(token)
    if isOpener || scan.isTitleCase, scan.tables.info(scan.word[token]).tagClass != 0 { return nil }
    let end = scan.personEnd(from: token)
    // "the North-East of the country" names no place.
    if (token..<end).allSatisfy({ scan.has($0, .compass) || scan.word[$0] == .hyphen }) { return nil }
    return end - token == 1 ? single(token, scan) : run(token..<end, scan)
  }

  private static func single(_ token: Int, _ scan: borrowing NameScan) -> NameCandidate? {
    let isKnownWord = scan.tables.info(scan.word[token]).tagClass != 0
    let shape = scan.shape[token]
    if shape.contains(.allUpper), !shape.contains(.initial), scan.end[token] - scan.start[token] > 1 {
      let isShort = scan.end[token] - scan.start[token] <= 6
      return isShort && !isKnownWord ? candidate(token..<token + 1, .organization, 36) : nil
    }
    if isKnownWord { return nil }
    if isAfterPlaceWord(token, scan) { return candidate(token..<token + 1, .place, 40) }
    if scan.has(token + 1, .afterPerson) { return candidate(token..<token + 1, .person, 40) }
    if scan.has(token - 1, .beforeOrganization) || scan.has(token + 1, .afterOrganization) {
      return candidate(token..<token + 1, .organization, 36)
    }
    return candidate(token..<token + 1, .person, 26)
  }

  /// "in X", "near X", "the mayor of X", "the town of X".
  private static func isAfterPlaceWord(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    if scan.has(token - 1, .beforePlace) { return true }
    return scan.word[token - 1] == .of && scan.has(token - 2, .placeNoun)
  }

  private static func run(_ tokens: Range<Int>, _ scan: borrowing NameScan) -> NameCandidate? {
    let before = tokens.lowerBound - 1
    let isUnlisted = scan.isUnlisted(tokens)
    if isAfterPlaceWord(tokens.lowerBound, scan), scan.word[tokens.upperBound] == .comma || isUnlisted {
      return candidate(tokens, .place, 40)
    }
    if scan.word[before] == .the { return candidate(tokens, .organization, 34) }
    return candidate(tokens, isUnlisted ? .person : .organization, isUnlisted ? 42 : 28)
  }

  private static func candidate(_ tokens: Range<Int>, _ type: MentionType, _ score: Int) -> NameCandidate {
    NameCandidate(tokens: tokens, type: type, score: score, evidence: Evidence(id))
  }
}
