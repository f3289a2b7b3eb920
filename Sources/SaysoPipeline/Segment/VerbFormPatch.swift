import SaysoLexicon
import SaysoText

/// Corrects verb forms that the decoder's short view gets wrong, by rules of English that look further.
///
/// Each rule changes a tag only to one that the word lists allow for the word.
struct VerbFormPatch {
  let tables: LexiconTables

  /// Tokens that may stand between an auxiliary and its verb, or a question's auxiliary and its verb.
  private static let reach = 6

  func apply(_ range: Range<Int>, _ tokens: borrowing TokenTable) {
    var hasFinite = false
    var past = -1
    var present = -1
    for token in range {
      switch tokens.tag[token] {
      case .vbp:
        if isRole(token, tokens) || isSubjectOfSays(token, tokens) {
          tokens.tag[token] = .nn
        } else if isAskedVerb(token, from: range.lowerBound, tokens) {
          tokens.tag[token] = .vb
        } else {
          hasFinite = true
        }
      case .vbd:
        if isAfterAuxiliary(token, from: range.lowerBound, tokens), allows(.vbn, token, tokens) {
          tokens.tag[token] = .vbn
        } else if isReduced(token, range, tokens), allows(.vbn, token, tokens) {
          tokens.tag[token] = .vbn
        } else {
          hasFinite = true
        }
      case .vbn:
        if isReporting(token, range, tokens) || isCoordinated(token, from: range.lowerBound, tokens) {
          tokens.tag[token] = .vbd
          hasFinite = true
        } else if past < 0, follows(token, range, tokens), allows(.vbd, token, tokens) {
          past = token
        }
      case .in: if isInfinitive(token, tokens) { setInfinitive(token, tokens) }
      case .nns where tokens.word[token] == .says || (!hasFinite && announces(token, tokens)):
        tokens.tag[token] = .vbz
        hasFinite = true
      case .vbz where yieldsToNext(token, from: range.lowerBound, tokens):
        tokens.tag[token] = .nns
        tokens.tag[token + 1] = .vbz
        hasFinite = true
      case .vbz where isSubjectBehindComma(token, tokens) || isBeforeFinite(token, tokens): tokens.tag[token] = .nns
      case .nns: if present < 0, mayBeSingular(token, range, tokens) { present = token }
      case .nn: if present < 0, mayBePlural(token, range, tokens) { present = token }
      case .vbg where isGerund(token, tokens): tokens.tag[token] = .nn
      case .jj where !hasFinite && opensPredicate(token, tokens):
        tokens.tag[token] = .vbd
        hasFinite = true
      case .vbz, .md: hasFinite = true
      case .vb:
        if isSetOff(token, from: range.lowerBound, tokens) { tokens.tag[token] = .vbp }
        if token == range.lowerBound || tokens.tag[token] == .vbp { hasFinite = true }
      default: break
      }
    }
    guard !hasFinite, tokens.word[range.upperBound - 1] == .stop else { return }
    if past >= 0 {
      tokens.tag[past] = .vbd
    } else if present >= 0 {
      tokens.tag[present] = tokens.tag[present] == .nn ? .vbp : .vbz
    }
  }

  private func allows(_ tag: WordTag, _ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    tables.tags(tokens.tagClass[token]).contains { $0.tag == tag.rawValue }
  }

  /// "The Halden Courier reports: ...": a cue verb behind a name and before a colon is no plural.
  private func announces(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    tokens.word[token + 1] == .colon && tokens.shape[token - 1].contains(.initialUpper)
      && tokens.features[token].contains(.cueVerb)
      && allows(.vbz, token, tokens)
  }

  /// "The report on household surveys points to a decline": of two words that may both be noun or verb, behind a
  /// preposition's object, the verb is the one that is a cue and has its preposition.
  private func yieldsToNext(_ token: Int, from start: Int, _ tokens: borrowing TokenTable) -> Bool {
    let next = token + 1
    guard tokens.tag[next] == .nns, tokens.features[next].contains(.cueVerb), allows(.vbz, next, tokens),
      allows(.nns, token, tokens), tokens.tag[next + 1] == .in || tokens.tag[next + 1] == .to
    else { return false }
    var before = token - 1
    while before > start, token - before < Self.reach, tokens.tag[before] == .nn || tokens.tag[before] == .jj {
      before -= 1
    }
    return before < token - 1 && tokens.tag[before] == .in
  }

  /// "Norvale delegate Ana Duarte": a title between names is a noun.
  private func isRole(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    tokens.features[token].contains(.title) && tokens.tag[token + 1] == .nnp && allows(.nn, token, tokens)
      && (tokens.tag[token - 1] == .nnp || tokens.tag[token - 1] == .jj || tokens.tag[token - 1] == .pos)
  }

  /// "the rights group says": right before the verb of another subject stands a noun.
  private func isSubjectOfSays(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    let next = tokens.word[token + 1]
    return (next == .says || next == .said) && tokens.tag[token - 1].isNoun && allows(.nn, token, tokens)
  }

