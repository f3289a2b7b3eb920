internal import SaysoAnalysis
internal import SaysoRecord

/// A timeline as inline SVG. A day that is known is a dot; a month, a season, a span of years is a bar as long as the
/// time that it may mean; what is approximate has a dashed outline, what is open on one side fades out there.
struct TimelineChart {
  private static let width = 960
  private static let margin = 12
  private static let laneHeight = 16
  private static let mostLanes = 10

  /// An entry with its place in the picture.
  private struct Mark {
    var entry: TimelineEntry
    var left: Int
    var right: Int
    var isOpen: Bool
    var lane = 0

    /// A dot for one day, a bar for anything longer or wider.
    var isBar: Bool { right - left > 10 || ![.day, .time].contains(entry.date.precision) || isOpen }
  }

  private let axis: TimeAxis
  private var marks: [Mark] = []
  private var lanes = 1

  /// Nil where no entry has a day that can be drawn.
  init?(_ entries: [TimelineEntry]) {
    let dates = entries.map { EventDate($0.date.edtf ?? "") }
    guard let axis = TimeAxis(dates, from: Self.margin, to: Self.width - Self.margin) else { return nil }
    self.axis = axis
    for (entry, date) in zip(entries, dates) where date.start != nil || date.end != nil {
      let left = date.start.map { axis.position(Int($0)) } ?? 0
      let right = date.end.map { axis.position(Int($0) + 1) } ?? Self.width
      marks.append(Mark(entry: entry, left: left, right: right, isOpen: date.start == nil || date.end == nil))
    }
    layOut()
  }

  /// Gives each mark the first lane in which nothing is in its way; beyond the last lane they overlap.
  private mutating func layOut() {
    var ends = [Int](repeating: .min, count: Self.mostLanes)
    for index in marks.indices.sorted(by: { (marks[$0].left, $0) < (marks[$1].left, $1) }) {
      let lane = ends.firstIndex { $0 < marks[index].left } ?? Self.mostLanes - 1
      marks[index].lane = lane
      ends[lane] = max(marks[index].right, marks[index].left + 12) + 3
      lanes = max(lanes, lane + 1)
    }
  }

  /// - Parameter link: the address of an entry's place, if it is on the page.
  func write(to html: inout HTMLWriter, link: (TimelineEntry) -> String?) {
    let bottom = lanes * Self.laneHeight + 6
    html.raw("<svg class=\"time\" viewBox=\"0 0 960 ")
    html.int(bottom + 18)
    html.raw("\" role=\"img\" aria-label=\"Events in time; the list below has them in words\">\n")
    for tick in axis.ticks { write(tick, bottom, to: &html) }
    for mark in marks { write(mark, link(mark.entry), to: &html) }
    html.raw("</svg>\n")
  }

  private func write(_ tick: TimeAxis.Tick, _ bottom: Int, to html: inout HTMLWriter) {
    html.raw("<path class=\"tick\" d=\"M")
    html.int(tick.position)
    html.raw(" 0V")
    html.int(bottom)
    html.raw("\"/><text x=\"")
    html.int(tick.position)
    html.raw("\" y=\"")
    html.int(bottom + 14)
    html.raw("\">")
    html.text(tick.label)
    html.raw("</text>\n")
  }

  private func write(_ mark: Mark, _ link: String?, to html: inout HTMLWriter) {
    if let link {
      html.raw("<a href=\"")
      html.text(link)
      html.raw("\" tabindex=\"-1\">")
    }
    writeShape(mark, to: &html)
    html.raw("<title>")
    html.text("\(DateWords.text(mark.entry.date.edtf)): ")
    html.text(mark.entry.text, limit: 120)
    html.raw("</title>")
    html.raw(mark.isBar ? "</rect>" : "</circle>")
    if link != nil { html.raw("</a>") }
    html.raw("\n")
  }

  private func writeShape(_ mark: Mark, to html: inout HTMLWriter) {
    let top = mark.lane * Self.laneHeight + 4
    let isBar = mark.isBar
    html.raw(isBar ? "<rect" : "<circle")
    html.raw(" class=\"when")
    if mark.entry.date.isApproximate { html.raw(" about") }
    if mark.isOpen { html.raw(" open") }
    if mark.entry.isDisputed { html.raw(" disputed") }
    html.raw(isBar ? "\" rx=\"5\" height=\"10\" x=\"" : "\" r=\"5\" cx=\"")
    html.int(isBar ? mark.left : (mark.left + mark.right) / 2)
    html.raw(isBar ? "\" y=\"" : "\" cy=\"")
    html.int(isBar ? top : top + 5)
    if isBar {
      html.raw("\" width=\"")
      html.int(max(10, mark.right - mark.left))
    }
    html.raw("\">")
  }
}
