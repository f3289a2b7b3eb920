public import SaysoPipeline
public import SaysoRead
public import SaysoRecord

/// The real thing behind `annotate`: reads an article's metadata, runs the pipeline, writes the annotation line.
public struct PipelineAnnotator: Annotating {
  /// What the command line knows better than the inputs, or instead of them.
  public struct Options: Sendable {
    /// Reference date for articles that bring none.
    public var date: ReferenceDate?
    /// Language (BCP 47) of all articles, whatever they say.
    public var language: String?
    /// Lines that sites repeat.
    public var furniture = FurnitureProfile()

    public init() {}
  }

  private let worker: PipelineWorker
  private let options: Options

  /// - Parameter pipeline: one for each annotator, with an ICU of its own.
  public init(pipeline: consuming Pipeline, writer: AnnotationWriter, options: Options = Options()) {
    worker = PipelineWorker(pipeline: pipeline, writer: writer)
    self.options = options
  }

  /// The whole of `annotate`.
  /// - Throws: `ICUError` where ICU is not installed whole.
  public init(_ tables: SharedTables, writing: AnnotationWriter.Options, options: Options) throws {
    self.init(
      pipeline: try Pipeline(tables: tables), writer: AnnotationWriter(lexicon: tables.lexicon, options: writing),
      options: options)
  }

  public mutating func annotate(_ article: InputArticle, to json: inout JSONByteWriter, counts: inout BatchCounts) {
    worker.pipeline.run(article.source, metadata: metadata(of: article), hints: article.hints)
    worker.writer.write(worker.pipeline.article, input: Self.fields(article.input), to: &json)
    worker.count(into: &counts)
  }

  public func appendBodyWords(to words: inout [UInt64]) {
    worker.appendBodyWords(to: &words)
  }

  /// The article's metadata as the pipeline takes it, for callers that run a pipeline of their own (`explain`).
  public static func metadata(of article: InputArticle, options: Options) -> ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.id = article.id
    metadata.title = article.title
    metadata.byline = article.byline
    metadata.publisher = article.publisher
    metadata.url = article.url
    if let language = options.language ?? article.language {
      metadata.language = language
      metadata.languageFrom = options.language == nil ? .input : .option
    }
    if let date = article.published ?? options.date {
      metadata.published = date.day > 0 ? CalendarDate(year: date.year, month: date.month, day: date.day) : nil
      metadata.publishedFrom = article.published == nil ? .input : article.publishedFrom ?? .input
      metadata.publishedEDTF = date.description
    }
    metadata.fetched = article.fetched.flatMap { date in
      date.day > 0 ? CalendarDate(year: date.year, month: date.month, day: date.day) : nil
    }
    if !options.furniture.isEmpty { metadata.siteLines = options.furniture.hashes(ofSite: article.site) }
    metadata.warnings = article.warnings.map { ArticleWarning(code: $0.code, message: $0.message) }
    return metadata
  }

  private func metadata(of article: InputArticle) -> ArticleMetadata {
    Self.metadata(of: article, options: options)
  }

  /// The article's `input` object as the annotation writer takes it.
  public static func fields(_ input: InputDescription) -> AnnotationWriter.InputFields {
    var fields = AnnotationWriter.InputFields()
    fields.path = input.path
    fields.sha256 = input.sha256 ?? ""
    fields.bytes = input.byteCount ?? 0
    fields.format = input.format.rawValue
    fields.encoding = input.encoding ?? ""
    return fields
  }
}

/// Holds the pipeline, which can't be copied, for an annotator, which has to be.
private final class PipelineWorker {
  var pipeline: Pipeline
  let writer: AnnotationWriter

  init(pipeline: consuming Pipeline, writer: AnnotationWriter) {
    self.pipeline = pipeline
    self.writer = writer
  }

  func appendBodyWords(to words: inout [UInt64]) {
    pipeline.article.appendBodyWords(to: &words)
  }

  func count(into counts: inout BatchCounts) {
    let metadata = pipeline.article.metadata
    if !metadata.isEnglish { counts.otherLanguages[metadata.language, default: 0] += 1 }
    for mention in pipeline.article.mentions where !mention.isNominal { counts.count(mention.type) }
    counts.dates += pipeline.article.dates.count
    for claim in pipeline.article.claims { counts.count(claim.voice) }
  }
}
