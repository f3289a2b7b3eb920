internal import SaysoRecord

/// The events that one claim tells: one for each of its dates, with the entities that stand in that date's clause.
///
/// "Sorvik, who joined Norvik Rail in 2019, will be replaced by Tomas Aldane on 1 June" tells of Sorvik and Norvik Rail
/// in 2019, and of Sorvik and Aldane on 1 June. A dateline's date and place are no event's.
struct EventsOfClaim {
  private let record: AnnotationRecord
  private let claim: AnnotationRecord.Claim
  /// A date in the content and where it stands, in code points of the content's text.
  private struct Dated {
    var when: AnnotationRecord.When
    var offset: Int
  }

  init(_ record: AnnotationRecord, _ claim: AnnotationRecord.Claim) {
    self.record = record
    self.claim = claim
  }

  /// The claim's tellings.
  /// - Parameter inside: rows of the entities of its content.
  func choices(inside: [Int], speaker: Int?) -> [ClaimChooser.Choice] {
    told(inside: inside, speaker: speaker) + deed(inside: inside, speaker: speaker)
  }

  /// "A court on Monday ordered Roe to pay", "The minister promised on Monday to build a bridge by 2026": to order and
  /// to promise is to do something, on the day when it was said, whenever what is ordered is to be.
  private func deed(inside: [Int], speaker: Int?) -> [ClaimChooser.Choice] {
    guard let said = claim.said, claim.certainty != .negated, said.edtf != claim.when?.edtf,
      claim.rule?.hasSuffix("infinitive") == true, let kind = claim.cue?.cueClass, kind == .demand || kind == .predict
    else { return [] }
    let entities = inside + (speaker.map { inside.contains($0) ? [] : [$0] } ?? [])
    return [.init(claim: claim, when: said, entities: entities, speaker: nil)]
  }

  private func told(inside: [Int], speaker: Int?) -> [ClaimChooser.Choice] {
    let whole = ClaimChooser.Choice(claim: claim, when: claim.when, entities: inside, speaker: speaker)
    guard claim.when != nil || !claim.dates.isEmpty, claim.content.spans.count == 1 else { return [whole] }
    let map = ClauseMap(claim.content.text, dateEnds: claim.voice == .author ? dateEnds : [])
    guard map.start > 0 || map.pieces.contains(where: { $0.kind != .main }) else { return [whole] }
    let dates = datesStanding(behind: map.start)
    if dates.isEmpty, map.start > 0, !datesStanding(behind: 0).isEmpty {
      var undated = whole
      undated.when = nil
      undated.entities = inside.filter { stands($0, behind: map.start) }
      return [undated]
    }
    let clauses = Set(dates.map { map.clause(at: $0.offset) })
    // "Roe, who resigned in May, could not be reached": undated, but for what the clause tells.
    let isAside = claim.when == nil && clauses.contains { map.kind(of: $0) == .relative }
    if claim.when == nil, !isAside { return [whole] }
    if clauses.count < 2, !isAside {
      var one = whole
      if map.start > 0, let date = dates.first { one.when = preferred(dates, date) }
      one.entities = inside.filter { stands($0, behind: map.start) && !standsInSequence($0, map) }
      one.words = map.words(of: clauses.first ?? 0, dated: clauses)
      return [one]
    }
    return clauses.sorted().filter { !isAside || map.kind(of: $0) == .relative }.compactMap { clause in
      guard let date = dates.first(where: { map.clause(at: $0.offset) == clause }) else { return nil }
      let entities = inside.filter { belongs($0, to: clause, map) }
      return .init(
        claim: claim, when: date.when, entities: entities, speaker: clause == 0 ? speaker : nil,
        words: map.words(of: clause, dated: clauses))
    }
  }

  /// The claim's own date where it is not the dateline's, else the first in the text.
  private func preferred(_ dates: [Dated], _ first: Dated) -> AnnotationRecord.When {
    dates.first { $0.when.edtf == claim.when?.edtf }.map { _ in claim.when ?? first.when } ?? first.when
  }

  /// The days and periods named in the content behind an offset.
  private func datesStanding(behind start: Int) -> [Dated] {
    claim.dates.compactMap { id in
      guard let index = record.mentions.firstIndex(of: id), let date = record.mentions[index].date,
        let edtf = date.edtf,
        date.type == .date || date.type == .time, let offset = offset(of: record.mentions[index]), offset >= start
      else { return nil }
      return Dated(when: .init(edtf: edtf, anchor: date.anchor, rule: "date-in-content"), offset: offset)
    }
  }

  /// Where the dates of the content end.
  private var dateEnds: [Int] {
    claim.dates.compactMap { id in
      guard let index = record.mentions.firstIndex(of: id) else { return nil }
      return offset(of: record.mentions[index]).map { $0 + record.mentions[index].span.count }
    }
  }

  private func offset(of mention: AnnotationRecord.Mention) -> Int? {
    guard let span = claim.content.spans.first, span.contains(mention.span) else { return nil }
    return Int(mention.span.start - span.start)
  }

  /// Where an entity is mentioned in the content.
  private func offsets(_ row: Int) -> [Int] {
    let entity = record.entities[row]
    return record.mentions.lazy.filter { $0.entity == entity.id }.compactMap { offset(of: $0) }
  }

  private func stands(_ row: Int, behind start: Int) -> Bool {
    let offsets = offsets(row)
    return offsets.isEmpty || offsets.contains { $0 >= start }
  }

  /// Whether an entity is named only where another event is told: "a day after it was opened by the minister".
  private func standsInSequence(_ row: Int, _ map: ClauseMap) -> Bool {
    let offsets = offsets(row).filter { $0 >= map.start }
    return !offsets.isEmpty && offsets.allSatisfy { map.kind(of: map.clause(at: $0)) == .sequence }
  }

  /// Whether an entity takes part in a clause: it stands there, is what a relative clause is about, or the subject of
  /// a second predicate.
  private func belongs(_ row: Int, to clause: Int, _ map: ClauseMap) -> Bool {
    let own = offsets(row).filter { $0 >= map.start }
    if own.isEmpty { return true }
    if own.contains(where: { map.clause(at: $0) == clause }) { return true }
    let start = map.start(of: clause)
    switch map.kind(of: clause) {
    case .main: return false
    case .subordinate, .sequence: return true
    case .relative: return own.contains { $0 == antecedent(before: start, map) }
    case .coordinate: return own.contains { $0 == subject(map) }
    }
  }

  private func antecedent(before start: Int, _ map: ClauseMap) -> Int? { everyOffset(map).filter { $0 < start }.max() }

  private func subject(_ map: ClauseMap) -> Int? { everyOffset(map).min() }

  private func everyOffset(_ map: ClauseMap) -> [Int] {
    record.mentions.lazy.filter { $0.type != .date && $0.entity != nil }.compactMap { offset(of: $0) }.filter {
      $0 >= map.start
    }
  }
}

extension [AnnotationRecord.Mention] {
  /// Where a mention stands: its number less one, unless somebody numbers otherwise.
  fileprivate func firstIndex(of id: MentionID) -> Int? {
    let guess = Int(id.number) - 1
    if indices.contains(guess), self[guess].id == id { return guess }
    return firstIndex { $0.id == id }
  }
}
