import SaysoLexicon
import SaysoRecord
import SaysoText

/// What follows a cue, as the complement that it licenses.
struct Complement {
  var frame: CueComplements
  /// First token of the content.
  var start: Int
  /// Behind the last token of the cue, which may have taken a preposition.
  var cueEnd: Int
}

extension Complement {
  /// Name of the frame for a claim's `rule`.
  func rule(_ kind: CueEntry.Kind) -> StaticString {
    let isVerb = kind == .verb
    switch frame {
    case .that: return isVerb ? "verb+that" : kind == .noun ? "noun+that" : "adjective+that"
    case .zero: return "verb+clause"
    case .quote: return "verb+quote"
    case .np: return "verb+noun-phrase"
    case .inf: return isVerb ? "verb+infinitive" : kind == .noun ? "noun+infinitive" : "adjective+infinitive"
    case .question: return isVerb ? "verb+question" : kind == .noun ? "noun+question" : "adjective+question"
    case .npInf: return "verb+object+infinitive"
    case .ing: return "verb+gerund"
    default: return isVerb ? "verb+preposition" : kind == .noun ? "noun+preposition" : "adjective+preposition"
    }
  }
}

extension ClaimScan {
  /// Longest stretch of adverbials between a cue and its content.
  private static let adverbialReach = 24

  /// The complement behind a cue, or nil where none that the cue licenses follows.
  func complement(of cue: CueCandidate) -> Complement? {
    let at = cue.end
    guard at < bounds.upperBound + 1 else { return nil }
    let takes = cue.entry.takes
    if let start = quoteStart(at: at), takes.contains(.quote) || takes.contains(.np) {
      return Complement(frame: .quote, start: start, cueEnd: at)
    }
    // "The Courier reports: the bridge is closed."
    let colon = word[at] == .that ? at + 1 : at
    if word[colon] == .colon, colon + 1 < bounds.upperBound, cue.entry.isSpeech, takes.hasAny([.that, .zero, .quote]) {
      return Complement(frame: .zero, start: colon + 1, cueEnd: at)
    }
    if !isDateAlone(at) || takes.contains(.np), let found = reported(at: at, cue) { return found }
    // "told PTI that", "told reporters that": the one spoken to, not "reporters that ..." as a clause.
    if takes.contains(.addressee), let phrase = nounPhrase(at: at), word[Int(phrase.tokens.upperBound)] == .that,
      let found = behindAddressee(at, cue)
    {
      return found
    }
    if !isDateAlone(at), let found = direct(at: at, cue) { return found }
    if takes.contains(.addressee), let found = behindAddressee(at, cue) { return found }
    if let start = quoteBehindOccasion(at, cue) { return Complement(frame: .quote, start: start, cueEnd: at) }
    if let found = preposition(at: at, cue) ?? furtherPreposition(at, cue) { return found }
    // Behind adverbials an attitude needs its "that": "found in June that".
    if takes.hasAny([.that, .zero, .quote, .inf]), let found = behindAdverbials(at, cue),
      cue.entry.isSpeech || found.frame == .that
    {
      return found
    }
    if takes.contains(.that), cue.entry.isSpeech, let that = furtherThat(at) {
      return Complement(frame: .that, start: that, cueEnd: at)
    }
    if word[at] == .comma, takes.contains(.zero), opensCondition(at + 1) {
      return Complement(frame: .zero, start: at + 1, cueEnd: at)
    }
    if word[at] == .comma, let behind = behindParenthesis(at),
      let found = direct(at: behind, cue) ?? nominal(at: behind, cue)
    {
      return Complement(frame: found.frame, start: found.start, cueEnd: at)
    }
    return nominal(at: at, cue)
  }

  /// A quotation that opens here, perhaps behind a comma, colon or dash.
  private func quoteStart(at token: Int) -> Int? {
    if quote(at: token) != nil { return token }
    guard word[token] == .comma || word[token] == .colon || isDash(token) else { return nil }
    return quote(at: token + 1) != nil ? token + 1 : nil
  }

  /// "issued a statement saying ...": the participle belongs to the cue.
  private func reported(at token: Int, _ cue: CueCandidate) -> Complement? {
    guard cue.entry.takes.contains(.ing), tag[token] == .vbg, features[token].contains(.cueVerb), isSpeechCue(token)
    else { return nil }
    var start = token + 1
    if let quote = quoteStart(at: start) { start = quote }
    guard start < bounds.upperBound, !shape[start].contains(.terminal), cue.entry.isSpeech else { return nil }
    return Complement(frame: .ing, start: start, cueEnd: token + 1)
  }

