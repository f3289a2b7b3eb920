import SaysoLexicon
import SaysoRecord

/// One reading of a stretch of tokens as a name.
struct NameCandidate {
  var tokens: Range<Int>
  var type: MentionType
  /// How well the evidence speaks for this reading, in hundredths; the best reading at a place wins.
  var score: Int
  var evidence: Evidence
  var gender: Gender = .unknown
  var isMetonym = false

  /// Longer readings win over shorter ones of like strength: each further token is worth this much.
  static let tokenBonus = 12

  /// What readings at one place are compared by.
  var rank: Int { score + NameCandidate.tokenBonus * (tokens.count - 1) }
}

/// A rule that reads names. It looks at one place in an article and offers at most one reading there.
protocol NameRule: Sendable {
  /// Name of the rule in `mention.rule`.
  static var id: StaticString { get }

  /// Texts in which the marked part is found by this rule: `"in ⟦place Oman⟧"`. A test runs them.
  static var examples: [String] { get }

  /// Texts in which the rule finds nothing.
  static var counterexamples: [String] { get }

  /// The reading that starts at `token`, if the rule has one. Looks only a bounded number of tokens around.
  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate?
}
