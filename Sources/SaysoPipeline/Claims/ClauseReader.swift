import SaysoLexicon
import SaysoText

/// Where a clause that starts at a given token ends: the shallow stand-in for a parse.
///
/// A content clause runs to the end of its sentence unless something takes the text back to the writer: a semicolon, an
/// unpaired dash, a further attribution ("..., according to", "..., X said", ", adding that"), or a verb coordinated
/// with the cue ("said ... and added ...").
extension ClaimScan {
  /// What a clause is bounded by.
  struct ClauseKind: OptionSet {
    let rawValue: UInt8
    /// A noun phrase or infinitive: a finite verb behind "and" is the subject's next deed.
    static let verbless = ClauseKind(rawValue: 1)
    /// Stands in a relative clause between commas: the next comma may end it.
    static let embedded = ClauseKind(rawValue: 2)
    /// The cue stands in a clause that hangs on another ("when he says ..., it"): a comma before a new subject ends it.
    static let subordinate = ClauseKind(rawValue: 4)
    /// The cue is a participle ("calling it ..."): one behind "and" is the next cue.
    static let participle = ClauseKind(rawValue: 8)
    /// A verbless content of a participle or relative clause behind a noun ("voters backing Roe say"): the next finite
    /// verb is that noun's.
    static let attached = ClauseKind(rawValue: 16)
  }

  /// The token behind the last of the clause that starts at `start`; may lie behind the sentence where a quotation in
  /// the clause goes on.
  func clauseEnd(from start: Int, _ kind: ClauseKind = []) -> Int {
    var limit = bounds.upperBound
    if let quote = quote(over: start), quote.tokens.lowerBound < start {
      limit = min(limit, quote.isClosed ? quote.tokens.upperBound - 1 : quote.tokens.upperBound)
    }
    var token = start
    var seenFinite = false
    var closingDash = -1
    var isOpened = false
    while token < limit {
      if let quote = quote(at: token) {
        if quote.tokens.upperBound >= limit { return quote.tokens.upperBound }
        token = quote.tokens.upperBound
        if isTerminal(token - 2), token > start + 2, startsSentence(token) { return token }
        // “...,” noting that: the comma stands inside the quotation.
        if token < limit, word[token - 2] == .comma, stopsAtComma(token - 1, limit, seenFinite, isOpened, kind) {
          return token
        }
        continue
      }
      if isDash(token), token > start, token != closingDash {
        guard let closing = nextDash(token + 1, limit), !kind.contains(.embedded) else { break }
        closingDash = closing
      }
      if stopsClause(at: token, from: start, limit, seenFinite, isOpened, kind) { break }
      if opensClause(token) { isOpened = true }
      if let chunk = chunk(at: token), chunk.kind == .verbGroup, chunk.flags.contains(.finite) {
        if kind.contains(.attached), !isOpened, token > start, returnsToMainVerb(chunk, start) { break }
        isOpened = true
        seenFinite = true
      }
      token = word[token] == .openBracket ? behindBracket(token, limit) : token + 1
    }
    return trimmed(start, min(token, limit))
  }

  private func startsSentence(_ token: Int) -> Bool { shape[token].contains(.initialUpper) || isQuoteMark(token) }

  /// The token behind the bracket that closes the one at `token`, at most 60 tokens on.
  func behindBracket(_ token: Int, _ limit: Int) -> Int {
    let reach = min(limit, token + 60)
    var next = token + 1
    while next < reach {
      if word[next] == .closeBracket { return next + 1 }
      next += 1
    }
    return token + 1
  }

