import SaysoLexicon
import SaysoRecord
import SaysoText

/// Teams that are named by their town: in a sport report "Chicago beat Boston 4-3" names two teams, "in Chicago" the
/// town. Applies to articles with many words of sport only; countries stay places.
struct SportTeams {
  static let rule: StaticString = "team-by-town"

  private let lexicon: Lexicon
  /// Kinds of places whose names teams carry.
  private static let kinds: Set<String> = ["city", "capital", "region", "state", "county", "district", "area", "town"]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// Re-types the town readings that are teams. O(candidates).
  func settle(_ candidates: inout [NameCandidate], sentences: [Sentence], _ scan: borrowing NameScan) {
    guard isSport(scan) else { return }
    var teams: Set<UInt64> = []
    var sentence = 0
    for index in candidates.indices where candidates[index].type == .place || isUntyped(candidates[index], scan) {
      while sentence + 1 < sentences.count,
        sentences[sentence + 1].tokens.lowerBound <= candidates[index].tokens.lowerBound
      {
        sentence += 1
      }
      guard sentences.indices.contains(sentence), carriesTeams(candidates[index]) else { continue }
      if isUntyped(candidates[index], scan) {
        guard isResult(candidates[index].tokens, sentences[sentence].tokens, scan) else { continue }
        candidates[index].signals = scan.signals(.teamResult)
      }
      if isTeam(candidates[index].tokens, sentences[sentence].tokens, scan) {
        teams.insert(scan.key(candidates[index].tokens))
        makeTeam(&candidates[index])
      }
    }
    guard !teams.isEmpty else { return }
    for index in candidates.indices where candidates[index].type == .place {
      let tokens = candidates[index].tokens
      guard teams.contains(scan.key(tokens)), !isTown(tokens, scan) else { continue }
      makeTeam(&candidates[index])
    }
  }

  private func isSport(_ scan: borrowing NameScan) -> Bool {
    var words = 0
    var sport = 0
    for token in 0..<scan.count where scan.shape[token].contains(.hasLetter) {
      words += 1
      if scan.has(token, .sportWord) { sport += 1 }
    }
    return sport >= 4 && sport * 28 >= words
  }

  /// A lone unlisted word, which the words around it say nothing of.
  private func isUntyped(_ candidate: NameCandidate, _ scan: borrowing NameScan) -> Bool {
    candidate.tokens.count == 1 && candidate.score < scan.weights.threshold
  }

  /// "Sion 10 7 3": an unlisted name at the start of a line of figures or right before a score.
  private func isResult(_ tokens: Range<Int>, _ sentence: Range<Int>, _ scan: borrowing NameScan) -> Bool {
    isScoreLine(sentence, scan) && isScore(tokens.upperBound, scan) && scan.word[tokens.lowerBound - 1] != .openBracket
  }

  private func carriesTeams(_ candidate: NameCandidate) -> Bool {
    guard let entry = candidate.evidence.entry else { return true }
    return Self.kinds.contains(lexicon.entry(entry).kind)
  }

  private func makeTeam(_ candidate: inout NameCandidate) {
    candidate.type = .organization
    candidate.evidence.rule = Self.rule
  }

  private func isTown(_ tokens: Range<Int>, _ scan: borrowing NameScan) -> Bool {
    let before = scan.word[tokens.lowerBound - 1]
    let after = scan.word[tokens.upperBound]
    // "BALTIMORE 1996-08-30" heads a report.
    if tokens.lowerBound == 0 || scan.shape[tokens.lowerBound].contains(.lineStart), scan.isDate[tokens.upperBound] {
      return true
    }
    return scan.has(tokens.lowerBound - 1, .beforePlace) || before == .openBracket
      || (after == .comma && scan.has(tokens.upperBound + 1, .place))
      || (before == .comma && scan.has(tokens.lowerBound - 2, .place))
  }

  private func isTeam(_ tokens: Range<Int>, _ sentence: Range<Int>, _ scan: borrowing NameScan) -> Bool {
    let before = tokens.lowerBound - 1
    let after = tokens.upperBound
    let isFirst = before < sentence.lowerBound
    if isTown(tokens, scan), scan.word[before] != .at { return false }
    if isScoreLine(sentence, scan) { return true }
    if !isFirst, scan.has(before, .beforeTeam) { return true }
    if after < sentence.upperBound, scan.has(after, .afterTeam) { return true }
    // "Chicago 4, Boston 3" and "CHICAGO AT BOSTON".
    if after < sentence.upperBound, isScore(after, scan) { return true }
    return isPairing(tokens, sentence, scan)
  }

  /// A short line of names and numbers: a table row or a result.
  private func isScoreLine(_ sentence: Range<Int>, _ scan: borrowing NameScan) -> Bool {
    guard (2...24).contains(sentence.count) else { return false }
    var numbers = 0
    var lower = 0
    for token in sentence {
      if scan.shape[token].contains(.hasDigit) { numbers += 1 }
      if scan.shape[token].contains(.hasLower), !scan.shape[token].contains(.initialUpper) { lower += 1 }
    }
    return numbers * 3 >= sentence.count && lower <= 1
  }

  private func isScore(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    scan.shape[token].contains(.number) && scan.end[token] - scan.start[token] <= 3
  }

  /// "X AT Y", "X v Y" as a whole line.
  private func isPairing(_ tokens: Range<Int>, _ sentence: Range<Int>, _ scan: borrowing NameScan) -> Bool {
    guard sentence.count <= 8 else { return false }
    return sentence.contains { token in
      scan.word[token] == .at && token != sentence.lowerBound && scan.isUpper(token + 1) && scan.isUpper(token - 1)
    }
  }
}
