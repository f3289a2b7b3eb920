import SaysoLexicon
import SaysoRecord
import SaysoText

/// What an article says about its own names: which words are surnames of people named in full, and which strings
/// were typed with good evidence somewhere.
struct ArticleNames {
  /// A listed place without a guard may be a surname too, unless the words around it say that it is a place.
  private static let listedPlace = 59

  private struct Known {
    var type: MentionType
    var score: Int
    var evidence: Evidence
  }

  /// Gender of the person whose surname a word is.
  private var surnames = HashIndex()
  /// First words of organizations named in full ("Lakeline" of "Lakeline Ferries"), and whole names: places in `known`.
  private var openers = HashIndex()
  private var names = HashIndex()
  private var known: [Known] = []
  /// Heads that close the name of an organization of the article ("Guild" of "Halden Bakers Guild").
  var heads = HashIndex()

  /// Forgets the last article and learns from the strong readings of this one. O(candidates).
  mutating func learn(_ candidates: [NameCandidate], _ scan: borrowing NameScan) {
    surnames.removeAll()
    openers.removeAll()
    names.removeAll()
    heads.removeAll()
    known.removeAll(keepingCapacity: true)
    for index in candidates.indices {
      guard candidates[index].score >= scan.weights.hint, candidates[index].type != .group else { continue }
      learn(candidates[index], scan)
    }
  }

  private mutating func learn(_ candidate: NameCandidate, _ scan: borrowing NameScan) {
    let key = scan.key(candidate.tokens)
    if names[key].map({ known[$0].score < candidate.score }) ?? true {
      names.set(key, to: known.count)
      known.append(Known(type: candidate.type, score: candidate.score, evidence: candidate.evidence))
    }
    guard candidate.tokens.count > 1, candidate.score >= scan.weights.teaching else { return }
    if candidate.type == .organization {
      learnOpener(candidate, scan)
      learnShortForm(candidate, scan)
      let last = scan.withoutSuffix(candidate.tokens).upperBound - 1
      if scan.has(last, .orgHead) { heads.set(scan.hash[last], to: 1) }
    }
    if candidate.type == .person, endsInSurname(candidate, scan) {
      surnames.set(scan.hash[candidate.tokens.upperBound - 1], to: Int(candidate.gender.rawValue))
      learnFirstSurname(candidate, scan)
      // "Choi" of "Choi Min-seok".
      let first = candidate.tokens.lowerBound
      if scan.has(first, .familyName), !scan.has(first, .givenName) {
        surnames.set(scan.hash[first], to: Int(candidate.gender.rawValue))
      }
    }
  }

  /// "Quispe" of "Álvaro Quispe Laura": the first of two surnames.
  private mutating func learnFirstSurname(_ candidate: NameCandidate, _ scan: borrowing NameScan) {
    let token = candidate.tokens.upperBound - 2
    guard candidate.tokens.count > 2, candidate.evidence.entry != nil, scan.isUpper(token),
      !scan.shape[token].contains(.allUpper), scan.tables.info(scan.word[token]).tagClass == 0,
      !scan.has(token, [.givenName, .nameParticle, .nameSuffix, .place]), surnames[scan.hash[token]] == nil
    else { return }
    surnames.set(scan.hash[token], to: Int(candidate.gender.rawValue))
  }

  /// A listed place at the end is a surname behind one given name or title only: no "Jana Roe Lithuania 4:02" in a
  /// table, no "AI Taiwan".
  private func endsInSurname(_ candidate: NameCandidate, _ scan: borrowing NameScan) -> Bool {
    let last = candidate.tokens.upperBound - 1
    if scan.shape[last].contains(.allUpper), !scan.shape[candidate.tokens.lowerBound].contains(.allUpper) {
      return false
    }
    guard scan.startsSurePlace(last) else { return true }
    return candidate.tokens.count == 2 && candidate.evidence.entry != nil
  }

  /// "Rupali Knitwear" of "Rupali Knitwear Ltd".
  private mutating func learnShortForm(_ candidate: NameCandidate, _ scan: borrowing NameScan) {
    let short = scan.withoutSuffix(candidate.tokens)
    if short.count > 1, short.count < candidate.tokens.count { learnShort(short, candidate, scan) }
    // "Altos del Sur" of "Minera Altos del Sur".
    if short.count > 2, let head = scan.match(at: short.lowerBound, EntryTypes(.orgHead)),
      head.end < short.upperBound - 1,
      scan.record(head.entry).forms.contains(.before)
    {
      learnShort(head.end..<short.upperBound, candidate, scan)
    }
    // "Altyn Dala" of "Altyn Dala Agro LLP".
    let opener = short.lowerBound..<short.lowerBound + 2
    if short.count > 2, scan.isUpper(opener.lowerBound + 1) { learnShort(opener, candidate, scan) }
  }

