import SaysoLexicon
import SaysoText

/// Where the noun phrase that a cue's source is starts and ends.
///
/// The source is the whole phrase: title, name, apposition and relative clause ("Jane Roe, a lawyer who ..., said").
extension ClaimScan {
  /// Longest way back or ahead in tokens to the edge of a source.
  static let sourceReach = 60

  /// The subject of the verb group that starts at `start`, looking no further back than `low`.
  func subject(before start: Int, from low: Int) -> Range<Int>? {
    let start = behindSubject(start, from: low)
    let last = start - 1
    guard last >= low else { return nil }
    if isRelative(last) { return last ..<~ start }
    if word[last] == .comma { return subjectBeforeComma(last, from: low) }
    if isDash(last) { return subjectBeforeDash(last, from: low) }
    if word[last] == .closeBracket { return subjectBeforeBracket(last, from: low) }
    guard nounPhrase(before: start) != nil else {
      return isQuantifier(last) || isLoneName(last) ? last ..<~ start : nil
    }
    var first = nounPhraseStart(endingAt: start, from: low)
    if let antecedent = antecedent(ofClauseBefore: first, from: low) { first = antecedent }
    if disagrees(start), tag[first - 1] == .in, word[first - 2] == .comma,
      let further = subjectBeforeComma(first - 2, from: low)
    {
      first = further.lowerBound
    }
    // "Jane Roe, Esq., and John Doe": the phrase may itself be the end of an apposition.
    return first ..<~ start
  }

  /// "the man who shot the film | said": the phrase at `first` belongs to a relative clause without commas, whose noun
  /// is the subject.
  private func antecedent(ofClauseBefore first: Int, from low: Int) -> Int? {
    var verb = first - 1
    while verb > low, tag[verb] == .in || tag[verb] == .to || tag[verb] == .rp || isAdverb(verb) { verb -= 1 }
    guard verb > low, let group = verbGroup(at: verb), group.flags.contains(.finite) else { return nil }
    let relative = adverbStart(Int(group.tokens.lowerBound)) - 1
    guard relative > low, isRelative(relative), nounPhrase(before: relative) != nil else { return nil }
    return nounPhraseStart(endingAt: relative, from: low)
  }

  /// "the firm on Wednesday | denied": the token behind the subject, where a date stands before the verb.
  private func behindSubject(_ verb: Int, from low: Int) -> Int {
    var first = verb
    // "voters overall | said": an adjective behind its noun.
    if tag[first - 1] == .jj, first - 2 >= low, nounPhrase(before: first - 1) != nil { return first - 1 }
    while first - 1 > low, isDate[first - 1] { first -= 1 }
    guard first < verb, first - 1 > low else { return verb }
    if tag[first - 1] == .in { first -= 1 }
    return nounPhrase(before: first) != nil || word[first - 1] == .comma ? first : verb
  }

  /// "the report by the office, its head, on web surveys | points": the nearest noun is not the verb's subject.
  private func disagrees(_ verb: Int) -> Bool {
    guard let phrase = nounPhrase(before: verb) else { return false }
    return tag[verb] == .vbz && phrase.flags.contains(.plural) || tag[verb] == .vbp && tag[Int(phrase.head)] == .nn
  }

  /// "few are calling for", "many say": a quantifier that stands alone.
  private func isQuantifier(_ token: Int) -> Bool {
    switch word[token] {
    case .few, .many, .most, .some, .both, .all, .each, .another, .others, .other, .neither, .either, .any, .more, .one:
      true
    default: false
    }
  }

  /// "Jane Roe (R-Va.) said".
  private func subjectBeforeBracket(_ last: Int, from low: Int) -> Range<Int>? {
    var open = last - 1
    while open > max(low, last - 12), word[open] != .openBracket { open -= 1 }
    guard word[open] == .openBracket, open > low, nounPhrase(before: open) != nil else { return nil }
    return nounPhraseStart(endingAt: open, from: low) ..<~ last + 1
  }

