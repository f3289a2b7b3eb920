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
      guard EntryTypes.names.has(match.type), match.end <= scan.bounds.upperBound, !isAmount(match, token, scan) else {
        continue
      }
      let candidate = reading(match, token, scan)
      if best.map({ scan.weights.rank(candidate) > scan.weights.rank($0) }) ?? true { best = candidate }
    }
    return best
  }

  /// "£2m", where a list has "2M": figures without a capital are an amount.
  private static func isAmount(_ match: LexiconMatch, _ token: Int, _ scan: borrowing NameScan) -> Bool {
    match.count == 1 && scan.shape[token].contains(.hasDigit) && !scan.shape[token].hasAny([.allUpper, .initialUpper])
  }

  private static func reading(_ match: LexiconMatch, _ token: Int, _ scan: borrowing NameScan) -> NameCandidate {
    let record = scan.record(match.entry)
    var signals = scan.signals(match.count > 1 ? .listedPhrase : .listedWord)
    addGuards(record, match, token, scan, &signals)
    addContext(match, token, scan, &signals)
    if record.guards.contains(.user) { signals.add(.usersOwn, scan.weights) }
    return NameCandidate(
      tokens: token..<match.end, type: type(match.type), signals: signals, evidence: Evidence(id, match.entry),
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

  private static func addGuards(
    _ record: EntryRecord, _ match: LexiconMatch, _ token: Int, _ scan: borrowing NameScan, _ signals: inout NameSignals
  ) {
    let isSure = record.guards.contains(.sure)
    if record.guards.contains(.word), let signal = wordGuard(match, token, scan) {
      signals.add(signal, scan.weights)
      if isSure, signal != .wordGuardOfPhrase {
        signals.add(signal == .wordGuard ? .prior : .priorAtStart, scan.weights)
      }
    }
    if record.guards.contains(.name) {
      signals.add(match.count > 1 ? .nameGuardOfPhrase : .nameGuard, scan.weights)
      if isSure { signals.add(.priorOverName, scan.weights) }
    }
    if record.guards.contains(.place) { signals.add(.placeGuard, scan.weights) }
    guard match.count == 1 else { return }
    if scan.has(token, .neverName), !isAcronym(token, scan) { signals.add(.neverName, scan.weights) }
    if scan.isAllCaps, match.type != .place { signals.add(.shoutedWord, scan.weights) }
  }

  /// "US" and "U.S." beside ordinary words: not "us", whatever the lists of words say.
  private static func isAcronym(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    let shape = scan.shape[token]
    return shape.contains(.allUpper) && (shape.contains(.dotted) || !scan.isAllCaps)
  }

  /// The guard of a name that is also an ordinary word, nil where its own capitals give it away ("WHO" in a sentence
  /// that is not all capitals).
  private static func wordGuard(_ match: LexiconMatch, _ token: Int, _ scan: borrowing NameScan) -> NameSignal? {
    if scan.isTitleCase || scan.isAllCaps { return .wordGuardShouted }
    if match.count > 1 { return .wordGuardOfPhrase }
    if isAcronym(token, scan), scan.end[token] - scan.start[token] > 1 { return nil }
    return scan.isSentenceStart(token) ? .wordGuardAtStart : .wordGuard
  }

  private static func addContext(
    _ match: LexiconMatch, _ token: Int, _ scan: borrowing NameScan, _ signals: inout NameSignals
  ) {
    switch match.type {
    case .place:
      if scan.has(token - 1, .beforePlace) { signals.add(.behindPlaceWord, scan.weights) }
      if scan.word[match.end] == .comma, scan.match(at: match.end + 1, EntryTypes(.place)) != nil {
        signals.add(.beforeContainer, scan.weights)
      }
      if scan.word[token - 1] == .comma, scan.has(token - 2, .place) { signals.add(.inPlaceChain, scan.weights) }
    case .organization:
      let isNear = scan.has(token - 1, .beforeOrganization) || scan.has(match.end, .afterOrganization)
      if isNear { signals.add(.organizationContext, scan.weights) }
    case .person:
      let isNear = scan.title(before: token) != nil || scan.has(match.end, .afterPerson)
      if isNear { signals.add(.personContext, scan.weights) }
    default: break
    }
  }
}
