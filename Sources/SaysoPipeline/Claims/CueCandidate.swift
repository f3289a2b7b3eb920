import SaysoLexicon
import SaysoText

/// A place in the text where a cue of the lists stands, with its verb group.
struct CueCandidate {
  /// Place in `CueTable.entries`.
  var place: Int
  var entry: CueEntry
  /// The words of the list entry: "pointed out".
  var words: Range<Int>
  /// The whole cue: auxiliaries, negation, adverbs, and the words.
  var span: Range<Int>
  /// First token of the finite verb that governs the cue: where the subject ends.
  var start: Int
  /// Flags of the governing verb group.
  var flags: ChunkFlags
  /// Flags of the cue's own group (an infinitive under "wants to say").
  var ownFlags: ChunkFlags

  /// The token behind the cue.
  var end: Int { span.upperBound }
  var isFinite: Bool { flags.contains(.finite) }
  var isPassive: Bool { ownFlags.contains(.passive) }
}

/// Finds the cues of a sentence.
struct CueFinder {
  /// Appends the cues of the scan's sentence to `found`, by position. The longest match at a place wins.
  static func find(in scan: borrowing ClaimScan, into found: inout [CueCandidate]) {
    var token = scan.bounds.lowerBound
    while token < scan.bounds.upperBound, found.count < ClaimReader.mostCues {
      let next = token + 1
      guard scan.firstMatch[token] != scan.firstMatch[next] else {
        token = next
        continue
      }
      if let end = anonymityEnd(token, scan) {
        token = max(next, end)
        continue
      }
      if let candidate = candidate(at: token, scan) {
        found.append(candidate)
        token = max(next, candidate.words.upperBound)
      } else {
        token = next
      }
    }
  }

  /// "asked not to be named": the words that say why a source has no name report nothing.
  private static func anonymityEnd(_ token: Int, _ scan: borrowing ClaimScan) -> Int? {
    for index in Int(scan.firstMatch[token]) ..<~ Int(scan.firstMatch[token + 1]) {
      let match = scan.matches[index]
      if match.type == .source, match.count > 1, scan.cues.anonymity.contains(match.entry.raw) {
        // "asked not to be named discussing private talks"
        return scan.tag[match.end] == .vbg ? match.end + 1 : match.end
      }
    }
    return nil
  }

  private static func candidate(at token: Int, _ scan: borrowing ClaimScan) -> CueCandidate? {
    for index in Int(scan.firstMatch[token]) ..<~ Int(scan.firstMatch[token + 1]) {
      let match = scan.matches[index]
      guard match.type == .cue, match.end <= scan.bounds.upperBound, let place = scan.cues.place(of: match.entry) else {
        continue
      }
      let entry = scan.cues.entries[place]
      let words = token ..<~ match.end
      switch entry.kind {
      case .verb: if let cue = verb(words, place, entry, scan) { return cue }
      case .noun: if scan.tag[match.end - 1].isNoun { return plain(words, place, entry) }
      case .adjective: if let cue = adjective(words, place, entry, scan) { return cue }
      case .adverb:
        let isInPhrase = scan.chunk(at: token)?.kind == .nounPhrase && scan.chunkAt[token] == scan.chunkAt[match.end]
        if !entry.isAttribute || isInPhrase { return plain(words, place, entry) }
      }
    }
    return nil
  }

  private static func plain(_ words: Range<Int>, _ place: Int, _ entry: CueEntry) -> CueCandidate {
    CueCandidate(
      place: place, entry: entry, words: words, span: words, start: words.lowerBound, flags: [], ownFlags: [])
  }

  /// A verb with its group, and with the verb that governs an infinitive: "went on to say", "refused to endorse".
  private static func verb(
    _ words: Range<Int>, _ place: Int, _ entry: CueEntry, _ scan: borrowing ClaimScan
  ) -> CueCandidate? {
    let head = words.lowerBound
    guard let own = group(at: head, scan) else { return nil }
    var cue = CueCandidate(
      place: place, entry: entry, words: words, span: Int(own.tokens.lowerBound) ..<~ words.upperBound,
      start: Int(own.tokens.lowerBound), flags: own.flags, ownFlags: own.flags)
    if isReallyPast(cue, scan) {
      cue.flags = [.finite, .past]
      cue.ownFlags = cue.flags
    }
    if cue.ownFlags.hasAny([.infinitive, .participle]) { join(&cue, scan) }
    takeAdverbs(&cue, scan)
    return cue
  }

  /// The verb group whose main verb stands at `head`. "says" is a verb whatever the tagger makes of it.
  private static func group(at head: Int, _ scan: borrowing ClaimScan) -> Chunk? {
    if let own = scan.verbGroup(at: head) { return Int(own.head) == head ? own : nil }
    guard scan.word[head] == .says || scan.word[head] == .tells else { return nil }
    let token = Int32(truncatingIfNeeded: head)
    return Chunk(kind: .verbGroup, tokens: token ..<~ token + 1, head: token, flags: .finite)
  }

