import SaysoLexicon
import SaysoText

/// What claim rules see of an article: its tokens, chunks, dates and quotations, and the sentence being read.
struct ClaimScan: ~Copyable {
  let shape: Column<TokenShape>
  let word: Column<WordID>
  let lemma: Column<WordID>
  let features: Column<WordFeatures>
  let tag: Column<WordTag>
  let sentenceOf: Column<Int32>
  let firstMatch: Column<Int32>
  let matches: Column<LexiconMatch>
  let chunks: [Chunk]
  /// Number of the chunk over each token, from 1; 0 where there is none.
  let chunkAt: Column<Int32>
  /// Number of the quotation over each token, from 1; 0 outside.
  let quoteAt: Column<Int32>
  /// Whether a date covers the token.
  let isDate: Column<Bool>
  /// Whether the name of a person or an organization covers the token.
  let isNamed: Column<Bool>
  let quotes: [QuotedStretch]
  let cues: CueTable
  let count: Int

  /// The sentence being read, its number, and the cues in it that have a claim already.
  var bounds = 0 ..<~ 0
  var sentence = 0

  init(
    _ article: borrowing Article, _ cues: CueTable, _ chunkAt: Column<Int32>, _ quoteAt: Column<Int32>,
    _ isDate: Column<Bool>, _ isNamed: Column<Bool>, _ quotes: [QuotedStretch]
  ) {
    shape = article.tokens.shape
    word = article.tokens.word
    lemma = article.tokens.lemma
    features = article.tokens.features
    tag = article.tokens.tag
    sentenceOf = article.tokens.sentence
    firstMatch = article.tokens.firstMatch
    matches = article.matches
    chunks = article.chunks
    count = article.tokens.count
    self.chunkAt = chunkAt
    self.quoteAt = quoteAt
    self.isDate = isDate
    self.isNamed = isNamed
    self.quotes = quotes
    self.cues = cues
  }

  // MARK: Words

  @inline(__always)
  func isVerb(_ token: Int) -> Bool { tag[token].isVerb || tag[token] == .md }

  @inline(__always)
  func isNoun(_ token: Int) -> Bool { tag[token].isNoun || tag[token].isPronoun || tag[token] == .cd }

  @inline(__always)
  func isAdverb(_ token: Int) -> Bool {
    switch tag[token] {
    case .rb, .rbr, .rbs, .neg: true
    default: false
    }
  }

  @inline(__always)
  func isQuoteMark(_ token: Int) -> Bool {
    shape[token].contains(.anyQuote) && quoteAt[token] > 0 && !shape[token].contains(.clitic)
  }

  /// A dash with white space before it, or a long one: not the hyphen of a compound.
  func isDash(_ token: Int) -> Bool {
    guard shape[token].contains(.dash) else { return false }
    return word[token] != .hyphen || (shape[token].contains(.spaceBefore) && shape[token + 1].contains(.spaceBefore))
  }

  func isTerminal(_ token: Int) -> Bool { shape[token].contains(.terminal) && word[token] != .ellipsis }

  /// who, which, that and their kin, where they stand for the noun before.
  func isRelative(_ token: Int) -> Bool {
    switch word[token] {
    case .who, .which, .whom: true
    case .that: tag[token] == .wdt
    default: false
    }
  }

  /// "it", "there": a subject that stands for nobody.
  func isExpletive(_ source: Range<Int>) -> Bool {
    source.count == 1 && (word[source.lowerBound] == .it || word[source.lowerBound] == .there)
  }

  /// A capitalised first word that the tagger reads as a base form ("Trump called"): directly before a finite verb it can
  /// only be a name.
  func isLoneName(_ token: Int) -> Bool {
    guard tag[token] == .vb || tag[token] == .vbp, shape[token].contains(.initialUpper) else { return false }
    return token == bounds.lowerBound || isQuoteMark(token - 1) || word[token - 1] == .comma
  }

  /// A word that opens a subordinate question: whether, if, how, what, why ...
  func opensQuestion(_ token: Int) -> Bool {
    switch word[token] {
    case .whether, .if, .what, .how, .why, .who, .where, .when, .which: true
    default: false
    }
  }

  // MARK: Chunks

  @inline(__always)
  func chunk(at token: Int) -> Chunk? {
    let number = Int(chunkAt[token])
    return number > 0 ? chunks[number - 1] : nil
  }

  /// The noun phrase that starts at `token`.
  func nounPhrase(at token: Int) -> Chunk? {
    guard let chunk = chunk(at: token), chunk.kind == .nounPhrase, Int(chunk.tokens.lowerBound) == token else {
      return nil
    }
    return chunk
  }

  /// The noun phrase that ends just before `token`.
  func nounPhrase(before token: Int) -> Chunk? {
    guard var chunk = chunk(at: token - 1), chunk.kind == .nounPhrase else { return nil }
    if Int(chunk.tokens.upperBound) == token { return chunk }
    // "Mr. Roe says" where the tagger reads the verb as part of the name.
    guard word[token] == .says, chunk.tokens.contains(Int32(truncatingIfNeeded: token)) else { return nil }
    chunk.tokens = (chunk.tokens.lowerBound ..<~ Int32(truncatingIfNeeded: token))
    return chunk
  }

  func verbGroup(at token: Int) -> Chunk? {
    guard let chunk = chunk(at: token), chunk.kind == .verbGroup else { return nil }
    return chunk
  }

  /// `token`, or the first token behind the adverbs that start there.
  func behindAdverbs(_ token: Int, _ limit: Int) -> Int {
    var next = token
    while next < limit, isAdverb(next) { next += 1 }
    return next
  }

  /// The finite verb group that stands at `token` or behind adverbs there: "have said" for "later have said".
  func finiteVerb(behindAdverbsAt token: Int, _ limit: Int) -> Chunk? {
    let next = behindAdverbs(token, limit)
    guard next < limit, let group = verbGroup(at: next), group.flags.contains(.finite) else { return nil }
    return group
  }

  /// The quotation that opens at `token`.
  func quote(at token: Int) -> QuotedStretch? {
    let number = Int(quoteAt[token])
    guard number > 0, quotes[number - 1].tokens.lowerBound == token else { return nil }
    return quotes[number - 1]
  }

  /// The quotation that a token is in.
  func quote(over token: Int) -> QuotedStretch? {
    let number = Int(quoteAt[token])
    return number > 0 ? quotes[number - 1] : nil
  }

  /// Whether a verb group that may be a predicate stands in a range: finite, or a past form.
  func hasVerb(_ range: Range<Int>) -> Bool {
    hasFiniteVerb(range) || range.contains { tag[$0] == .vbn || tag[$0] == .vbd }
  }

  /// Whether a finite verb group starts in a range.
  func hasFiniteVerb(_ range: Range<Int>) -> Bool {
    var token = range.lowerBound
    while token < range.upperBound {
      if let chunk = chunk(at: token) {
        if chunk.kind == .verbGroup, chunk.flags.contains(.finite) { return true }
        token = max(token + 1, Int(chunk.tokens.upperBound))
      } else {
        token += 1
      }
    }
    return false
  }
}

extension Range<Int> {
  init(_ range: Range<Int32>) { self = (Int(range.lowerBound) ..<~ Int(range.upperBound)) }
}
