import SaysoLexicon
import SaysoRecord
import SaysoText

/// A name that a lexicon list holds: "Oman", "NATO", "Bashar al-Assad", "Turkish".
///
/// Guards in the list (`guard=word`, `guard=name`) take strength away where the name may be something else; the
/// words around it give some back.
enum ListedName: NameRule {
  static let id: StaticString = "listed-name"
  static let needs: NameCues = .listed
  static let examples = [
    "The ship came from ⟦place Norway⟧ with timber.",
    "The talks were led by ⟦organization NATO⟧ on Monday.",
    "A ⟦group Norwegian⟧ ship came into the harbour.",
  ]
  static let counterexamples = [
    "The turkey was served cold.",
    "They asked us to wait.",
  ]

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    var best: NameCandidate?
    for index in scan.matchRange(token) {
      let match = scan.matches[index]
      guard EntryTypes.names.has(match.type), match.end <= scan.bounds.upperBound else { continue }
      let candidate = reading(match, token, scan)
      if best.map({ candidate.rank > $0.rank }) ?? true { best = candidate }
    }
    return best
  }

  private static func reading(_ match: LexiconMatch, _ token: Int, _ scan: borrowing NameScan) -> NameCandidate {
    let record = scan.record(match.entry)
    var score = match.count > 1 ? 66 : 58
    score += guardCost(record, match, token, scan)
    score += contextBonus(match, token, scan)
    return NameCandidate(
      tokens: token..<match.end, type: type(match.type), score: score, evidence: Evidence(id, match.entry),
      gender: record.gender,
      isMetonym: match.type == .place && record.guards.contains(.metonym) && actsAsGovernment(match, scan))
  }

  /// "Washington said", "Moscow's refusal": a seat of power that speaks or has what only governments have.
  private static func actsAsGovernment(_ match: LexiconMatch, _ scan: borrowing NameScan) -> Bool {
    guard !scan.has(Int(match.first) - 1, .beforePlace), match.end < scan.bounds.upperBound else { return false }
    let next = match.end
    if scan.word[next] == .cliticS { return scan.has(next + 1, .cueNoun) }
    guard scan.has(next, .cueVerb) else { return false }
    return scan.tag[next] == .vbd || scan.tag[next] == .vbz || scan.tag[next] == .vbp
  }

  private static func type(_ type: EntryType) -> MentionType {
    switch type {
    case .person: .person
    case .organization: .organization
    case .group: .group
    default: .place
    }
  }

  private static func guardCost(
    _ record: EntryRecord, _ match: LexiconMatch, _ token: Int, _ scan: borrowing NameScan
  ) -> Int {
    var cost = 0
    if record.guards.contains(.word) { cost -= wordCost(match, token, scan) }
    if record.guards.contains(.name) { cost -= match.count > 1 ? 4 : 10 }
    if record.guards.contains(.sure) { cost /= 3 }
    if record.guards.contains(.place) { cost -= 12 }
    if match.count == 1, scan.has(token, .neverName), !isAcronym(token, scan) { cost -= 50 }
    if match.count == 1, scan.isAllCaps, match.type != .place { cost -= 20 }
    return cost
  }

  /// "US" and "U.S." beside ordinary words: not "us", whatever the lists of words say.
  private static func isAcronym(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    let shape = scan.shape[token]
    return shape.contains(.allUpper) && (shape.contains(.dotted) || !scan.isAllCaps)
  }

  /// What the guard of a name that is also an ordinary word costs: little where its own capitals give it away
  /// (several words, or "WHO" in a sentence that is not all capitals).
  private static func wordCost(_ match: LexiconMatch, _ token: Int, _ scan: borrowing NameScan) -> Int {
    if scan.isTitleCase || scan.isAllCaps { return 45 }
    if match.count > 1 { return 8 }
    if isAcronym(token, scan), scan.end[token] - scan.start[token] > 1 { return 0 }
    return scan.isSentenceStart(token) ? 45 : 24
  }

  private static func contextBonus(_ match: LexiconMatch, _ token: Int, _ scan: borrowing NameScan) -> Int {
    switch match.type {
    case .place:
      var bonus = scan.has(token - 1, .beforePlace) ? 16 : 0
      if scan.word[match.end] == .comma, scan.match(at: match.end + 1, EntryTypes(.place)) != nil { bonus += 10 }
      if scan.word[token - 1] == .comma, scan.has(token - 2, .place) { bonus += 10 }
      return bonus
    case .organization:
      return scan.has(token - 1, .beforeOrganization) || scan.has(match.end, .afterOrganization) ? 10 : 0
    case .person: return scan.title(before: token) != nil || scan.has(match.end, .afterPerson) ? 12 : 0
    default: return 0
    }
  }
}
