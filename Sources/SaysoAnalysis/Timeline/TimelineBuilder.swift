internal import SaysoRecord
internal import SaysoText

/// Makes the timeline of one entity from the claims of a corpus.
struct TimelineBuilder {
  let options: TimelineOptions
  let articles: [TimelineArticle]
  /// By article: the first article that is the same text.
  let voices: [Int32]
  let claims: ClaimStore
  let joined: JoinedEntities
  /// By entity: claims about it that have no date.
  private let undated: [Int]

  /// - Parameter undated: claims without a date, by occurrence.
  init(
    options: TimelineOptions, articles: [TimelineArticle], voices: [Int32], claims: ClaimStore, joined: JoinedEntities,
    undated: [Int32]
  ) {
    self.options = options
    self.articles = articles
    self.voices = voices
    self.claims = claims
    self.joined = joined
    var counts = [Int](repeating: 0, count: joined.entities.count)
    for (entity, count) in zip(joined.entityOf, undated) { counts[Int(entity)] += Int(count) }
    self.undated = counts
  }

  /// Rows of the claim store by entity: those that tell an event of it, and with statements those that it speaks.
  /// - Parameter wanted: the entities that are asked for; nil for all.
  func rowsByEntity(_ wanted: Set<Int>?) -> [Int: [Int32]] {
    var rows: [Int: [Int32]] = [:]
    for (index, row) in claims.rows.enumerated() {
      var met: [Int] = []
      for occurrence in claims.entities(of: row) {
        let entity = Int(joined.entityOf[Int(occurrence)])
        if met.contains(entity) { continue }
        met.append(entity)
        if wanted?.contains(entity) ?? true { rows[entity, default: []].append(Int32(index)) }
      }
      guard options.includesStatements, row.speaker >= 0 else { continue }
      let speaker = Int(joined.entityOf[Int(row.speaker)])
      if !met.contains(speaker), wanted?.contains(speaker) ?? true { rows[speaker, default: []].append(Int32(index)) }
    }
    return rows
  }

  /// Entities that may have enough entries, those with most claims first, then by key. Groups are none.
  func everyEntity(_ rows: [Int: [Int32]]) -> [Int] {
    rows.filter { $0.value.count >= options.least && !isGroup($0.key) }
      .sorted { ($1.value.count, joined.reference($0.key).key) < ($0.value.count, joined.reference($1.key).key) }
      .map(\.key)
  }

  /// How many entities can't have enough entries, by the claims that they are in.
  func entitiesTooShort(_ rows: [Int: [Int32]]) -> Int {
    rows.count { $0.value.count < options.least && !isGroup($0.key) }
  }

  private func isGroup(_ entity: Int) -> Bool { joined.table.types[Int(joined.entities[entity].key)] == .group }

  func timeline(of entity: Int, rows: [Int32]) -> Timeline {
    var timeline = Timeline(entity: joined.reference(entity), entries: [])
    if !options.includesUndated { timeline.omissions.undated = undated[entity] }
    let tellings = tellings(of: entity, rows)
    let versions = EventGrouper.versions(of: tellings)
    var entries: [(order: Order, entry: TimelineEntry)] = []
    for version in versions {
      let entry = entry(version, versions, tellings, entity)
      if let reason = reasonToLeaveOut(entry, version) {
        timeline.omissions[keyPath: reason] += 1
      } else {
        entries.append((order(entry, version, tellings), entry))
      }
    }
    entries.sort { $0.order < $1.order }
    timeline.entries = entries.map(\.entry)
    return timeline
  }

  /// Keeps the entries with most reports, in their order.
  func limit(_ timeline: inout Timeline) {
    guard let most = options.most, timeline.entries.count > most else { return }
    let ranked = timeline.entries.enumerated().sorted { a, b in
      (-a.element.reports, -a.element.documents.count, a.offset)
        < (-b.element.reports, -b.element.documents.count, b.offset)
    }
    let kept = Set(ranked.prefix(most).map(\.offset))
    timeline.omissions.beyondMost += timeline.entries.count - most
    timeline.entries = timeline.entries.enumerated().filter { kept.contains($0.offset) }.map(\.element)
  }

  // MARK: Tellings

  private func tellings(of entity: Int, _ rows: [Int32]) -> [Telling] {
    let own = Set(ContentWords.stems(of: joined.reference(entity).name))
    let tellings = rows.map { telling(Int($0), entity, own) }.filter {
      $0.date != nil || options.includesUndated || $0.isStatement
    }
    return tellings.sorted { a, b in
      (articles[Int(a.article)].day ?? .max, a.article, a.row) < (
        articles[Int(b.article)].day ?? .max, b.article, b.row
      )
    }
  }

  private func telling(_ index: Int, _ entity: Int, _ own: Set<UInt64>) -> Telling {
    let row = claims.rows[index]
    let others = Set(claims.entities(of: row).map { joined.entityOf[Int($0)] })
    let isStatement = !others.contains(Int32(entity))
    let date = isStatement ? row.said : row.when
    let (stems, figures, holdsNot) = claims.texts.withBytes(row.words) {
      (
        ContentWords.stems(of: $0).filter { !own.contains($0) }, FigureReader.figures(in: $0),
        ContentWords.holdsNot($0)
      )
    }
    return Telling(
      row: index, article: row.article, date: date < 0 ? nil : claims.days[Int(date)], stems: stems, figures: figures,
      others: others.filter { Int($0) != entity }.sorted(), isNegated: row.isNegated, holdsNot: holdsNot,
      isStatement: isStatement)
  }

  // MARK: Order and bounds

  private struct Order: Comparable {
    var first: Int32
    var second: Int32
    var text: String
    var claim: Int

    static func < (a: Order, b: Order) -> Bool {
      (a.first, a.second, a.text, a.claim) < (b.first, b.second, b.text, b.claim)
    }
  }

  private func order(_ entry: TimelineEntry, _ version: EventGrouper.Version, _ tellings: [Telling]) -> Order {
    let first = tellings[version.members.first ?? 0]
    // What has no date at all stands behind what has one without a year.
    var days = version.date?.order ?? (.max, .max)
    if options.order == .published { days = (articles[Int(first.article)].day ?? .max, days.0) }
    return Order(first: days.0, second: days.1, text: entry.text, claim: first.row)
  }

  /// Which count of omissions an entry belongs to; nil where it stays.
  private func reasonToLeaveOut(
    _ entry: TimelineEntry, _ version: EventGrouper.Version
  ) -> WritableKeyPath<TimelineOmissions, Int>? {
    if let coarsest = options.coarsest {
      guard let precision = version.date?.precision else { return \.imprecise }
      if precision.order > coarsest.order { return \.imprecise }
    }
    guard options.from != nil || options.to != nil else { return nil }
    let date = options.order == .event ? version.date : entry.published.map { EventDate($0) }
    guard let date else { return \.outOfRange }
    guard date.start != nil || date.end != nil else { return date.yearless == nil ? \.outOfRange : \.yearless }
    let isBefore = options.from?.start.map { (date.end ?? .max) < $0 } ?? false
    let isBehind = options.to?.end.map { (date.start ?? .min) > $0 } ?? false
    return isBefore || isBehind ? \.outOfRange : nil
  }
}
