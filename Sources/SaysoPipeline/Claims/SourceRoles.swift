import SaysoLexicon
import SaysoRecord
import SaysoText

/// What role a source has by its title, and by what the article has said of it before.
struct SourceRoles {
  let table: SourceTable

  /// The role that a title gives: that of the body in it ("the union's secretary", "chief executive of Harlan Foods"),
  /// else of the title itself ("Transport Minister"); nil where it gives none. O(length).
  func role(
    ofTitle title: Range<Int>, _ scan: borrowing ClaimScan, _ article: borrowing Article, _ index: MentionIndex
  ) -> SourceRole? {
    var byTitle: (length: Int, row: SourceTable.Row)?
    var inCompound: SourceRole?
    for token in title {
      if let body = body(at: token, index, article) { return body }
      for match in Int(scan.firstMatch[token]) ..<~ Int(scan.firstMatch[token + 1]) {
        let found = scan.matches[match]
        guard found.type == .source || found.type == .title, found.end <= title.upperBound,
          let row = table.row(of: found.entry), row.role != .unknown
        else { continue }
        if row.isBody, title.count > Int(found.count) {
          // "the union's secretary", "secretary of the union"; "plant scientist" has no plant that speaks.
          guard scan.tag[found.end].isNoun, found.end < title.upperBound else { return row.role }
          inCompound = row.role
          continue
        }
        if Int(found.count) > byTitle?.length ?? 0 { byTitle = (Int(found.count), row) }
      }
    }
    guard let row = byTitle?.row else { return inCompound }
    if let inCompound, row.role != .expert { return inCompound }
    // "its secretary": whose, the words here don't say.
    return row.isShared && scan.tag[title.lowerBound] == .prps ? .unknown : row.role
  }

  private func body(at token: Int, _ index: MentionIndex, _ article: borrowing Article) -> SourceRole? {
    guard let number = index.number(over: token), article.mentions[number].type == .organization,
      case let entity = article.mentions[number].entity, entity >= 0
    else { return nil }
    let role = SourceRole(kinds: article.entities[entity].kinds)
    return role == .unknown ? nil : role
  }

  /// Gives the sources that are one person the role with which the article introduces that person: "Mayor Ana Duarte
  /// said ... She added ...". O(claims).
  static func share(among claims: inout [Claim], entities: Int) {
    var roles = [SourceRole](repeating: .unknown, count: entities)
    for claim in claims {
      guard let source = claim.source, source.kind == .person, roles.indices.contains(source.entity),
        roles[source.entity] == .unknown
      else { continue }
      roles[source.entity] = source.role
    }
    for index in claims.indices {
      guard let source = claims[index].source, source.kind == .person, source.role == .unknown,
        roles.indices.contains(source.entity)
      else { continue }
      claims[index].source?.role = roles[source.entity]
    }
  }
}
