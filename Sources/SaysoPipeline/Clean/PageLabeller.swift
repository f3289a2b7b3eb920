import SaysoRecord
import SaysoText

/// Says what the lines of a web page outside the body are, by their markup first and their words second.
struct PageLabeller {
  let page: PageLines
  let isBody: [Bool]

  /// The zone of each line with the rule that decided it.
  func labels(_ article: borrowing Article) -> [(kind: ZoneKind, rule: StaticString)] {
    var labels = page.lines.indices.map { label($0) }
    if let title = titleLine(article) { labels[title] = (.title, "title-of-page") }
    return labels
  }

  private func label(_ index: Int) -> (kind: ZoneKind, rule: StaticString) {
    let line = page.lines[index]
    if line.isSiteFurniture { return (.furniture, RepeatedLines.rule) }
    let marks = page.hints[index].marks
    let isShort = line.words <= 12 && !line.hasFinalPunctuation
    let isNearBody = !marks.hasAny(.against)
    if isShort, line.opensByline, isNearBody || isBody[index] { return (.byline, "byline-words") }
    if isBody[index] { return ZoneLabeller.foreign(line) ?? (.body, "page-decoder") }
    if isNearBody, isShort, marks.contains(.byline), line.words >= 2 { return (.byline, "byline-markup") }
    if isNearBody, isShort, line.hasDate, marks.contains(.date) || line.opensDateline || line.words <= 6 {
      return (.dateline, "date-markup")
    }
    if marks.hasAny([.caption, .figure]), line.words >= 2, line.words <= 80 { return (.caption, "caption-markup") }
    if marks.contains(.comments) { return (.furniture, "comments-markup") }
    if marks.contains(.consent) { return (.furniture, "consent-markup") }
    if isTeaser(index) { return (.teaser, "teaser-markup") }
    if line.isTruncated { return (.teaser, "truncated") }
    if marks.hasAny([.navigation, .footer, .form, .share, .promotion, .biography]) {
      return (.furniture, "furniture-markup")
    }
    if line.isHeading || line.isLegal { return (.furniture, "furniture-words") }
    if line.words >= 15 { return (.teaser, "text-outside-body") }
    return (.furniture, "outside-body")
  }

  /// A line about another article: in a list of them, long enough to be a headline.
  private func isTeaser(_ index: Int) -> Bool {
    page.hints[index].marks.hasAny([.related, .teaser]) && page.lines[index].words >= 5 && !page.lines[index].isHeading
  }

  /// The line that is the title that the markup gives; else the first `h1` before the body.
  private func titleLine(_ article: borrowing Article) -> Int? {
    let bodyStart = isBody.firstIndex(of: true) ?? page.lines.count
    let candidates = page.lines.indices.filter { index in
      page.lines[index].words > 0 && !page.lines[index].isSiteFurniture && (index <= bodyStart + 3)
    }
    let title = article.metadata.title.map { FoldedWords.hashes(of: $0) } ?? []
    let same = candidates.filter { index in
      !title.isEmpty && FoldedWords.hashes(of: article.source.string(article.lines[index].span)) == title
    }
    if let exact = same.first(where: { page.hints[$0].kind == .title }) ?? same.last { return exact }
    return candidates.last { page.hints[$0].kind == .title && page.lines[$0].words >= 2 }
  }
}
