import SaysoLexicon

/// Finds the article's body among the lines of a page: a two-state decoder (in the body, out of it) over line scores,
/// after Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation" (2009),
/// with a cost for each change of state instead of a single run.
struct ZoneDecoder {
  private let weights: Weights

  init(_ lexicon: Lexicon) {
    weights = Weights(lexicon, list: "zones/weights")
  }

  /// For each line whether it is body. O(lines).
  func decode(_ lines: [LineFeatures]) -> [Bool] {
    var inside = weights["start"]
    var outside = 0
    var fromInside: [(inside: Bool, outside: Bool)] = []
    fromInside.reserveCapacity(lines.count)
    for line in lines {
      let score = score(of: line)
      let entering = outside + weights["enter"]
      let leaving = inside + weights["leave"]
      fromInside.append((inside: inside >= entering, outside: leaving > outside))
      (inside, outside) = (max(inside, entering) + score, max(outside, leaving))
    }
    return trace(fromInside, endsInside: inside >= outside)
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

  /// How much a line looks like body text, in points (see Lexicons/en/zones/weights.tsv).
  func score(of line: LineFeatures) -> Int {
    var score = max(-weights["most-against"], min(weights["most-for"], line.words - weights["words"]))
    score += line.hasFinalPunctuation ? weights["final-punctuation"] : weights["no-final-punctuation"]
    if line.isTruncated { score += weights["truncated"] }
    if line.isDuplicate {
      score += weights["duplicate"]
    } else if line.sharesStart {
      score += weights["same-start"]
    }
    if line.isHeading { score += weights["heading"] }
    if line.isLegal { score += weights["legal"] }
    if line.isText {
      score += line.functionWords * 4 > line.words ? weights["function-words"] : -weights["function-words"]
    }
    return score
  }
}

/// Named integers from a table list (`name<TAB>table/weight<TAB><TAB>value=N`).
struct Weights {
  private let values: [String: Int]

  init(_ lexicon: Lexicon, list: String) {
    var values: [String: Int] = [:]
    for entry in lexicon.entries(inList: list) {
      if let value = entry.attribute("value").flatMap({ Int($0) }) { values[entry.name] = value }
    }
    self.values = values
  }

  /// The weight of that name; 0 where the table has none. O(1).
  subscript(_ name: String) -> Int { values[name, default: 0] }
}
