internal import SaysoRecord
internal import SaysoText

/// Decides which occurrences of a corpus are one person, place or organization.
///
/// First by key: one key is one entity, unless country, kind, gender, role or title conflict and no company is shared;
/// then the articles fall into several, and those after the first get `#2`, `#3` behind their key. Then by name with
/// context: a lone surname ("Okoye"), the short form of an organization ("Lakeline" of "Lakeline Ferries") and a name
/// that was taken for another type join the one entity that stands in the same company. Nothing is joined on a name alone.
/// Deterministic; nearly linear in the number of occurrences.
struct EntityJoiner {
  private let table: EntityTable
  private var entityOf: [Int32]
  private var entities: [JoinedEntities.Entity] = []
  private var profiles: [EntityProfile] = []
  /// A key in more articles than this tells nothing of whose company it is.
  private let hubLimit: Int32

  init(_ table: EntityTable) {
    self.table = table
    entityOf = Array(repeating: -1, count: table.occurrences.count)
    hubLimit = Int32(clamping: max(12, table.articleCount / 50))
  }

  mutating func run() -> JoinedEntities {
    joinByKey()
    joinByName()
    return JoinedEntities(table: table, entities: entities, entityOf: entityOf)
  }

  // MARK: By key

  private mutating func joinByKey() {
    var next = [Int32](repeating: 0, count: table.keys.count + 1)
    for occurrence in table.occurrences { next[Int(occurrence.key) + 1] += 1 }
    for key in 1..<max(1, next.count) { next[key] += next[key - 1] }
    let starts = next
    var byKey = [Int32](repeating: 0, count: table.occurrences.count)
    for (index, occurrence) in table.occurrences.enumerated() {
      byKey[Int(next[Int(occurrence.key)])] = Int32(clamping: index)
      next[Int(occurrence.key)] += 1
    }
    for key in 0..<table.keys.count {
      split(Int32(key), byKey[Int(starts[key])..<Int(starts[key + 1])].map(Int.init))
    }
  }

  /// Cuts the occurrences of one key into entities. Those of which more is known come first.
  private mutating func split(_ key: Int32, _ members: [Int]) {
    var groups: [EntityProfile] = []
    let (telling, silent) = (members.filter(isTelling), members.filter { !isTelling($0) })
    for index in telling + silent {
      let context = context(of: index)
      let best = groups.indices.map { ($0, groups[$0].fit(index, table, context)) }.max {
        $0.1 < $1.1 || $0.1 == $1.1 && $0.0 > $1.0
      }
      if let best, best.1 != .no || groups.count >= Self.mostOfOneName {
        groups[best.0].add(index, table, context)
      } else {
        var group = EntityProfile()
        group.add(index, table, context)
        groups.append(group)
      }
    }
    groups.sort { ($0.members.min() ?? 0) < ($1.members.min() ?? 0) }
    for (number, group) in groups.enumerated() {
      let entity = Int32(clamping: entities.count)
      for member in group.members { entityOf[Int(member)] = entity }
      entities.append(.init(key: key, number: number + 1))
      profiles.append(group)
    }
  }

  /// Most entities that one key may fall into.
  private static let mostOfOneName = 12

  private func isTelling(_ index: Int) -> Bool {
    let occurrence = table.occurrences[index]
    return occurrence.country >= 0 || occurrence.kinds >= 0 || occurrence.roles != 0 || occurrence.titleCount > 0
      || occurrence.isFemale || occurrence.isMale
  }

  /// The keys in whose company an occurrence stands: neither groups nor what is in very many articles.
  private func context(of index: Int) -> [Int32] {
    let own = table.occurrences[index].key
    return table.ofArticle(table.occurrences[index].article).lazy.prefix(200).map { table.occurrences[$0].key }.filter {
      $0 != own && table.types[Int($0)] != .group && table.articleCounts[Int($0)] <= hubLimit
    }
  }

  // MARK: By name

  private mutating func joinByName() {
    let names = NameForms(table, entities)
    // Organizations first, so that a name taken for a person's joins what they have become.
    let order = entities.indices.filter(isOrganization) + entities.indices.filter { !isOrganization($0) }
    var movedTo = Array(entities.indices)
    for entity in order {
      var longer: [Int] = []
      for other in names.others(entity).map({ movedTo[$0] }) where other != entity && !longer.contains(other) {
        longer.append(other)
      }
      guard !longer.isEmpty else { continue }
      for member in profiles[entity].members {
        guard let match = match(Int(member), context(of: Int(member)), among: longer) else { continue }
        entityOf[Int(member)] = Int32(clamping: match)
        movedTo[entity] = match
      }
    }
  }

  private func isOrganization(_ entity: Int) -> Bool { table.types[Int(entities[entity].key)] == .organization }

  /// The one entity that fits best; nil where none shares company with the occurrence, or two do as much.
  private func match(_ index: Int, _ context: [Int32], among candidates: [Int]) -> Int? {
    var best: (entity: Int, score: Int)?
    var isTied = false
    for candidate in candidates.prefix(64) {
      let isHere = context.contains(entities[candidate].key)
      guard case .yes(let score) = profiles[candidate].fit(index, table, context), isHere || score > 0 else { continue }
      let total = score + (isHere ? 100 : 0)
      if let found = best, total <= found.score {
        isTied = isTied || total == found.score
      } else {
        best = (candidate, total)
        isTied = false
      }
    }
    return isTied ? nil : best?.entity
  }
}
