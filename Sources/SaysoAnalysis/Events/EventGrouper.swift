internal import SaysoText

/// Puts the tellings of one entity's events together: what agrees is one version of an event, versions that exclude one
/// another are rivals.
///
/// Each telling joins the version that it is nearest to, unless its date or a figure excludes that version's: then it
/// stands as a rival. So a telling without the figure never bridges two that differ in it. Candidates come from an
/// index of stems and dates, so that the time is nearly linear in the number of tellings.
struct EventGrouper {
  /// Tellings that agree.
  struct Version {
    /// Numbers of tellings, in their order.
    var members: [Int]
    /// The most exact date of its members.
    var date: EventDate?
    var figures: [Figure]
    /// Numbers of versions that exclude it, rising.
    var rivals: [Int] = []
  }

  private let tellings: [Telling]
  private var index: TellingIndex
  private var versionOf: [Int] = []
  private(set) var versions: [Version] = []

  /// The versions of `tellings`, which should be in the order in which they were published.
  static func versions(of tellings: [Telling]) -> [Version] {
    var grouper = EventGrouper(tellings)
    for number in tellings.indices { grouper.place(number) }
    return grouper.versions
  }

  private init(_ tellings: [Telling]) {
    self.tellings = tellings
    index = TellingIndex(count: tellings.count)
    versionOf.reserveCapacity(tellings.count)
  }

  private mutating func place(_ number: Int) {
    let telling = tellings[number]
    var scores: [Int: (agrees: Int, disputes: Int)] = [:]
    for other in index.candidates(of: telling, before: number) {
      let version = versionOf[other]
      switch telling.relation(to: tellings[other]) {
      case .unrelated: continue
      case .agrees(let score): scores[version, default: (0, 0)].agrees = max(scores[version]?.agrees ?? 0, score)
      case .disputes(let score): scores[version, default: (0, 0)].disputes = max(scores[version]?.disputes ?? 0, score)
      }
    }
    let ranked = scores.sorted { (-$0.value.agrees, $0.key) < (-$1.value.agrees, $1.key) }
    let home = ranked.first { $0.value.agrees > $0.value.disputes && admits($0.key, telling) }?.key
    let rivals = ranked.filter { $0.key != home && ($0.value.disputes > 0 || !admits($0.key, telling)) }.map(\.key)
    let version = home ?? open(telling)
    versions[version].members.append(number)
    versions[version].refine(telling)
    versionOf.append(version)
    for rival in rivals { oppose(version, rival) }
    index.insert(telling, number)
  }

  private func admits(_ version: Int, _ telling: Telling) -> Bool {
    !DateRelation(versions[version].date, telling.date).isConflict
      && !Figure.conflict(versions[version].figures, telling.figures)
  }

  private mutating func open(_ telling: Telling) -> Int {
    versions.append(Version(members: [], date: telling.date, figures: []))
    return versions.count - 1
  }

  private mutating func oppose(_ a: Int, _ b: Int) {
    if !versions[a].rivals.contains(b) { versions[a].rivals.append(b) }
    if !versions[b].rivals.contains(a) { versions[b].rivals.append(a) }
  }
}

extension EventGrouper.Version {
  /// Takes over what a new member knows better.
  fileprivate mutating func refine(_ telling: Telling) {
    if let new = telling.date, (new.length ?? .max - 1) < (date?.length ?? .max) { date = new }
    for figure in telling.figures where figures.count < 64 && !figures.contains(figure) { figures.append(figure) }
  }
}
