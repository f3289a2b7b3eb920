import SaysoRecord
import SaysoText

/// The lines of a web page with their features, the hints of the markup, and what the page as a whole makes of them.
struct PageLines {
  var lines: [LineFeatures]
  /// One for each line.
  private(set) var hints: [BlockHints] = []
  /// Share of each line's text that stands in links, in percent.
  private(set) var linkShare: [Int] = []
  /// Running text in each line's container, in percent of the container with most.
  private(set) var container: [Int] = []
  /// Lines from the first to the last of running text in a container that holds much of it.
  private(set) var running: ClosedRange<Int>?
  /// The page marks its body, or puts it into `<article>`.
  private(set) var hasMarkedBody = false
  private(set) var hasArticle = false

  /// Marks that say nothing where most of the page's text has them: a class word of the whole page.
  private static let doubtful: [BlockMarks] = [
    .footer, .navigation, .aside, .form, .comments, .related, .share, .promotion, .consent, .biography, .sidebar, .tags,
    .teaser, .header, .figure, .byline, .date, .title, .caption,
  ]

  init(_ article: borrowing Article, _ lines: [LineFeatures]) {
    self.lines = lines
    alignHints(article)
    let total = max(1, words { _ in true })
    let common = Self.doubtful.filter { mark in words { $0.marks.hasAny(mark) } * 2 > total }
    let dropped = common.reduce(BlockMarks()) { $0.union($1) }
    for index in hints.indices { hints[index].marks.subtract(dropped) }
    hasMarkedBody = words { $0.marks.contains(.body) } * 10 > total * 3
    hasArticle = words { $0.marks.contains(.article) } * 10 > total * 3
    measureContainers()
    let first = lines.indices.first { isRunning($0) }
    let last = lines.indices.last { isRunning($0) }
    if let first, let last { running = first...last }
  }

  /// Gives each line the hints of the block that it is in. Both are in the order of the text.
  private mutating func alignHints(_ article: borrowing Article) {
    var at = 0
    let all = article.hints
    for line in article.lines {
      while at + 1 < all.count, all[at + 1].start <= line.span.start { at += 1 }
      hints.append(all[at])
      linkShare.append(min(100, Int(all[at].linkBytes) * 118 / max(1, line.span.count)))
    }
  }

  /// Words of text, not links, in lines whose hints are wanted.
  private func words(_ isWanted: (BlockHints) -> Bool) -> Int {
    lines.indices.reduce(0) { sum, index in
      let counts = isOwnText(index, words: 10) && linkShare[index] < 50 && isWanted(hints[index])
      return counts ? sum + lines[index].words : sum
    }
  }

  /// A line of so many words or more that the site does not repeat.
  private func isOwnText(_ index: Int, words: Int) -> Bool {
    lines[index].words >= words && !lines[index].isSiteFurniture
  }

  private mutating func measureContainers() {
    var held: [Int32: Int] = [:]
    for index in lines.indices
    where isOwnText(index, words: 8) && lines[index].hasFinalPunctuation && linkShare[index] < 40
      && !hints[index].marks.hasAny(.against)
    {
      held[containerNumber(index), default: 0] += lines[index].words
    }
    let most = max(1, held.values.max() ?? 1)
    container = lines.indices.map { held[containerNumber($0), default: 0] * 100 / most }
  }

  /// The block that a line shares with its neighbours: what is around its paragraph, or the block of plain text itself.
  private func containerNumber(_ index: Int) -> Int32 {
    switch hints[index].kind {
    case .plain, .caption: hints[index].parent
    default: hints[index].grandparent
    }
  }

  /// A line of running text in a container that holds much of it, or that the markup calls body.
  private func isRunning(_ index: Int) -> Bool {
    let line = lines[index]
    guard isOwnText(index, words: 15), line.hasFinalPunctuation, linkShare[index] < 40,
      !hints[index].marks.hasAny(.against)
    else {
      return false
    }
    return container[index] > 50 || hints[index].marks.contains(.body)
  }

  /// Whether a line that is no running text ends what a heading like "Read more" begins.
  func endsHeading(_ index: Int) -> Bool { isRunning(index) }
}
