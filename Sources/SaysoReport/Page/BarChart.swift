internal import SaysoRecord

/// Horizontal bars as inline SVG: a label, a bar and the number for each row, so that colour is never needed.
struct BarChart {
  struct Row {
    var label: String
    var count: Int
    /// Class of the bar, for its colour.
    var style: String
  }

  private static let labelWidth = 118
  private static let barWidth = 172
  private static let rowHeight = 22

  let title: String
  let rows: [Row]

  /// Rows of a closed vocabulary that occur, in its order.
  init<Name>(_ title: String, _ counts: Counts<Name>, style: String) {
    self.title = title
    rows = Name.allCases.filter { counts[$0] > 0 }.map {
      Row(label: $0.rawValue, count: counts[$0], style: "\(style) \(style)-\($0.rawValue)")
    }
  }

  func write(to html: inout HTMLWriter) {
    let total = rows.reduce(0) { $0 + $1.count }
    guard total > 0, let most = rows.map(\.count).max() else { return }
    html.raw("<figure class=\"chart\"><figcaption>")
    html.text(title)
    html.raw("</figcaption><svg viewBox=\"0 0 380 ")
    html.int(rows.count * Self.rowHeight)
    html.raw("\" role=\"img\" aria-label=\"")
    html.text(rows.map { "\($0.label) \($0.count)" }.joined(separator: ", "))
    html.raw("\">\n")
    for (index, row) in rows.enumerated() { write(row, index, most: most, total: total, to: &html) }
    html.raw("</svg></figure>\n")
  }

  private func write(_ row: Row, _ index: Int, most: Int, total: Int, to html: inout HTMLWriter) {
    let top = index * Self.rowHeight
    let width = max(1, row.count * Self.barWidth / most)
    html.raw("<text class=\"label\" x=\"")
    html.int(Self.labelWidth - 8)
    html.raw("\" y=\"")
    html.int(top + 15)
    html.raw("\">")
    html.text(row.label)
    html.raw("</text><rect class=\"bar ")
    html.text(row.style)
    html.raw("\" x=\"")
    html.int(Self.labelWidth)
    html.raw("\" y=\"")
    html.int(top + 3)
    html.raw("\" height=\"16\" rx=\"2\" width=\"")
    html.int(width)
    html.raw("\"/><text x=\"")
    html.int(Self.labelWidth + width + 6)
    html.raw("\" y=\"")
    html.int(top + 15)
    html.raw("\">")
    html.text("\(row.count) (\(ProfileWords.percent(row.count * 1000 / total)))")
    html.raw("</text>\n")
  }
}

/// One line of stacked shares: who stands behind an article's claims.
enum ShareBar {
  static func write(_ voices: Counts<Voice>, to html: inout HTMLWriter) {
    let total = voices.total
    guard total > 0 else { return }
    html.raw("<svg class=\"share\" viewBox=\"0 0 200 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
    var x = 0
    var seen = 0
    for voice in Voice.allCases {
      seen += voices[voice]
      let end = seen * 200 / total
      if end > x {
        html.raw("<rect class=\"bar voice-")
        html.text(voice.rawValue)
        html.raw("\" y=\"0\" height=\"8\" x=\"")
        html.int(x)
        html.raw("\" width=\"")
        html.int(end - x)
        html.raw("\"/>")
      }
      x = end
    }
    html.raw("</svg>")
  }
}
