import SaysoLexicon
import SaysoRecord
import SaysoText

/// A name made by a word such as "University", "Ministry" or "Guild": "Santa Fe University of Art and Design",
/// "Ministry of Health", "Writers Guild-West", "Voltaire Network".
enum OrganizationByHead: NameRule {
  static let id: StaticString = "organization-head"
  static let needs: NameCues = [.upper, .orgHead]
  static let examples = [
    "He teaches at the ⟦organization University of Halden⟧ in the north.",
    "The ⟦organization Halden Bakers Guild⟧ held a march.",
    "She sued ⟦organization St Brigid's Hospital⟧ on Wednesday.",
    "The ⟦organization Halden Children's Hospital⟧ was full.",
  ]
  static let counterexamples = [
    "Several universities closed.",
    "She went to the ministry on foot.",
  ]

  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate? {
    guard scan.isUpper(token), !scan.isAllCaps, scan.word[token] != .the, !isBareOpener(token, scan),
      !endsPlaceChain(token, scan), !scan.isPartyLetter(token), !scan.isBehindPrefix(token)
    else { return nil }
    guard let head = head(from: token, scan) else { return nil }
    // "Chief Executive" is a title.
    if let title = scan.match(at: token, EntryTypes(.title)), title.count > 1, title.end >= head.end { return nil }
    // "Centre for", "Chamber of": a head that ends in a link is read up to it.
    let last = isLink(scan.word[head.end - 1]) ? head.end - 2 : head.end - 1
    var end = tail(behind: last, links: scan.record(head.entry).forms, scan)
    if Int(head.first) == token, end == head.end { end = rest(of: head, scan) }
    guard end >= head.end, end > last + 1 || last == head.end - 1 else { return nil }
    guard end - token > 1, stands(head, in: token..<end, scan) else { return nil }
    var signals = scan.signals(.organizationHead)
    if scan.isTitleCase { signals.add(.headline, scan.weights) }
    // "House", "Post": also other things.
    if scan.record(head.entry).guards.contains(.word) {
      if scan.isTitleCase { return nil }
      // "the Halden Courier", "Dnipro Cargo".
      let isNear = scan.word[token - 1] == .the || scan.startsSurePlace(token)
      signals.add(isNear ? .headGuardBehindThe : .headGuard, scan.weights)
    }
    if scan.has(token, .neverName), scan.isSentenceStart(token), token != Int(head.first) {
      signals.add(.openerBeforeHead, scan.weights)
    }
    return NameCandidate(tokens: token..<end, type: .organization, signals: signals, evidence: Evidence(id, head.entry))
  }

