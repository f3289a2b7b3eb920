import SaysoLexicon
import SaysoText

/// Something that speaks for or against a page's line being body; the raw value is its name in
/// `Lexicons/en/zones/page-weights.tsv`.
enum PageCue: String, CaseIterable {
  case linkHalf = "link-half"
  case linkMost = "link-most"
  case against, header, sidebar, navigation, caption, byline, title, date, figure, body, article, main
  case outsideBody = "outside-body"
  case outsideArticle = "outside-article"
  case containerHalf = "container-half"
  case inside
  case beforeFirst = "before-first"
  case afterLast = "after-last"
  case words10 = "words-10"
  case words4 = "words-4"
  case sentence
  case functionWords = "function-words"
  case duplicate, legal
  case headingWords = "heading-words"
  case captionWords = "caption-words"
  case listItem = "list-item"
  case plain, heading
  case listItemInBody = "list-item-in-body"
  case paragraphInBody = "paragraph-in-body"
  case plainInBody = "plain-in-body"
  case longInBody = "long-in-body"
  case shortParagraphInBody = "short-paragraph-in-body"
  case teaserInBody = "teaser-in-body"
  case relatedInBody = "related-in-body"
  case shortAfterHeading = "short-after-heading"
  case linkAfterHeading = "link-after-heading"
}

/// Finds the article's body among the lines of a web page: the sum of its cues' weights for each line, then the
/// two-state decoder.
struct PageDecoder {
  private let decoder: TwoStateDecoder
  private let weights: [PageCue: Int]
  private let bias: Int
  private let containerWeight: Int
  /// Lines after a heading like "Read more" that it is about.
  private static let headingReach = 6

  init(_ lexicon: Lexicon) {
    let table = Weights(lexicon, list: "zones/page-weights")
    decoder = TwoStateDecoder(table)
    weights = Dictionary(uniqueKeysWithValues: PageCue.allCases.map { ($0, table[$0.rawValue]) })
    bias = table["bias"]
    containerWeight = table["container"]
  }

  /// For each line whether it is body. O(lines).
  func decode(_ page: PageLines) -> [Bool] {
    var sinceHeading = Int.max
    let scores = page.lines.indices.map { index in
      if page.lines[index].isHeading {
        sinceHeading = 0
      } else if page.endsHeading(index) {
        sinceHeading = Int.max
      } else if sinceHeading < Int.max {
        sinceHeading += 1
      }
      return score(index, of: page, isAfterHeading: sinceHeading < Self.headingReach)
    }
    return decoder.decode(scores)
  }

  /// A short line counts for less, as there is less to lose by it.
  private func score(_ index: Int, of page: PageLines, isAfterHeading: Bool) -> Int {
    var sum = bias + containerWeight * page.container[index] / 100
    PageCues(page: page, index: index).visit(isAfterHeading: isAfterHeading) { sum += weights[$0, default: 0] }
    return page.lines[index].bounded(sum * min(10, 3 + 2 * page.lines[index].words) / 10)
  }
}

/// The cues of one line.
struct PageCues {
  let page: PageLines
  let index: Int

  /// Calls `note` with each cue that the line has.
  func visit(isAfterHeading: Bool, _ note: (PageCue) -> Void) {
    visitMarks(note)
    visitPlace(note)
    visitWords(note)
    visitKind(note)
    guard isAfterHeading else { return }
    if page.lines[index].words < 15 { note(.shortAfterHeading) }
    if page.linkShare[index] > 50 { note(.linkAfterHeading) }
  }

  private static let marked: [(BlockMarks, PageCue)] = [
    (.header, .header), (.sidebar, .sidebar), (.navigation, .navigation), (.caption, .caption), (.byline, .byline),
    (.title, .title), (.date, .date), (.figure, .figure), (.body, .body), (.article, .article), (.main, .main),
    (.against, .against),
  ]

  private func visitMarks(_ note: (PageCue) -> Void) {
    let marks = page.hints[index].marks
    for (mark, cue) in Self.marked where marks.hasAny(mark) { note(cue) }
    if page.hasMarkedBody, !marks.contains(.body) { note(.outsideBody) }
    if page.hasArticle, !marks.contains(.article) { note(.outsideArticle) }
    guard marks.contains(.body) else { return }
    if marks.contains(.teaser) { note(.teaserInBody) }
    if marks.contains(.related) { note(.relatedInBody) }
  }

  private func visitPlace(_ note: (PageCue) -> Void) {
    if page.container[index] > 50 { note(.containerHalf) }
    if page.linkShare[index] > 50 { note(.linkHalf) }
    if page.linkShare[index] > 90 { note(.linkMost) }
    guard let running = page.running else { return note(.inside) }
    if running.contains(index) { note(.inside) }
    if index < running.lowerBound { note(.beforeFirst) }
    if index > running.upperBound { note(.afterLast) }
  }

  private func visitWords(_ note: (PageCue) -> Void) {
    let line = page.lines[index]
    if line.words >= 4 { note(.words4) }
    if line.words >= 10 { note(.words10) }
    if line.isText, line.hasFinalPunctuation { note(.sentence) }
    if line.isText, line.functionWords * 4 > line.words { note(.functionWords) }
    if line.isDuplicate { note(.duplicate) }
    if line.isLegal { note(.legal) }
    if line.isHeading { note(.headingWords) }
    if line.hasCaptionWord { note(.captionWords) }
  }

  private func visitKind(_ note: (PageCue) -> Void) {
    let line = page.lines[index]
    let isInBody = page.hints[index].marks.contains(.body) || page.container[index] > 90
    if isInBody, line.words >= 20 { note(.longInBody) }
    switch page.hints[index].kind {
    case .listItem:
      note(.listItem)
      if isInBody, page.linkShare[index] < 50 { note(.listItemInBody) }
    case .plain:
      note(.plain)
      if isInBody, line.words >= 8 { note(.plainInBody) }
    case .heading: note(.heading)
    case .paragraph:
      guard isInBody else { return }
      note(.paragraphInBody)
      if line.words < 8, !line.hasFinalPunctuation { note(.shortParagraphInBody) }
    default: break
    }
  }
}
