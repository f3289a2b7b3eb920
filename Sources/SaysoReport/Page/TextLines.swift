internal import SaysoRecord

/// The lines of an article's text with the zone of each.
///
/// A line that a narrow column has broken goes on in the same paragraph; any other begins a new one.
struct TextLines {
  struct Line {
    var span: CodePointSpan
    var zone: ZoneKind
    /// Goes on with the paragraph of the line before.
    var continues: Bool
  }

  private let lines: [Line]

  /// Lines as long as these were broken by whoever set them.
  private static let broken: ClosedRange<Int32> = 45...100

  /// - Parameter limit: code points, behind which nothing is shown.
  init(_ text: ArticleText, _ zones: [AnnotationRecord.Zone], isPlainText: Bool, limit: Int) {
    var lines: [Line] = []
    var zone = 0
    var point: Int32 = 0
    var start: Int32 = 0
    var isBlank = true
    func end() {
      guard !isBlank else { return }
      while zone < zones.count, zones[zone].span.end <= start { zone += 1 }
      let kind = Self.kind(of: CodePointSpan(Int(start), Int(point)), zones[zone...])
      let before = lines.last
      let continues =
        isPlainText
        && before.map {
          $0.zone == kind && $0.span.end + 1 == start && Self.broken.contains($0.span.end - $0.span.start)
        } ?? false
      lines.append(Line(span: CodePointSpan(Int(start), Int(point)), zone: kind, continues: continues))
    }
    for byte in text.bytes where byte & 0xC0 != 0x80 {
      if point >= limit { break }
      if byte == 0x0A {
        end()
        start = point + 1
        isBlank = true
      } else if byte > 0x20 {
        isBlank = false
      }
      point += 1
    }
    end()
    self.lines = lines
  }

  /// The zone that most of a line lies in: a dateline often shares its line with the body's first sentence.
  private static func kind(of line: CodePointSpan, _ zones: ArraySlice<AnnotationRecord.Zone>) -> ZoneKind {
    var (longest, kind) = (Int32(0), ZoneKind.body)
    for zone in zones.prefix(8).prefix(while: { $0.span.start < line.end }) {
      let shared = min(zone.span.end, line.end) - max(zone.span.start, line.start)
      if shared > longest { (longest, kind) = (shared, zone.kind) }
    }
    return kind
  }

  /// Paragraphs: one or several lines each.
  var paragraphs: [ArraySlice<Line>] {
    var paragraphs: [ArraySlice<Line>] = []
    var start = 0
    for index in lines.indices.dropFirst() where !lines[index].continues {
      paragraphs.append(lines[start..<index])
      start = index
    }
    if start < lines.count { paragraphs.append(lines[start...]) }
    return paragraphs
  }
}
