import SaysoLexicon
import SaysoRecord
import SaysoText

/// A claim as token ranges, before its source, time and traits are described.
struct ClaimDraft {
  var rule: StaticString
  var source: Range<Int>?
  /// The piece of the cue that is its own, and further pieces where it is split.
  var cue: Range<Int>?
  /// Pieces of the content in text order; never empty.
  var content: [Range<Int>]
  /// Place of the cue in `CueTable.entries`, -1 for a cue that no list holds ("according to", a colon).
  var place: Int = -1
  var cueClass: CueClass = .report
  /// Sentence in which the attribution stands.
  var sentence: Int = 0
  /// Flags of the cue's verb group.
  var flags: ChunkFlags = []
  var isHedge = false
  /// The article's own assertion.
  var isAuthor = false
  /// The content is quoted speech that a following quotation may continue.
  var isSpeech = false

  init(_ rule: StaticString, cue: Range<Int>?, content: [Range<Int>], source: Range<Int>? = nil) {
    self.rule = rule
    self.cue = cue
    self.content = content
    self.source = source
  }

  /// From the first to behind the last token of its parts.
  var extent: Range<Int> {
    var low = content.first?.lowerBound ?? 0
    var high = content.last?.upperBound ?? 0
    for part in [source, cue] {
      guard let part else { continue }
      low = Swift.min(low, part.lowerBound)
      high = Swift.max(high, part.upperBound)
    }
    return low ..<~ Swift.max(low, high)
  }
}

/// What a rule may know of the claims read so far in the sentence.
struct ClaimContext {
  /// Drafts of this sentence, in the order in which they were read.
  var drafts: [ClaimDraft] = []
}

/// A family of rules with its examples, for `explain`, the documentation and the test that walks them.
protocol ClaimRuleFamily: Sendable {
  /// Name of the rule in the claim's `rule`, or the part that the names of the family begin with.
  static var id: StaticString { get }

  /// Sentences with the claim that the rule must read: `⟦source …⟧ ⟦cue …⟧ ⟦content …⟧`.
  static var examples: [String] { get }

  /// Sentences in which the rule must read nothing.
  static var counterexamples: [String] { get }
}

/// A rule that reads attributions. It looks at one cue and offers at most one claim.
protocol ClaimRule: ClaimRuleFamily {
  /// The claim that a cue makes, if the rule has one. Looks only at the sentence and the quotations around it.
  static func read(_ cue: CueCandidate, in scan: borrowing ClaimScan, _ context: ClaimContext) -> ClaimDraft?
}
