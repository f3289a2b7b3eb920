internal import SaysoRecord
internal import SaysoText

/// Finds the entities that somebody asks for by key, name or alias, case and accents folded.
///
/// An alias is whatever an article calls the entity: "US" finds the United States, "Okoye" finds Marten Okoye. Names are
/// noted while the corpus is read; which entities they are is known only after joining.
struct EntityFinder {
  private let queries: [String]
  private let folded: [String]
  private let hashes: [UInt64]
  /// By query: occurrences that an article calls so.
  private var found: [Set<Int32>]

  init(_ queries: [String]) {
    self.queries = queries
    folded = queries.map(FoldedWords.fold)
    hashes = folded.map { FoldedHash.hash($0) }
    found = Array(repeating: [], count: queries.count)
  }

  /// Notes which of the article's entities have a name that is asked for. `first` is its first occurrence.
  mutating func add(_ record: AnnotationRecord, first: Int) {
    guard !queries.isEmpty else { return }
    for (index, entity) in record.entities.enumerated() {
      note(entity.name, Int32(clamping: first + index))
      for (query, key) in queries.enumerated() where key == entity.key {
        found[query].insert(Int32(clamping: first + index))
      }
    }
    var byID: [EntityRef: Int] = [:]
    for (index, entity) in record.entities.enumerated() { byID[entity.id] = index }
    for mention in record.mentions where !mention.isNominal {
      guard let entity = mention.entity, let index = byID[entity] else { continue }
      note(mention.text, Int32(clamping: first + index))
    }
  }

  private mutating func note(_ name: String, _ occurrence: Int32) {
    let name = FoldedWords.fold(name)
    let hash = FoldedHash.hash(name)
    for query in hashes.indices where hashes[query] == hash && folded[query] == name { found[query].insert(occurrence) }
  }

  /// Entities that each query means, those in most articles first. A key with `#2` behind it means that entity alone;
  /// a bare key the first one and the others of that key.
  func entities(in joined: JoinedEntities) -> [[Int]] {
    queries.indices.map { query in
      if let entity = joined.entities.indices.first(where: {
        joined.entities[$0].number > 1 && joined.reference($0).key == queries[query]
      }) {
        return [entity]
      }
      var counts: [Int32: Int] = [:]
      for occurrence in found[query] { counts[joined.entityOf[Int(occurrence)], default: 0] += 1 }
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { Int($0.key) }
    }
  }

  /// Names in the corpus that are near to a query that found nothing, the nearest first.
  func near(_ query: Int, in joined: JoinedEntities, limit: Int = 3) -> [String] {
    let wanted = Array(folded[query].utf8)
    let words = Set(folded[query].split(separator: " "))
    guard !wanted.isEmpty else { return [] }
    var best: [(score: Int, name: String)] = []
    for name in Set(joined.table.names) {
      let folded = FoldedWords.fold(name)
      let shared = words.intersection(folded.split(separator: " ")).count
      let distance = Self.distance(wanted, Array(folded.utf8), limit: max(1, wanted.count / 4))
      guard shared > 0 || distance != nil else { continue }
      best.append((score: distance ?? 20 - shared, name: name))
    }
    best.sort { ($0.score, $0.name) < ($1.score, $1.name) }
    return best.prefix(limit).map(\.name)
  }

  /// Edits between two texts; nil where there are more than `limit`.
  static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit, a.count <= 200, b.count <= 200 else { return nil }
    var row = Array(0...b.count)
    for i in a.indices {
      var corner = row[0]
      row[0] = i + 1
      for j in b.indices {
        let step = min(corner + (a[i] == b[j] ? 0 : 1), min(row[j], row[j + 1]) + 1)
        corner = row[j + 1]
        row[j + 1] = step
      }
      if row.allSatisfy({ $0 > limit }) { return nil }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
