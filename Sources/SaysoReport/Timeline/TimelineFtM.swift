internal import SaysoAnalysis
internal import SaysoRecord

/// FollowTheMoney lines: people and organizations once each, then the events that they are involved in.
///
/// FollowTheMoney dates are prefixes of ISO dates: an interval is `startDate` and `endDate`, doubt goes to `notes`.
final class TimelineFtM: TimelineWriting {
  private let sink: any ByteSink
  private var json = JSONByteWriter()
  private var written: Set<String> = []

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ timeline: Timeline) throws(OutputError) {
    for entry in timeline.entries {
      for entity in [entry.entity] + entry.with where written.insert(entity.key).inserted { thing(entity) }
      event(entry)
      try sink.drainWhenFull(&json)
    }
  }

  func finish() throws(OutputError) { try sink.drain(&json) }

  private func thing(_ entity: EntityReference) {
    guard let schema = FtMEntity.schema(entity.type) else { return }
    line(FtMEntity.id(entity.key), schema, [("name", [entity.name])])
  }

  private func event(_ entry: TimelineEntry) {
    let words = EntryWords(entry: entry)
    let involved = ([entry.entity] + entry.with).filter { FtMEntity.schema($0.type) != nil }.map {
      FtMEntity.id($0.key)
    }
    let places = (entry.entity.type == .place ? [entry.entity] : []) + entry.places
    var notes = ["Says: \(words.source). \(words.reports): \(entry.documents.joined(separator: ", "))"]
    if let edtf = entry.date.edtf { notes.append("Date: \(words.date) (EDTF \(edtf))") }
    for conflict in words.conflicts {
      notes.append("Disputed: \(conflict.date.map { $0 + ": " } ?? "")\(conflict.text) (\(conflict.document))")
    }
    line(
      FtMEntity.id("event:\(entry.entity.key):\(entry.document.id):\(entry.claim)"), "Event",
      [("name", [String(words.text.prefix(200))]), ("summary", [entry.text])] + Self.dates(entry.date) + [
        ("involved", involved), ("location", places.map(\.name)),
        ("publisher", entry.document.publisher.map { [$0] } ?? []),
        ("sourceUrl", SafeText.link(entry.document.url).map { [$0] } ?? []), ("notes", notes),
      ])
  }

  private static func dates(_ date: TimelineEntry.EventDate) -> [(StaticString, [String])] {
    if let edtf = date.edtf, date.start != nil, date.end != nil, isPlain(edtf) { return [("date", [edtf])] }
    return [("startDate", date.start.map { [$0] } ?? []), ("endDate", date.end.map { [$0] } ?? [])]
  }

  /// `2024`, `2024-02` or `2024-02-22`: what FollowTheMoney reads as it is.
  private static func isPlain(_ edtf: String) -> Bool {
    let parts = edtf.split(separator: "-", omittingEmptySubsequences: false)
    let isMonth = parts.count < 2 || Int(parts[1]).map { $0 <= 12 } ?? false
    return parts.count <= 3 && parts.first?.count == 4 && isMonth && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  private func line(_ id: String, _ schema: String, _ properties: [(StaticString, [String])]) {
    FtMEntity.writeLine(id, schema, properties, to: &json)
  }
}
