internal import SaysoRecord
internal import SaysoText

/// Which names may be short for which: surnames, first words of organizations, initials, and equal names of another type.
struct NameForms {
  /// By hash of a short form: entities that it may stand for.
  private var longerBy: [UInt64: [Int]] = [:]
  private var shortOf: [[UInt64]]

  init(_ table: EntityTable, _ entities: [JoinedEntities.Entity]) {
    shortOf = Array(repeating: [], count: entities.count)
    for (index, entity) in entities.enumerated() {
      let type = table.types[Int(entity.key)]
      let words = FoldedWords.fold(table.names[Int(entity.key)]).split(separator: " ").map(String.init)
      guard let first = words.first, let last = words.last else { continue }
      switch type {
      case .person where words.count == 1:
        shortOf[index] = ["person", "organization=", "organization"].map { Self.hash($0, first) }
      case .person:
        longerBy[Self.hash("person", last), default: []].append(index)
        shortOf[index] = [Self.hash("organization=", words.joined(separator: " "))]
      case .organization:
        if words.count == 1 { shortOf[index] = [Self.hash("organization", first)] }
        if words.count > 1 {
          longerBy[Self.hash("organization", first), default: []].append(index)
          let initials = String(words.filter { !["of", "the", "and", "for"].contains($0) }.compactMap(\.first))
          if initials.count > 2 { longerBy[Self.hash("organization", initials), default: []].append(index) }
        }
        longerBy[Self.hash("organization=", words.joined(separator: " ")), default: []].append(index)
      default: break
      }
    }
  }

  /// Entities of whose name the entity's may be the short form.
  func longer(_ entity: Int) -> [Int] {
    shortOf[entity].flatMap { longerBy[$0] ?? [] }.filter { $0 != entity }
  }

  private static func hash(_ kind: String, _ form: String) -> UInt64 { FoldedHash.hash(kind + ":" + form) }
}
