/// Scores of attributed claims.
public struct ClaimScores: Sendable {
  /// Claims whose contents share at least half their words (Dice), one to one.
  public internal(set) var attribution = Tally()
  /// Of those, with the right source, and with the right source and cue.
  public internal(set) var withSource = Tally()
  public internal(set) var withSourceAndCue = Tally()
  /// All words of source, cue and content the same; of the content alone.
  public internal(set) var strict = Tally()
  public internal(set) var strictContent = Tally()
  /// Words of each role that any claim covers, and contiguous pieces that are exactly right.
  public internal(set) var words = TypeTallies(ClaimScores.roles)
  public internal(set) var pieces = TypeTallies(ClaimScores.roles)
  /// Attribution, and with source and cue, by how much of the content stands in quotation marks.
  public internal(set) var byQuotation = TypeTallies(ClaimScores.quotations)
  public internal(set) var byQuotationWithSourceAndCue = TypeTallies(ClaimScores.quotations)
  public internal(set) var strictByQuotation = TypeTallies(ClaimScores.quotations)
  public internal(set) var strictContentByQuotation = TypeTallies(ClaimScores.quotations)
  /// Quotation class of gold against that of the prediction.
  public internal(set) var confusion = Confusion()
  public internal(set) var matched = Matched()
  /// Predicted claims that were not scored, and why.
  public internal(set) var ignored: [String: Int] = [:]

  /// Of the matches, how many are right in what.
  public struct Matched: Sendable {
    public internal(set) var all = 0
    public internal(set) var source = 0
    /// At least half the source's words in common.
    public internal(set) var sourceSpan = 0
    public internal(set) var cue = 0
    public internal(set) var sourceAndCue = 0
    public internal(set) var withGoldSource = 0
    public internal(set) var sourceWhereGoldHasOne = 0
  }

  public static let roles = ["source", "cue", "content"]
  public static let quotations = ["direct", "mixed", "indirect"]
}

/// Compares the attributed claims of one article with gold. What the article says itself is not scored, nor are claims
/// inside another one's content, nor claims in stretches that gold leaves out.
struct ClaimScorer {
  var scores = ClaimScores()
  var errors = ErrorBook()

  mutating func add(gold document: EvaluationDocument, predicted: [ClaimMarks]) {
    let text = ClaimWords(document.text ?? [])
    let left = Set(text.words(in: document.ignored))
    var ignored: [String: Int] = [:]
    let gold = ScoredClaim.scored(document.claims ?? [], text, leaving: left, counting: &ignored)
    let offered = ScoredClaim.scored(predicted, text, leaving: left, counting: &scores.ignored)
    countWords(gold, offered, left)
    countPieces(gold, offered, text)
    countStrict(gold, offered)
    countMatches(gold, offered, ClaimMatcher(text: text), document)
  }

  // MARK: Words and pieces

  private mutating func countWords(_ gold: [ScoredClaim], _ offered: [ScoredClaim], _ left: Set<Int>) {
    for role in ClaimMarks.Role.allCases {
      func words(_ claims: [ScoredClaim]) -> Set<Int> {
        Set(claims.flatMap { $0.units(role) }.filter { $0 >= 0 }).subtracting(left)
      }
      add(words(gold), words(offered), to: &scores.words, role)
    }
  }

  private mutating func countPieces(_ gold: [ScoredClaim], _ offered: [ScoredClaim], _ text: ClaimWords) {
    for role in ClaimMarks.Role.allCases {
      func pieces(_ claims: [ScoredClaim]) -> Set<[Int]> {
        Set(claims.flatMap { $0.marks.spans(role).map { text.units(in: [$0]) } })
      }
      add(pieces(gold), pieces(offered), to: &scores.pieces, role)
    }
  }

  private func add<Piece>(
    _ gold: Set<Piece>, _ offered: Set<Piece>, to tallies: inout TypeTallies, _ role: ClaimMarks.Role
  ) {
    let right = gold.intersection(offered).count
    tallies[ClaimScores.roles[role.rawValue]] += Tally(right: right, predicted: offered.count, gold: gold.count)
  }

  private mutating func countStrict(_ gold: [ScoredClaim], _ offered: [ScoredClaim]) {
    countSame(gold, offered, \.strict, \.strictByQuotation) { $0.source + [.min] + $0.cue + [.min] + $0.content }
    countSame(gold, offered, \.strictContent, \.strictContentByQuotation) { $0.content }
  }

