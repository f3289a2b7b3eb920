import SaysoLexicon
import SaysoRecord
import SaysoText

/// Finds claims: who says, thinks or shows what, and what the article says for itself.
struct ClaimStage: Stage {
  let name = "claim"
  let requires: Set<LayerKind> = [.sentences, .chunks, .entities, .dates]
  let provides: Set<LayerKind> = [.claims]

  private let context: StageContext
  private let cues: CueTable
  private let memory = Memory()

  /// Buffers that are kept between articles.
  private final class Memory {
    var chunkAt = Column<Int32>(neutral: 0)
    var quoteAt = Column<Int32>(neutral: 0)
    var isDate = Column<Bool>(neutral: false)
    var quotations = Quotations()
    var reader = ClaimReader()
    deinit {
      chunkAt.free()
      quoteAt.free()
      isDate.free()
    }
  }

  init(_ context: StageContext) {
    self.context = context
    cues = CueTable(context.lexicon)
  }

  mutating func run(_ article: inout Article) {
    let count = article.tokens.count
    memory.chunkAt.refill(to: count)
    memory.quoteAt.refill(to: count)
    memory.isDate.refill(to: count)
    for (number, chunk) in article.chunks.enumerated() {
      for token in chunk.tokens { memory.chunkAt[Int(token)] = Int32(truncatingIfNeeded: number + 1) }
    }
    for date in article.dates {
      for token in date.tokens { memory.isDate[token] = true }
    }
    memory.quotations.read(article, into: memory.quoteAt)
    var scan = ClaimScan(article, cues, memory.chunkAt, memory.quoteAt, memory.isDate, memory.quotations.stretches)
    memory.reader.read(&scan, article.sentences)
    ClaimWriter.write(memory.reader.drafts, scan, to: &article, context)
  }
}
