public import SaysoRecord

/// The timelines that were asked for, made one at a time.
public struct Timelines {
  /// A name that no article has.
  public struct Unknown: Hashable, Sendable {
    public var name: String
    /// Names in the corpus that are near to it.
    public var near: [String]
  }

  /// A name that several entities have.
  public struct Ambiguous: Hashable, Sendable {
    public var name: String
    public var entities: [EntityReference]
  }

  let builder: TimelineBuilder
  /// Entities asked for by name, in the order asked for.
  let chosen: [Int]
  let otherZones: Int
  /// Names that were asked for and that no article has.
  public let unknown: [Unknown]
  /// Names that were asked for and that mean several entities, all of which are shown.
  public let ambiguous: [Ambiguous]

  /// Calls `body` with each timeline: in the order asked for, or with `all` those with most entries first as counted
  /// before the range is applied. Returns what was left out of all of them.
  public func visit<Failure: Error>(_ body: (Timeline) throws(Failure) -> Void) throws(Failure) -> TimelineOmissions {
    var omissions = TimelineOmissions()
    omissions.otherZones = otherZones
    var done: Set<Int> = []
    let rows = builder.rowsByEntity(builder.options.all ? nil : Set(chosen))
    if builder.options.all { omissions.tooShort = builder.entitiesTooShort(rows) }
    for entity in builder.options.all ? builder.everyEntity(rows) : chosen where done.insert(entity).inserted {
      var timeline = builder.timeline(of: entity, rows: rows[entity] ?? [])
      if builder.options.all, timeline.entries.count < builder.options.least {
        if timeline.entries.isEmpty { omissions.add(timeline.omissions) } else { omissions.tooShort += 1 }
        continue
      }
      builder.limit(&timeline)
      omissions.add(timeline.omissions)
      try body(timeline)
    }
    return omissions
  }
}

/// The events of one entity, in order.
public struct Timeline: Sendable {
  public var entity: EntityReference
  public var entries: [TimelineEntry]
  public var omissions = TimelineOmissions()

  public init(entity: EntityReference, entries: [TimelineEntry]) {
    self.entity = entity
    self.entries = entries
  }
}

extension TimelineOmissions {
  mutating func add(_ other: TimelineOmissions) {
    undated += other.undated
    yearless += other.yearless
    outOfRange += other.outOfRange
    imprecise += other.imprecise
    otherZones += other.otherZones
    beyondMost += other.beyondMost
    tooShort += other.tooShort
  }
}
