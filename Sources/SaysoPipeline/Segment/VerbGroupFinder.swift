import SaysoLexicon
import SaysoText

/// A verb with its auxiliaries, negation and the adverbs between them: "has not yet been found", "to leave",
/// "did n't say", "will “compete”". The particle of "carried out" is not part of it.
enum VerbGroupFinder {
  static func mayStart(_ tag: WordTag) -> Bool { tag == .md || tag == .to || tag.isVerb }

  /// The group that starts at `token`, or nil where no verb follows ("to" as a preposition).
  static func group(at token: Int, limit: Int, _ tokens: borrowing TokenTable) -> Chunk? {
    var scan = VerbScan(first: token)
    var next = token
    while next < limit, scan.takes(next, tokens) { next += 1 }
    guard scan.head >= 0 else { return nil }
    return Chunk(
      kind: .verbGroup, tokens: Int32(token)..<Int32(truncatingIfNeeded: scan.last + 1),
      head: Int32(truncatingIfNeeded: scan.head), flags: scan.flags)
  }
}

/// The state of one walk over a verb group.
private struct VerbScan {
  let first: Int
  /// The last verb so far, -1 before the first.
  var head = -1
  var last: Int
  var flags: ChunkFlags = []
  /// What the last verb was as an auxiliary.
  private var auxiliary = AuxiliaryRule.Verb.other
  private var isOpen = true

  init(first: Int) {
    self.first = first
    last = first
  }

  /// Takes the token into the group, or says that the group is over.
  mutating func takes(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    let tag = tokens.tag[token]
    switch tag {
    case .rb, .rbr, .rbs, .neg:
      if tag == .neg { flags.insert(.negated) }
      if tokens.word[token] == .never { flags.insert(.negated) }
      if tag == .neg, token == last + 1 { last = token }
      return isOpen
    case .to: return takesTo(token)
    case .punct: return isOpen && token > first && tokens.shape[token].contains(.anyQuote)
    case .md: return takesModal(token, tokens)
    default: return tag.isVerb && takesVerb(token, tag, tokens)
    }
  }

  private mutating func takesTo(_ token: Int) -> Bool {
    guard token == first else { return false }
    flags.insert(.infinitive)
    return true
  }

  private mutating func takesModal(_ token: Int, _ tokens: borrowing TokenTable) -> Bool {
    guard token == first else { return false }
    flags.formUnion([.finite, .modal])
    let word = tokens.word[token]
    if word == .will || word == .cliticLl || word == .wo || word == .shall { flags.insert(.future) }
    return true
  }

  private mutating func takesVerb(_ token: Int, _ tag: WordTag, _ tokens: borrowing TokenTable) -> Bool {
    guard head < 0 || continues(with: tag) else { return false }
    note(tag)
    let kind = AuxiliaryRule.lemma(at: token, tokens.word, tokens.lemma)
    isOpen = kind != .other
    auxiliary = kind
    head = token
    last = token
    return true
  }

  /// Whether a verb form may follow the auxiliary before it: "has gone", "is going", "is gone", "did go".
  private func continues(with tag: WordTag) -> Bool {
    switch auxiliary {
    case .be: tag == .vbg || tag == .vbn
    case .have: tag == .vbn
    case .do: tag == .vb
    case .other: false
    }
  }

  private mutating func note(_ tag: WordTag) {
    flags.remove(.passive)
    if head >= 0 {
      if auxiliary == .be, tag == .vbn { flags.insert(.passive) }
      if auxiliary == .have { flags.insert(.perfect) }
      return
    }
    switch tag {
    case .vbd: flags.formUnion([.finite, .past])
    case .vbz, .vbp: flags.insert(.finite)
    case .vbg, .vbn: if !flags.hasAny([.modal, .infinitive]) { flags.insert(.participle) }
    default: if !flags.contains(.modal) { flags.insert(.infinitive) }
    }
  }
}

extension ChunkFlags {
  /// Whether any of `other`'s bits is set.
  func hasAny(_ other: ChunkFlags) -> Bool { rawValue & other.rawValue != 0 }
}

extension WordTag {
  /// A verb form of any kind, modals apart.
  var isVerb: Bool {
    switch self {
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz: true
    default: false
    }
  }

  /// A common or proper noun, names of adjective form included.
  var isNoun: Bool {
    switch self {
    case .nn, .nns, .nnp, .nnps, .nnpj, .nnpv: true
    default: false
    }
  }
}
