internal import SaysoAnalysis
internal import SaysoRecord

/// Tables for the terminal, one for each entity.
final class TimelineTable: TimelineWriting {
  private let sink: any ByteSink
  private let width: Int
  private var isFirst = true

  init(to sink: any ByteSink, width: Int) {
    self.sink = sink
    self.width = width
  }

  func write(_ timeline: Timeline) throws(OutputError) {
    guard !timeline.entries.isEmpty else { return }
    let heading = "\(timeline.entity.name) (\(timeline.entity.key))"
    try sink.write(Array(((isFirst ? "" : "\n") + SafeText.line(heading) + "\n\n").utf8))
    isFirst = false
    var table = TextTable(to: sink, columns: ["date", "reports", "says", "event"], width: width)
    for entry in timeline.entries {
      let words = EntryWords(entry: entry)
      let reports =
        entry.documents.count > entry.reports ? "\(entry.reports) of \(entry.documents.count)" : "\(entry.reports)"
      try table.row([words.date, reports, words.source, words.text])
      for conflict in words.conflicts {
        let date = conflict.date.map { $0 + ": " } ?? ""
        try table.row(["", "", "disputed", "↔ \(date)\(conflict.text) [\(conflict.document)]"])
      }
    }
    try table.finish()
  }

  func finish() {}
}
