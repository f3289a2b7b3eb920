import SaysoLexicon
import SaysoRecord
import SaysoText

/// A name made by a word such as "River", "Airport" or "Mount": "Halden River", "Lake Orsa", "Gulf of Example".
///
/// The list of heads says where each stands (`position=before`, `after`, `of`). A head with a guard ("Park", "Hall")
/// makes a place only behind a word such as "in" or "near".
enum PlaceByHead: NameRule {
  static let id: StaticString = "place-head"
  static let needs: NameCues = [.upper, .placeHead]
  static let examples = [
    "They crossed the ⟦place Halden River⟧ at noon.",
    "The boat sank in ⟦place Lake Orsa⟧ on Monday.",
  ]
  static let counterexamples = [
    "The river rose again.",
    "Jane Park won the race.",
  ]

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    guard scan.isNameWord(token), !scan.isAllCaps, !scan.isTitleCase else { return nil }
    if let name = compass(token, scan) ?? beforeCompass(token, scan) { return name }
    guard !scan.has(token, [.neverName, .beforePlace]), !isFunctionWord(scan.tag[token]) else { return nil }
    return leading(token, scan) ?? trailing(token, scan)
  }

  /// "Lake Orsa", "Mount Example", "Gulf of Example": the head comes first.
  private static func leading(_ token: Int, _ scan: borrowing NameScan) -> NameCandidate? {
    guard let head = head(at: token, [.before, .of], scan) else { return nil }
    let record = scan.record(head.entry)
    if record.guards.contains(.word), !scan.has(token - 1, .beforePlace) { return nil }
    if record.forms.contains(.of), scan.word[head.end] == .of, isRest(head.end + 1, scan) {
      return candidate(token..<head.end + 2, head, .placeHeadOf, scan)
    }
    guard record.forms.contains(.before), isRest(head.end, scan) else { return nil }
    // "Avenue Habib Quellby".
    let end = scan.has(head.end, .givenName) ? scan.personEnd(from: head.end) : head.end + 1
    return candidate(token..<end, head, record.guards.isEmpty ? .placeHeadFirst : .placeHeadFirstGuarded, scan)
  }

  /// "Halden River", "Port Example Airport": the last head in the run of capitals closes the name.
  private static func trailing(_ token: Int, _ scan: borrowing NameScan) -> NameCandidate? {
    guard !scan.has(token, [.title, .group]), !isCountry(token, scan) else { return nil }
    var best: NameCandidate?
    var at = token + 1
    let limit = min(scan.bounds.upperBound, token + 5)
    while at < limit, scan.isNameWord(at) || scan.isInnerHyphen(at) || scan.has(at, .nameParticle) {
      // "Thornbury Crown Court" is a court.
      if let body = scan.match(at: at, EntryTypes(.orgHead)), body.count > 1 { return nil }
      // "Quell White House": a listed place behind somebody's name.
      if let place = scan.match(at: at, EntryTypes(.place)), place.count > 1, scan.has(place.end - 1, .placeHead),
        !scan.isUpper(place.end), !scan.has(token, .place)
      {
        return best
      }
      if let head = head(at: at, [.after], scan) {
        if isSure(head, token, scan) {
          best = candidate(
            token..<head.end, head, scan.record(head.entry).guards.isEmpty ? .placeHead : .placeHeadGuarded, scan)
        }
        at = head.end
      } else {
        at += 1
      }
    }
    return best
  }

  /// "West Pokot": a capitalised compass point before a listed place.
  private static func compass(_ token: Int, _ scan: borrowing NameScan) -> NameCandidate? {
    // "Northern Kosovo" at a sentence's start is a description, "West Pokot" a name.
    guard scan.has(token, .compass), !scan.isSentenceStart(token) || scan.end[token] - scan.start[token] <= 5 else {
      return nil
    }
    guard let place = scan.match(at: token + 1, EntryTypes(.place)) else { return unlisted(behind: token, scan) }
    guard !scan.isUpper(place.end) else { return nil }
    return NameCandidate(
      tokens: token..<place.end, type: .place, signals: scan.signals(.compassPlace), evidence: Evidence(id, place.entry)
    )
  }

  /// "Rukum West", "Quellmark South": a compass point in capitals behind a listed place, or behind any name in "in X".
  private static func beforeCompass(_ token: Int, _ scan: borrowing NameScan) -> NameCandidate? {
    let place = scan.match(at: token, EntryTypes(.place))
    let end = place?.end ?? token + 1
    guard scan.has(end, .compass), scan.isUpper(end), !scan.isUpper(end + 1), end < scan.bounds.upperBound,
      scan.end[end] - scan.start[end] <= 7, place != nil || scan.has(token - 1, .beforePlace)
    else { return nil }
    return NameCandidate(
      tokens: token..<end + 1, type: .place, signals: scan.signals(.compassPlace), evidence: Evidence(id, place?.entry))
  }

  /// "East Quellmark": a compass point before a word that no list knows.
  private static func unlisted(behind compass: Int, _ scan: borrowing NameScan) -> NameCandidate? {
    let word = compass + 1
    guard scan.isNameWord(word), !scan.isUpper(word + 1), scan.tables.info(scan.word[word]).tagClass == 0,
      !scan.has(word, [.givenName, .familyName, .title, .group, .orgHead, .organization])
    else { return nil }
    return NameCandidate(
      tokens: compass..<word + 1, type: .place, signals: scan.signals(.unlistedPlace), evidence: Evidence(id))
  }

  /// Whether a head behind a name makes it a place: "Park" and "Hall" are surnames behind a given name.
  private static func isSure(_ head: LexiconMatch, _ token: Int, _ scan: borrowing NameScan) -> Bool {
    let guards = scan.record(head.entry).guards
    if guards.isEmpty || (scan.has(token - 1, .beforePlace) && !scan.has(token, .givenName)) { return true }
    // "Ana Duarte, of Halden Lane, said".
    if scan.word[token - 1] == .of, scan.word[token - 2] == .comma, !scan.has(token, .givenName) { return true }
    // "in the Harrow Hills".
    if scan.word[token - 1] == .the, scan.has(token - 2, .beforePlace), !scan.has(Int(head.first), .orgHead) {
      return true
    }
    // "Kogi State": the head of a listed place that is no person's name.
    guard let place = scan.match(at: token, EntryTypes(.place)), place.end == Int(head.first) else { return false }
    return scan.isSurePlace(place)
  }

  /// Articles, prepositions and the like, which open a sentence in capitals: "The Halden Bridge", "For Halden Street".
  private static func isFunctionWord(_ tag: WordTag) -> Bool {
    switch tag {
    case .dt, .pdt, .wdt, .in, .ins, .to, .cc, .cd, .prp, .prps, .dtp, .neg, .rb, .wrb: true
    default: false
    }
  }

  /// "U.S. District Court", "UK Power Station": a country before a head does not belong to the place's name.
  private static func isCountry(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    scan.shape[token].contains(.allUpper) && scan.match(at: token, EntryTypes(.place)) != nil
  }

  /// A capitalised word that may follow a head in a name.
  private static func isRest(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    scan.isNameWord(token) && !scan.has(token, [.orgHead, .title, .neverName])
  }

  private static func head(at token: Int, _ forms: EntryForms, _ scan: borrowing NameScan) -> LexiconMatch? {
    for index in scan.matchRange(token) where scan.matches[index].type == .placeHead {
      let match = scan.matches[index]
      guard match.end <= scan.bounds.upperBound, scan.isUpper(token) else { continue }
      if !scan.record(match.entry).forms.isDisjoint(with: forms) { return match }
    }
    return nil
  }

  private static func candidate(
    _ tokens: Range<Int>, _ head: LexiconMatch, _ signal: NameSignal, _ scan: borrowing NameScan
  ) -> NameCandidate {
    var signals = scan.signals(signal)
    // "in Kogi State": as much as "in Kogi" has.
    if scan.has(tokens.lowerBound - 1, .beforePlace), scan.startsSurePlace(tokens.lowerBound) {
      signals.add(.behindPlaceWord, scan.weights)
    }
    return NameCandidate(tokens: tokens, type: .place, signals: signals, evidence: Evidence(id, head.entry))
  }
}