  /// that-clause, infinitive, question, gerund, or a clause without "that".
  private func direct(at token: Int, _ cue: CueCandidate) -> Complement? {
    let takes = cue.entry.takes
    // "that, if elected, she would": behind "that" and a comma comes a clause.
    let isJoint =
      tag[token] == .ins || tag[token] == .in || quote(at: token + 1) != nil
      || (word[token + 1] == .comma && token + 2 < bounds.upperBound && tag[token + 2] != .vbg)
    if word[token] == .that, isJoint, takes.hasAny([.that, .zero]) {
      return Complement(frame: .that, start: token, cueEnd: token)
    }
    // "suggest, however, that": an adverb in front of "that".
    if isAdverb(token), word[token + 1] == .that, tag[token + 1] == .ins, takes.hasAny([.that, .zero]) {
      return Complement(frame: .that, start: token + 1, cueEnd: token)
    }
    if takes.contains(.inf), tag[token] == .to, verbGroup(at: token) != nil || isQuoteMark(token + 1) {
      return Complement(frame: .inf, start: token, cueEnd: token)
    }
    if word[token] == .not, takes.contains(.inf), tag[token + 1] == .to {
      return Complement(frame: .inf, start: token, cueEnd: token)
    }
    if takes.contains(.question), opensQuestion(token) {
      return Complement(frame: .question, start: token, cueEnd: token)
    }
    if takes.contains(.zero), isClause(at: token) { return Complement(frame: .zero, start: token, cueEnd: token) }
    if takes.contains(.ing), tag[token] == .vbg { return Complement(frame: .ing, start: token, cueEnd: token) }
    return nil
  }

  /// Whether a subject with its finite verb starts here: "they would leave", "the plan to leave was his".
  func isClause(at token: Int) -> Bool {
    var next = token
    if word[next] == .both {
      next += 1
      if verbGroup(at: next)?.flags.contains(.finite) == true { return true }
    }
    if word[next] == .if || word[next] == .while || word[next] == .when || word[next] == .because { next += 1 }
    if tag[next] == .ex { return true }
    for _ in 0..<3 where isAdverb(next) || word[next] == .neither || word[next] == .either { next += 1 }
    if tag[next] == .in, tag[next + 1] == .jjs { next += 1 }  // "at least six"
    if tag[next] == .vbg { return hasFiniteVerb(next + 1 ..<~ min(bounds.upperBound, next + 12)) }
    guard let phrase = nounPhrase(at: next) else { return isIntroduced(next) }
    var end = Int(phrase.tokens.upperBound)
    for _ in 0..<5 {
      if word[end] == .comma, isAdverb(end + 1), word[end + 2] == .comma { end += 3 }
      if isQuoteMark(end), quote(at: end) != nil { end += 1 }
      while isAdverb(end) { end += 1 }
      if let group = verbGroup(at: end), Int(group.tokens.lowerBound) <= end {
        if group.flags.contains(.finite) { return true }
        // "the plan to leave", "voters backing Roe": go on behind its object.
        end = Int(group.tokens.upperBound)
        if let object = nounPhrase(at: end) { end = Int(object.tokens.upperBound) }
      } else if tag[end] == .in || tag[end] == .to || tag[end] == .cc, let next = nounPhrase(at: end + 1) {
        end = Int(next.tokens.upperBound)
      } else if isRelative(end) {
        return hasFiniteVerb(end + 1 ..<~ max(end + 1, min(bounds.upperBound, end + 20)))
      } else if word[end] == .comma, let behind = closingComma(end) {
        end = behind
      } else {
        return false
      }
    }
    return false
  }

  /// The token behind the comma that closes an apposition or relative clause: "members, who ..., would".
  private func closingComma(_ comma: Int) -> Int? {
    guard isRelative(comma + 1) || nounPhrase(at: comma + 1) != nil else { return nil }
    var next = comma + 1
    while next < min(bounds.upperBound, comma + 24) {
      if word[next] == .comma, verbGroup(at: next + 1)?.flags.contains(.finite) == true { return next + 1 }
      next += 1
    }
    return nil
  }

  /// "said in the long run they would": a short preposition phrase in front of the clause.
  private func isIntroduced(_ token: Int) -> Bool {
    guard tag[token] == .in, let phrase = nounPhrase(at: token + 1) else { return isBehindConcession(token) }
    let next = Int(phrase.tokens.upperBound)
    let start = word[next] == .comma ? next + 1 : next
    guard let subject = nounPhrase(at: start), let group = verbGroup(at: Int(subject.tokens.upperBound)) else {
      return false
    }
    return group.flags.contains(.finite) && (word[next] == .comma || subject.flags.contains(.pronoun))
  }

