import SaysoLexicon
import SaysoRecord
import SaysoText

/// Sentences, word classes and the chunks that they make up.
struct SegmentStage: Stage {
  let name = "segment"
  let requires: Set<LayerKind> = [.tokens, .lines, .zones]
  let provides: Set<LayerKind> = [.sentences, .wordClasses, .chunks]

  private let segmenter: SentenceSegmenter
  private let decoder: WordClassDecoder
  private let patch: VerbFormPatch
  private var bounds: [Range<Int>] = []

  init(_ context: StageContext) {
    segmenter = SentenceSegmenter(tables: context.tables)
    patch = VerbFormPatch(tables: context.tables)
    decoder = WordClassDecoder(context.shared.wordClasses)
  }

  mutating func run(_ article: inout Article) {
    // The word classes are those of English words.
    let isEnglish = article.metadata.isEnglish
    var paragraph: Int32 = -1
    for index in article.zones.indices {
      let zone = article.zones[index]
      bounds.removeAll(keepingCapacity: true)
      segmenter.bounds(of: zone.tokens, article, into: &bounds)
      let isRead = zone.kind.hasSentences
      for range in bounds {
        if article.tokens.shape[range.lowerBound].contains(.paragraphStart) { paragraph += 1 }
        if isRead { addSentence(range, zone.kind, max(0, paragraph), &article) }
        if isEnglish { readClasses(range, isHeadline: zone.kind == .title, article) }
      }
    }
    if isEnglish { ChunkFinder.run(&article) }
  }

  private func readClasses(_ range: Range<Int>, isHeadline: Bool, _ article: borrowing Article) {
    article.source.bytes.withUnsafeBufferPointer {
      decoder.decode(range, article.tokens, $0, isHeadline: isHeadline)
    }
    patch.apply(range, article.tokens)
    NamePatch.apply(range, article.tokens)
    ThatPatch.apply(range, article.tokens)
    SubordinatorPatch.apply(range, article.tokens)
  }

  private func addSentence(
    _ range: Range<Int>, _ zone: ZoneKind, _ paragraph: Int32, _ article: inout Article
  ) {
    let number = Int32(truncatingIfNeeded: article.sentences.count)
    article.sentences.append(
      Sentence(span: article.tokens.span(range), tokens: range, zone: zone, paragraph: paragraph))
    for token in range { article.tokens.sentence[token] = number }
  }
}

extension ZoneKind {
  /// Zones whose text is divided into sentences (CONTRACT.md).
  var hasSentences: Bool {
    switch self {
    case .title, .body, .caption, .teaser: true
    case .byline, .dateline, .furniture: false
    }
  }
}
