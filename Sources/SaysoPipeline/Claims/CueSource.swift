import SaysoLexicon
import SaysoText

/// Whose words a verb cue reports.
extension ClaimScan {
  /// The source of a verb cue: its subject, the noun that a participle belongs to, or the subject that it shares with
  /// the verb before it.
  func source(of cue: CueCandidate, _ context: ClaimContext) -> Range<Int>? {
    let low = clauseLow(before: cue.start)
    if cue.isFinite {
      return subject(before: cue.start, from: low) ?? shared(cue, context)
    }
    if cue.flags.contains(.participle) { return participleSource(cue, low, context) }
    if cue.flags.contains(.infinitive) { return shared(cue, context) }
    return subject(before: cue.start, from: low)
  }

  /// No subject stands further back than this: the sentence's start, or the end of a quotation that is its object.
  func clauseLow(before start: Int) -> Int {
    if let quote = quote(over: start), quote.tokens.lowerBound < start {
      return max(bounds.lowerBound, quote.inner)
    }
    var token = start - 1
    let reach = max(bounds.lowerBound, start - Self.sourceReach)
    while token >= reach {
      if let quote = quote(over: token) {
        if endsSpeech(quote) { return max(reach, quote.tokens.upperBound) }
        token = quote.tokens.lowerBound - 1
      } else {
        token -= 1
      }
    }
    return bounds.lowerBound
  }

  /// Whether a quotation ends as speech before its attribution does: “..., ” or “...?”, or with a comma behind it.
  func endsSpeech(_ quote: QuotedStretch) -> Bool {
    var last = quote.isClosed ? quote.tokens.upperBound - 2 : quote.tokens.upperBound - 1
    // “..., ‘you are the queen,’”: the marks of a quotation inside.
    while last > quote.tokens.lowerBound, shape[last].contains(.anyQuote), shape[last].contains(.punctuation) {
      last -= 1
    }
    return last > quote.tokens.lowerBound && shape[last].contains(.punctuation)
      && !shape[last].hasAny([.bracket, .anyQuote]) || word[quote.tokens.upperBound] == .comma
  }

  /// "X criticised ... and said", "X said ..., adding": the source of the claim before, else the nearest subject.
  private func shared(_ cue: CueCandidate, _ context: ClaimContext) -> Range<Int>? {
    for draft in context.drafts.reversed() where draft.sentence == sentence {
      // "said he had called her and | had promised that": inside the content its own subject speaks.
      guard let source = draft.source, let said = draft.cue, said.upperBound <= cue.start,
        !draft.content.contains(where: { $0.contains(cue.start) })
      else { continue }
      if draft.flags.contains(.finite), quoteAt[said.lowerBound] == quoteAt[cue.start] { return source }
    }
    return nearestSubject(before: cue.start)
  }

  /// The subject of the nearest finite verb before `token` at the same quotation level.
  func nearestSubject(before token: Int) -> Range<Int>? {
    var at = token - 1
    let low = clauseLow(before: token)
    while at >= low {
      if let group = verbGroup(at: at) {
        let start = Int(group.tokens.lowerBound)
        if group.flags.contains(.finite), quoteAt[start] == quoteAt[token],
          let found = subject(before: adverbStart(start), from: low)
        {
          return found
        }
        at = start - 1
      } else {
        at -= 1
      }
    }
    return nil
  }

  func adverbStart(_ start: Int) -> Int {
    var first = start
    while first - 1 > bounds.lowerBound, isAdverb(first - 1) { first -= 1 }
    return first
  }

  private func participleSource(_ cue: CueCandidate, _ low: Int, _ context: ClaimContext) -> Range<Int>? {
    let before = cue.start - 1
    if word[before] == .as, let speaker = quotedSpeaker(before: before, from: low) { return speaker }
    // “...,” adding that: the comma stands inside the quotation.
    if isQuoteMark(before), word[before - 1] == .comma { return shared(cue, context) }
    guard before >= low else { return following(cue) }
    if word[before] == .comma || tag[before] == .cc || tag[before] == .ins || tag[before] == .in {
      return shared(cue, context) ?? following(cue)
    }
    if let phrase = nounPhrase(before: cue.start) {
      let left = Int(phrase.tokens.lowerBound) - 1
      // "issued a statement saying", "opened the debate saying": the subject of the verb says it.
      if isDate[before] || (left > low && verbGroup(at: left)?.flags.contains(.finite) == true),
        let found = shared(cue, context)
      {
        return found
      }
      return max(low, Int(phrase.tokens.lowerBound)) ..<~ cue.start
    }
    return shared(cue, context)
  }

  /// "The paper quoted Roe | as saying", "Roe was quoted by the paper | as saying": whose words they are.
  private func quotedSpeaker(before joint: Int, from low: Int) -> Range<Int>? {
    var at = joint - 1
    while at >= max(low, joint - 24) {
      if let group = verbGroup(at: at) {
        guard isSpeechCue(Int(group.head)) else { return nil }
        if group.flags.contains(.passive) {
          return subject(before: adverbStart(Int(group.tokens.lowerBound)), from: low)
        }
        let object = Int(group.tokens.upperBound)
        return nounPhrase(at: object) != nil ? object ..<~ joint : nil
      }
      at -= 1
    }
    return nil
  }

  /// "Citing the report, Roe said": the subject behind the participle's clause.
  private func following(_ cue: CueCandidate) -> Range<Int>? {
    var token = cue.end
    let reach = min(bounds.upperBound, token + Self.sourceReach)
    while token < reach {
      if word[token] == .comma, let phrase = nounPhrase(at: token + 1), !isDate[token + 1] {
        let end = Int(phrase.tokens.upperBound)
        if let group = verbGroup(at: end), group.flags.contains(.finite) { return Range(phrase.tokens) }
      }
      token += 1
    }
    return nil
  }

  /// "said Jane Roe, a lawyer": the noun phrase behind a cue whose quotation or clause stands before it.
  func invertedSource(of cue: CueCandidate) -> Range<Int>? {
    guard cue.isFinite, cue.entry.isSpeech, cue.entry.takes.contains(.quote) else { return nil }
    let before = cue.start - 1
    guard before >= bounds.lowerBound, word[before] == .comma || isQuoteMark(before) || isDash(before) else {
      return nil
    }
    guard let phrase = phrase(from: cue.end), !isDate[cue.end], !isAdverb(cue.span.lowerBound) else { return nil }
    if let group = verbGroup(at: phrase.upperBound), group.flags.contains(.finite) { return nil }
    return phrase
  }
}
