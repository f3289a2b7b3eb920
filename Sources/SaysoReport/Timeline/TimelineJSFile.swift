internal import SaysoAnalysis
internal import SaysoRecord
internal import SaysoText

/// JSON for TimelineJS (timeline.knightlab.com): one slide for each entry, grouped by entity.
///
/// TimelineJS leaves out a slide without a start date without a word, so entries that have none are counted in
/// `unplaced`. It has no field for doubt: `display_date` says it in words.
final class TimelineJSFile: TimelineWriting {
  private let sink: any ByteSink
  private var json = JSONByteWriter()
  private var hasBegun = false
  private(set) var unplaced = 0

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ timeline: Timeline) throws(OutputError) {
    begin()
    for entry in timeline.entries {
      guard let start = entry.date.start ?? entry.date.end else {
        unplaced += 1
        continue
      }
      event(entry, start: start)
      try sink.drainWhenFull(&json)
    }
  }

  func finish() throws(OutputError) {
    begin()
    json.endArray()
    json.endObject()
    json.endLine()
    try sink.drain(&json)
  }

  private func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    json.beginObject()
    json.field("scale", "human")
    json.key("events")
    json.beginArray()
  }

  private func event(_ entry: TimelineEntry, start: String) {
    let words = EntryWords(entry: entry)
    json.beginObject()
    json.field("unique_id", Self.identifier(entry))
    date("start_date", start, entry.date.precision)
    // TimelineJS wants no end that is the start.
    if let end = entry.date.end, end != start { date("end_date", end, entry.date.precision) }
    json.field("display_date", words.date)
    json.key("text")
    json.beginObject()
    json.field("headline", SafeText.html(words.text))
    json.field("text", Self.body(entry, words))
    json.endObject()
    json.field("group", SafeText.html(entry.entity.name))
    json.endObject()
  }

  /// Year, month and day as far as the entry is precise.
  private func date(_ key: StaticString, _ day: String, _ precision: DatePrecision?) {
    let isNegative = day.hasPrefix("-")
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return }
    json.key(key)
    json.beginObject()
    json.field("year", isNegative ? -parts[0] : parts[0])
    if precision.map({ $0.order < DatePrecision.year.order }) ?? true { json.field("month", parts[1]) }
    if precision.map({ $0.order < DatePrecision.month.order }) ?? true { json.field("day", parts[2]) }
    json.endObject()
  }

  private static func body(_ entry: TimelineEntry, _ words: EntryWords) -> String {
    let title = SafeText.html(entry.document.title ?? entry.document.id)
    let link = SafeText.link(entry.document.url).map { "<a href=\"\(SafeText.html($0))\">\(title)</a>" } ?? title
    var text = "<p>Says: \(SafeText.html(words.source)). \(words.reports). First in \(link).</p>"
    for conflict in words.conflicts {
      let date = conflict.date.map { SafeText.html($0) + ": " } ?? ""
      text += "<p>Disputed: \(date)\(SafeText.html(conflict.text)) (\(SafeText.html(conflict.document)))</p>"
    }
    return text
  }

  /// The same in every run: from entity, article and claim.
  private static func identifier(_ entry: TimelineEntry) -> String {
    let hash = FoldedHash.hash("\(entry.entity.key)\u{0}\(entry.document.id)\u{0}\(entry.claim)")
    return "sayso-" + String(hash, radix: 16)
  }
}
