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
  /// A listed place without a guard ("Lithuania") stays one, even behind a name in a table ("Jana Roe Lithuania 4:02").
  private static let listedPlace = 58

  private var surnames: [UInt64: Gender] = [:]
  /// First words of organizations named in full: "Lakeline" of "Lakeline Ferries".
  private var openers: [UInt64: Evidence] = [:]
  private var names: [UInt64: (type: MentionType, score: Int, evidence: Evidence)] = [:]

  mutating func learn(_ candidates: [NameCandidate], _ scan: borrowing NameScan) {
    for candidate in candidates where candidate.score >= Self.teaching && candidate.type != .group {
      let key = scan.key(candidate.tokens)
      if names[key].map({ $0.score < candidate.score }) ?? true {
        names[key] = (candidate.type, candidate.score, candidate.evidence)
      }
      if candidate.type == .organization, candidate.tokens.count > 1 {
        learnOpener(candidate, scan)
      }
      if candidate.type == .person, candidate.tokens.count > 1 {
        surnames[scan.hash[candidate.tokens.upperBound - 1]] = candidate.gender
      }
    }
  }

  /// The first word stands for the whole where it is no ordinary word and no place.
  private mutating func learnOpener(_ candidate: NameCandidate, _ scan: borrowing NameScan) {
    let first = candidate.tokens.lowerBound
    guard scan.tables.info(scan.word[first]).tagClass == 0, !scan.has(first, [.place, .group, .givenName]) else {
      return
    }
    openers[scan.hash[first]] = candidate.evidence
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
    if candidate.tokens.count == 1, let gender = surnames[scan.hash[candidate.tokens.lowerBound]],
      candidate.score < limit
    {
      candidate.type = .person
      candidate.gender = gender
      candidate.score = max(candidate.score, 60)
      candidate.evidence = Evidence("surname-of-full-name", candidate.evidence.entry)
      return
    }
    if candidate.tokens.count == 1, candidate.score < Self.teaching,
      let opener = openers[scan.hash[candidate.tokens.lowerBound]]
    {
      candidate.type = .organization
      candidate.score = 50
      candidate.evidence = Evidence("first-word-of-organization", opener.entry)
      return
    }
    guard candidate.score < Self.teaching, let known = names[scan.key(candidate.tokens)] else { return }
    candidate.type = known.type
    candidate.score = known.score - 10
    candidate.evidence = Evidence("same-name-in-article", known.evidence.entry)
  }
}
