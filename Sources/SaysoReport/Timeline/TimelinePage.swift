internal import SaysoAnalysis
internal import SaysoRecord

/// One HTML page with everything in it: no script, no other file.
final class TimelinePage: TimelineWriting {
  private let sink: any ByteSink
  private let entry = PageTemplate(PackageResources.timeline_entry_mustache)
  private var hasBegun = false

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ timeline: Timeline) throws(OutputError) {
    guard !timeline.entries.isEmpty else { return }
    try begin()
    let name = SafeText.html(timeline.entity.name)
    let key = SafeText.html(timeline.entity.key)
    try sink.write(Array("<section>\n<h2>\(name) <small>\(key)</small></h2>\n<ol>\n".utf8))
    for entry in timeline.entries { try sink.write(self.entry.render(Self.values(entry))) }
    try sink.write(Array("</ol>\n</section>\n".utf8))
  }

  func finish() throws(OutputError) {
    try begin()
    try sink.write(PackageResources.timeline_foot_mustache)
  }

  private func begin() throws(OutputError) {
    guard !hasBegun else { return }
    hasBegun = true
    try sink.write(PackageResources.timeline_head_mustache)
  }

  private static func values(_ entry: TimelineEntry) -> [String: Any] {
    let words = EntryWords(entry: entry)
    let conflicts = words.conflicts.map {
      [
        "date": SafeText.line($0.date ?? words.date), "text": SafeText.line($0.text),
        "document": SafeText.line($0.document),
      ]
    }
    let others = (entry.with + entry.places).map { SafeText.line($0.name) }
    return [
      "date": words.date, "hasDay": entry.date.start != nil, "day": entry.date.start ?? "",
      "text": SafeText.line(words.text),
      "source": SafeText.line(words.source), "reports": words.reports, "conflicts": conflicts,
      "others": others.joined(separator: ", "), "hasOthers": !others.isEmpty, "isDisputed": entry.isDisputed,
      "isStatement": entry.isStatement, "isDoubtful": entry.date.isApproximate || entry.date.start == nil,
      "title": SafeText.line(entry.document.title ?? entry.document.id), "url": SafeText.link(entry.document.url) ?? "",
      "hasURL": SafeText.link(entry.document.url) != nil, "hasPublisher": entry.document.publisher?.isEmpty == false,
      "publisher": SafeText.line(entry.document.publisher ?? ""),
      "published": entry.published.map { DateWords.text($0) } ?? "date of publication not known",
    ]
  }
}
