internal import SaysoRecord
internal import SaysoText

/// The words of an article for formats that count in tokens.
///
/// They are the annotation's own tokens where it has them (`--tokens`), else those of the tokeniser; they are cut where
/// a mention, sentence or piece of a claim begins or ends, so that every span is a run of whole tokens. Between them
/// stands white space only.
struct ExportTokens {
  struct Token {
    /// Code points, without white space at the ends.
    var span: CodePointSpan
    var wordClass: WordClass?
  }

  private(set) var tokens: [Token] = []
  /// Every token has a word class.
  let hasClasses: Bool

  init(_ article: ExportArticle, _ text: ArticleText) {
    hasClasses = article.record.tokens != nil
    let words = Self.words(article.record, text)
    var cuts = Self.cuts(article)
    cuts.append(Int32(clamping: text.count))
    var cut = 0
    var at: Int32 = 0
    func add(to end: Int32, _ wordClass: WordClass?) {
      while at < end {
        while cut < cuts.count, cuts[cut] <= at { cut += 1 }
        let stop = cut < cuts.count ? min(cuts[cut], end) : end
        add(CodePointSpan(Int(at), Int(stop)), wordClass)
        at = stop
      }
    }
    func add(_ span: CodePointSpan, _ wordClass: WordClass?) {
      var start = span.start
      while start < span.end {
        while start < span.end, text.isSpace(start) { start += 1 }
        var end = start
        while end < span.end, !text.isSpace(end) { end += 1 }
        if start < end { tokens.append(Token(span: CodePointSpan(Int(start), Int(end)), wordClass: wordClass)) }
        start = end
      }
    }
    for word in words {
      add(to: word.span.start, .other)
      add(to: word.span.end, word.wordClass)
    }
    add(to: Int32(clamping: text.count), .other)
  }

  private static func words(_ record: AnnotationRecord, _ text: ArticleText) -> [Token] {
    if let tokens = record.tokens { return tokens.map { Token(span: $0.span, wordClass: $0.wordClass) } }
    var buffer = TokenBuffer()
    text.source.bytes.withUnsafeBufferPointer { Tokeniser(support: PlainScripts()).tokenise($0, into: &buffer) }
    let cursor = CodePointCursor(text.source)
    return (0..<buffer.count).map {
      Token(
        span: CodePointSpan(cursor.offset(buffer.rows[$0].start), cursor.offset(buffer.rows[$0].end)), wordClass: nil)
    }
  }

  /// Every place where a mark begins or ends, rising.
  private static func cuts(_ article: ExportArticle) -> [Int32] {
    let record = article.record
    var spans = record.mentions.map(\.span) + record.sentences.map(\.span)
    for claim in record.claims {
      spans += claim.content.spans + (claim.source?.passage.spans ?? []) + (claim.cue?.passage.spans ?? [])
    }
    return spans.compactMap(article.placed).flatMap { [$0.start, $0.end] }.sorted()
  }

  /// The tokens of a span that was placed: from the first that ends behind its start to the last that begins before its
  /// end. O(log n).
  func range(_ span: CodePointSpan) -> Range<Int> {
    let start = partition { $0.span.end > span.start }
    return start..<max(start, partition { $0.span.start >= span.end })
  }

  private func partition(_ isBehind: (Token) -> Bool) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The tokeniser asks Unicode for the folded forms of rare letters and for words of scripts without spaces; exports
/// need no folded forms, and take a run of such a script for one word.
private struct PlainScripts: ScriptSupport {
  func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] { Array(bytes) }

  func wordBoundaries(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] { [bytes.count] }
}