  /// "It will close, sources said": between a comma and the verb of speech stands its subject.
  private func isSubjectBehindComma(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    let next = tokens.word[token + 1]
    return (next == .said || next == .say) && tokens.word[token - 1] == .comma && allows(.nns, token, tokens)
  }

  /// "told them that notices had been served": right before a finite auxiliary stands its subject.
  private func isBeforeFinite(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    guard tokens.tag[token - 1] == .ins || tokens.tag[token - 1] == .wdt, allows(.nns, token, tokens) else {
      return false
    }
    switch tokens.word[token + 1] {
    case .had, .were, .are, .have, .will, .would, .could, .should, .may, .might: return true
    default: return false
    }
  }

  /// "Members, however, say it", "Officials - some in Norvale - argue that": a bare verb of the cue lists behind a mark is
  /// in the present tense where a subject stood before.
  private func isSetOff(_ token: Int, from start: Int, _ tokens: borrowing TokenTable) -> Bool {
    var before = token - 1
    while before > start, tokens.tag[before] == .rb { before -= 1 }
    if tokens.word[token] == .have, tokens.shape[before].contains(.dash) { return before > start }
    guard before > start, tokens.features[token].contains(.cueVerb), allows(.vbp, token, tokens),
      tokens.word[before] == .comma || tokens.shape[before].hasAny([.dash, .bracket]),
      tokens.word[before] != .hyphen || tokens.shape[before].contains(.spaceBefore)
    else { return false }
    let next = token + 1
    return tokens.word[next] == .that || tokens.shape[next].contains(.anyQuote)
      || (tokens.word[token] == .say && tokens.word[next] != .comma && tokens.tag[next] != .cd)
  }

  /// "has ever trod", "was soon hit": a form of `have` or `be` with only adverbs between.
  private func isAfterAuxiliary(_ token: Int, from start: Int, _ tokens: borrowing TokenTable) -> Bool {
    var before = token - 1
    while before >= start, token - before < Self.reach, tokens.tag[before] == .rb || tokens.tag[before] == .neg {
      before -= 1
    }
    guard before >= start, tokens.tag[before].isVerb else { return false }
    let verb = AuxiliaryRule.lemma(at: before, tokens.word, tokens.lemma)
    return verb == .have || verb == .be
  }

  /// "A diplomat briefed on the talks said": behind a noun, with a preposition phrase and then the main verb, the form is
  /// the participle of a relative clause without its pronoun (Quirk et al. 1985, 17.28).
  private func isReduced(_ token: Int, _ range: Range<Int>, _ tokens: borrowing TokenTable) -> Bool {
    guard token > range.lowerBound, tokens.tag[token - 1].isNoun, tokens.tag[token + 1] == .in else { return false }
    var next = token + 2
    while next < range.upperBound, next - token < 2 * Self.reach,
      isInSubject(tokens.tag[next]) || tokens.tag[next] == .pos
    {
      next += 1
    }
    guard next > token + 2, next < range.upperBound, tokens.tag[next - 1].isNoun else { return false }
    switch tokens.tag[next] {
    case .vbz, .md: return true
    case .vbd: return tokens.word[next] == .said || tokens.word[next] == .told || !allows(.vbn, next, tokens)
    default: return false
    }
  }

  /// "the group said", "officials told them", "the mayor announced.": a verb of speech without an auxiliary, with what
  /// a participle does not have.
  private func isReporting(_ token: Int, _ range: Range<Int>, _ tokens: borrowing TokenTable) -> Bool {
    guard tokens.features[token].contains(.cueVerb), token > range.lowerBound,
      !isAfterAuxiliary(token, from: range.lowerBound, tokens), allows(.vbd, token, tokens)
    else { return false }
    if tokens.word[token] == .said { return true }
    let next = tokens.tag[token + 1]
    if tokens.word[token] == .called, isCallFor(token, tokens) { return true }
    if tokens.word[token] == .told { return next.isNoun || next == .prp || next == .dt || next == .prps }
    let isLast = tokens.word[token + 1] == .stop && tokens.tag[token - 1].isNoun
    return isLast || (tokens.tag[token - 1] == .prp && next != .in)
  }

  /// "the same polling suggests": between a determiner and a finite verb stands a noun.
  private func isGerund(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    let next = tokens.tag[token + 1]
    guard next == .vbz || next == .vbd || next == .md else { return false }
    let before = tokens.tag[token - 1] == .jj ? tokens.tag[token - 2] : tokens.tag[token - 1]
    return before == .dt || before == .prps
  }

  /// "The party's leader, Marine Lund, voiced support": behind an apposition a cue verb, not an adjective.
  private func opensPredicate(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    guard tokens.word[token - 1] == .comma, tokens.tag[token - 2].isNoun, tokens.features[token].contains(.cueVerb),
      allows(.vbd, token, tokens)
    else { return false }
    switch tokens.tag[token + 1] {
    case .to, .dt, .prps, .ins, .prp, .nn, .nns: return true
    default: return false
    }
  }

