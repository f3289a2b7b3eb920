import SaysoLexicon
import SaysoText

/// A base noun phrase, from its determiner to its head: "the two former ministers", "Jane Roe 's sister", "they",
/// "a 14-year-old boy". Prepositional phrases and clauses behind the head are not part of it.
enum NounPhraseFinder {
  static func mayStart(_ tag: WordTag) -> Bool {
    switch tag {
    case .dt, .pdt, .wdd, .prps, .wps, .jj, .jjr, .jjs, .cd, .vbn, .vbg, .prp, .prn, .dtp, .ex, .wp, .sym, .rbs, .fw:
      true
    default: tag.isNoun
    }
  }

  /// How many tokens may stand before the head, so that a run of determiners is not walked again and again.
  private static let longestOpening = 24

  /// The phrase that starts at `token`, or nil where no noun or pronoun follows.
  static func phrase(at token: Int, limit: Int, _ tokens: borrowing TokenTable) -> Chunk? {
    let tag = tokens.tag[token]
    if tag.isPronoun { return pronoun(token, tag, tokens) }
    var flags = opening(token, tokens)
    var head = -1
    var next = token
    while next < limit, head >= 0 || next - token < longestOpening,
      let step = step(next, head: head, limit: limit, tokens)
    {
      for taken in next..<next + step where tokens.tag[taken].isHead { head = taken }
      if tokens.tag[next] == .pos { flags.insert(.possessive) }
      next += step
    }
    guard head >= 0 else { return nounless(token, limit: limit, flags, tokens) }
    flags.formUnion(naming(head, tokens))
    return Chunk(
      kind: .nounPhrase, tokens: Int32(token)..<Int32(truncatingIfNeeded: head + 1),
      head: Int32(truncatingIfNeeded: head), flags: flags)
  }

  /// A phrase without a noun: "the few", "a free daily", "many", "another".
  private static func nounless(
    _ token: Int, limit: Int, _ flags: ChunkFlags, _ tokens: borrowing TokenTable
  ) -> Chunk? {
    var head = token
    switch tokens.tag[token] {
    case .dt, .prps:
      while head + 1 < limit, isAdjective(tokens.tag[head + 1]) { head += 1 }
      if head == token, !standsAlone(tokens.word[token]) { return nil }
    case .jj, .jjr, .jjs: if !standsAlone(tokens.word[token]) { return nil }
    default: return nil
    }
    return Chunk(
      kind: .nounPhrase, tokens: Int32(token)..<Int32(truncatingIfNeeded: head + 1),
      head: Int32(truncatingIfNeeded: head), flags: flags)
  }

  private static func isAdjective(_ tag: WordTag) -> Bool { tag == .jj || tag == .jjr || tag == .jjs || tag == .vbn }

  private static func standsAlone(_ word: WordID) -> Bool {
    word == .some || word == .many || word == .few || word == .most || word == .all || word == .both || word == .each
      || word == .another || word == .any || word == .either || word == .neither || word == .more || word == .less
  }

  private static func pronoun(_ token: Int, _ tag: WordTag, _ tokens: borrowing TokenTable) -> Chunk {
    var flags: ChunkFlags = [.pronoun]
    let word = tokens.word[token]
    if word == .they || word == .them || word == .we || word == .us || word == .these || word == .those {
      flags.insert(.plural)
    }
    return Chunk(
      kind: .nounPhrase, tokens: Int32(token)..<Int32(token + 1), head: Int32(truncatingIfNeeded: token), flags: flags)
  }

  private static func opening(_ token: Int, _ tokens: borrowing TokenTable) -> ChunkFlags {
    switch tokens.word[token] {
    case .the, .this, .that, .these, .those: .definite
    default: tokens.tag[token] == .prps ? [.definite, .possessive] : []
    }
  }

  private static func naming(_ head: Int, _ tokens: borrowing TokenTable) -> ChunkFlags {
    switch tokens.tag[head] {
    case .nnp, .nnpj, .nnpv: .name
    case .nnps: [.name, .plural]
    case .nns: .plural
    default: []
    }
  }

