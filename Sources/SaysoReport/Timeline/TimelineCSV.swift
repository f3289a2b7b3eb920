internal import SaysoAnalysis
internal import SaysoRecord

/// One row for each entry. Lists stand in one cell, separated by " | ".
final class TimelineCSV: TimelineWriting {
  static let columns = [
    "entity", "entity_key", "entity_type", "date", "start", "end", "precision", "approximate", "anchor", "published",
    "text", "voice", "certainty", "source", "source_kind", "source_key", "reports", "articles", "disputed", "conflicts",
    "with", "places", "statement", "document", "title", "publisher", "url", "claim", "documents",
  ]

  private let sink: any ByteSink
  private var csv: CSVWriter?

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ timeline: Timeline) throws(OutputError) {
    for entry in timeline.entries { try row(Self.cells(entry)) }
  }

  func finish() throws(OutputError) {
    try open()
    try csv?.finish()
  }

  private func row(_ cells: [String]) throws(OutputError) {
    try open()
    try csv?.row(cells)
  }

  private func open() throws(OutputError) {
    if csv == nil { csv = try CSVWriter(to: sink, columns: Self.columns) }
  }

  private static func cells(_ entry: TimelineEntry) -> [String] {
    let (date, document, source) = (entry.date, entry.document, entry.source)
    let conflicts = entry.conflicts.map { "\($0.edtf ?? "undated"): \($0.text) [\($0.document)]" }
    return [
      entry.entity.name, entry.entity.key, entry.entity.type.rawValue, date.edtf ?? "", date.start ?? "",
      date.end ?? "", date.precision?.rawValue ?? "", yes(date.isApproximate), date.anchor.rawValue,
      entry.published ?? "", entry.text, entry.voice.rawValue, entry.certainty.rawValue, source?.name ?? "",
      source?.kind.rawValue ?? "", source?.entity ?? "", String(entry.reports), String(entry.documents.count),
      yes(entry.isDisputed), list(conflicts), list(entry.with.map(\.name)), list(entry.places.map(\.name)),
      yes(entry.isStatement), document.id, document.title ?? "", document.publisher ?? "", document.url ?? "",
      entry.claim.description, list(entry.documents),
    ]
  }

  private static func yes(_ flag: Bool) -> String { flag ? "yes" : "no" }
  private static func list(_ items: [String]) -> String { items.joined(separator: " | ") }
}
