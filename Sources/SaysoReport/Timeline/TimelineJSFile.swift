internal import SaysoAnalysis
internal import SaysoRecord
internal import SaysoText

/// JSON for TimelineJS (timeline.knightlab.com): one slide for each entry, grouped by entity.
///
/// TimelineJS leaves out a slide without a start date without a word, so entries that have none are counted in
/// `unplaced`. It has no field for doubt: `display_date` says it in words.
final class TimelineJSFile: TimelineWriting {
  private var file: JSONArrayFile
  private(set) var unplaced = 0

  init(to sink: any ByteSink) {
    file = JSONArrayFile(to: sink, in: "events") { $0.field("scale", "human") }
  }

  func write(_ timeline: Timeline) throws(OutputError) {
    for entry in timeline.entries {
      guard let start = entry.date.start ?? entry.date.end else {
        unplaced += 1
        continue
      }
      event(entry, start: start)
      try file.drainWhenFull()
    }
  }

  func finish() throws(OutputError) { try file.finish() }

  private func event(_ entry: TimelineEntry, start: String) {
    let words = EntryWords(entry: entry)
    file.json.beginObject()
    file.json.field("unique_id", Self.identifier(entry))
    date("start_date", start, entry.date.precision)
    // TimelineJS wants no end that is the start.
    if let end = entry.date.end, end != start { date("end_date", end, entry.date.precision) }
    file.json.field("display_date", words.date)
    file.json.key("text")
    file.json.beginObject()
    file.json.field("headline", SafeText.html(words.text))
    file.json.field("text", Self.body(entry, words))
    file.json.endObject()
    file.json.field("group", SafeText.html(entry.entity.name))
    file.json.endObject()
  }

  /// Year, month and day as far as the entry is precise.
  private func date(_ key: StaticString, _ day: String, _ precision: DatePrecision?) {
    let isNegative = day.hasPrefix("-")
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return }
    file.json.key(key)
    file.json.beginObject()
    file.json.field("year", isNegative ? -parts[0] : parts[0])
    if precision.map({ $0.order < DatePrecision.year.order }) ?? true { file.json.field("month", parts[1]) }
    if precision.map({ $0.order < DatePrecision.month.order }) ?? true { file.json.field("day", parts[2]) }
    file.json.endObject()
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