  private mutating func learnShort(_ short: Range<Int>, _ candidate: NameCandidate, _ scan: borrowing NameScan) {
    let key = scan.key(short)
    guard names[key] == nil else { return }
    names.set(key, to: known.count)
    known.append(Known(type: .organization, score: scan.weights[.shortForm], evidence: candidate.evidence))
  }

  /// The first word stands for the whole where it is no ordinary word and no place; before a head such as "Council" or
  /// "Herald" (`guard=place`) it is most often the place that the body is named after.
  private mutating func learnOpener(_ candidate: NameCandidate, _ scan: borrowing NameScan) {
    let first = candidate.tokens.lowerBound
    let head = candidate.evidence.entry.map { scan.record($0) }
    guard head?.type != .orgHead || head?.guards.contains(.place) == false,
      scan.tables.info(scan.word[first]).tagClass == 0, !scan.has(first, [.place, .group, .givenName])
    else {
      return
    }
    openers.set(scan.hash[first], to: known.count)
    known.append(
      Known(type: .organization, score: scan.weights[.firstWordOfOrganization], evidence: candidate.evidence))
  }

  var hasSurnames: Bool { surnames.count > 0 }

  /// The gender of the person named in full whose surname has a hash, nil where nobody has it.
  func surname(_ hash: UInt64) -> Gender? {
    surnames[hash].map { Gender(rawValue: UInt8(truncatingIfNeeded: $0)) ?? .unknown }
  }

  /// Re-types weak readings by what the article has taught.
  func settle(_ candidates: inout [NameCandidate], _ scan: borrowing NameScan) {
    for index in candidates.indices {
      settle(&candidates[index], scan)
    }
  }

  private func settle(_ candidate: inout NameCandidate, _ scan: borrowing NameScan) {
    guard candidate.type != .group || isSurnameOfGroup(candidate, scan) else { return }
    let limit = candidate.type == .place ? Self.listedPlace : 74
    if candidate.tokens.count == 1, let gender = surname(scan.hash[candidate.tokens.lowerBound]),
      candidate.score < limit
    {
      candidate.gender = gender
      candidate.tokens = scan.withParticle(candidate.tokens.lowerBound)..<candidate.tokens.upperBound
      let signals = NameSignals(.surnameOfFullName, score: max(candidate.score, scan.weights[.surnameOfFullName]))
      retype(&candidate, .person, signals, Evidence(Self.recalled, candidate.evidence.entry), scan)
      return
    }
    // A lone word that only the words around it typed: "Orzu said".
    let isOpen = candidate.evidence.entry == nil && candidate.score <= 42
    if candidate.tokens.count == 1, isOpen || candidate.score < scan.weights.teaching,
      let opener = openers[scan.hash[candidate.tokens.lowerBound]], !isTown(candidate, scan)
    {
      let signals = NameSignals(.firstWordOfOrganization, score: known[opener].score)
      let evidence = Evidence("first-word-of-organization", known[opener].evidence.entry)
      retype(&candidate, .organization, signals, evidence, scan)
      return
    }
    guard isOpen || candidate.score < scan.weights.teaching, let place = names[scan.key(candidate.tokens)],
      known[place].score > candidate.score
    else { return }
    let score = max(known[place].score + scan.weights[.repeated], scan.weights.threshold)
    let evidence = Evidence("same-name-in-article", known[place].evidence.entry)
    retype(&candidate, known[place].type, NameSignals(.repeated, score: score), evidence, scan)
  }

  /// "Chamorro said", where a person of that name is in the article: no people, as that would have an article.
  private func isSurnameOfGroup(_ candidate: NameCandidate, _ scan: borrowing NameScan) -> Bool {
    let tag = scan.tag[candidate.tokens.upperBound]
    return candidate.tokens.count == 1 && scan.word[candidate.tokens.lowerBound - 1] != .the
      && (tag == .vbd || tag == .vbz || tag == .md || scan.word[candidate.tokens.upperBound] == .cliticS)
  }

  /// "Fenwick" where "the town of Fenwick" stands somewhere, whatever is named after the town.
  private func isTown(_ candidate: NameCandidate, _ scan: borrowing NameScan) -> Bool {
    guard let place = names[scan.key(candidate.tokens)] else { return false }
    return known[place].type == .place && known[place].score >= scan.weights[.unlistedPlaceOfNoun]
  }

  /// Gives a candidate the reading that the article suggests; where it was another type before, that is its rival.
  private func retype(
    _ candidate: inout NameCandidate, _ type: MentionType, _ signals: NameSignals, _ evidence: Evidence,
    _ scan: borrowing NameScan
  ) {
    if candidate.type != type { candidate.rival = max(candidate.rival, scan.weights.rank(candidate)) }
    candidate.type = type
    candidate.signals = signals
    candidate.evidence = evidence
  }
}
