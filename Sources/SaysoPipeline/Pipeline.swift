public import SaysoText

/// The stages in their order, with the one article that they work on. One per worker: not safe to share.
public struct Pipeline: ~Copyable {
  private var stages: [any Stage]
  /// The article that was last run.
  public private(set) var article = Article()

  /// The whole of `annotate`.
  /// - Parameters:
  ///   - tables: one for all pipelines of a program.
  ///   - support: one per pipeline; ICU's handles are not for sharing between threads.
  ///   - keepsReadings: keep the readings of names that lost too, for `explain`.
  public init(tables: SharedTables, support: any ScriptSupport, keepsReadings: Bool = false) throws(PipelineError) {
    let context = StageContext(tables, keepsReadings: keepsReadings)
    try self.init(stages: Pipeline.standardStages(context, support))
  }

  /// A pipeline of given stages, checked: each layer that a stage requires must come from one before it.
  public init(stages: [any Stage]) throws(PipelineError) {
    var provided: Set<LayerKind> = []
    for stage in stages {
      for layer in LayerKind.allCases where stage.requires.contains(layer) && !provided.contains(layer) {
        throw .missing(layer: layer, stage: stage.name)
      }
      provided.formUnion(stage.provides)
    }
    self.stages = stages
  }

  /// The stages of `annotate`, in order. To add one: one file and one line here.
  static func standardStages(_ context: StageContext, _ support: any ScriptSupport) -> [any Stage] {
    [
      TokenStage(context, support: support),
      LanguageStage(context, support: support),
      ZoneStage(context),
      SegmentStage(context),
      DateStage(context, support: support),
      TagStage(context),
      CountryStage(context, support: support),
      ResolveStage(context),
      ClaimStage(context),
    ]
  }

  /// Runs every stage on a text. O(length of the text).
  /// - Parameter hints: what a page's markup says of the text's lines; none for plain text.
  public mutating func run(_ source: SourceText, metadata: ArticleMetadata, hints: [BlockHints] = []) {
    article.reset(source: source, metadata: metadata, hints: hints)
    for index in stages.indices where stages[index].audience.has(article.metadata) { stages[index].run(&article) }
  }
}
