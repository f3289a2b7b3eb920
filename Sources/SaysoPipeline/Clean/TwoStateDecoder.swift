/// Divides lines into those of the body and the others so that the sum of the body's scores is largest, with a cost for
/// each change between the two (Viterbi over two states).
struct TwoStateDecoder {
  /// Points, negative, for going into the body, out of it, and for beginning in it.
  var enter: Int
  var leave: Int
  var start: Int

  init(_ weights: Weights) {
    enter = weights["enter"]
    leave = weights["leave"]
    start = weights["start"]
  }

  /// For each score whether its line is body. O(lines).
  func decode(_ scores: [Int]) -> [Bool] {
    var inside = start
    var outside = 0
    var steps: [(inside: Bool, outside: Bool)] = []
    steps.reserveCapacity(scores.count)
    for score in scores {
      let entering = outside + enter
      let leaving = inside + leave
      steps.append((inside: inside >= entering, outside: leaving > outside))
      (inside, outside) = (max(inside, entering) + score, max(outside, leaving))
    }
    return trace(steps, endsInside: inside >= outside)
  }

  private func trace(_ steps: [(inside: Bool, outside: Bool)], endsInside: Bool) -> [Bool] {
    var isBody = [Bool](repeating: false, count: steps.count)
    var state = endsInside
    for index in steps.indices.reversed() {
      isBody[index] = state
      state = state ? steps[index].inside : steps[index].outside
    }
    return isBody
  }
}