  /// Leaves off final stops, commas and dashes, and an unpaired closing mark.
  func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start + 1 {
      let last = end - 1
      if quote(over: last) != nil, isQuoteMark(last) { break }
      let isAbbreviation = shape[last].hasAny([.abbreviation, .dotted, .initial])
      guard shape[last].contains(.punctuation), !isAbbreviation, word[last] != .closeBracket,
        word[last] != .percentSign
      else { break }
      if word[last] == .closeSquare || shape[last].contains(.symbol) { break }
      end = last
    }
    return end
  }

  private func stopsClause(
    at token: Int, from start: Int, _ limit: Int, _ seenFinite: Bool, _ isOpened: Bool, _ kind: ClauseKind
  ) -> Bool {
    switch word[token] {
    case .comma: return token > start && stopsAtComma(token, limit, seenFinite, isOpened, kind)
    case .semicolon: return token > start
    case .and, .but, .or:
      return token > start && stopsAtConjunction(token, limit, seenFinite, kind)
    case .according: return word[token + 1] == .to && token > start
    case .while, .though, .although: return token > start && isOtherVoice(token + 1, limit)
    case .closeBracket: return true
    default:
      return isTerminal(token) && token + 1 >= limit
    }
  }

  /// The dash that closes a parenthesis opened before `from`.
  private func nextDash(_ from: Int, _ limit: Int) -> Int? {
    var token = from
    while token < min(limit, from + 40) {
      if isDash(token) { return token }
      token += 1
    }
    return nil
  }

  /// A comma ends the clause before a further attribution.
  private func stopsAtComma(
    _ comma: Int, _ limit: Int, _ seenFinite: Bool, _ isOpened: Bool, _ kind: ClauseKind
  ) -> Bool {
    var next = comma + 1
    if kind.contains(.embedded), !isListComma(comma) { return true }
    switch word[next] {
    case .according, .but: return true
    // A relative clause behind the verb is the writer's; before it, the clause goes on: "that the strait, which ..., is".
    case .which: return seenFinite || kind.contains(.verbless)
    case .and:
      return isCueClause(next + 1, limit) || isWriter(next + 1)
        || (kind.contains(.verbless) && stopsVerbless(atComma: comma, limit, isOpened))
    case .while, .though, .although: if isOtherVoice(next + 1, limit) { return true }
    case .a, .an: if isAboutClaim(next, limit) { return true }
    case .who: return kind.contains(.verbless)
    case .that where kind.contains(.verbless): return true
    default: break
    }
    if kind.contains(.subordinate), isClause(at: next) { return true }
    if kind.contains(.verbless), stopsVerbless(atComma: comma, limit, isOpened) { return true }
    next = behindAdverbs(next, limit)
    if tag[next] == .vbg, features[next].contains(.cueVerb) { return isReportingParticiple(next) }
    return isCueClause(next, limit)
  }

  /// ", saying", ", adding": the writer goes on with the same source.
  private func isReportingParticiple(_ token: Int) -> Bool {
    let next = word[token + 1]
    return next == .that || next == .comma || word[token] == .saying || shape[token + 1].contains(.anyQuote)
      || chunk(at: token + 1)?.kind == .nounPhrase || opensQuestion(token + 1)
  }

  private func isListComma(_ comma: Int) -> Bool {
    guard let next = nounPhrase(at: comma + 1) else { return false }
    let behind = Int(next.tokens.upperBound)
    return word[behind] == .and || word[behind] == .or || word[behind] == .comma
  }

  /// "and said", "and has argued"; in a verbless clause any finite verb.
  private func stopsAtConjunction(_ token: Int, _ limit: Int, _ seenFinite: Bool, _ kind: ClauseKind) -> Bool {
    var next = token + 1
    while isAdverb(next) { next += 1 }
    if word[next] == .said { return true }
    if kind.contains(.participle), tag[next] == .vbg, features[next].contains(.cueVerb) { return true }
    guard let group = verbGroup(at: next), group.flags.contains(.finite) else {
      return (word[token] == .but && kind.contains(.verbless))
        || (word[token] != .or && isOtherVoice(next, limit, true))
    }
    if kind.contains(.verbless), !seenFinite { return true }
    // "said he had called her | and had promised that": told in the same tense, it goes on.
    if word[Int(group.tokens.lowerBound)] == .had { return false }
    let head = Int(group.head)
    // "said it was late | and would not say why"
    let isRefusal = group.flags.contains(.modal) && group.tokens.contains { tag[Int($0)] == .neg }
    return features[head].contains(.cueVerb) && (group.flags.contains(.past) || isRefusal) && isSpeechCue(head)
  }

  /// Whether a noun phrase and a cue verb in a past or present tense follow: "X said".
  private func isCueClause(_ token: Int, _ limit: Int) -> Bool {
    var next = token
    if let phrase = nounPhrase(at: next) { next = Int(phrase.tokens.upperBound) }
    next = behindAdverbs(next, limit)
    if next < limit, word[next] == .said { return true }
    return finiteVerb(behindAdverbsAt: next, limit).map { isSpeechCue(Int($0.head)) } ?? false
  }

  /// "while Roe sought", "though records show": somebody else is heard, whom no pronoun ties to the clause.
  private func isOtherVoice(_ token: Int, _ limit: Int, _ isSpeech: Bool = false) -> Bool {
    guard let phrase = nounPhrase(at: token), !phrase.flags.contains(.pronoun),
      let group = finiteVerb(behindAdverbsAt: Int(phrase.tokens.upperBound), limit)
    else { return false }
    return isSpeech ? isSpeechCue(Int(group.head)) : features[Int(group.head)].contains(.cueVerb)
  }

  /// ", a charge that Roe denied", ", a claim the party called baseless": the writer on what was said.
  private func isAboutClaim(_ article: Int, _ limit: Int) -> Bool {
    let noun = article + 1
    guard features[noun].contains(.cueNoun), tag[noun].isNoun else { return false }
    let subject = isRelative(noun + 1) || word[noun + 1] == .that ? noun + 2 : noun + 1
    guard let phrase = nounPhrase(at: subject), summary(before: subject) != nil,
      let group = verbGroup(at: behindAdverbs(Int(phrase.tokens.upperBound), limit))
    else { return false }
    return features[Int(group.head)].contains(.cueVerb)
  }

  /// ", and I suspect": outside quotations the first person is the writer.
  private func isWriter(_ token: Int) -> Bool {
    word[token] == .i && quoteAt[token] == 0 && verbGroup(at: token + 1)?.flags.contains(.finite) == true
  }

  /// Whether a word is an adverb of the cue lists: "allegedly".
  func isHedge(_ token: Int) -> Bool {
    for index in Int(firstMatch[token]) ..<~ Int(firstMatch[token + 1]) where matches[index].type == .cue {
      guard let place = cues.place(of: matches[index].entry) else { continue }
      if cues.entries[place].kind == .adverb, !cues.entries[place].isWeak { return true }
    }
    return false
  }

  /// Whether the verb is one of speech in the cue lists.
  func isSpeechCue(_ token: Int) -> Bool {
    guard features[token].contains(.cueVerb) else { return false }
    for index in Int(firstMatch[token]) ..<~ Int(firstMatch[token + 1]) where matches[index].type == .cue {
      if let place = cues.place(of: matches[index].entry), cues.entries[place].isSpeech { return true }
    }
    return false
  }
}
