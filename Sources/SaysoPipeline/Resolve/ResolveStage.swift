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

  init(_ context: StageContext) {
    self.context = context
    table = EntityTable(context)
    nominals = NominalResolver(context)
  }

  mutating func run(_ article: inout Article) {
    table.removeAll()
    for index in article.mentions.indices { table.add(mention: index, in: &article) }
    nominals.run(&article, &table)
    sortMentions(&article)
    table.finish(&article)
  }

  /// Puts the nominals that were appended in their places, by start and the longer first.
  private func sortMentions(_ article: inout Article) {
    article.mentions.sort { $0.span != $1.span ? $0.span < $1.span : $0.entity < $1.entity }
    for index in article.entities.indices { article.entities[index].mentions.removeAll() }
    for (index, mention) in article.mentions.enumerated() where mention.entity >= 0 {
      article.entities[mention.entity].mentions.append(index)
    }
  }
}
