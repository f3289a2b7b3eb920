internal import SaysoRecord

/// Writes an article's text as paragraphs, with everything that is known of a stretch of it on one element.
///
///     <span class="mp s" data-e="2" data-s="3">Marten Okoye</span>
///
/// `class` has the mention's type and what part of a claim it is, for the eye; `data-e`, `-c`, `-s`, `-q` and `-f` hold
/// the numbers of entities, of claims whose content, source or cue it is, and of findings, for the script.
struct ArticleMarkup {
  /// Code points of one article that are shown.
  static let longest = 200_000

  private let article: ReportArticle
  private var text: ArticleText { article.text }
  private var anchor: Int { article.number }
  private var marks: TextMarks
  /// Claims that wait for an element that takes the keyboard's focus.
  private var waiting: Int32?
  private let focus: [Int32: Int32]

  init(_ article: ReportArticle, claims: ListedClaims) {
    self.article = article
    marks = TextMarks()
    var focus: [Int32: Int32] = [:]
    for (index, mention) in article.record.mentions.enumerated() { marks.add(.mention, index, mention.span) }
    for claim in claims.listed {
      let number = Int(claim.id.number)
      for span in claim.content.spans { marks.add(.content, number, span) }
      for span in claim.source?.passage.spans ?? [] { marks.add(.source, number, span) }
      for span in claim.cue?.passage.spans ?? [] { marks.add(.cue, number, span) }
      let first =
        (claim.cue ?? nil)?.passage.spans.first ?? claim.source?.passage.spans.first ?? claim.content.spans.first
      if let first { focus[first.start] = claim.id.number }
    }
    for claim in claims.anchored { marks.addPlace(Int(claim.id.number), claim.content.spans.first?.start ?? 0) }
    for (index, finding) in article.findings.enumerated() {
      guard let span = finding.span else { continue }
      marks.addPlace(-1 - index, span.start)
      marks.add(.finding, index, span)
    }
    self.focus = focus
    marks.sort()
  }

  /// Whether the text is longer than what is shown.
  var isCut: Bool { text.count > Self.longest }

  mutating func write(to html: inout HTMLWriter) {
    let isPlain = article.record.input.format != .html
    let lines = TextLines(text, article.record.zones, isPlainText: isPlain, limit: Self.longest)
    for paragraph in lines.paragraphs {
      html.raw("<p dir=\"auto\" class=\"z-")
      html.text(paragraph.first?.zone.rawValue ?? "body")
      html.raw("\">")
      for line in paragraph {
        if line.continues { html.raw("\n") }
        write(line.span, to: &html)
      }
      html.raw("</p>\n")
    }
    if isCut {
      html.raw("<p class=\"cut\">The page shows ")
      html.int(Self.longest)
      html.raw(" of ")
      html.int(text.count)
      html.raw(" characters; the annotation line holds all of them.</p>\n")
    }
  }

  private mutating func write(_ line: CodePointSpan, to html: inout HTMLWriter) {
    var at = line.start
    while at < line.end {
      for place in marks.advance(to: at) { writePlace(place, to: &html) }
      if let claim = focus[at] { waiting = claim }
      let end = min(line.end, marks.nextOffset ?? line.end)
      writeStretch(CodePointSpan(Int(at), Int(end)), to: &html)
      at = end
    }
  }

  /// An empty anchor: `a17c5` where a claim's content begins, `a17f2` where a finding does.
  private func writePlace(_ place: Int32, to html: inout HTMLWriter) {
    html.raw("<a id=\"a")
    html.int(anchor)
    html.raw(place < 0 ? "f" : "c")
    html.int(Int(place < 0 ? -1 - place : place))
    html.raw("\"></a>")
  }

  private mutating func writeStretch(_ span: CodePointSpan, to html: inout HTMLWriter) {
    guard marks.isAnyOpen else { return html.text(text.bytes(span)) }
    let mentions = marks[.mention]
    html.raw("<span class=\"")
    writeClasses(mentions.last.map { article.record.mentions[Int($0)] }, to: &html)
    html.raw("\"")
    write(" data-e=\"", mentions.compactMap { article.record.mentions[Int($0)].entity?.number }, to: &html)
    write(" data-c=\"", marks[.content], to: &html)
    write(" data-s=\"", marks[.source], to: &html)
    write(" data-q=\"", marks[.cue], to: &html)
    write(" data-f=\"", marks[.finding], to: &html)
    writeDate(mentions, to: &html)
    writeFocus(to: &html)
    html.raw(">")
    html.text(text.bytes(span))
    html.raw("</span>")
  }

  private func writeClasses(_ mention: AnnotationRecord.Mention?, to html: inout HTMLWriter) {
    var gap: StaticString = ""
    func add(_ name: StaticString) {
      html.raw(gap)
      html.raw(name)
      gap = " "
    }
    if let mention {
      add(Self.name(mention.type))
      if mention.isNominal { add("n") }
    }
    if marks.isOpen(.source) { add("s") }
    if marks.isOpen(.cue) { add("q") }
    if marks.isOpen(.content) { add("c") }
    if marks.isOpen(.finding) { add("f") }
  }

  private static func name(_ type: MentionType) -> StaticString {
    switch type {
    case .person: "mp"
    case .place: "ml"
    case .organization: "mo"
    case .date: "md"
    case .group: "mg"
    }
  }

  private func write(_ attribute: StaticString, _ numbers: [Int32], to html: inout HTMLWriter) {
    guard let first = numbers.first else { return }
    html.raw(attribute)
    html.int(Int(first))
    for number in numbers.dropFirst() {
      html.raw(" ")
      html.int(Int(number))
    }
    html.raw("\"")
  }

  private func writeDate(_ mentions: [Int32], to html: inout HTMLWriter) {
    guard let inner = mentions.last, let date = article.record.mentions[Int(inner)].date else { return }
    html.raw(" title=\"")
    html.text(date.edtf.map { DateWords.text($0) } ?? date.timex)
    html.raw("\"")
  }

  private mutating func writeFocus(to html: inout HTMLWriter) {
    guard let claim = waiting else { return }
    waiting = nil
    html.raw(" tabindex=\"0\" aria-describedby=\"a")
    html.int(anchor)
    html.raw("k")
    html.int(Int(claim))
    html.raw("\"")
  }
}
