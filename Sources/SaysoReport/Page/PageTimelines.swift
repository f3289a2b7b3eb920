internal import SaysoAnalysis
internal import SaysoRecord

/// The timelines of those whom a page's articles tell most of.
struct PageTimelines {
  /// Entities, and entries of each, that a page shows.
  private static let mostEntities = 24
  private static let mostEntries = 20
  private static let longestText = 180

  /// Ends the walk through the timelines.
  private struct Enough: Error {}

  private var reader: TimelineReader

  init() {
    var options = TimelineOptions()
    options.all = true
    options.least = 2
    options.most = Self.mostEntries
    reader = TimelineReader(options)
  }

  mutating func add(_ record: AnnotationRecord) { reader.add(record) }

  /// - Parameter anchors: the numbers of the page's articles by id.
  consuming func write(to html: inout HTMLWriter, anchors: [String: Int]) {
    var shown = 0
    _ = try? reader.finish().visit { (timeline) throws(Enough) in
      if shown == Self.mostEntities { throw Enough() }
      if shown == 0 { html.raw("<section class=\"timelines\" id=\"timelines\"><h2>Timelines</h2>\n") }
      shown += 1
      Self.write(timeline, isOpen: shown == 1, anchors, to: &html)
    }
    if shown > 0 { html.raw("</section>\n") }
  }

  private static func write(_ timeline: Timeline, isOpen: Bool, _ anchors: [String: Int], to html: inout HTMLWriter) {
    html.raw(isOpen ? "<details open><summary>" : "<details><summary>")
    html.text(SafeText.line(timeline.entity.name))
    html.raw(" <small>")
    html.text("\(timeline.entity.type.rawValue), \(timeline.entries.count) dated events")
    html.raw("</small></summary>\n")
    TimelineChart(timeline.entries)?.write(to: &html) { link($0, anchors) }
    html.raw("<ol>\n")
    for entry in timeline.entries { write(entry, link(entry, anchors), to: &html) }
    html.raw("</ol></details>\n")
  }

  private static func link(_ entry: TimelineEntry, _ anchors: [String: Int]) -> String? {
    anchors[entry.document.id].map { "#a\($0)\(entry.claim)" }
  }

  private static func write(_ entry: TimelineEntry, _ link: String?, to html: inout HTMLWriter) {
    let words = EntryWords(entry: entry)
    html.raw("<li><time>")
    html.text(words.date)
    html.raw("</time> ")
    if let link {
      html.raw("<a href=\"")
      html.text(link)
      html.raw("\">")
    }
    html.text(words.text, limit: longestText)
    if link != nil { html.raw("</a>") }
    html.raw(" <small>says ")
    html.text(words.source)
    html.raw("; ")
    html.text(words.reports)
    if entry.isDisputed { html.raw("; <b class=\"disputed\">disputed</b>") }
    html.raw("</small></li>\n")
  }
}
