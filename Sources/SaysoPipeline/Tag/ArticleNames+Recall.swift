import SaysoLexicon
import SaysoRecord
import SaysoText

extension ArticleNames {
  static let recalled: StaticString = "surname-of-full-name"

  /// Finds the surnames of people named in full where no rule would read an ordinary word as a name: "Black said" behind
  /// "Joan Black". In headlines and in capitals, and at a sentence's start before anything but a verb, an ordinary word
  /// stays one. O(tokens).
  func recall(_ candidates: inout [NameCandidate], _ sentences: [Sentence], _ scan: inout NameScan) {
    guard hasSurnames || heads.count > 0 else { return }
    var found: [NameCandidate] = []
    var next = 0
    for sentence in sentences {
      var isEntered = false
      for token in sentence.tokens where scan.isUpper(token) {
        let gender = surname(scan.hash[token])
        guard gender != nil || isHead(token, scan) else { continue }
        if !isEntered { scan.enter(sentence.tokens) }
        isEntered = true
        if scan.isAllCaps || scan.isTitleCase { break }
        while next < candidates.count,
          candidates[next].tokens.upperBound <= token || candidates[next].score < scan.weights.threshold
        {
          next += 1
        }
        if next < candidates.count, candidates[next].tokens.contains(token) { continue }
        if let name = reading(token, gender, scan) { found.append(name) }
      }
    }
    guard !found.isEmpty else { return }
    candidates = (candidates + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func reading(_ token: Int, _ gender: Gender?, _ scan: borrowing NameScan) -> NameCandidate? {
    guard let gender else {
      return NameCandidate(
        tokens: token..<token + 1, type: .organization, signals: scan.signals(.headOfOrganization),
        evidence: Evidence("head-of-organization"))
    }
    guard isUsedAsName(token, scan) else { return nil }
    return NameCandidate(
      tokens: scan.withParticle(token)..<token + 1, type: .person, signals: scan.signals(.surnameOfFullName),
      evidence: Evidence(Self.recalled), gender: gender)
  }

  /// "the Guild" behind "Halden Bakers Guild".
  private func isHead(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    scan.word[token - 1] == .the && scan.has(token, .orgHead) && !scan.isUpper(token + 1)
      && scan.word[token + 1] != .of && heads[scan.hash[token]] != nil
  }

  private func isUsedAsName(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    guard !scan.has(token, [.weekday, .month]), !scan.isUpper(token + 1) || scan.word[token + 1] == .cliticS else {
      return false
    }
    guard scan.isSentenceStart(token) else { return !scan.isUpper(token - 1) && !scan.has(token, .neverName) }
    if scan.has(token + 1, [.afterPerson, .cueVerb]) || scan.word[token + 1] == .cliticS { return true }
    let tag = scan.tag[token + 1]
    return tag == .vbd || tag == .vbz || tag == .md
  }
}
