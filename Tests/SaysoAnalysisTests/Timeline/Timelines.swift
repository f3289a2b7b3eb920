import SaysoAnalysis
import SaysoRecord

/// What `sayso timeline` would give for articles made in a test.
struct Told {
  var timelines: [Timeline] = []
  var omissions = TimelineOmissions()
  var unknown: [Timelines.Unknown]
  var ambiguous: [Timelines.Ambiguous]

  init(_ articles: [Article], _ entities: String..., options: (inout TimelineOptions) -> Void = { _ in }) {
    var asked = TimelineOptions()
    asked.entities = entities
    asked.all = entities.isEmpty
    asked.least = 1
    options(&asked)
    var reader = TimelineReader(asked)
    for article in articles { reader.add(article.record) }
    let found = reader.finish()
    unknown = found.unknown
    ambiguous = found.ambiguous
    var timelines: [Timeline] = []
    omissions = found.visit { timelines.append($0) }
    self.timelines = timelines
  }

  var entries: [TimelineEntry] { timelines.flatMap(\.entries) }

  /// Each entry in short: "2024-02-22 The ferry ran aground [a b] 2".
  var lines: [String] {
    entries.map { entry in
      let doubt = entry.isDisputed ? " disputed" : ""
      let said = entry.isStatement ? " statement" : ""
      return "\(entry.date.edtf ?? "-") \(entry.text) \(entry.documents) \(entry.reports)\(doubt)\(said)"
    }
  }
}
