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
    "The senator (D-Ohio) was late.",
  ]

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    guard !scan.isAllCaps, scan.isNameWord(token), scan.title(before: token) == nil else { return nil }
    guard !scan.has(token, [.title, .honorific, .group]) else { return nil }
    guard !startsRole(token, scan), !scan.isPartyLetter(token) else { return nil }
    let isOpener = scan.isSentenceStart(token)
    if isOpener || scan.isTitleCase, scan.tables.info(scan.word[token]).tagClass != 0,
      !scan.shape[token].contains(.initial)
    {
      return nil
    }
    let end = beforeTitle(token..<scan.personEnd(from: token), scan)
    // "the North-East of the country" names no place.
    if (token..<end).allSatisfy({ scan.has($0, .compass) || scan.word[$0] == .hyphen }) { return nil }
    return end - token == 1 ? single(token, scan) : run(token..<end, scan)
  }

  /// "Foreign Minister": ordinary words in capitals up to a title name a role.
  private static func startsRole(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    var at = token
    while at < min(scan.bounds.upperBound, token + 4), scan.isUpper(at) {
      if scan.match(at: at, EntryTypes(.title)) != nil { return !scan.has(at, [.givenName, .familyName]) }
      guard scan.tables.info(scan.word[at]).tagClass != 0 else { return false }
      at += 1
    }
    return false
  }

  /// The end of "Velian" in "Velian President Anton Roe": a title inside the run begins another name.
  private static func beforeTitle(_ run: Range<Int>, _ scan: borrowing NameScan) -> Int {
    for token in run.dropFirst() {
      if let title = scan.title(before: token), title.first > run.lowerBound { return Int(title.first) }
    }
    return run.upperBound
  }

  private static func single(_ token: Int, _ scan: borrowing NameScan) -> NameCandidate? {
    let length = scan.end[token] - scan.start[token]
    let shape = scan.shape[token]
    guard length > 1, !shape.contains(.initial), !scan.has(token, .orgSuffix) else { return nil }
    // "N40m" is a sum.
    if shape.contains(.hasDigit), !shape.contains(.allUpper), length <= 5 { return nil }
    let isKnownWord = scan.tables.info(scan.word[token]).tagClass != 0
    if isKnownWord { return nil }
    // "RIVERTON (Northwire) -": the agency in a dateline.
    if scan.word[token - 1] == .openBracket, scan.word[token + 1] == .closeBracket,
      scan.shape[token + 2].contains(.dash), !shape.contains(.hasDigit)
    {
      return candidate(token..<token + 1, .organization, .datelineAgency, scan)
    }
    let name = token..<token + 1
    let type = scan.contextType(of: name)
    if shape.contains(.allUpper) {
      guard length <= 8 else { return nil }
      let isNamed = type == .organization || type == .person || scan.word[token - 1] == .the
      return candidate(name, .organization, isNamed ? .acronym : .untyped, scan)
    }
    switch type {
    case .place: return candidate(name, .place, placeSignal(token, scan), scan)
    case .organization: return candidate(name, .organization, .unlistedOrganization, scan)
    case .person: return candidate(name, .person, .unlistedPerson, scan)
    // Below the threshold: counts only where the article says elsewhere what it is.
    default: return shape.contains(.hasDigit) ? nil : candidate(name, .person, .untyped, scan)
    }
  }

  private static func run(_ tokens: Range<Int>, _ scan: borrowing NameScan) -> NameCandidate? {
    let first = tokens.lowerBound
    let isUnlisted = scan.isUnlisted(tokens)
    // "V. Drakes", "W. Khan".
    if scan.shape[first].contains(.initial) { return candidate(tokens, .person, .initialName, scan) }
    let type = scan.contextType(of: tokens)
    if type == .place, scan.word[tokens.upperBound] == .comma || isUnlisted {
      return candidate(tokens, .place, placeSignal(first, scan), scan)
    }
    if type == .organization {
      var name = candidate(tokens, .organization, .unlistedOrganizationRun, scan)
      name.signals.add(.organizationContext, scan.weights)
      return name
    }
    if scan.word[first - 1] == .the { return candidate(tokens, .organization, .untypedRun, scan) }
    if type == .person || isUnlisted { return candidate(tokens, .person, .unlistedRun, scan) }
    return candidate(tokens, .organization, .untyped, scan)
  }

  /// "the town of X" says more than "in X".
  private static func placeSignal(_ token: Int, _ scan: borrowing NameScan) -> NameSignal {
    scan.word[token - 1] == .of && scan.has(token - 2, .placeNoun) ? .unlistedPlaceOfNoun : .unlistedPlace
  }

  private static func candidate(
    _ tokens: Range<Int>, _ type: MentionType, _ signal: NameSignal, _ scan: borrowing NameScan
  ) -> NameCandidate {
    NameCandidate(tokens: tokens, type: type, signals: scan.signals(signal), evidence: Evidence(id))
  }
}
