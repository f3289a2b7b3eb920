/// Compares predictions with gold, article by article.
///
///     let evaluation = Evaluator().evaluate(gold: gold, predicted: predicted)
///     evaluation.entities?.strict.micro.f1
///
/// A layer is scored where an article of gold has it. An article without predictions counts as one in which nothing
/// was found.
public struct Evaluator: Sendable {
  /// The types of name that count; others in gold are neither rewarded nor punished.
  public var types = ["person", "place", "organization"]

  public init() {}

  public func evaluate(gold: EvaluationSet, predicted: EvaluationSet) -> Evaluation {
    var evaluation = Evaluation()
    var scorers = Scorers(types: types)
    for document in gold.documents {
      let offered = predicted[document.id]
      note(document, offered, &evaluation)
      var document = document
      if document.text == nil { document.text = offered?.text }
      scorers.add(document, offered)
    }
    evaluation.documents = gold.documents.count
    evaluation.unknown = predicted.documents.filter { gold[$0.id] == nil }.map(\.id)
    scorers.finish(&evaluation)
    return evaluation
  }

  private func note(_ gold: EvaluationDocument, _ offered: EvaluationDocument?, _ evaluation: inout Evaluation) {
    guard let offered else { return evaluation.missing.append(gold.id) }
    if let text = gold.text, let other = offered.text, text != other { evaluation.differing.append(gold.id) }
    if gold.claims != nil, gold.text == nil, offered.text == nil { evaluation.withoutText.append(gold.id) }
  }

  private struct Scorers {
    var names: SpanScorer
    var dates = DateScorer()
    var claims = ClaimScorer()
    var zones = BodyScorer()
    var layers: Set<Evaluation.Layer> = []

    init(types: [String]) { names = SpanScorer(types: types) }

    mutating func add(_ gold: EvaluationDocument, _ offered: EvaluationDocument?) {
      if let wanted = gold.names {
        layers.insert(.entities)
        names.add(gold: wanted, predicted: offered?.names ?? [], in: gold)
      }
      if let wanted = gold.times {
        layers.insert(.dates)
        dates.add(gold: wanted, predicted: offered?.times ?? [], in: gold)
      }
      if gold.claims != nil {
        layers.insert(.claims)
        claims.add(gold: gold, predicted: offered?.claims ?? [])
      }
      if gold.body != nil || gold.zones != nil {
        layers.insert(.zones)
        zones.add(gold: gold, predicted: offered)
      }
    }

    func finish(_ evaluation: inout Evaluation) {
      if layers.contains(.entities) { evaluation.entities = names.scores }
      if layers.contains(.dates) { evaluation.dates = dates.scores }
      if layers.contains(.claims) { evaluation.claims = claims.scores }
      if layers.contains(.zones) { evaluation.zones = zones.scores }
      let books: [(Evaluation.Layer, ErrorBook)] = [
        (.entities, names.errors), (.dates, dates.errors), (.claims, claims.errors), (.zones, zones.errors),
      ]
      evaluation.errors = books.filter { layers.contains($0.0) }
    }
  }
}

/// What an evaluation found.
public struct Evaluation: Sendable {
  public enum Layer: String, CaseIterable, Sendable { case entities, dates, claims, zones }

  /// Articles of gold.
  public internal(set) var documents = 0
  /// Articles of gold that have no predictions.
  public internal(set) var missing: [String] = []
  /// Articles of the predictions that gold does not have; left out.
  public internal(set) var unknown: [String] = []
  /// Articles whose text is not the same on both sides, so that offsets may not mean the same.
  public internal(set) var differing: [String] = []
  /// Articles whose claims could not be compared, because neither side has the text.
  public internal(set) var withoutText: [String] = []

  public internal(set) var entities: SpanScores?
  public internal(set) var dates: DateScores?
  public internal(set) var claims: ClaimScores?
  public internal(set) var zones: ZoneScores?
  public internal(set) var errors: [(layer: Layer, book: ErrorBook)] = []
}

extension Evaluation {
  /// What did not fit together, for people; empty where everything did.
  public var notes: [String] {
    [
      Self.note(missing, "have no predictions; they count as if nothing was found"),
      Self.note(unknown, "are not in gold; their predictions do not count"),
      Self.note(differing, "have another text than gold; offsets may not mean the same"),
      Self.note(withoutText, "have no text on either side, so claims can't be compared: annotate without --no-text"),
    ].compactMap { $0 }
  }

  private static func note(_ ids: [String], _ what: String) -> String? {
    guard !ids.isEmpty else { return nil }
    let more = ids.count > 3 ? " and \(ids.count - 3) more" : ""
    return "\(ids.count) articles \(what) (\(ids.prefix(3).joined(separator: ", "))\(more))"
  }
}
