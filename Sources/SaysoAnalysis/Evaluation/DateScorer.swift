/// Scores of time expressions, as TempEval-3 has them.
public struct DateScores: Sendable {
  /// Extent, type left aside: both ends the same.
  public internal(set) var strict = Tally()
  /// Extent: a code point in common, one to one.
  public internal(set) var relaxed = Tally()
  /// Of the relaxed matches, those with the right type.
  public internal(set) var type = Tally()
  /// Of the relaxed matches, those with the same TIMEX3 value, letter for letter.
  public internal(set) var value = Tally()
  /// The same, values compared in one spelling (`P12M` is `P1Y`).
  public internal(set) var canonicalValue = Tally()
  /// Both ends and the value the same.
  public internal(set) var strictValue = Tally()
  /// Of the relaxed matches, those with the same EDTF; nil where gold has none.
  public internal(set) var edtf: Tally?
  /// Strict, relaxed and span-only by type, counted as for entities.
  public internal(set) var byType = SpanScores(DateScores.types)

  public static let types = ["DATE", "TIME", "DURATION", "SET"]
}

/// Compares the time expressions of one article with gold.
struct DateScorer {
  var scores = DateScores()
  var errors = ErrorBook()
  private var spans = SpanScorer(types: DateScores.types)

  mutating func add(gold: [TimeMark], predicted: [TimeMark], in document: EvaluationDocument) {
    spans.add(gold: gold.map(\.span), predicted: predicted.map(\.span), in: document)
    scores.byType = spans.scores
    let predicted = Set(predicted).sorted { Self.order($0) < Self.order($1) }
    count(gold, predicted, document)
    if gold.contains(where: { $0.edtf != nil }) || scores.edtf != nil { countEDTF(gold, predicted) }
  }

  private static func order(_ mark: TimeMark) -> (LabelledSpan, String, String) {
    (mark.span, mark.value ?? "", mark.edtf ?? "")
  }

  private mutating func count(_ gold: [TimeMark], _ predicted: [TimeMark], _ document: EvaluationDocument) {
    let offered = Self.distinct(predicted, by: \.value)
    var matched = Tally()
    (matched.gold, matched.predicted) = (gold.count, offered.count)
    for keyPath: WritableKeyPath<DateScores, Tally> in [
      \.strict, \.relaxed, \.type, \.value, \.canonicalValue, \.strictValue,
    ] { scores[keyPath: keyPath] += matched }
    var (taken, used) = (Set<Int>(), Set<Int>())
    for (left, right) in Self.pairs(gold, offered) {
      taken.insert(left)
      used.insert(right)
      compare(gold[left], offered[right], document)
    }
    for index in gold.indices where !taken.contains(index) { errors.add(gold[index].span, nil, document) }
    for index in offered.indices where !used.contains(index) { errors.add(nil, offered[index].span, document) }
  }

  private mutating func compare(_ gold: TimeMark, _ offered: TimeMark, _ document: EvaluationDocument) {
    let (sameEnds, sameValue) = (gold.span.hasSameEnds(offered.span), gold.value == offered.value)
    scores.relaxed.match()
    if sameEnds { scores.strict.match() }
    if gold.span.label == offered.span.label { scores.type.match() }
    if sameValue { scores.value.match() }
    if TimexSpelling.canonical(gold.value) == TimexSpelling.canonical(offered.value) { scores.canonicalValue.match() }
    if sameEnds, sameValue { scores.strictValue.match() }
    if gold.span != offered.span {
      errors.add(gold.span, offered.span, document)
    } else if !sameValue {
      let (start, end) = (gold.span.start, gold.span.end)
      errors.add(
        .init(errorClass: .wrongValue, gold: gold.span.label, predicted: offered.span.label),
        .init(
          document: document.id, start: start, gold: gold.value ?? "", predicted: offered.value ?? "",
          excerpt: ErrorBook.excerpt(start, end, document)))
    }
  }

  private mutating func countEDTF(_ gold: [TimeMark], _ predicted: [TimeMark]) {
    let offered = Self.distinct(predicted, by: \.edtf)
    var tally = scores.edtf ?? Tally()
    tally.gold += gold.count
    tally.predicted += offered.count
    tally.match(Self.pairs(gold, offered).count { gold[$0.gold].edtf == offered[$0.predicted].edtf })
    scores.edtf = tally
  }

  /// One of each extent, type and value.
  private static func distinct(_ marks: [TimeMark], by value: KeyPath<TimeMark, String?>) -> [TimeMark] {
    var seen: Set<TimeMark> = []
    return marks.filter { mark in
      var key = TimeMark(span: mark.span)
      key.value = mark[keyPath: value]
      return seen.insert(key).inserted
    }
  }

  /// One-to-one pairs by extent alone: exact ones first, then the longest overlap, then the earliest.
  private static func pairs(_ gold: [TimeMark], _ predicted: [TimeMark]) -> [(gold: Int, predicted: Int)] {
    let order = gold.indices.sorted { (gold[$0].span.start, $0) < (gold[$1].span.start, $1) }
    let wanted = order.map { gold[$0].span }
    let offered = predicted.map(\.span)
    var candidates: [(isInexact: Int, overlap: Int, start: Int, other: Int, gold: Int, predicted: Int)] = []
    SpanScorer.forEachOverlap(wanted, offered) { left, right, overlap in
      let (a, b) = (wanted[left], offered[right])
      candidates.append((a.hasSameEnds(b) ? 0 : 1, -overlap, a.start, b.start, order[left], right))
    }
    candidates.sort { $0 < $1 }
    var (taken, used) = (Set<Int>(), Set<Int>())
    return candidates.compactMap { pair in
      guard !taken.contains(pair.gold), !used.contains(pair.predicted) else { return nil }
      taken.insert(pair.gold)
      used.insert(pair.predicted)
      return (pair.gold, pair.predicted)
    }
  }
}
