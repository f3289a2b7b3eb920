import SaysoLexicon
import SaysoRecord
import SaysoText

/// Finds claims: who says, thinks or shows what, and what the article says for itself.
struct ClaimStage: Stage {
  let name = "claim"
  let requires: Set<LayerKind> = [.sentences, .chunks, .entities, .dates]
  let provides: Set<LayerKind> = [.claims]
  let audience = StageAudience.english

  private let cues: CueTable
  private let writer: ClaimWriter
  private let memory = Memory()

  /// Buffers that are kept between articles.
  private final class Memory {
    var chunkAt = Column<Int32>(neutral: 0)
    var quoteAt = Column<Int32>(neutral: 0)
    var mentionAt = Column<Int32>(neutral: 0)
    var dateAt = Column<Int32>(neutral: 0)
    var isDate = Column<Bool>(neutral: false)
    var isNamed = Column<Bool>(neutral: false)
    var isTaken = Column<Bool>(neutral: false)
    var quotations = Quotations()
    var reader = ClaimReader()

    func refill(to count: Int) {
      chunkAt.refill(to: count)
      quoteAt.refill(to: count)
      mentionAt.refill(to: count)
      dateAt.refill(to: count)
      isDate.refill(to: count)
      isNamed.refill(to: count)
      isTaken.refill(to: count)
    }

    deinit {
      chunkAt.free()
      quoteAt.free()
      mentionAt.free()
      dateAt.free()
      isDate.free()
      isNamed.free()
      isTaken.free()
    }
  }

  init(_ context: StageContext) {
    cues = CueTable(context.lexicon)
    writer = ClaimWriter(context)
  }

  mutating func run(_ article: inout Article) {
    memory.refill(to: article.tokens.count)
    index(article)
    memory.quotations.read(article, into: memory.quoteAt)
    var scan = ClaimScan(
      article, cues, memory.chunkAt, memory.quoteAt, memory.isDate, memory.isNamed, memory.quotations.stretches)
    memory.reader.read(&scan, article.sentences)
    var drafts = memory.reader.drafts
    AuthorClaims.add(to: &drafts, article.sentences, scan, memory.isTaken)
    writer.write(
      drafts, scan, to: &article, dateAt: memory.dateAt, mentions: MentionIndex(at: memory.mentionAt))
  }

  /// Notes which chunk, date and mention is over each token.
  private func index(_ article: borrowing Article) {
    for (number, chunk) in article.chunks.enumerated() {
      for token in chunk.tokens { memory.chunkAt[Int(token)] = Int32(truncatingIfNeeded: number + 1) }
    }
    for (number, date) in article.dates.enumerated() {
      for token in date.tokens {
        memory.isDate[token] = true
        memory.dateAt[token] = Int32(truncatingIfNeeded: number + 1)
      }
    }
    // The longer mention comes first and stays.
    for (number, mention) in article.mentions.enumerated() where mention.type != .date {
      let isNamed = !mention.isNominal && (mention.type == .person || mention.type == .organization)
      for token in mention.tokens where memory.mentionAt[token] == 0 {
        memory.isNamed[token] = isNamed
        memory.mentionAt[token] = Int32(truncatingIfNeeded: number + 1)
      }
    }
  }
}