  /// "Officials -- including Roe -- have argued".
  private func subjectBeforeDash(_ last: Int, from low: Int) -> Range<Int>? {
    var open = last - 1
    while open > max(low, last - Self.sourceReach), !isDash(open) { open -= 1 }
    guard isDash(open), open > low, nounPhrase(before: open) != nil else { return nil }
    return nounPhraseStart(endingAt: open, from: low) ..<~ last
  }

  /// The start of the noun phrase that ends before `end`, with the phrases and participles attached to it on its left.
  func nounPhraseStart(endingAt end: Int, from low: Int) -> Int {
    guard let chunk = nounPhrase(before: end) else { return end }
    var first = max(low, Int(chunk.tokens.lowerBound))
    for _ in 0..<6 {
      guard let further = attached(before: first, from: low) else { break }
      first = further
    }
    return first
  }

  /// The start of a noun phrase that the one at `first` belongs to: "the head of", "Roe and", "experts working for".
  private func attached(before first: Int, from low: Int) -> Int? {
    let joint = first - 1
    guard joint > low else { return nil }
    switch tag[joint] {
    case .in, .to:
      return phraseStart(endingAt: joint, from: low) ?? participle(endingAt: joint, from: low)
        ?? postmodified(endingAt: joint, from: low)
    case .cc where word[joint] == .and || word[joint] == .or || word[joint] == .ampersand:
      return coordinated(endingAt: joint, from: low)
    default:
      if tag[joint] == .vbg || tag[joint] == .vbn { return participle(endingAt: first, from: low) }
      // Two phrases without a word between are one name: "Acme | senior adviser Jane Roe".
      if tag[joint] == .nnp || (word[joint] == .us && shape[joint].contains(.allUpper)), !isDate[joint] {
        return phraseStart(endingAt: first, from: low)
      }
      return nil
    }
  }

  private func phraseStart(endingAt end: Int, from low: Int) -> Int? {
    guard let chunk = nounPhrase(before: end), Int(chunk.tokens.lowerBound) >= low, !isDate[Int(chunk.head)] else {
      return nil
    }
    return Int(chunk.tokens.lowerBound)
  }

  private func participle(endingAt end: Int, from low: Int) -> Int? {
    guard let group = verbGroup(at: end - 1), group.flags.contains(.participle) else { return nil }
    return phraseStart(endingAt: Int(group.tokens.lowerBound), from: low)
  }

  /// "people close | to the mayor": an adjective behind a common noun.
  private func postmodified(endingAt end: Int, from low: Int) -> Int? {
    let last = end - 1
    guard last > low, tag[last] == .jj || tag[last] == .rb, tag[last - 1] == .nns || tag[last - 1] == .nn else {
      return nil
    }
    return phraseStart(endingAt: last, from: low)
  }

  private func coordinated(endingAt end: Int, from low: Int) -> Int? {
    var stop = end
    let isSerial = word[stop - 1] == .comma
    if isSerial { stop -= 1 }
    guard var first = phraseStart(endingAt: stop, from: low), startsSubject(first, from: low) else { return nil }
    var items = 0
    while word[first - 1] == .comma, first - 1 > low, let further = phraseStart(endingAt: first - 1, from: low),
      startsSubject(further, from: low), !tag[further].isPronoun
    {
      first = further
      items += 1
    }
    // ", and many say": a comma before "and" joins clauses unless more items stand before.
    return isSerial && items == 0 ? nil : first
  }

  /// Whether a noun phrase at `first` is no object: neither a verb nor a preposition stands before it.
  private func startsSubject(_ first: Int, from low: Int) -> Bool {
    let before = first - 1
    // "a bench comprising Roe and | Doe"
    if before > low, tag[before] == .vbg, participle(endingAt: first, from: low) != nil { return true }
    return before < low || !(isVerb(before) || tag[before] == .in || tag[before] == .to || tag[before] == .rp)
  }

