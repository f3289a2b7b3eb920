import SaysoLexicon
import SaysoRecord
import SaysoText

/// Names that the article abbreviates itself: "Collective of Halden Bakers (CHB)", "CHB (Collective of Halden Bakers)".
///
/// The capitals must be the first letters of the name's capitalised words, in order; small words between may be passed
/// over. The long form and its acronym are then one thing: what the long form was read as, else an organization.
struct AcronymDefinitions {
  static let rule: StaticString = "acronym-definition"
  /// Longest acronym in letters.
  private static let longest = 9

  /// Adds the definitions to the candidates of the article. O(tokens).
  static func settle(
    _ candidates: inout [NameCandidate], _ sentences: [Sentence], _ source: SourceText, _ scan: borrowing NameScan
  ) {
    var found: [NameCandidate] = []
    for sentence in sentences {
      for open in sentence.tokens where scan.word[open] == .openBracket {
        guard let definition = definition(at: open, sentence.tokens, source, scan) else { continue }
        let known = candidates.first { $0.tokens == definition.long && $0.score >= scan.weights.teaching }
        if known == nil { found.append(candidate(definition.long, .organization, scan)) }
        found.append(candidate(definition.short, known?.type ?? .organization, scan))
      }
    }
    guard !found.isEmpty else { return }
    candidates.removeAll { old in
      found.contains { $0.tokens.overlaps(old.tokens) && ($0.tokens.count > 1 || old.score < $0.score) }
    }
    found.removeAll { new in candidates.contains { $0.tokens.overlaps(new.tokens) } }
    candidates = (candidates + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private static func candidate(
    _ tokens: Range<Int>, _ type: MentionType, _ scan: borrowing NameScan
  ) -> NameCandidate {
    NameCandidate(tokens: tokens, type: type, signals: scan.signals(.definedAcronym), evidence: Evidence(rule))
  }

  /// The long and the short form around the bracket that opens at `open`.
  private static func definition(
    at open: Int, _ sentence: Range<Int>, _ source: SourceText, _ scan: borrowing NameScan
  ) -> (long: Range<Int>, short: Range<Int>)? {
    if isAcronym(open + 1, scan), scan.word[open + 2] == .closeBracket {
      return long(of: open + 1, endingAt: open, sentence, source, scan).map { ($0, open + 1..<open + 2) }
    }
    guard isAcronym(open - 1, scan), sentence.contains(open - 1) else { return nil }
    let limit = min(sentence.upperBound, open + NameScan.maxTokens)
    guard let close = (open..<limit).first(where: { scan.word[$0] == .closeBracket }) else { return nil }
    guard let long = long(of: open - 1, endingAt: close, sentence, source, scan), long.lowerBound == open + 1 else {
      return nil
    }
    return (long, open - 1..<open)
  }

  private static func isAcronym(_ token: Int, _ scan: borrowing NameScan) -> Bool {
    scan.shape[token].isSuperset(of: [.allUpper, .hasLetter]) && !scan.shape[token].contains(.initial)
      && (2...longest).contains(Int(scan.end[token] - scan.start[token])) && !scan.has(token, .neverName)
  }

  /// The words before `end` whose capitals are the letters of the acronym, read backwards.
  private static func long(
    of acronym: Int, endingAt end: Int, _ sentence: Range<Int>, _ source: SourceText, _ scan: borrowing NameScan
  ) -> Range<Int>? {
    var letter = Int(scan.end[acronym]) - 1
    let firstLetter = Int(scan.start[acronym])
    var token = end - 1
    let limit = max(sentence.lowerBound, end - NameScan.maxTokens)
    guard token >= limit, scan.isUpper(token) else { return nil }
    while token >= limit, letter >= firstLetter {
      if scan.isUpper(token) {
        guard source.bytes[Int(scan.start[token])] == source.bytes[letter] else { return nil }
        letter -= 1
      } else if !scan.shape[token].contains(.hasLetter), scan.word[token] != .hyphen, scan.word[token] != .ampersand {
        return nil
      }
      if letter >= firstLetter { token -= 1 }
    }
    return letter < firstLetter && end - token > 1 ? token..<end : nil
  }
}
