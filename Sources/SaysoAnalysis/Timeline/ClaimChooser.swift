internal import SaysoRecord

/// Chooses which claims of one article tell an event of which of its entities.
///
/// An entity has an event by a claim whose content it stands in. Where claims lie inside one another with one date
/// ("CNN reported that the agency said that the dam broke on Friday"), the innermost that has the entity tells the
/// event; an entity that only speaks inside another's content has said something, which is a statement.
struct ClaimChooser {
  private let record: AnnotationRecord
  private let zones: Set<ZoneKind>
  private var rows: [EntityRef: Int] = [:]
  /// From where to where each claim's content reaches.
  private let reach: [CodePointSpan?]
  /// Claims left out for their zone that would have counted.
  private(set) var otherZones = 0

  /// A claim as the telling of one event; a claim with several dates tells several.
  struct Choice {
    var claim: AnnotationRecord.Claim
    var when: AnnotationRecord.When?
    /// Rows of `record.entities`.
    var entities: [Int]
    var speaker: Int?
    /// The words that belong to this event, where they are not all of the claim's.
    var words: String?
  }

  init(_ record: AnnotationRecord, zones: Set<ZoneKind>) {
    self.record = record
    self.zones = zones
    reach = record.claims.map { $0.content.span }
    for (row, entity) in record.entities.enumerated() where entity.type != .date { rows[entity.id] = row }
  }

  mutating func choices() -> [Choice] {
    var choices: [Choice] = []
    for (index, claim) in record.claims.enumerated() {
      let speaker = claim.source?.entity.flatMap { rows[$0] }
      let inside = claim.entities.filter { !isToldInside(index, $0) }.compactMap { rows[$0] }
      guard speaker != nil || !inside.isEmpty else { continue }
      guard isInZone(claim) else {
        otherZones += claim.when == nil ? 0 : 1
        continue
      }
      choices.append(contentsOf: EventsOfClaim(record, claim).choices(inside: inside, speaker: speaker))
    }
    return choices
  }

  /// Whether another claim tells the same event of the entity more closely, or the entity only speaks there.
  private func isToldInside(_ index: Int, _ entity: EntityRef) -> Bool {
    let claim = record.claims[index]
    for other in neighbours(of: index) {
      let inner = record.claims[other]
      guard inner.when?.edtf == claim.when?.edtf else { continue }
      let holds = Self.holds(claim, inner)
      if holds, !(Self.holds(inner, claim) && other > index) {
        if inner.source?.entity == entity { return true }
        if inner.entities.contains(entity), !Self.isFragment(inner, of: claim) { return true }
      }
      if Self.holds(inner, claim), Self.isFragment(claim, of: inner), inner.entities.contains(entity) { return true }
    }
    return false
  }

  /// Claims near by that lie inside or around a claim: a window, so that no article costs more than linear time.
  private func neighbours(of index: Int) -> [Int] {
    let window = max(0, index - 8)..<min(record.claims.count, index + 9)
    guard let own = reach[index] else { return [] }
    return window.filter { other in
      guard other != index, let reach = reach[other], own.contains(reach) || reach.contains(own) else { return false }
      return abs(record.claims[other].sentence - record.claims[index].sentence) <= 6
    }
  }

  private static func holds(_ outer: AnnotationRecord.Claim, _ inner: AnnotationRecord.Claim) -> Bool {
    guard let first = outer.content.spans.first, let last = outer.content.spans.last,
      let start = inner.content.spans.first?.start, let end = inner.content.spans.last?.end
    else { return false }
    return first.start <= start && end <= last.end
  }

  /// Whether the inner claim is a piece too short to tell anything: "the repair" of "asked for the repair".
  private static func isFragment(_ inner: AnnotationRecord.Claim, of outer: AnnotationRecord.Claim) -> Bool {
    let (inside, around) = (inner.content.text.utf8, outer.content.text.utf8)
    return inside.count { $0 == 0x20 } < 4 && inside.count * 2 < around.count
  }

  /// Claims of a record without zones all count.
  private func isInZone(_ claim: AnnotationRecord.Claim) -> Bool {
    guard let start = claim.content.spans.first?.start, !record.zones.isEmpty else { return true }
    let found = record.zones.first { $0.span.start <= start && start < $0.span.end }
    return found.map { zones.contains($0.kind) } ?? true
  }
}
