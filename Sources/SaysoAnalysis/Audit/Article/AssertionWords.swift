internal import SaysoRecord
internal import SaysoText

/// The words of a claim, as far as they show that it can be checked: what annotate's traits say of the whole claim, here
/// from how the words stand to one another. "700 songs ... died" is no number of victims.
struct AssertionWords {
  private let words: [UInt64]
  private let isNumber: [Bool]

  /// The words of the claim's content; without the article's text, of the content as the line gives it.
  init(_ claim: AnnotationRecord.Claim, _ article: AuditArticle) {
    if article.text != nil, let span = claim.content.span, let sentence = article.sentence(claim.sentence) {
      let inside = article.words(of: sentence).filter {
        !$0.isQuoted && $0.span.start >= span.start && $0.span.end <= span.end
      }
      words = inside.map(\.hash)
      isNumber = inside.map { ($0.hasDigit && !Self.isYear($0)) || Self.numerals.has($0.hash) }
    } else {
      let parts = FoldedWords.fold(claim.content.text).split(separator: " ")
      words = parts.map { FoldedHash.hash(String($0)) }
      isNumber = parts.map { $0.utf8.allSatisfy { $0 < 0x3A } || Self.numerals.has(String($0)) }
    }
  }

  private static func isYear(_ word: AuditWord) -> Bool { word.span.count == 4 }

  private static let numerals = WordLists.standard["numerals"]
  private static let victims = WordLists.standard["victims"]
  private static let harming = WordLists.standard["harming"]
  private static let deeds = WordLists.standard["deed"]
  private static let causes = WordLists.standard["causing"]
  private static let changes = WordLists.standard["changes"]
  private static let multiples = WordLists.standard["multiples"]
  private static let afterChange = WordLists.standard["after-change"]
  private static let be = WordLists.standard["be"]
  private static let relatives = WordLists.standard["relatives"]
  private static let partitives = WordLists.standard["partitives"]
  private static let superlatives = WordLists.standard["superlatives"]
  private static let scopes = WordLists.standard["scopes"]
  private static let the = FoldedHash.hash("the")

  /// "14 people died", "killed at least 14", "were killed"; not the dead of an event told elsewhere ("the 49 killed at the
  /// station", "a blast that killed 7").
  var holdToll: Bool {
    words.indices.contains { index in
      guard Self.victims.has(words[index]) else { return false }
      let before = max(0, index - 4)..<index
      let isNumbered = isNumber[before].contains(true)
      guard Self.harming.has(words[index]) else { return isNumbered }
      if isNumbered { return words[max(0, index - 2)..<index].contains { Self.be.has($0) } }
      return isNumber[(index + 1)..<min(words.count, index + 5)].contains(true)
        && !words[before].contains { Self.relatives.has($0) }
    }
  }

  var holdDeed: Bool { words.contains { Self.deeds.has($0) } }

  var holdCause: Bool { words.contains { Self.causes.has($0) } }

  /// "Rose by 12 percent", "has doubled".
  func holdChange(hasNumber: Bool) -> Bool {
    words.indices.contains { index in
      guard hasNumber ? Self.changes.has(words[index]) : Self.multiples.has(words[index]) else { return false }
      return index + 1 == words.count || !Self.afterChange.has(words[index + 1])
    }
  }

  /// "The deadliest attack since the ceasefire", "the most dangerous in the country"; at the end of the claim also
  /// "the worst" alone. Not "one of the largest".
  var holdSuperlative: Bool {
    words.indices.dropFirst().contains { index in
      guard Self.superlatives.has(words[index]), words[index - 1] == Self.the,
        index < 2 || !Self.partitives.has(words[index - 2])
      else { return false }
      return index == words.count - 1 || words[index..<min(words.count, index + 9)].contains { Self.scopes.has($0) }
    }
  }
}
