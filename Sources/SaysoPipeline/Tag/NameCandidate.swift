import SaysoLexicon
import SaysoRecord

/// One reading of a stretch of tokens as a name.
struct NameCandidate {
  var tokens: Range<Int>
  var type: MentionType
  /// What speaks for and against this reading; the best reading at a place wins.
  var signals: NameSignals
  var evidence: Evidence
  var gender: Gender = .unknown
  /// A place that stands for its government.
  var isMetonym = false

  /// Rank of the best reading here that said otherwise.
  var rival = 0

  var score: Int { signals.score }
}

/// What is seen of a token and its sentence at a glance: a rule is asked only where all of its `needs` are there.
struct NameCues: OptionSet {
  let rawValue: UInt8
  /// The token begins with a capital.
  static let upper = NameCues(rawValue: 1)
  /// It opens a paragraph.
  static let paragraphStart = NameCues(rawValue: 2)
  /// It is a listed given or family name.
  static let partOfName = NameCues(rawValue: 4)
  /// A title ends before it.
  static let behindTitle = NameCues(rawValue: 8)
  /// An entry of some list starts with it.
  static let listed = NameCues(rawValue: 16)
  /// The sentence has a word that makes names of organizations or places, or a company suffix.
  static let orgHead = NameCues(rawValue: 32)
  static let orgSuffix = NameCues(rawValue: 64)
  static let placeHead = NameCues(rawValue: 128)
}

/// A rule that reads names. It looks at one place in an article and offers at most one reading there.
protocol NameRule: Sendable {
  /// Name of the rule in `mention.rule`.
  static var id: StaticString { get }

  /// What must be there for the rule to have a reading at all.
  static var needs: NameCues { get }

  /// Texts in which the marked part is found by this rule: `"in ⟦place Oman⟧"`. A test runs them.
  static var examples: [String] { get }

  /// Texts in which the rule finds nothing.
  static var counterexamples: [String] { get }

  /// The reading that starts at `token`, if the rule has one. Looks only a bounded number of tokens around.
  static func read(at token: Int, in scan: borrowing NameScan) -> NameCandidate?
}
