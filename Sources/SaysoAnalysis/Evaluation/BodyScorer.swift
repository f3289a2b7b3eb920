/// Scores of zones.
public struct ZoneScores: Sendable {
  /// The body's words in runs of four, a mean over pages; nil where gold says nothing of the body.
  public internal(set) var body: BodyScores?
  /// Zones by kind, where gold has zones.
  public internal(set) var byKind: SpanScores?

  public static let kinds = ["title", "byline", "dateline", "body", "caption", "teaser", "furniture"]
}

/// Body text against body text, as the article extraction benchmark has it.
public struct BodyScores: Sendable {
  private var precisions: [Double] = []
  private var recalls: [Double] = []
  private var exact = 0
  public private(set) var pages = 0

  /// Means over pages; a page without a predicted word does not count in the precision.
  public var precision: Double { Self.mean(precisions) }
  public var recall: Double { Self.mean(recalls) }
  public var accuracy: Double { pages > 0 ? Double(exact) / Double(pages) : 0 }

  public var f1: Double {
    let (p, r) = (precision, recall)
    return p + r > 0 ? 2 * p * r / (p + r) : 0
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  mutating func add(gold: String, predicted: String) {
    var numbers: [ArraySlice<Unicode.Scalar>: Int32] = [:]
    func words(_ text: String) -> [Int32] {
      let scalars = Array(text.unicodeScalars)
      return ClaimWords.words(scalars).map { range in
        let number = numbers[scalars[range]] ?? Int32(numbers.count)
        numbers[scalars[range]] = number
        return number
      }
    }
    let (wanted, offered) = (words(gold), words(predicted))
    let (left, right) = (Self.shingles(wanted), Self.shingles(offered))
    let common = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
    let goldCount = left.values.reduce(0, +)
    let offeredCount = right.values.reduce(0, +)
    pages += 1
    if wanted == offered { exact += 1 }
    if offeredCount > 0 { precisions.append(Double(common) / Double(offeredCount)) }
    if goldCount > 0 { recalls.append(Double(common) / Double(goldCount)) }
  }

  /// Runs of four words with how often each stands there; a shorter text is one run.
  private static func shingles(_ words: [Int32]) -> [[Int32]: Int] {
    guard !words.isEmpty else { return [:] }
    var counts: [[Int32]: Int] = [:]
    for start in 0..<max(1, words.count - 3) {
      counts[Array(words[start..<min(words.count, start + 4)]), default: 0] += 1
    }
    return counts
  }
}

/// Compares the zones of one article with gold.
struct BodyScorer {
  var scores = ZoneScores()
  var errors = ErrorBook()
  private var spans = SpanScorer(types: ZoneScores.kinds)

  mutating func add(gold: EvaluationDocument, predicted: EvaluationDocument?) {
    if let body = gold.body ?? Self.body(gold, text: gold.text) {
      var scores = scores.body ?? BodyScores()
      let offered = predicted.flatMap { $0.body ?? Self.body($0, text: $0.text ?? gold.text) }
      scores.add(gold: body, predicted: offered ?? "")
      self.scores.body = scores
    }
    if let zones = gold.zones {
      spans.add(gold: zones, predicted: predicted?.zones ?? [], in: gold)
      scores.byKind = spans.scores
      errors = spans.errors
    }
  }

  /// The zones of kind body, in order, each on its own line; nil without zones.
  private static func body(_ document: EvaluationDocument, text: [Unicode.Scalar]?) -> String? {
    guard let zones = document.zones, let text else { return nil }
    let parts = zones.filter { $0.label == "body" }.sorted()
    return parts.map { zone in
      let start = min(zone.start, text.count)
      return EvaluationDocument.string(text[start..<min(max(start, zone.end), text.count)])
    }.joined(separator: "\n")
  }
}