  /// "unions called for a vote", "called on them to go": the participle would have "by" behind the preposition.
  private func isCallFor(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    let joint = tokens.word[token + 1]
    guard joint == .for || joint == .on else { return false }
    let before = tokens.tag[token - 1]
    let opens = before.isNoun || before == .prp || before == .wp || before == .rb || tokens.word[token - 1] == .comma
    return opens && tokens.tag[token + 2] != .in && tokens.tag[token + 2] != .punct
      || (opens && tokens.shape[token + 2].contains(.anyQuote))
  }

  /// "He criticised it and urged leaders": behind "and" the form is that of the verb before it, where that has no
  /// auxiliary.
  private func isCoordinated(_ token: Int, from start: Int, _ tokens: borrowing TokenTable) -> Bool {
    guard token - 1 > start, tokens.tag[token - 1] == .cc, allows(.vbd, token, tokens) else { return false }
    switch tokens.tag[token + 1] {
    case .in where tokens.word[token + 1] == .by: return false
    case .in, .ins, .dt, .prps, .prp, .nnp, .nns, .to: break
    default: return false
    }
    var before = token - 2
    while before > start, token - before < 30 {
      switch tokens.tag[before] {
      case .vbd:
        let lemma = AuxiliaryRule.lemma(at: before, tokens.word, tokens.lemma)
        return lemma != .be && lemma != .have
      case .vbn, .vbz, .vbp, .md: return false
      default: break
      }
      if tokens.word[before] == .semicolon || tokens.shape[before].contains(.terminal) { return false }
      before -= 1
    }
    return false
  }

  /// "Why did you decide", "how do people look", "could you explain": `do` or a modal asks, the subject stands
  /// between, and the verb is bare.
  private func isAskedVerb(_ token: Int, from start: Int, _ tokens: borrowing TokenTable) -> Bool {
    var before = token - 1
    while before >= start, token - before < Self.reach, isInSubject(tokens.tag[before]) { before -= 1 }
    guard before >= start, before < token - 1 else { return false }
    let isDo = tokens.tag[before].isVerb && AuxiliaryRule.lemma(at: before, tokens.word, tokens.lemma) == .do
    guard isDo || tokens.tag[before] == .md else { return false }
    if before == start { return true }
    switch tokens.tag[before - 1] {
    case .wrb, .wp, .wdt, .cc, .punct, .uh: return true
    default: return false
    }
  }

  private func isInSubject(_ tag: WordTag) -> Bool {
    switch tag {
    case .dt, .prps, .jj, .prp, .prn, .dtp, .rb, .neg: true
    default: tag.isNoun
    }
  }

  /// "to target the town": a noun after "to" that may be a verb, with an object behind it.
  private func isInfinitive(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    guard tokens.word[token] == .to, tokens.tag[token + 1] == .nn, allows(.vb, token + 1, tokens) else { return false }
    if tokens.tag[token - 1] == .wrb || tokens.tag[token - 1] == .wp { return true }
    switch tokens.tag[token + 2] {
    case .dt, .prps, .prp, .prn, .dtp: return tokens.word[token + 1].isKnown
    default: return false
    }
  }

  private func setInfinitive(_ token: Int, _ tokens: borrowing TokenTable) {
    tokens.tag[token] = .to
    tokens.tag[token + 1] = .vb
  }

  /// Right behind a noun phrase or pronoun, adverbs apart: where a finite verb stands.
  private func follows(_ token: Int, _ range: Range<Int>, _ tokens: borrowing TokenTable) -> Bool {
    let before = token - 1
    guard before > range.lowerBound || (before == range.lowerBound && tokens.tag[before] != .rb) else { return false }
    let tag = tokens.tag[before]
    return tag.isNoun || tag == .prp || tag == .prn || tag == .dtp || tag == .cd || tag == .rb
  }

  /// "The minister reports to parliament": a plural behind a singular noun that may be a verb, with more to come.
  private func mayBeSingular(_ token: Int, _ range: Range<Int>, _ tokens: borrowing TokenTable) -> Bool {
    let before = tokens.tag[token - 1]
    // "The report, published in March, points to a rise": behind an apposition only a cue.
    let isBehind = tokens.word[token - 1] == .comma && tokens.features[token].contains(.cueVerb)
    guard token > range.lowerBound, before == .nn || before == .nnp || isBehind else { return false }
    return goesOn(token + 1, tokens) && allows(.vbz, token, tokens)
  }

  /// "Many mention the mayor": a singular behind a plural that may be a verb, with more to come.
  private func mayBePlural(_ token: Int, _ range: Range<Int>, _ tokens: borrowing TokenTable) -> Bool {
    guard token > range.lowerBound else { return false }
    let word = tokens.word[token - 1]
    let isPlural = tokens.tag[token - 1] == .nns || word == .many || word == .some || word == .few || word == .others
    return isPlural && goesOn(token + 1, tokens) && allows(.vbp, token, tokens)
  }

  private func goesOn(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    switch tokens.tag[token] {
    case .in, .ins, .dt, .prps, .to, .prp, .rb, .rp, .nnp: true
    default: false
    }
  }
}
