import SaysoICU
import SaysoLexicon
import SaysoPipeline
import SaysoRead
import SaysoRecord

/// One worker's pipeline with its writer: an article in, one line out. Not for sharing between threads.
struct Annotator: ~Copyable {
  private var pipeline: Pipeline
  private let writer: AnnotationWriter
  private let defaultDate: CalendarDate?
  private let language: String

  init(lexicon: Lexicon, input: InputOptions, output: AnnotationWriter.Options = AnnotationWriter.Options()) throws {
    pipeline = try Pipeline(lexicon: lexicon, support: try ICUScriptSupport())
    writer = AnnotationWriter(lexicon: lexicon, options: output)
    defaultDate = input.date.flatMap { ReferenceDate($0) }.flatMap { Annotator.day($0) }
    language = input.lang
  }

  /// Appends the annotation line of `article` to `json`.
  mutating func annotate(_ article: InputArticle, to json: inout JSONByteWriter) {
    pipeline.run(article.source, metadata: metadata(article))
    var fields = AnnotationWriter.InputFields()
    fields.path = article.input.path
    fields.sha256 = article.input.sha256 ?? ""
    fields.bytes = article.input.byteCount ?? 0
    fields.format = article.input.format.rawValue
    fields.encoding = article.input.encoding ?? "UTF-8"
    writer.write(pipeline.article, input: fields, to: &json)
  }

  mutating func explain(_ article: InputArticle, with explanation: Explanation, at offset: Int?) -> String {
    pipeline.run(article.source, metadata: metadata(article))
    return offset.map { explanation.position($0, in: pipeline.article) } ?? explanation.overview(pipeline.article)
  }

  private func metadata(_ article: InputArticle) -> ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.id = article.id
    metadata.title = article.title
    metadata.byline = article.byline
    metadata.publisher = article.publisher
    metadata.url = article.url
    metadata.language = article.language ?? language
    metadata.warnings = article.warnings.map { ArticleWarning(code: $0.code, message: $0.message) }
    if let published = article.published {
      metadata.published = Annotator.day(published)
      metadata.publishedEDTF = published.description
      metadata.publishedFrom = .input
    } else if let defaultDate {
      metadata.published = defaultDate
      metadata.publishedEDTF = defaultDate.edtf
      metadata.publishedFrom = .input
    }
    return metadata
  }

  private static func day(_ date: ReferenceDate) -> CalendarDate? {
    date.day > 0 ? CalendarDate(year: date.year, month: date.month, day: date.day) : nil
  }
}
