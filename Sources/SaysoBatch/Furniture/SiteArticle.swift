internal import SaysoPipeline
internal import SaysoRead
internal import SaysoRecord
internal import SaysoText

/// What of an article tells which lines its site repeats.
struct SiteArticle: Sendable {
  /// As `InputArticle.site` names it.
  var site: String
  var source: SourceText
  /// A line: hash and place, and whether it was taken for the article's title.
  struct Line: Sendable {
    var hash: UInt64
    var span: TextSpan
    var isTitle = false
  }

  /// Its lines but for bylines and datelines, each once, in order.
  var lines: [Line]
  /// Of all lines in order.
  var whole: UInt64
  /// What its body is compared by; nil where it is too short for that.
  var print: TextPrint?
}

/// The articles of a work item.
struct SiteArticles: ItemOutcome {
  var articles: [SiteArticle] = []
  var counts = BatchCounts()
  var progress = 0
  var heldBytes: Int { articles.reduce(0) { $0 + $1.source.count + 16 * $1.lines.count } }
}

/// Cuts articles into lines and finds their bodies, with the first stages of the pipeline.
final class SiteArticleReader: ItemWork {
  private let decoder: InputDecoder
  private var pipeline: Pipeline
  private let options: PipelineAnnotator.Options
  /// Longer lines are nobody's furniture.
  private static let longest = 2000

  init(_ read: ReadOptions, tables: SharedTables, options: PipelineAnnotator.Options) throws {
    decoder = InputDecoder(options: read)
    pipeline = try Pipeline.cleaning(tables)
    self.options = options
  }

  /// Inputs that are no articles are left to the pass that annotates, which tells of them.
  func process(_ item: WorkItem) -> SiteArticles {
    var result = SiteArticles()
    result.progress = item.progress
    decoder.decode(item) { input in
      guard case .article(let article) = input else { return }
      result.articles.append(read(article))
      result.counts.articles += 1
      result.counts.textBytes += article.source.count
    }
    return result
  }

  private func read(_ article: InputArticle) -> SiteArticle {
    pipeline.run(
      article.source, metadata: PipelineAnnotator.metadata(of: article, options: options), hints: article.hints)
    var found = SiteArticle(site: article.site, source: article.source, lines: [], whole: 0)
    var isKnown: Set<UInt64> = []
    article.source.bytes.withUnsafeBufferPointer { bytes in
      for line in pipeline.article.lines {
        guard let hash = FoldedLine.hash(of: UnsafeBufferPointer(rebasing: bytes[line.span.range])) else { continue }
        found.whole = FoldedHash.mix(found.whole &* 0xD6E8_FEB8_6659_FD93 ^ hash)
        let mayRepeat = line.zone != .byline && line.zone != .dateline && line.span.count <= Self.longest
        guard mayRepeat, isKnown.insert(hash).inserted else { continue }
        found.lines.append(SiteArticle.Line(hash: hash, span: line.span, isTitle: line.zone == .title))
      }
    }
    var words: [UInt64] = []
    pipeline.article.appendBodyWords(to: &words)
    found.print = TextPrint(words: words, hash: DuplicateArticles.hash)
    return found
  }
}
