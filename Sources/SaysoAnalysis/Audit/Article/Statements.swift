internal import SaysoRecord

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
    guard let rule, quotation == .indirect else { return true }
    return !["noun-phrase", "infinitive", "preposition", "gerund", "noun+"].contains { rule.contains($0) }
  }

  func has(_ traits: Trait...) -> Bool { self.traits.contains { traits.contains($0) } }
}

extension AuditArticle {
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