  /// How many tokens the phrase takes at `token`; nil where it ends.
  private static func step(_ token: Int, head: Int, limit: Int, _ tokens: borrowing TokenTable) -> Int? {
    switch tokens.tag[token] {
    case .nn, .nns, .nnp, .nnps, .nnpj, .nnpv, .cd: return 1
    case .dt, .pdt, .wdd, .prps, .wps: return head < 0 ? 1 : nil
    case .jj, .jjr, .jjs, .vbn, .vbg, .rbs, .rb, .sym, .fw, .cc:
      return modifier(token, head: head, limit: limit, tokens)
    case .pos: return head >= 0 ? possessive(token, limit: limit, tokens) : nil
    case .punct: return joint(token, limit: limit, tokens)
    default: return nil
    }
  }

  /// An adjective, participle or adverb counts where more of the phrase follows: "newly elected president".
  private static func modifier(_ token: Int, head: Int, limit: Int, _ tokens: borrowing TokenTable) -> Int? {
    let tag = tokens.tag[token]
    guard token + 1 < limit else { return nil }
    let next = tokens.tag[token + 1]
    switch tag {
    case .rb, .rbs: return head < 0 && (next == .jj || next == .vbn || next == .cd) ? 1 : nil
    case .sym: return next == .cd || (head >= 0 && tokens.tag[token - 1] == .cd) ? 1 : nil
    case .cc: return head < 0 && next == .jj && tokens.tag[token - 1] == .jj ? 1 : nil
    case .vbg, .vbn: return head < 0 && leadsToHead(token + 1, limit: limit, tokens) ? 1 : nil
    default:
      if next == .punct, comma(token + 1, limit: limit, tokens) != nil { return head < 0 ? 1 : nil }
      return leadsToHead(token + 1, limit: limit, tokens) ? 1 : nil
    }
  }

  /// Whether a noun comes up behind modifiers and their hyphens, at most six tokens on.
  private static func leadsToHead(_ token: Int, limit: Int, _ tokens: borrowing TokenTable) -> Bool {
    var next = token
    while next < limit, next - token < 6 {
      let tag = tokens.tag[next]
      if tag.isHead { return true }
      let isModifier =
        tag == .jj || tag == .jjr || tag == .jjs || tag == .vbn || tag == .vbg || tag == .cd || tag == .fw
        || tokens.word[next] == .hyphen || (tag == .cc && tokens.tag[next + 1] == .jj)
      guard isModifier else { return false }
      next += 1
    }
    return false
  }

  /// "the minister 's sister": the phrase goes on; "the minister 's" before a verb ends with its mark.
  private static func possessive(_ token: Int, limit: Int, _ tokens: borrowing TokenTable) -> Int? {
    token + 1 < limit && (tokens.tag[token + 1].isHead || leadsToHead(token + 1, limit: limit, tokens)) ? 1 : nil
  }

  /// "the long, narrow road": a comma between adjectives. Not "was long, Republican leaders said": what is capitalised
  /// behind the comma starts a phrase of its own.
  private static func comma(_ token: Int, limit: Int, _ tokens: borrowing TokenTable) -> Int? {
    let isBetween =
      tokens.tag[token - 1] == .jj && tokens.tag[token + 1] == .jj
      && tokens.shape[token - 1].contains(.initialUpper) == tokens.shape[token + 1].contains(.initialUpper)
    return isBetween && leadsToHead(token + 2, limit: limit, tokens) ? 1 : nil
  }

  /// A hyphen between parts of a word ("Petit-Goâve", "14-year-old").
  private static func joint(_ token: Int, limit: Int, _ tokens: borrowing TokenTable) -> Int? {
    if tokens.word[token] == .comma { return comma(token, limit: limit, tokens) }
    guard tokens.word[token] == .hyphen, token + 1 < limit, !tokens.shape[token + 1].contains(.spaceBefore),
      !tokens.shape[token].contains(.spaceBefore)
    else { return nil }
    let next = tokens.tag[token + 1]
    if next.isHead || next == .cd { return 2 }
    return next != .punct && leadsToHead(token + 2, limit: limit, tokens) ? 2 : nil
  }
}

extension WordTag {
  /// A pronoun that is a noun phrase by itself.
  var isPronoun: Bool {
    switch self {
    case .prp, .prn, .dtp, .ex, .wp: true
    default: false
    }
  }

  /// May be the head of a noun phrase.
  var isHead: Bool { isNoun || self == .cd }
}
