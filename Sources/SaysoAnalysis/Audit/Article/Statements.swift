internal import Glibc
internal import SaysoRecord
internal import SaysoText

extension AnnotationRecord.Claim {
  /// Somebody says it, in the sense of an editor: not a wish, a plan or a question that the article tells of.
  var isStatement: Bool {
    guard voice == .attributed, source != nil, let cue else { return false }
    switch cue.cueClass {
    case .report, .assert, .claim, .reveal, .document, .quote, .predict: return true
    case .deny: return certainty == .negated
    case .believe: return true
    case .question, .demand: return quotation != .indirect
    }
  }

  /// An utterance or a document: a statement that is not a thought.
  var isUtterance: Bool { isStatement && cue?.cueClass != .believe && cue?.cueClass != .predict }

  /// What is said is a clause or a quotation, not a thing that somebody asks for, ignores or refuses. By annotate's rule;
  /// lines of others, which name none, are taken at their word.
  var saysClause: Bool {
    guard let rule, quotation == .indirect, !(cue?.cueClass == .report && isTold) else { return true }
    // Asked of each claim by several checks: C's search takes a tenth of the time that String's does.
    return rule.withCString { rule in Self.otherThanClauses.allSatisfy { strstr(rule, $0) == nil } }
  }

  private static let otherThanClauses = ["noun-phrase", "infinitive", "preposition", "gerund", "noun+"]

  /// Reported speech: an utterance with something said, by somebody other than "I", "we" or "who".
  var isReported: Bool {
    guard isUtterance, saysClause, let words = source.map({ FoldedWords.hashes(of: $0.passage.text) }) else {
      return false
    }
    return !(words.count == 1 && Self.speakers.has(words[0]))
  }

  private static let speakers = WordLists.standard["no-speakers"]

  /// By a verb of telling, as against "praised" or "is talking".
  var isTold: Bool {
    guard let cue else { return false }
    let words = FoldedWords.fold(cue.passage.text).split(separator: " ")
    return words.contains { Self.telling.has(String($0)) }
      && !words.contains { $0.hasSuffix("ing") && $0 != "according" }
  }

  private static let telling = WordLists.standard["telling"]

  func has(_ traits: Trait...) -> Bool { self.traits.contains { traits.contains($0) } }
}

extension AuditArticle {
  /// Whether the verb of a claim stands inside quotation marks: somebody else's words.
  func isQuoted(_ claim: AnnotationRecord.Claim) -> Bool {
    guard let start = claim.cue?.passage.spans.first?.start, let sentence = sentence(claim.sentence) else {
      return false
    }
    return words(of: sentence).first { $0.span.end > start }?.isQuoted ?? false
  }

  /// Whether a sentence is on somebody's say-so: it holds a statement.
  func isAttributed(_ number: Int) -> Bool {
    guard let sentence = sentence(number) else { return false }
    return sentence.claims.contains { claim($0).isStatement }
      || sentence.claims.contains { claim($0).quotation == .direct }
  }

  /// Whether the sentence before or behind it in the same paragraph is a statement with a speaker.
  func isAttributed(beside number: Int) -> Bool {
    guard let paragraph = sentence(number)?.paragraph else { return false }
    return [number - 1, number + 1].contains { near in
      guard let sentence = sentence(near), sentence.paragraph == paragraph else { return false }
      return sentence.claims.contains { claim($0).isStatement }
    }
  }

  /// Statements of the body that are no part of another's, in order.
  var statements: [AnnotationRecord.Claim] { bodyClaims.filter { $0.isStatement && $0.depth == 0 } }
}
