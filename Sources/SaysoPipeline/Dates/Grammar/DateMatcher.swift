extension DatePattern {
  /// The longest match that begins at a lexeme; nil where there is none.
  ///
  /// Tries the optional parts both ways. Patterns are short and have no repetition, so the work is bounded by the
  /// pattern alone.
  func longestMatch(_ lexemes: UnsafeBufferPointer<DateLexeme>, at start: Int) -> DateMatch? {
    guard !first.isDisjoint(with: lexemes[start].classes) else { return nil }
    var best: DateMatch?
    run(from: 0, DateMatch(lexemes, at: start), &best)
    return best
  }

  private func run(from step: Int, _ match: DateMatch, _ best: inout DateMatch?) {
    var match = match
    var step = step
    while step < steps.count {
      switch steps[step] {
      case .element(let element):
        guard match.end < match.lexemes.count, match.end - match.start < DateMatch.capacity,
          element.matches(match.lexemes[match.end])
        else { return }
        match.take(element.classes)
      case .either(let other): run(from: other, match, &best)
      case .opens: match.open()
      case .closes: match.close()
      }
      step += 1
    }
    if match.end > (best?.end ?? match.start) { best = match }
  }
}