  /// "said despite being a lawyer, she would": a preposition with a gerund, up to its comma.
  private func isBehindConcession(_ token: Int) -> Bool {
    guard tag[token] == .in, tag[token + 1] == .vbg else { return false }
    for next in token + 2 ..<~ min(bounds.upperBound, token + 16) where word[next] == .comma {
      guard let subject = nounPhrase(at: next + 1) else { return false }
      return verbGroup(at: Int(subject.tokens.upperBound))?.flags.contains(.finite) == true
    }
    return false
  }

  /// "told reporters on Monday that", "urged them to": the one spoken to is no part of the content.
  private func behindAddressee(_ token: Int, _ cue: CueCandidate) -> Complement? {
    guard let phrase = nounPhrase(at: token) else { return nil }
    var next = withPrepositions(behind: Int(phrase.tokens.upperBound))
    if cue.entry.takes.contains(.npInf), tag[next] == .to || (tag[next] == .neg && tag[next + 1] == .to) {
      let isOrder = cue.entry.cueClass == .demand || cue.entry.cueClass == .assert
      return Complement(frame: .npInf, start: isOrder ? token : next, cueEnd: token)
    }
    next = skipAdverbials(next)
    if let start = quoteStart(at: next) { return Complement(frame: .quote, start: start, cueEnd: token) }
    if let found = direct(at: next, cue), found.frame != .ing {
      return Complement(frame: found.frame, start: found.start, cueEnd: token)
    }
    if let found = preposition(at: next, cue) {
      return Complement(frame: .prep, start: next, cueEnd: found.cueEnd > next ? token : found.cueEnd)
    }
    return nil
  }

  /// "warned of", "pointed to": the preposition is part of the cue.
  private func preposition(at token: Int, _ cue: CueCandidate) -> Complement? {
    guard tag[token] == .in || tag[token] == .to || tag[token] == .rp || tag[token] == .ins,
      cue.entry.prepositions & cues.bit(of: word[token]) != 0
    else { return nil }
    var start = token + 1
    if cue.entry.prepositions & cues.bit(of: word[start]) != 0, tag[start] == .in { start += 1 }
    guard start < bounds.upperBound, !shape[start].contains(.terminal), word[start] != .comma else { return nil }
    return Complement(frame: .prep, start: start, cueEnd: start)
  }

  /// "said of the fight, “...”", "told the station in May: “...”": a quotation behind the occasion and a mark.
  private func quoteBehindOccasion(_ token: Int, _ cue: CueCandidate) -> Int? {
    guard cue.entry.isSpeech, cue.entry.takes.contains(.quote), tag[token] == .in else { return nil }
    let next = skipAdverbials(token)
    guard next > token, quote(at: next) == nil, let start = quoteStart(at: next) else { return nil }
    return endsSentence(start) ? start : nil
  }

  private func endsSentence(_ open: Int) -> Bool {
    guard let quote = quote(at: open), quote.tokens.count > 4 else { return false }
    return endsSpeech(quote) || quote.tokens.upperBound >= bounds.upperBound - 1
  }

  /// "wrote to the council about the bridge": the preposition stands behind the one spoken to.
  private func furtherPreposition(_ token: Int, _ cue: CueCandidate) -> Complement? {
    guard cue.entry.isSpeech, cue.entry.prepositions != 0, word[token] == .to || word[token] == .with,
      let phrase = nounPhrase(at: token + 1)
    else { return nil }
    let next = skipDates(Int(phrase.tokens.upperBound))
    guard let found = preposition(at: next, cue) else { return nil }
    return Complement(frame: .prep, start: next, cueEnd: found.cueEnd > next ? token : found.cueEnd)
  }

  /// "said Monday", not "said Monday's vote was fair", "said each year adds a tenth": a date that stands for itself.
  private func isDateAlone(_ token: Int) -> Bool {
    guard isDate[token] else { return false }
    var next = token
    while isDate[next] { next += 1 }
    return tag[next] != .pos && !(nounPhrase(at: token) != nil && isClause(at: token))
  }

  /// "told delegates here that": a subordinating "that" a few words on, before any finite verb.
  private func furtherThat(_ token: Int) -> Int? {
    var next = token
    while next < min(bounds.upperBound, token + 12) {
      if word[next] == .that, tag[next] == .ins || (tag[next] == .wdt && nounPhrase(at: next + 1) != nil) {
        return next
      }
      let isFinite = tag[next] == .vbd || tag[next] == .md || (tag[next] == .vbz && next > token)
      // "denied theft, saying that": the next cue's.
      if tag[next] == .vbg, features[next].contains(.cueVerb), tag[next - 1] != .in, tag[next - 1] != .ins {
        return nil
      }
      if isFinite || shape[next].hasAny([.terminal, .bracket]) { return nil }
      next += 1
    }
    return nil
  }

