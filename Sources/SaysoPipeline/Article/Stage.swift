public import SaysoLexicon

/// A kind of annotation that one stage provides and a later one may require.
public enum LayerKind: String, CaseIterable, Sendable {
  case tokens, lines, zones, matches, sentences, wordClasses, chunks, dates, mentions, entities, claims
}

/// One step of the pipeline. A stage reads the layers it `requires` and fills those it `provides`; it does no I/O and
/// looks at no clock and no environment. A stage may keep buffers between articles, hence `mutating`.
public protocol Stage {
  /// Name in messages and in `explain`: "segment".
  var name: String { get }
  var requires: Set<LayerKind> { get }
  var provides: Set<LayerKind> { get }
  /// The articles that it works on; all of them where a stage does not say.
  var audience: StageAudience { get }

  mutating func run(_ article: inout Article)
}

extension Stage {
  public var audience: StageAudience { .every }
}

/// The articles that a stage works on, by language. The layers of a stage that does not run stay empty.
public enum StageAudience: Sendable {
  case every, english, others

  func has(_ metadata: ArticleMetadata) -> Bool {
    switch self {
    case .every: true
    case .english: metadata.isEnglish
    case .others: !metadata.isEnglish
    }
  }
}

/// What every stage is made with: the lexicon, its tables, and what was made of them once for all workers.
public struct StageContext: Sendable {
  public let shared: SharedTables
  /// Whether stages keep the readings that lost, for `explain`.
  public let keepsReadings: Bool
  public var lexicon: Lexicon { shared.lexicon }
  public var tables: LexiconTables { lexicon.tables }

  public init(_ shared: SharedTables, keepsReadings: Bool = false) {
    self.shared = shared
    self.keepsReadings = keepsReadings
    shared.begin()
  }
}

/// A pipeline that was put together wrongly.
public enum PipelineError: Error, Equatable, CustomStringConvertible {
  /// A stage asks for a layer that no stage before it provides.
  case missing(layer: LayerKind, stage: String)

  public var description: String {
    switch self {
    case .missing(let layer, let stage):
      "the stage `\(stage)` needs \(layer.rawValue), which no stage before it provides"
    }
  }
}
