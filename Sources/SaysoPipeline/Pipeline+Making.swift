internal import SaysoICU

extension Pipeline {
  /// The whole of `annotate`, with an ICU of its own.
  /// - Throws: `ICUError` where ICU is not installed whole, `PipelineError`.
  public init(tables: SharedTables, keepsReadings: Bool = false) throws {
    try self.init(tables: tables, support: try ICUScriptSupport(), keepsReadings: keepsReadings)
  }

  /// The first stages alone: tokens, lines, language and zones.
  public static func cleaning(_ tables: SharedTables) throws -> Pipeline {
    let context = StageContext(tables)
    let support = try ICUScriptSupport()
    return try Pipeline(stages: [
      TokenStage(context, support: support), LanguageStage(context, support: support), ZoneStage(context),
    ])
  }
}
