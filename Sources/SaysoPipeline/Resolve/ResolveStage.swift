import SaysoLexicon
import SaysoRecord
import SaysoText

/// Joins mentions of one thing into one entity, and adds the pronouns and common nouns that stand for it.
///
/// "Bashar al-Assad" and "Assad" are one entity, "Kosovo Force" and "KFOR" another; "he" behind them is the person,
/// "the president" the person whom the article has called President.
struct ResolveStage: Stage {
  let name = "resolve"
  let requires: Set<LayerKind> = [.mentions, .sentences]
  let provides: Set<LayerKind> = [.entities]

  private let context: StageContext
  private var table: EntityTable
  private let nominals: NominalResolver
  /// Kept between articles.
  private var merged: [Mention] = []

  init(_ context: StageContext) {
    self.context = context
    table = EntityTable(context)
    nominals = NominalResolver(context)
  }

  mutating func run(_ article: inout Article) {
    table.removeAll()
    for index in article.mentions.indices { table.add(mention: index, in: &article) }
    let named = article.mentions.count
    if article.metadata.isEnglish { nominals.run(&article, table) }
    mergeMentions(named, &article)
    table.finish(&article)
  }

  /// Puts the nominals behind the first `named` mentions in their places, by start, the shorter first, and lists each
  /// entity's mentions. Both parts are in order already. O(mentions).
  private mutating func mergeMentions(_ named: Int, _ article: inout Article) {
    merged.removeAll(keepingCapacity: true)
    merged.reserveCapacity(article.mentions.count)
    var nominal = named
    for index in 0..<named {
      while nominal < article.mentions.count, article.mentions[nominal].span < article.mentions[index].span {
        merged.append(article.mentions[nominal])
        nominal += 1
      }
      merged.append(article.mentions[index])
    }
    merged.append(contentsOf: article.mentions[nominal...])
    swap(&merged, &article.mentions)
    listMentions(&article)
  }

  private func listMentions(_ article: inout Article) {
    var counts = [Int](repeating: 0, count: article.entities.count)
    for mention in article.mentions where mention.entity >= 0 { counts[mention.entity] += 1 }
    for index in article.entities.indices {
      article.entities[index].mentions.removeAll()
      article.entities[index].mentions.reserveCapacity(counts[index])
    }
    for index in article.mentions.indices where article.mentions[index].entity >= 0 {
      article.entities[article.mentions[index].entity].mentions.append(index)
    }
  }
}
