import SaysoLexicon
import SaysoRecord
import SaysoText

/// What an article says about its own names: which words are surnames of people named in full, and which strings
/// were typed with good evidence somewhere.
struct ArticleNames {
  /// Readings weaker than this are dropped.
  static let threshold = 26
  /// Readings at least this strong teach the rest of the article.
  private static let teaching = 40
  /// Readings at least this strong teach what the same word is where nothing else says so.
  private static let hint = 36
  /// A listed place without a guard ("Lithuania") stays one, even behind a name in a table ("Jana Roe Lithuania 4:02").
  private static let listedPlace = 58

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

  /// Forgets the last article and learns from the strong readings of this one. O(candidates).
  mutating func learn(_ candidates: [NameCandidate], _ scan: borrowing NameScan) {
    surnames.removeAll()
    openers.removeAll()
    names.removeAll()
    known.removeAll(keepingCapacity: true)
    for index in candidates.indices {
      guard candidates[index].score >= Self.hint, candidates[index].type != .group else { continue }
      learn(candidates[index], scan)
    }
  }

  private mutating func learn(_ candidate: NameCandidate, _ scan: borrowing NameScan) {
    let key = scan.key(candidate.tokens)
    if names[key].map({ known[$0].score < candidate.score }) ?? true {
      names.set(key, to: known.count)
      known.append(Known(type: candidate.type, score: candidate.score, evidence: candidate.evidence))
    }
    guard candidate.tokens.count > 1, candidate.score >= Self.teaching else { return }
    if candidate.type == .organization {
      learnOpener(candidate, scan)
      learnShortForm(candidate, scan)
    }
    if candidate.type == .person {
      surnames.set(scan.hash[candidate.tokens.upperBound - 1], to: Int(candidate.gender.rawValue))
    }
  }

  /// "Rupali Knitwear" of "Rupali Knitwear Ltd".
  private mutating func learnShortForm(_ candidate: NameCandidate, _ scan: borrowing NameScan) {
    let short = scan.withoutSuffix(candidate.tokens)
    guard short.count > 1, short.count < candidate.tokens.count else { return }
    let key = scan.key(short)
    guard names[key] == nil else { return }
    names.set(key, to: known.count)
    known.append(Known(type: .organization, score: 60, evidence: candidate.evidence))
  }

  /// The first word stands for the whole where it is no ordinary word and no place.
  private mutating func learnOpener(_ candidate: NameCandidate, _ scan: borrowing NameScan) {
    let first = candidate.tokens.lowerBound
    guard scan.tables.info(scan.word[first]).tagClass == 0, !scan.has(first, [.place, .group, .givenName]) else {
      return
    }
    openers.set(scan.hash[first], to: known.count)
    known.append(Known(type: .organization, score: 50, evidence: candidate.evidence))
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
    guard candidate.type != .group else { return }
    let limit = candidate.type == .place ? Self.listedPlace : 74
    if candidate.tokens.count == 1, let gender = surname(scan.hash[candidate.tokens.lowerBound]),
      candidate.score < limit
    {
      candidate.type = .person
      candidate.gender = gender
      candidate.score = max(candidate.score, 60)
      candidate.evidence = Evidence("surname-of-full-name", candidate.evidence.entry)
      return
    }
    // A lone word that only the words around it typed: "Orzu said".
    let isOpen = candidate.evidence.entry == nil && candidate.score <= 42
    if candidate.tokens.count == 1, isOpen || candidate.score < Self.teaching,
      let opener = openers[scan.hash[candidate.tokens.lowerBound]]
    {
      candidate.type = .organization
      candidate.score = known[opener].score
      candidate.evidence = Evidence("first-word-of-organization", known[opener].evidence.entry)
      return
    }
    guard isOpen || candidate.score < Self.teaching, let place = names[scan.key(candidate.tokens)],
      known[place].score > candidate.score
    else { return }
    candidate.type = known[place].type
    candidate.score = max(known[place].score - 10, Self.threshold)
    candidate.evidence = Evidence("same-name-in-article", known[place].evidence.entry)
  }
}
