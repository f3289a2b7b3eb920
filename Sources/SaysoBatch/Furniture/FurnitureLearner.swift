internal import Glibc
public import SaysoPipeline
internal import SaysoRead
internal import SaysoRecord

/// The first of two passes over the inputs: learns which lines the articles of each site repeat.
///
/// The same inputs give the same profile, whatever the number of threads. One use, on one thread; `profile` may be read
/// from any.
public final class FurnitureLearner: @unchecked Sendable {
  private let producer: InputProducer
  private let options: BatchOptions
  private let tables: SharedTables
  private let reading: PipelineAnnotator.Options
  private let saved: OutputFile?
  private let pass: OrderedPass<SiteArticleReader>
  private let lock = Lock()
  private var learnt: FurnitureProfile

  /// - Parameters:
  ///   - reading: what is known of the articles; its profile is what the learner begins with.
  ///   - path: where to save the profile; nil for nowhere.
  /// - Throws: `ReadError.missing` for an input that does not exist, `OutputError` where the file can't be made.
  public init(
    inputs: [String], options: BatchOptions, tables: SharedTables, reading: PipelineAnnotator.Options,
    savingTo path: String?, stop: StopSwitch
  ) throws {
    producer = try InputProducer(inputs, options: options.read)
    self.options = options
    self.tables = tables
    self.reading = reading
    learnt = reading.furniture
    saved = try path.map { path throws(OutputError) in
      try OutputFile(path, options: .init(force: options.force || options.resume))
    }
    let pass = OrderedPass<SiteArticleReader>(options)
    self.pass = pass
    stop.add { pass.stop() }
  }

  /// The lines of the profile that it began with, and after `run` those that were learnt.
  public var profile: FurnitureProfile { lock.whileLocked { learnt } }

  /// Reads all inputs, and saves the profile where that is asked for; false where it was stopped before the end.
  func run() throws -> Bool {
    var diagnostics = Diagnostics()
    var bar: ProgressBar?
    if options.showsProgress, !options.isQuiet, diagnostics.isTerminal {
      bar = ProgressBar(total: producer.totalBytes(), label: "learning  ")
    }
    defer { diagnostics.clearBar() }
    var (counts, progress, lines) = (BatchCounts(), 0, SiteLineCounts())
    let (read, tables, reading) = (options.read, tables, reading)
    let isWhole = try pass.run(producer) {
      try SiteArticleReader(read, tables: tables, options: reading)
    } take: { result in
      for article in result?.articles ?? [] { lines.add(article) }
      if let result { counts.add(result.counts) }
      progress += result?.progress ?? 0
      if let text = bar?.next(counts: counts, progress: progress) { diagnostics.bar(text) }
    }
    guard isWhole else { return false }
    let found = lines.profile
    if !options.isQuiet { diagnostics.line(Self.note(found, lines)) }
    lock.whileLocked { learnt.merge(found) }
    if let saved { try profile.write(to: saved) }
    return true
  }

  /// "learnt 21 lines that 2 sites repeat, from 14 articles (2 more say what one before says)".
  private static func note(_ profile: FurnitureProfile, _ lines: SiteLineCounts) -> String {
    let found = Figures.counted(profile.lineCount, "line", "lines")
    let sites = Figures.counted(profile.siteCount, "site repeats", "sites repeat")
    let articles = Figures.counted(lines.articles, "article", "articles")
    let copies = lines.copied > 0 ? " (\(Figures.grouped(lines.copied)) more say what one before says)" : ""
    return "learnt \(found) that \(sites), from \(articles)\(copies)"
  }
}
