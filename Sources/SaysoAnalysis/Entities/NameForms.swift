internal import SaysoRecord
internal import SaysoText

/// Which entities a name may mean besides the one it was taken for: the same name of another type, and longer names
/// of which it is the surname, the first word or the initials.
struct NameForms {
  /// Entities by the hash of type and name.
  private var byName: [UInt64: [Int]] = [:]
  /// Entities by the hash of type and a short form of their name.
  private var byShortForm: [UInt64: [Int]] = [:]
  private var names: [String] = []
  private var types: [MentionType] = []

  init(_ table: EntityTable, _ entities: [JoinedEntities.Entity]) {
    for (index, entity) in entities.enumerated() {
      let type = table.types[Int(entity.key)]
      let name = FoldedWords.fold(table.names[Int(entity.key)])
      names.append(name)
      types.append(type)
      byName[Self.hash(type, name), default: []].append(index)
      for form in Self.shortForms(type, name.split(separator: " ").map(String.init)) {
        byShortForm[Self.hash(type, form), default: []].append(index)
      }
    }
  }

  /// What stands for a longer name: a person's surname, an organization's first word and its initials.
  private static func shortForms(_ type: MentionType, _ words: [String]) -> [String] {
    guard words.count > 1, let first = words.first, let last = words.last else { return [] }
    switch type {
    case .person: return [last]
    case .organization:
      let initials = String(words.filter { !["of", "the", "and", "for"].contains($0) }.compactMap(\.first))
      return initials.count > 2 ? [first, initials] : [first]
    case .place, .group, .date: return []
    }
  }

  /// Entities that a name may mean besides its own. A name that a place or an organization has as it stands is not
  /// taken for a part of a longer one.
  func others(_ entity: Int) -> [Int] {
    let (name, type) = (names[entity], types[entity])
    let equal = Self.wider(type).flatMap { byName[Self.hash($0, name)] ?? [] }
    guard equal.isEmpty, !name.contains(" ") else { return equal }
    let kinds: [MentionType] =
      type == .person ? [.person, .organization] : type == .organization ? [.organization] : []
    return kinds.flatMap { byShortForm[Self.hash($0, name)] ?? [] }.filter { $0 != entity }
  }

  /// Types that a name may have been mistaken in: a firm or a river taken for a person, a town for an organization.
  private static func wider(_ type: MentionType) -> [MentionType] {
    switch type {
    case .person: [.organization, .place]
    case .organization: [.place]
    case .place, .group, .date: []
    }
  }

  private static func hash(_ type: MentionType, _ form: String) -> UInt64 {
    FoldedHash.hash("\(type.rawValue):\(form)")
  }
}
