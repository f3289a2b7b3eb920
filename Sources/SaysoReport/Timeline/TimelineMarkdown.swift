internal import SaysoAnalysis
internal import SaysoRecord

/// A chronology as a Markdown list for each entity.
final class TimelineMarkdown: TimelineWriting {
  private let sink: any ByteSink

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ timeline: Timeline) throws(OutputError) {
    guard !timeline.entries.isEmpty else { return }
    try put("## \(SafeText.markdown(timeline.entity.name))\n\n")
    for entry in timeline.entries { try put(Self.item(entry)) }
    try put("\n")
  }

  func finish() {}

  private func put(_ text: String) throws(OutputError) { try sink.write(Array(text.utf8)) }

  private static func item(_ entry: TimelineEntry) -> String {
    let words = EntryWords(entry: entry)
    let document = entry.document
    let title = SafeText.markdown(document.title ?? document.id)
    let link = SafeText.link(document.url).map { "[\(title)](<\($0)>)" } ?? title
    var item = "- **\(SafeText.markdown(words.date))** \(SafeText.markdown(words.text))"
    item += " — *\(SafeText.markdown(words.source))*, \(link), \(words.reports)\n"
    for conflict in words.conflicts {
      let date = conflict.date.map { SafeText.markdown($0) + ": " } ?? ""
      item += "  - disputed: \(date)\(SafeText.markdown(conflict.text)) (\(SafeText.markdown(conflict.document)))\n"
    }
    return item
  }
}
