/// Scores of labelled spans, by label.
public struct SpanScores: Sendable {
  /// Same ends, same label.
  public internal(set) var strict: TypeTallies
  /// At least one code point and the label in common; one to one, exact ones first, then the longest overlap.
  public internal(set) var relaxed: TypeTallies
  /// Same ends, any label: gold counts in the row of its label, predictions in theirs.
  public internal(set) var spanOnly: TypeTallies
  public internal(set) var confusion = Confusion()

  init(_ types: [String]) {
    strict = TypeTallies(types)
    relaxed = TypeTallies(types)
    spanOnly = TypeTallies(types)
  }
}

/// What was marked as what.
public struct Confusion: Sendable {
  /// The column or row of what one side has not marked at all.
  public static let nothing = "-"

  public private(set) var counts: [String: [String: Int]] = [:]

  public func count(gold: String, predicted: String) -> Int { counts[gold]?[predicted] ?? 0 }

  mutating func add(gold: String?, predicted: String?) {
    counts[gold ?? Self.nothing, default: [:]][predicted ?? Self.nothing, default: 0] += 1
  }

  /// Every label that occurs, those of `first` before the others, `nothing` last.
  public func labels(first: [String]) -> [String] {
    let seen = Set(counts.keys).union(counts.values.flatMap(\.keys)).subtracting([Self.nothing])
    return first.filter(seen.contains) + seen.subtracting(first).sorted() + [Self.nothing]
  }
}

/// Compares the labelled spans of one article with gold.
struct SpanScorer {
  let types: [String]
  var scores: SpanScores
  var errors = ErrorBook()

  init(types: [String]) {
    self.types = types
    scores = SpanScores(types)
  }

  /// - Parameters:
  ///   - gold: spans of any label; a prediction that touches only gold of other labels than `types` does not count.
  ///   - predicted: spans of any label; those of other labels than `types` are left out.
  mutating func add(gold: [LabelledSpan], predicted: [LabelledSpan], in document: EvaluationDocument) {
    let known = Set(types)
    let all = Set(gold)
    let wanted = all.filter { known.contains($0.label) }.sorted()
    let others = all.filter { !known.contains($0.label) }.sorted()
    let offered = Set(predicted).filter { known.contains($0.label) }.sorted()
    let onOthers = Self.touching(offered, others).subtracting(Self.touching(offered, wanted))
    let counted = offered.indices.filter { !onOthers.contains($0) }.map { offered[$0] }
    countStrict(wanted, counted)
    countSpans(wanted, counted)
    for (gold, predicted) in Self.aligned(wanted, counted, sameLabel: true) where gold != nil && predicted != nil {
      scores.relaxed[wanted[gold ?? 0].label].match()
    }
    review(wanted, counted, document)
  }

  // MARK: Counts

  private mutating func countStrict(_ gold: [LabelledSpan], _ predicted: [LabelledSpan]) {
    let right = Set(gold).intersection(predicted)
    for span in gold {
      scores.strict[span.label].gold += 1
      scores.relaxed[span.label].gold += 1
    }
    for span in predicted {
      scores.strict[span.label].predicted += 1
      scores.relaxed[span.label].predicted += 1
    }
    for span in right { scores.strict[span.label].match() }
  }

  private mutating func countSpans(_ gold: [LabelledSpan], _ predicted: [LabelledSpan]) {
    let goldSpans = Set(gold.map { $0.start..<$0.end })
    let predictedSpans = Set(predicted.map { $0.start..<$0.end })
    for span in gold {
      scores.spanOnly[span.label].gold += 1
      if predictedSpans.contains(span.start..<span.end) { scores.spanOnly[span.label].found += 1 }
    }
    for span in predicted {
      scores.spanOnly[span.label].predicted += 1
      if goldSpans.contains(span.start..<span.end) { scores.spanOnly[span.label].right += 1 }
    }
  }

  private mutating func review(_ gold: [LabelledSpan], _ predicted: [LabelledSpan], _ document: EvaluationDocument) {
    for (left, right) in Self.aligned(gold, predicted, sameLabel: false) {
      let (wanted, offered) = (left.map { gold[$0] }, right.map { predicted[$0] })
      scores.confusion.add(gold: wanted?.label, predicted: offered?.label)
      if wanted != offered { errors.add(wanted, offered, document) }
    }
  }

  // MARK: Alignment

  /// Pairs of indices that belong together, one to one; what is left over on either side has nil for the other.
  ///
  /// Exact pairs come first, then those of one label, then the longest overlap, then the first in the text.
  static func aligned(
    _ gold: [LabelledSpan], _ predicted: [LabelledSpan], sameLabel: Bool
  ) -> [(gold: Int?, predicted: Int?)] {
    var candidates: [(rank: Int, overlap: Int, gold: Int, predicted: Int)] = []
    forEachOverlap(gold, predicted) { left, right, overlap in
      let (a, b) = (gold[left], predicted[right])
      if sameLabel, a.label != b.label { return }
      candidates.append((rank(a, b), overlap, left, right))
    }
    candidates.sort { ($0.rank, -$0.overlap, $0.gold, $0.predicted) < ($1.rank, -$1.overlap, $1.gold, $1.predicted) }
    var (taken, used) = (Set<Int>(), Set<Int>())
    var pairs: [(gold: Int?, predicted: Int?)] = []
    for pair in candidates where !taken.contains(pair.gold) && !used.contains(pair.predicted) {
      taken.insert(pair.gold)
      used.insert(pair.predicted)
      pairs.append((pair.gold, pair.predicted))
    }
    pairs += gold.indices.filter { !taken.contains($0) }.map { ($0, nil) }
    return pairs + predicted.indices.filter { !used.contains($0) }.map { (nil, $0) }
  }

  private static func rank(_ a: LabelledSpan, _ b: LabelledSpan) -> Int {
    (a.hasSameEnds(b) ? 0 : 2) + (a.label == b.label ? 0 : 1)
  }

  /// Calls `body` for each pair that has a code point in common. Both sides are sorted by start.
  static func forEachOverlap(_ a: [LabelledSpan], _ b: [LabelledSpan], _ body: (Int, Int, Int) -> Void) {
    let longest = b.map { $0.end - $0.start }.max() ?? 0
    var first = 0
    for (left, span) in a.enumerated() {
      while first < b.count, b[first].start + longest <= span.start { first += 1 }
      var right = first
      while right < b.count, b[right].start < span.end {
        let overlap = span.overlap(b[right])
        if overlap > 0 { body(left, right, overlap) }
        right += 1
      }
    }
  }

  /// Indices of the spans of `a` that have a code point in common with one of `b`.
  private static func touching(_ a: [LabelledSpan], _ b: [LabelledSpan]) -> Set<Int> {
    var found: Set<Int> = []
    forEachOverlap(a, b) { left, _, _ in found.insert(left) }
    return found
  }
}
