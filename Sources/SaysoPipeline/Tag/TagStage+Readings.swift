import SaysoText

extension TagStage {
  /// The reading as `explain` prints it. O(signals).
  func reading(_ candidate: NameCandidate, _ article: borrowing Article) -> NameReading {
    var reasons = candidate.signals.all.map { ($0.label, weights[$0]) }
    if candidate.tokens.count > 1 { reasons.append(("per-word", weights.perWord * (candidate.tokens.count - 1))) }
    return NameReading(
      span: article.tokens.span(candidate.tokens), type: candidate.type, evidence: candidate.evidence, reasons: reasons,
      strength: weights.rank(candidate))
  }
}