  /// The end of "Radio Teranga FM", "Teatro da Ribeira": the capitalised words and particles behind a head that comes
  /// first.
  private static func rest(of head: LexiconMatch, _ scan: borrowing NameScan) -> Int {
    var end = head.end
    guard scan.record(head.entry).forms.contains(.before) else { return end }
    var at = end
    var words = 0
    while at < scan.bounds.upperBound, words < 3, at < head.end + 8 {
      if scan.isNameWord(at), !scan.has(at, .title) {
        words += 1
        at += 1
        end = at
      } else if scan.has(at, .nameParticle), !scan.isUpper(at) {
        at += 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether the head stands where its list row says: behind the rest of the name, before it, or before "of".
  private static func stands(_ head: LexiconMatch, in name: Range<Int>, _ scan: borrowing NameScan) -> Bool {
    let forms = scan.record(head.entry).forms
    if forms.isEmpty || isLink(scan.word[head.end - 1]) { return true }
    if Int(head.first) > name.lowerBound { return !forms.isDisjoint(with: [.after, .of]) }
    return forms.contains(isLink(scan.word[head.end]) ? .of : .before) || head.count > 1
  }

  /// "Halden, North Shire Bakers Guild": run-in text, where the listed place ends a chain and the name starts behind it.
  private static func endsPlaceChain(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    guard scan.word[token - 1] == .comma, scan.match(at: token, EntryTypes(.place)) != nil else { return false }
    return scan.endsPlace(token - 2)
  }

  /// A sentence's first word that is an ordinary word starts no name by itself: "Several Universities".
  private static func isBareOpener(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    if scan.has(token, .orgHead) { return false }
    // "Writers Guild": a title right before a head is part of the name.
    if scan.has(token, .title), scan.has(token + 1, .orgHead), scan.isUpper(token + 1) { return false }
    // "Manufacturers' Forum".
    if scan.word[token + 1] == .apostrophe, scan.isUpper(token + 2) { return false }
    // "Jesuit Migrant Service".
    if scan.has(token, .group), !scan.isSentenceStart(token) { return false }
    return scan.has(token, [.title, .weekday, .month]) || (scan.has(token, .neverName) && scan.isSentenceStart(token))
  }

  /// The last head of the capitalised run that starts at `token`; one of several words ("Board of Education") counts
  /// once.
  private static func head(from token: Int, _ scan: borrowing NameScan) -> LexiconMatch? {
    var found: LexiconMatch?
    var at = token
    let limit = min(scan.bounds.upperBound, token + NameScan.maxTokens)
    while at < limit {
      if scan.isUpper(at), let match = scan.match(at: at, EntryTypes(.orgHead)) {
        found = match
        at = match.end - 1
      } else if let place = scan.match(at: at, EntryTypes(.place)), place.count > 1 {
        at = place.end - 1
      }
      let next = at + 1
      if next < limit, scan.isUpper(next), mayGoOn(next, scan) {
        at = next
      } else if next + 1 < limit, joins(next, scan), scan.isUpper(next + 1) {
        at = next + 1
      } else {
        break
      }
    }
    return found
  }

  /// "Marlshire Police", "Ghana Revenue Authority": a word that starts sentences may be a head behind others, or a noun
  /// before one.
  private static func mayGoOn(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    if scan.has(token, [.weekday, .month]) { return false }
    if !scan.has(token, .neverName) || scan.has(token, .orgHead) { return true }
    return !scan.isTitleCase && scan.isUpper(token + 1) && isNoun(token, scan)
  }

  private static func isNoun(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    scan.tag[token] == .nn || scan.tag[token] == .nns || scan.tag[token] == .nnp || scan.tag[token] == .nnps
  }

  /// "Earthquake Monitoring and Research Centre": ordinary words in capitals on both sides, and a head soon.
  private static func joinsWords(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    guard scan.word[token] == .and, !scan.isTitleCase, isOrdinary(token - 1, scan), isOrdinary(token + 1, scan),
      !scan.has(token - 1, .orgHead)
    else { return false }
    return (token + 2...token + 3).contains { scan.isUpper($0) && scan.isUpper(token + 2) && scan.has($0, .orgHead) }
  }

  private static func isOrdinary(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    scan.tables.info(scan.word[token]).tagClass != 0
      && !scan.has(token, [.givenName, .familyName, .place, .title, .weekday, .month])
  }

  private static func joins(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    scan.isInnerHyphen(token) || scan.word[token] == .ampersand
      || (scan.word[token] == .and && scan.has(token + 1, .orgHead)) || joinsWords(token, scan)
      // "Manufacturers' Forum".
      || (scan.word[token] == .apostrophe && scan.touchesPrevious(token) && !scan.touchesPrevious(token + 1))
      || (scan.tag[token] == .pos && isInnerPossessor(token - 1, scan))
  }

  /// "Children's Hospital", "St Brigid's School": an ordinary word or a saint is part of the name; "Norway's Supreme
  /// Court" has an owner before it.
  private static func isInnerPossessor(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    if scan.isUpper(token - 1), let saint = scan.match(at: token - 1, EntryTypes(.placeHead)), saint.end == token {
      return scan.record(saint.entry).guards.contains(.name)
    }
    return scan.tables.info(scan.word[token]).tagClass != 0 && !scan.has(token, [.title, .neverName, .group, .place])
      && !scan.has(token, [.organization, .person, .givenName, .familyName, .weekday, .month])
  }

  /// The end of "of Art and Design", "for Strategic Studies", "-West" behind a head.
  private static func tail(behind head: Int, links: EntryForms, _ scan: borrowing NameScan) -> Int {
    var end = head + 1
    if scan.isInnerHyphen(end) { end += 2 }
    // "Orsa Holdings Inc for 9m": the form of a company closes its name.
    if scan.has(end, .orgSuffix), scan.isUpper(end) { return end + 1 }
    guard
      isLink(scan.word[end]) || (links.contains(.against) && scan.word[end] == .against)
        || (links.contains(.to) && scan.word[end] == .to)
    else { return end }
    var at = end + 1
    if scan.word[at] == .the { at += 1 }
    guard at < scan.bounds.upperBound, scan.isUpper(at), !scan.has(at, [.weekday, .month]) else { return end }
    while at < min(scan.bounds.upperBound, head + NameScan.maxTokens) {
      if scan.isUpper(at), !scan.has(at, [.weekday, .month]) {
        at += 1
        end = at
      } else if scan.word[at] == .and || scan.word[at] == .of || scan.isInnerHyphen(at), scan.isUpper(at + 1),
        scan.match(at: at + 1, .names)?.type != .organization || scan.has(at - 1, .placeNoun),
        scan.word[at] != .and || !scan.has(at + 1, [.title, .honorific])
      {
        at += 1
      } else if opensList(at, scan) {
        at += 1
      } else {
        break
      }
    }
    return end
  }

  /// The comma in "Ministry of Trade, Industry and Energy".
  private static func opensList(_ comma: Int, _ scan: borrowing NameScan) -> Bool {
    scan.word[comma] == .comma && isOrdinary(comma - 1, scan) && isOrdinary(comma + 1, scan) && scan.isUpper(comma + 1)
      && scan.word[comma + 2] == .and && scan.isUpper(comma + 3) && isOrdinary(comma + 3, scan)
  }

  private static func isLink(_ word: WordID) -> Bool { word == .of || word == .for || word == .on }
}
