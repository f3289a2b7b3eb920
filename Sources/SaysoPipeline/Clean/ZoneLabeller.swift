import SaysoRecord
import SaysoText

/// Says what the lines outside the body are: the title before it, byline, dateline, captions, other articles' teasers,
/// and the furniture that remains.
struct ZoneLabeller {
  let lines: [LineFeatures]
  let verdicts: [LineVerdict]

  /// Longest line that only names another article, and longest caption, in words.
  private static let (referenceWords, captionWords) = (30, 60)

  /// The zone of each line with the rule that decided it.
  func labels(_ article: borrowing Article) -> [(kind: ZoneKind, rule: StaticString)] {
    var labels = lines.indices.map { label($0) }
    if let title = titleAfterBreadcrumb(article) {
      for line in (verdicts.firstIndex(where: \.isBody) ?? title)..<title { labels[line] = (.furniture, "breadcrumb") }
      labels[title] = (.title, "title-before-body")
    } else if let title = titleLine(article, labels.map(\.kind)) {
      labels[title] = (.title, "title-before-body")
    }
    markTeaserHeadings(&labels)
    markBylineBehindTitle(&labels)
    return labels
  }

  private func label(_ index: Int) -> (kind: ZoneKind, rule: StaticString) {
    let line = lines[index]
    if line.isSiteFurniture { return (.furniture, RepeatedLines.rule) }
    if isByline(line) { return (.byline, "byline-words") }
    if let foreign = Self.foreign(line) { return foreign }
    if verdicts[index].isBody { return (.body, verdicts[index].rule) }
    if isDateline(line) { return (.dateline, "date-line") }
    if line.hasCaptionWord, line.words <= Self.captionWords, !line.isHeading { return (.caption, "caption-words") }
    if line.isHeading || line.isLegal { return (.furniture, "furniture-words") }
    if line.isTruncated { return (.teaser, "truncated") }
    if verdicts[index] == .apart { return (.furniture, "apart-from-body") }
    if line.words >= 15 { return (.teaser, "text-outside-body") }
    return (.furniture, "outside-body")
  }

  /// A line that only names another article, or a caption, also where it stands in the body; nil for any other.
  static func foreign(_ line: LineFeatures) -> (kind: ZoneKind, rule: StaticString)? {
    if line.opensReference, line.words <= referenceWords { return (.teaser, "see-also") }
    if line.isCredited, line.words <= captionWords { return (.caption, "picture-credit") }
    return nil
  }

  private func isByline(_ line: LineFeatures) -> Bool {
    line.opensByline && line.words <= 10 && !line.hasFinalPunctuation && !line.isHeading
  }

  private func isDateline(_ line: LineFeatures) -> Bool {
    guard line.words <= 12, !line.hasFinalPunctuation, !line.isDuplicate else { return false }
    if line.opensDateline { return true }
    guard line.hasDate, !line.isLegal else { return false }
    return line.hasSeparator || line.words <= 5 || (line.opensMonth && line.words <= 8)
  }

  /// The title: the last likely line before the body; one that ends another line (a breadcrumb glued to it) or that
  /// the page repeats wins.
  private func titleLine(_ article: borrowing Article, _ kinds: [ZoneKind]) -> Int? {
    let bodyStart = verdicts.firstIndex(where: \.isBody) ?? lines.count
    if bodyStart == lines.firstIndex(where: { !$0.isSiteFurniture }) { return openingTitle() }
    var best: (line: Int, points: Int)?
    for index in 0..<bodyStart where kinds[index] == .furniture || kinds[index] == .teaser {
      guard (3...30).contains(lines[index].words), !lines[index].isHeading, !lines[index].isLegal,
        !lines[index].isSiteFurniture, !lines[index].opensTeaser
      else { continue }
      var points = 10 - min(10, bodyStart - index)
      if lines[index].words >= 5 { points += 3 }
      if lines[index].isTruncated { points -= 10 }
      if lines[index].hasSeparator { points -= 6 }
      if endsAnotherLine(index, before: bodyStart, article) { points += 12 }
      if points > (best?.points ?? 0) { best = (index, points) }
    }
    return best?.line
  }

  /// Text without a page around it: a short first line before longer ones is the headline.
  private func openingTitle() -> Int? {
    let own = lines.indices.filter { !lines[$0].isSiteFurniture }
    guard own.count > 1, let first = own.first, (2...25).contains(lines[first].words) else { return nil }
    let next = own.dropFirst().prefix(6).map { lines[$0].words }.max() ?? 0
    return !lines[first].hasFinalPunctuation && next > lines[first].words ? first : nil
  }

  /// A title that reads like a sentence, and so was taken for body: one of its first two lines, with the same words at
  /// the end of the line before, a breadcrumb.
  private func titleAfterBreadcrumb(_ article: borrowing Article) -> Int? {
    guard let start = verdicts.firstIndex(where: \.isBody) else { return nil }
    return (start...(start + 1)).first { index in
      guard index > 0, index < lines.count, (3...30).contains(lines[index].words) else { return false }
      let text = article.source.clamped(article.lines[index].span)
      let before = article.source.clamped(article.lines[index - 1].span)
      guard lines[index - 1].words <= 30, before.count > text.count else { return false }
      return article.source.bytes[before].suffix(text.count).elementsEqual(article.source.bytes[text])
    }
  }

  private func endsAnotherLine(_ index: Int, before limit: Int, _ article: borrowing Article) -> Bool {
    let text = article.source.clamped(article.lines[index].span)
    for other in 0..<min(limit, 40) where other != index {
      let long = article.source.clamped(article.lines[other].span)
      guard long.count >= text.count, long != text else { continue }
      if article.source.bytes[long].suffix(text.count).elementsEqual(article.source.bytes[text]) { return true }
    }
    return false
  }

  /// "Sabine Kroll | Northern Post" right behind the title.
  private func markBylineBehindTitle(_ labels: inout [(kind: ZoneKind, rule: StaticString)]) {
    guard let title = labels.firstIndex(where: { $0.kind == .title }), title + 1 < lines.count else { return }
    let line = lines[title + 1]
    guard line.hasSeparator, (2...10).contains(line.words), !line.hasFinalPunctuation, !line.isLegal, !line.isHeading,
      [.furniture, .body].contains(labels[title + 1].kind)
    else { return }
    labels[title + 1] = (.byline, "byline-behind-title")
  }

  /// A short line right before a teaser is the teaser's headline.
  private func markTeaserHeadings(_ labels: inout [(kind: ZoneKind, rule: StaticString)]) {
    for index in labels.indices.dropLast().reversed()
    where labels[index].kind == .furniture && !lines[index].isSiteFurniture {
      guard labels[index + 1].kind == .teaser, labels[index + 1].rule.utf8CodeUnitCount > 0 else { continue }
      let line = lines[index]
      let isHeadline = (3...20).contains(line.words) && !line.isHeading && !line.isLegal && lines[index + 1].words >= 15
      if isHeadline { labels[index] = (.teaser, "headline-of-teaser") }
    }
  }
}
