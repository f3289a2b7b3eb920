internal import SaysoRecord

extension TimelineBuilder {
  /// Most other entities that an entry lists.
  private static let mostOthers = 20

  /// The entry of one version of an event: told in the words of the article that was published first.
  func entry(
    _ version: EventGrouper.Version, _ versions: [EventGrouper.Version], _ tellings: [Telling], _ entity: Int
  ) -> TimelineEntry {
    let first = tellings[version.members.first ?? 0]
    let row = claims.rows[first.row]
    let article = articles[Int(row.article)]
    var entry = TimelineEntry(
      entity: joined.reference(entity), date: date(version, tellings), text: claims.texts[row.text],
      document: article.document, claim: ClaimID(Int(row.claim)), voice: row.voice)
    entry.published = article.published
    entry.certainty = row.certainty
    entry.source = source(row)
    let others = others(version, tellings, besides: entity)
    entry.with = others.filter { $0.type != .place }
    entry.places = others.filter { $0.type == .place }
    entry.isStatement = first.isStatement
    entry.reports = Set(version.members.map { voices[Int(tellings[$0].article)] }).count
    entry.documents = documents(version, tellings)
    entry.conflicts = version.rivals.compactMap { versions[$0].members.first }.map { conflict(tellings[$0]) }
    entry.isDisputed = !entry.conflicts.isEmpty
    return entry
  }

  /// The most exact date that a member gives.
  private func date(_ version: EventGrouper.Version, _ tellings: [Telling]) -> TimelineEntry.EventDate {
    guard let date = version.date else { return .init() }
    let anchors = version.members.lazy.compactMap { member -> Anchor? in
      let row = claims.rows[tellings[member].row]
      let number = tellings[member].isStatement ? row.said : row.when
      guard tellings[member].date?.edtf == date.edtf, number >= 0 else { return nil }
      return claims.dates[Int(number)].anchor
    }
    return date.record(anchor: anchors.first ?? .none)
  }

  private func source(_ row: ClaimStore.Row) -> TimelineEntry.Source? {
    guard row.source >= 0 else { return nil }
    let source = claims.sources[Int(row.source)]
    let speaker = row.speaker < 0 ? nil : joined.reference(Int(joined.entityOf[Int(row.speaker)])).key
    return .init(name: source.name.isEmpty ? nil : source.name, kind: source.kind, entity: speaker)
  }

  /// The other entities of all tellings, those that most of them name first.
  private func others(
    _ version: EventGrouper.Version, _ tellings: [Telling], besides entity: Int
  ) -> [EntityReference] {
    var counts: [Int: Int] = [:]
    var order: [Int] = []
    for member in version.members.prefix(1000) {
      for occurrence in claims.entities(of: claims.rows[tellings[member].row]) {
        let other = Int(joined.entityOf[Int(occurrence)])
        guard other != entity else { continue }
        if counts.updateValue((counts[other] ?? 0) + 1, forKey: other) == nil { order.append(other) }
      }
    }
    let ranked = order.enumerated().sorted {
      (-(counts[$0.element] ?? 0), $0.offset) < (-(counts[$1.element] ?? 0), $1.offset)
    }
    return ranked.prefix(Self.mostOthers).map { joined.reference($0.element) }
  }

  /// Ids of the articles that tell it, each once, in the order of publication.
  private func documents(_ version: EventGrouper.Version, _ tellings: [Telling]) -> [String] {
    var met: Set<String> = []
    return version.members.compactMap { member in
      let id = articles[Int(tellings[member].article)].document.id
      return met.insert(id).inserted ? id : nil
    }
  }

  private func conflict(_ telling: Telling) -> TimelineEntry.Conflict {
    let row = claims.rows[telling.row]
    return .init(
      document: articles[Int(row.article)].document.id, claim: ClaimID(Int(row.claim)), edtf: telling.date?.edtf,
      text: claims.texts[row.text])
  }
}