  /// Claims with the same key on both sides, each used once.
  private mutating func countSame(
    _ gold: [ScoredClaim], _ offered: [ScoredClaim], _ path: WritableKeyPath<ClaimScores, Tally>,
    _ byQuotation: WritableKeyPath<ClaimScores, TypeTallies>, key: (ScoredClaim) -> [Int]
  ) {
    var waiting: [[Int]: Int] = [:]
    for claim in gold {
      waiting[key(claim), default: 0] += 1
      scores[keyPath: byQuotation][claim.quotation].gold += 1
    }
    scores[keyPath: path] += Tally(right: 0, predicted: offered.count, gold: gold.count)
    for claim in offered {
      scores[keyPath: byQuotation][claim.quotation].predicted += 1
      guard let count = waiting[key(claim)], count > 0 else { continue }
      waiting[key(claim)] = count - 1
      scores[keyPath: path].match()
      scores[keyPath: byQuotation][claim.quotation].match()
    }
  }

  // MARK: Matches

  private mutating func countMatches(
    _ gold: [ScoredClaim], _ offered: [ScoredClaim], _ matcher: ClaimMatcher, _ document: EvaluationDocument
  ) {
    let counts = Tally(right: 0, predicted: offered.count, gold: gold.count)
    for path: WritableKeyPath<ClaimScores, Tally> in [\.attribution, \.withSource, \.withSourceAndCue] {
      scores[keyPath: path] += counts
    }
    for path: WritableKeyPath<ClaimScores, TypeTallies> in [\.byQuotation, \.byQuotationWithSourceAndCue] {
      for claim in gold { scores[keyPath: path][claim.quotation].gold += 1 }
      for claim in offered { scores[keyPath: path][claim.quotation].predicted += 1 }
    }
    var (taken, used) = (Set<Int>(), Set<Int>())
    for (left, right) in matcher.match(gold, offered) {
      taken.insert(left)
      used.insert(right)
      count(gold[left], offered[right], matcher, document)
    }
    for index in gold.indices where !taken.contains(index) { note(.missed, gold[index], nil, document) }
    for index in offered.indices where !used.contains(index) { note(.spurious, nil, offered[index], document) }
  }

  private mutating func count(
    _ gold: ScoredClaim, _ offered: ScoredClaim, _ matcher: ClaimMatcher, _ document: EvaluationDocument
  ) {
    let source = matcher.hasRightSource(gold, offered)
    let cue = matcher.hasRightCue(gold, offered)
    scores.attribution.match()
    if source { scores.withSource.match() }
    if source, cue { scores.withSourceAndCue.match() }
    scores.byQuotation[gold.quotation].found += 1
    scores.byQuotation[offered.quotation].right += 1
    if source, cue {
      scores.byQuotationWithSourceAndCue[gold.quotation].found += 1
      scores.byQuotationWithSourceAndCue[offered.quotation].right += 1
    }
    scores.confusion.add(gold: gold.quotation, predicted: offered.quotation)
    scores.matched.all += 1
    scores.matched.source += source ? 1 : 0
    scores.matched.cue += cue ? 1 : 0
    scores.matched.sourceAndCue += source && cue ? 1 : 0
    scores.matched.sourceSpan += matcher.dice(gold.source, offered.source) >= 0.5 ? 1 : 0
    if !gold.source.isEmpty {
      scores.matched.withGoldSource += 1
      scores.matched.sourceWhereGoldHasOne += source ? 1 : 0
    }
    if !source { note(.wrongSource, gold, offered, document) }
    if !cue { note(.wrongCue, gold, offered, document) }
    if gold.content != offered.content { note(.wrongContent, gold, offered, document) }
  }

  // MARK: Errors

  private mutating func note(
    _ errorClass: ErrorBook.Class, _ gold: ScoredClaim?, _ offered: ScoredClaim?, _ document: EvaluationDocument
  ) {
    guard let shown = gold ?? offered else { return }
    if errorClass == .missed { scores.confusion.add(gold: gold?.quotation, predicted: nil) }
    if errorClass == .spurious { scores.confusion.add(gold: nil, predicted: offered?.quotation) }
    func text(_ claim: ScoredClaim?) -> String {
      guard let claim else { return "" }
      switch errorClass {
      case .wrongSource: return ClaimScorer.text(claim.marks.source, document)
      case .wrongCue: return ClaimScorer.text(claim.marks.cue, document)
      default: return ClaimScorer.text(claim.marks.content, document)
      }
    }
    let span = shown.marks.content.min { $0.lowerBound < $1.lowerBound } ?? 0..<0
    errors.add(
      .init(errorClass: errorClass, gold: gold?.quotation, predicted: offered?.quotation),
      .init(
        document: document.id, start: span.lowerBound, gold: text(gold), predicted: text(offered),
        excerpt: ErrorBook.excerpt(span.lowerBound, span.upperBound, document)))
  }

  private static func text(_ spans: [Range<Int>], _ document: EvaluationDocument) -> String {
    spans.map { document.excerpt($0.lowerBound, $0.upperBound) }.joined(separator: " … ")
  }
}
