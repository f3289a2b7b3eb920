import SaysoICU
import SaysoLexicon
import SaysoRecord
import SaysoText
import Synchronization

@testable import SaysoPipeline

/// All stages on a text, with the project's own lists, for tests. One pipeline serves all tests, one at a time.
final class PipelineReading: Sendable {
  private let pipeline: Mutex<Pipeline>

  private static let shared: PipelineReading? = {
    SegmentReading.lexicon.flatMap { try? PipelineReading($0) }
  }()

  private init(_ lexicon: Lexicon) throws {
    pipeline = Mutex(try Pipeline(tables: SharedTables(lexicon), support: ICUScriptSupport()))
  }

  /// What `read` makes of the annotated text; nil where the lists can't be opened, which fails the test that asked.
  static func with<Result: Sendable>(
    _ text: String, date: CalendarDate? = nil, _ read: @Sendable (borrowing Article) -> Result
  ) -> Result? {
    with(SourceText(text), date: date, read)
  }

  static func with<Result: Sendable>(
    _ source: SourceText, date: CalendarDate? = nil, hints: [BlockHints] = [], title: String? = nil,
    siteLines: [String] = [], language: (tag: String, from: LanguageFrom)? = nil,
    _ read: @Sendable (borrowing Article) -> Result
  ) -> Result? {
    shared?.pipeline.withLock { pipeline in
      var metadata = ArticleMetadata()
      metadata.published = date
      metadata.publishedFrom = date == nil ? nil : .input
      metadata.title = title
      if let language { (metadata.language, metadata.languageFrom) = language }
      metadata.siteLines = Set(siteLines.compactMap { FoldedLine.hash(of: $0) })
      pipeline.run(source, metadata: metadata, hints: hints)
      return read(pipeline.article)
    }
  }

  /// A mention as tests look at it.
  struct Mention: Sendable, Equatable {
    var text: String
    var type: String
    var rule: String
    var isNominal: Bool
    /// Name of its entity.
    var entity: String
    var key: String
  }

  static func mentions(_ text: String) -> [Mention]? {
    with(text) { article in
      article.mentions.map { mention in
        let entity = article.entities.indices.contains(mention.entity) ? article.entities[mention.entity] : nil
        return Mention(
          text: article.source.string(mention.span), type: mention.type.rawValue, rule: "\(mention.evidence.rule)",
          isNominal: mention.isNominal, entity: entity?.name ?? "", key: entity?.key ?? "")
      }
    }
  }
}