  /// "said, if elected, she would".
  private func opensCondition(_ token: Int) -> Bool {
    word[token] == .if || word[token] == .when || word[token] == .while
  }

  /// "described, in fairly blistering terms, a set of": the token behind a short parenthesis.
  private func behindParenthesis(_ comma: Int) -> Int? {
    guard tag[comma + 1] == .in || isAdverb(comma + 1) else { return nil }
    var next = comma + 2
    while next < min(bounds.upperBound, comma + 10) {
      if word[next] == .comma { return next + 1 }
      if verbGroup(at: next)?.flags.contains(.finite) == true { return nil }
      next += 1
    }
    return nil
  }

  /// "said in a statement on Monday that", "said at a rally he would".
  private func behindAdverbials(_ token: Int, _ cue: CueCandidate) -> Complement? {
    let next = behindRelative(skipAdverbials(token))
    guard next > token else { return nil }
    if let start = quoteStart(at: next), cue.entry.takes.contains(.quote) {
      return Complement(frame: .quote, start: start, cueEnd: token)
    }
    // "vowed on Tuesday to stay"
    let isTimed = isDate[token] || isDate[token + 1]
    guard let found = direct(at: next, cue),
      found.frame.hasAny([.that, .zero, .question]) || (isTimed && found.frame == .inf)
    else { return nil }
    return Complement(frame: found.frame, start: found.start, cueEnd: token)
  }

  /// "said on Channel Four, where he is a guest, that": the "that" behind a relative clause between commas.
  private func behindRelative(_ comma: Int) -> Int {
    guard word[comma] == .comma, isRelative(comma + 1) || word[comma + 1] == .where else { return comma }
    var next = comma + 2
    while next < min(bounds.upperBound, comma + 30) {
      if word[next] == .comma { return word[next + 1] == .that ? next + 1 : comma }
      next += 1
    }
    return comma
  }

  /// Skips "on Monday", "during a debate in May".
  func skipDates(_ token: Int) -> Int {
    let next = skipAdverbials(token)
    return next > token && (isDate[token] || isDate[token + 1] || word[token] == .during || word[token] == .in)
      ? next : token
  }

  /// Skips dates, adverbs and preposition phrases behind a cue: "on Monday in a statement to reporters".
  func skipAdverbials(_ token: Int) -> Int {
    var next = token
    let reach = min(bounds.upperBound, token + Self.adverbialReach)
    while next < reach {
      if isDateAlone(next) || (isAdverb(next) && tag[next] != .neg) || tag[next] == .rp {
        next += 1
      } else if tag[next] == .in || (tag[next] == .to && verbGroup(at: next) == nil) {
        if isDate[next + 1] {
          next += 1
        } else if let phrase = nounPhrase(at: next + 1) {
          next = Int(phrase.tokens.upperBound)
        } else {
          break
        }
      } else {
        break
      }
    }
    if word[next] == .comma, next > token, word[next + 1] == .that { return next + 1 }
    return next
  }

  private func stopsAt(_ token: Int) -> Bool { token >= bounds.upperBound || shape[token].contains(.punctuation) }

  /// "asked Mills, Roe and Lund to": the token behind the last name of a list.
  private func behindList(_ end: Int) -> Int {
    var next = end
    for _ in 0..<4 {
      guard word[next] == .comma, let item = nounPhrase(at: next + 1) else { break }
      next = Int(item.tokens.upperBound)
    }
    return next > end && word[next] == .and && nounPhrase(at: next + 1) != nil ? next : end
  }

  /// A noun phrase: "criticised the plan", "called it a lie", "urged him to go".
  private func nominal(at token: Int, _ cue: CueCandidate) -> Complement? {
    guard cue.entry.takes.hasAny([.np, .npInf]), token < bounds.upperBound else { return nil }
    let isPhrase =
      nounPhrase(at: token) != nil || tag[token] == .jj || quote(at: token) != nil
      || tag[token] == .dt || tag[token] == .pdt || tag[token] == .prps || tag[token] == .nnp
    // "says nothing", "said something": a pronoun with no content of its own.
    guard isPhrase, !isDate[token], tag[token] != .prn || !stopsAt(token + 1) else { return nil }
    if cue.entry.takes.contains(.npInf), let phrase = nounPhrase(at: token) {
      let next = withPrepositions(behind: behindList(Int(phrase.tokens.upperBound)))
      if tag[next] == .to || (tag[next] == .neg && tag[next + 1] == .to) {
        return Complement(frame: .npInf, start: token, cueEnd: token)
      }
    }
    return cue.entry.takes.contains(.np) ? Complement(frame: .np, start: token, cueEnd: token) : nil
  }
}
