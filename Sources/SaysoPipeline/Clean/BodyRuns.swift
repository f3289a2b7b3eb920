import SaysoText

/// What the decoder and what looks at its runs of lines say of one line.
enum LineVerdict {
  case outside
  /// The decoder took it for body; it stands apart from the article and belongs to the page.
  case apart
  case body
  /// A list, table or short exchange between two parts of the body.
  case between
  /// The list that the body's last line announces.
  case announced

  var isBody: Bool { self == .body || self == .between || self == .announced }

  /// The rule behind a line of the body.
  var rule: StaticString {
    switch self {
    case .between: "between-body"
    case .announced: "announced-list"
    default: "body-decoder"
    }
  }
}

/// Looks at the decoder's runs of body lines as wholes. The run with most points is the article; what comes after it may
/// be another text (a comment, an appeal to readers, a teaser), and what stands between two runs may be a part of it.
struct BodyRuns {
  let lines: [LineFeatures]
  let scores: [Int]
  let weights: Weights
  private(set) var verdicts: [LineVerdict]

  init(_ lines: [LineFeatures], scores: [Int], isBody: [Bool], _ weights: Weights) {
    self.lines = lines
    self.scores = scores
    self.weights = weights
    verdicts = isBody.map { $0 ? .body : .outside }
    dropComments()
    goOn()
    dropApart()
    fillBetween()
    addAnnounced()
  }

  private func runs() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in verdicts.indices where verdicts[index].isBody {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }

  private func points(_ run: Range<Int>) -> Int { run.reduce(0) { $0 + scores[$1] } }

  /// The number of the run with most points; the first of equals.
  private func main(_ runs: [Range<Int>]) -> Int? {
    let points = runs.map { self.points($0) }
    guard let most = points.max() else { return nil }
    return points.firstIndex(of: most)
  }

  /// The article goes on behind its run as long as a sentence of its kind follows within a few lines and nothing that
  /// speaks of furniture stands before it: paragraphs of a list of goods, or between tables.
  private mutating func goOn() {
    let runs = runs()
    guard let main = main(runs) else { return }
    let end = main + 1 < runs.count ? runs[main + 1].lowerBound : lines.count
    var last = runs[main].upperBound - 1
    for index in runs[main].upperBound..<end {
      guard index - last <= weights["longest-step"], verdicts[index] == .outside else { return }
      guard lines[index].opensReference || !endsList(lines[index]) else { return }
      guard scores[index] >= weights["paragraph"] else { continue }
      for line in (last + 1)...index { verdicts[line] = .between }
      last = index
    }
  }

  /// A run behind the article is no part of it where a heading, teaser or legal notice parts them and it is much
  /// smaller, or where it speaks to the reader as the article does not.
  private mutating func dropApart() {
    let runs = runs()
    guard let main = main(runs) else { return }
    let most = points(runs[main])
    let voice = addressing(runs[main])
    for number in runs.indices where number > main {
      let gap = runs[number - 1].upperBound..<runs[number].lowerBound
      let share = points(runs[number]) * 100
      let isParted = gap.contains { partsArticle(lines[$0]) } && share < most * weights["apart-share"]
      let other = addressing(runs[number])
      let speaksToReader =
        other >= weights["reader-words"] && other >= 3 * voice && share < most * weights["reader-share"]
      guard isParted || speaksToReader else { continue }
      for index in runs[number] { verdicts[index] = .apart }
    }
  }

  private func partsArticle(_ line: LineFeatures) -> Bool {
    line.isHeading || line.isLegal || line.isTruncated || line.opensTeaser || line.isSiteFurniture
  }

  /// Words to the reader, in percent of a run's words.
  private func addressing(_ run: Range<Int>) -> Int {
    let words = run.reduce(0) { $0 + lines[$1].words }
    return run.reduce(0) { $0 + lines[$1].addressing } * 100 / max(1, words)
  }

  /// Lines between two runs are the article's where next to nothing among them speaks of furniture.
  private mutating func fillBetween() {
    let runs = runs()
    for (before, after) in zip(runs, runs.dropFirst()) {
      let gap = before.upperBound..<after.lowerBound
      guard gap.count <= weights["longest-between"], !gap.contains(where: { verdicts[$0] == .apart }) else { continue }
      let signs = gap.reduce(0) { $0 + (speaksOfFurniture(lines[$1]) ? 1 : 0) }
      guard signs * weights["lines-a-sign"] <= gap.count else { continue }
      for index in gap { verdicts[index] = .between }
    }
  }

  private func speaksOfFurniture(_ line: LineFeatures) -> Bool {
    partsArticle(line) || line.sharesStart || line.hasSeparator || line.opensReference
  }

  /// The body's last line ends with a colon: what follows, up to the next sign of furniture, is what it announces.
  private mutating func addAnnounced() {
    guard let last = verdicts.lastIndex(where: \.isBody), lines[last].endsInColon else { return }
    let end = lines.indices[(last + 1)...].first { endsList(lines[$0]) || verdicts[$0] == .apart } ?? lines.count
    guard end - last > 3, end - last <= weights["longest-list"] else { return }
    for index in (last + 1)..<end { verdicts[index] = .announced }
  }

  private func endsList(_ line: LineFeatures) -> Bool {
    speaksOfFurniture(line) || line.opensByline || (line.hasDate && line.words <= 8)
  }

  /// From the first reader's comment behind the article's beginning on, nothing is the article's.
  private mutating func dropComments() {
    guard let first = verdicts.firstIndex(where: \.isBody) else { return }
    guard let comment = lines.indices[first...].dropFirst().first(where: { lines[$0].opensComment }) else { return }
    for index in comment..<lines.count where verdicts[index].isBody { verdicts[index] = .apart }
  }
}