  /// "..., said Roe" and "Roe said" where the tagger reads a participle: a verb of speech without an auxiliary, behind a
  /// quotation or a subject, is in the past tense.
  private static func isReallyPast(_ cue: CueCandidate, _ scan: borrowing ClaimScan) -> Bool {
    let head = cue.words.lowerBound
    guard cue.ownFlags.contains(.participle), scan.tag[head] == .vbn, scan.word[cue.end] != .by else { return false }
    if scan.word[head] == .said { return true }
    var before = cue.start - 1
    while before >= scan.bounds.lowerBound, scan.isAdverb(before) { before -= 1 }
    guard before >= scan.bounds.lowerBound else { return false }
    if scan.isRelative(before) || scan.tag[before] == .prp { return true }
    let isQuoting = cue.entry.isSpeech && cue.entry.takes.contains(.quote)
    if scan.isQuoteMark(before), isQuoting { return true }
    let hasObject = scan.nounPhrase(at: cue.end) != nil || opensThat(cue.end, scan)
    if scan.word[before] == .comma || scan.isDash(before) || scan.word[before] == .closeBracket {
      let isBehindRelative = scan.isRelativeBefore(cue.start)
      guard isQuoting || hasObject || isBehindRelative else { return false }
      return hasObject || scan.subject(before: cue.start, from: scan.bounds.lowerBound) != nil
    }
    if scan.isLoneName(before) { return true }
    guard let phrase = scan.nounPhrase(before: before + 1) else { return false }
    if scan.summary(before: Int(phrase.tokens.lowerBound)) != nil { return true }
    var left = Int(phrase.tokens.lowerBound) - 1
    // "A report by the Data Office found"
    for _ in 0..<2 where left > scan.bounds.lowerBound && scan.tag[left] == .in {
      guard let outer = scan.nounPhrase(before: left) else { break }
      left = Int(outer.tokens.lowerBound) - 1
    }
    let opensClause =
      left < scan.bounds.lowerBound || scan.isQuoteMark(left) || scan.word[left] == .comma
      || scan.tag[left] == .cc || scan.tag[left] == .ins
    if isQuoting, opensClause || scan.isTerminal(cue.end) || scan.word[cue.end] == .that { return true }
    return opensClause && (hasObject || !scan.hasFiniteVerb(cue.end ..<~ scan.bounds.upperBound))
  }

  /// "found that", "found in June that".
  private static func opensThat(_ token: Int, _ scan: borrowing ClaimScan) -> Bool {
    if scan.word[token] == .that { return true }
    let next = scan.skipAdverbials(token)
    return next > token && scan.word[next] == .that && scan.tag[next] == .ins
  }

  /// Joins an infinitive to the verb group before it: "hopes to announce", "is expected to say".
  private static func join(_ cue: inout CueCandidate, _ scan: borrowing ClaimScan) {
    var before = cue.start - 1
    while before >= scan.bounds.lowerBound, scan.isAdverb(before) || scan.tag[before] == .rp { before -= 1 }
    guard cue.ownFlags.contains(.infinitive), let governor = scan.verbGroup(at: before),
      Int(governor.tokens.upperBound) == before + 1, governor.flags.contains(.finite)
    else { return }
    cue.span = (Int(governor.tokens.lowerBound) ..<~ cue.span.upperBound)
    cue.start = Int(governor.tokens.lowerBound)
    cue.flags = governor.flags
  }

  /// "also said", "repeatedly reminded": an adverb between subject and verb is part of the cue.
  private static func takeAdverbs(_ cue: inout CueCandidate, _ scan: borrowing ClaimScan) {
    var first = cue.start
    var hedge = -1
    while first - 1 > scan.bounds.lowerBound, scan.isAdverb(first - 1) {
      first -= 1
      if hedge < 0, scan.isHedge(first) { hedge = first }
    }
    let before = first - 1
    guard first < cue.start,
      scan.isNoun(before) || scan.word[before] == .comma || scan.isRelative(before)
        || scan.tag[before] == .cc || scan.shape[before].hasAny([.anyQuote, .bracket]) || scan.isDash(before)
    else { return }
    // "allegedly told": the adverb is the writer's own cue.
    cue.span = ((hedge < 0 ? first : hedge + 1) ..<~ cue.span.upperBound)
    cue.start = first
  }

  /// An adjective behind a form of "be" or "feel", or behind a noun ("progressives fearful that").
  private static func adjective(
    _ words: Range<Int>, _ place: Int, _ entry: CueEntry, _ scan: borrowing ClaimScan
  ) -> CueCandidate? {
    var before = words.lowerBound - 1
    while before >= scan.bounds.lowerBound, scan.isAdverb(before) { before -= 1 }
    guard before >= scan.bounds.lowerBound else { return nil }
    var cue = plain(words, place, entry)
    if let group = scan.verbGroup(at: before) {
      cue.span = (Int(group.tokens.lowerBound) ..<~ words.upperBound)
      cue.start = Int(group.tokens.lowerBound)
      cue.flags = group.flags
      cue.ownFlags = group.flags
      takeAdverbs(&cue, scan)
    }
    return cue
  }
}
