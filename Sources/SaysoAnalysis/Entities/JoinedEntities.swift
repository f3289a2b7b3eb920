internal import SaysoRecord
internal import SaysoText

/// The entities of a corpus after joining.
struct JoinedEntities {
  /// One person, place or organization of the corpus.
  struct Entity {
    /// Number of its key in the table.
    var key: Int32
    /// 1 for the first entity of its key, 2 for the second ...
    var number: Int
  }

  let table: EntityTable
  let entities: [Entity]
  /// By occurrence.
  let entityOf: [Int32]

  /// How entity number `index` is called in records; those after the first of one key have `#2`, `#3` behind it.
  func reference(_ index: Int) -> EntityReference {
    let entity = entities[index]
    let key = table.keys[entity.key]
    return EntityReference(
      key: entity.number > 1 ? "\(key)#\(entity.number)" : key, name: table.names[Int(entity.key)],
      type: table.types[Int(entity.key)])
  }
}