  /// "Jane Roe, a lawyer, said": walks the comma-separated pieces from the clause's start.
  private func subjectBeforeComma(_ last: Int, from low: Int) -> Range<Int>? {
    var piece = clauseStart(before: last, from: low)
    var first = -1
    var end = -1
    while piece < last {
      var stop = piece
      while stop < last, word[stop] != .comma {
        stop = word[stop] == .openBracket ? min(last, behindBracket(stop, last)) : stop + 1
      }
      read(piece: piece ..<~ stop, &first, &end)
      piece = stop + 1
    }
    guard first >= 0 else { return nil }
    if end < 0, isAdverb(last - 1), word[last - 2] == .comma { end = last - 2 }  // "experts, however, said"
    return first ..<~ (end >= 0 ? end : last)
  }

  private func read(piece: Range<Int>, _ first: inout Int, _ end: inout Int) {
    var start = piece.lowerBound
    while start < piece.upperBound, tag[start] == .cc || isAdverb(start) || isQuoteMark(start) || tag[start] == .ins {
      start += 1
    }
    guard start < piece.upperBound else { return }
    if isRelative(start) || word[start] == .whose || word[start] == .where { return }
    if first >= 0, startsAdverbial(start), tag[start] != .vbn, !isDate[start] {
      // ", speaking because they were not allowed to, said": a verb in an adverbial is no main verb.
      if end < 0 { end = piece.lowerBound - 1 }
      return
    }
    if hasMainVerb(start ..<~ piece.upperBound) {
      first = -1
      end = -1
    } else if first < 0 {
      guard let phrase = nounPhrase(at: start), !isDate[Int(phrase.head)] else { return }
      first = start
      end = -1
    } else if end < 0, startsAdverbial(start) {
      end = piece.lowerBound - 1
    }
  }

  private func startsAdverbial(_ token: Int) -> Bool {
    switch tag[token] {
    case .in, .vbg, .vbn, .to, .ins, .wrb: true
    default: isDate[token]
    }
  }

  /// Whether a piece has a finite verb that is not in a relative clause.
  private func hasMainVerb(_ piece: Range<Int>) -> Bool {
    var token = piece.lowerBound
    while token < piece.upperBound {
      if isRelative(token) || word[token] == .whose { return false }
      if let chunk = chunk(at: token), chunk.kind == .verbGroup, chunk.flags.contains(.finite) { return true }
      token += 1
    }
    return false
  }

  /// The start of the clause around `token`: behind the last boundary before it.
  func clauseStart(before token: Int, from low: Int) -> Int {
    var first = token
    let reach = max(low, token - Self.sourceReach)
    while first > reach {
      let before = first - 1
      if word[before] == .semicolon || word[before] == .colon || isDash(before) { return first }
      if tag[before] == .ins, word[before] == .that || word[before] == .as || word[before] == .while { return first }
      if isQuoteMark(before), let quote = quote(over: before), quote.tokens.upperBound == first,
        shape[before - 1].contains(.punctuation)
      {
        return first
      }
      first = before
    }
    return first
  }

  /// Whether the comma before `start` closes a relative clause: "Roe, who ..., said".
  func isRelativeBefore(_ start: Int) -> Bool {
    guard word[start - 1] == .comma else { return false }
    var token = start - 2
    while token > max(bounds.lowerBound, start - 30) {
      if word[token] == .comma { return isRelative(token + 1) || word[token + 1] == .whose }
      token -= 1
    }
    return false
  }

  // MARK: To the right

  /// The noun phrase that starts at `start` with what is attached behind it: "said Jane Roe, a lawyer at X, who ...".
  func phrase(from start: Int) -> Range<Int>? {
    guard let first = phraseEnd(from: start) else { return nil }
    var end = withPostmodifier(behind: withPrepositions(behind: first), head: first - 1)
    for _ in 0..<4 {
      guard let further = apposition(at: end) else { break }
      end = further
    }
    return start ..<~ trimmed(start, end)
  }

