import SaysoLexicon
import SaysoText

/// Tells "has gone", "did not go", "is here" (auxiliaries) from "has money", "did it", "there is" (verbs), as
/// Universal Dependencies does: `be` is an auxiliary but after "there", `have` before a participle, `do` before a
/// bare verb or a negation.
enum AuxiliaryRule {
  /// How many adverbs, negations and pronouns may stand between an auxiliary and its verb.
  private static let reach = 5

  static func isAuxiliary(
    at token: Int, _ tags: Column<WordTag>, _ words: Column<WordID>, _ lemmas: Column<WordID>
  ) -> Bool {
    switch lemma(at: token, words, lemmas) {
    case .be: !isExistential(at: token, tags, words)
    case .have: follows(token, .vbn, tags)
    case .do: follows(token, .vb, tags) || tags[token + 1] == .neg || isInverted(token, tags)
    default: false
    }
  }

  enum Verb { case be, have, `do`, other }

  static func lemma(at token: Int, _ words: Column<WordID>, _ lemmas: Column<WordID>) -> Verb {
    switch words[token] {
    case .be, .am, .is, .are, .was, .were, .been, .being, .cliticM, .cliticRe, .cliticS, .ai: .be
    case .have, .has, .had, .having, .cliticVe, .cliticD: .have
    case .do, .does, .did: .do
    default: .other
    }
  }

  /// "there is", "there have been", "is there".
  private static func isExistential(at token: Int, _ tags: Column<WordTag>, _ words: Column<WordID>) -> Bool {
    if tags[token + 1] == .ex { return true }
    var before = token - 1
    while token - before < reach,
      isBetween(tags[before]) || tags[before] == .md || tags[before] == .to
        || words[before] == .have || words[before] == .has || words[before] == .had || words[before] == .been
    {
      before -= 1
    }
    guard tags[before] == .ex else { return false }
    return words[token + 1] != .been
  }

  /// Whether a verb form follows, with nothing but adverbs, negations or a subject pronoun between.
  private static func follows(_ token: Int, _ form: WordTag, _ tags: Column<WordTag>) -> Bool {
    var next = token + 1
    while next - token < reach, isBetween(tags[next]) || isSubject(tags[next]) { next += 1 }
    return tags[next] == form
  }

  /// "How do people look", "nor does this appeal concern": a question word or a start before, a bare verb after the
  /// subject.
  private static func isInverted(_ token: Int, _ tags: Column<WordTag>) -> Bool {
    switch tags[token - 1] {
    case .wrb, .wp, .cc, .punct, .none, .rb, .wdt, .nn, .nns: break
    default: return false
    }
    var next = token + 1
    while next - token < 8, isInSubject(tags[next]) { next += 1 }
    return next > token + 1 && tags[next] == .vb
  }

  private static func isInSubject(_ tag: WordTag) -> Bool {
    switch tag {
    case .dt, .prps, .jj, .cd, .pos, .in, .prp, .dtp, .prn: true
    default: tag.isNoun
    }
  }

  private static func isBetween(_ tag: WordTag) -> Bool { tag == .rb || tag == .rbr || tag == .neg }

  private static func isSubject(_ tag: WordTag) -> Bool { tag == .prp || tag == .ex || tag == .dtp || tag == .prn }
}