  /// The end of the base phrase at `start`, over a quoted title inside: 'the "Clean Air" plan that he released'.
  private func phraseEnd(from start: Int) -> Int? {
    var end = start
    if let chunk = nounPhrase(at: start) { end = Int(chunk.tokens.upperBound) }
    let isOpen = end > start ? tag[end - 1] == .dt : tag[start] == .dt || tag[start] == .prps || quote(at: start) != nil
    if end == start, tag[start] == .dt || tag[start] == .prps { end += 1 }
    guard isOpen else { return end > start ? end : nil }
    if let quote = quote(at: end), quote.tokens.count < 14 { end = quote.tokens.upperBound }
    if let chunk = nounPhrase(at: end) { end = Int(chunk.tokens.upperBound) }
    return end > start + 1 ? end : nil
  }

  /// "of the company", "at the university in X", "(R-Va.)", "and John Doe".
  func withPrepositions(behind end: Int) -> Int {
    var end = end
    while end < bounds.upperBound {
      if word[end] == .openBracket {
        end = behindBracket(end, bounds.upperBound)
        continue
      }
      let isJoint =
        word[end] == .of || word[end] == .for || word[end] == .at || word[end] == .from
        || word[end] == .with || word[end] == .and || word[end] == .in || word[end] == .on || word[end] == .to
        || word[end] == .by
      guard isJoint, let next = nounPhrase(at: end + 1), !isDate[end + 1], !isOccasion(end, next) else { break }
      end = Int(next.tokens.upperBound)
    }
    return end
  }

  /// "people close to the campaign", "a poll taken last week", "the chief known as Bob": an adjective or participle with
  /// what belongs to it, up to the next mark or finite verb.
  private func withPostmodifier(behind end: Int, head: Int) -> Int {
    let isCommon = tag[head] == .nn || tag[head] == .nns || tag[head].isPronoun
    let isParticiple = tag[end] == .vbn || (tag[end] == .vbg && isCommon)
    guard end < bounds.upperBound, isParticiple || (tag[end] == .jj && isCommon), !isDate[end] else { return end }
    var token = end
    while token < min(bounds.upperBound, end + 24) {
      if shape[token].contains(.punctuation), word[token] != .hyphen { break }
      if verbGroup(at: token)?.flags.contains(.finite) == true { break }
      token += 1
    }
    return token
  }

  /// "in a statement", "at a news conference": where it was said, not who said it.
  private func isOccasion(_ joint: Int, _ next: Chunk) -> Bool {
    guard word[joint] == .in || word[joint] == .at || word[joint] == .on || word[joint] == .to || word[joint] == .with
    else { return false }
    return word[Int(next.tokens.lowerBound)] == .a || word[Int(next.tokens.lowerBound)] == .an
      || next.flags.contains(.pronoun) || word[joint] == .to
  }

  private func apposition(at comma: Int) -> Int? {
    guard word[comma] == .comma, comma + 1 < bounds.upperBound else { return nil }
    let start = comma + 1
    if isRelative(start) || word[start] == .whose { return relativeEnd(from: start) }
    guard let phrase = nounPhrase(at: start) ?? nounPhrase(at: start + 1), !isDate[start],
      Int(phrase.tokens.lowerBound) == start || isAdverb(start)
    else { return nil }
    let end = withPrepositions(behind: Int(phrase.tokens.upperBound))
    if let group = verbGroup(at: end), group.flags.contains(.finite) { return nil }
    if isRelative(end) { return relativeEnd(from: end) }
    if let group = verbGroup(at: end), group.flags.contains(.participle) { return relativeEnd(from: end) }
    return end
  }

  private func relativeEnd(from start: Int) -> Int {
    clauseEnd(from: start)
  }
}
