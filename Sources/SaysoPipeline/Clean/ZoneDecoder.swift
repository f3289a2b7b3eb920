import SaysoLexicon

/// Finds the article's body among the lines of a page: a two-state decoder (in the body, out of it) over line scores,
/// after Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation" (2009),
/// with a cost for each change of state instead of a single run.
struct ZoneDecoder {
  private let weights: Weights
  private let decoder: TwoStateDecoder

  init(_ lexicon: Lexicon) {
    weights = Weights(lexicon, list: "zones/weights")
    decoder = TwoStateDecoder(weights)
  }

  /// What each line is. O(lines).
  func decode(_ lines: [LineFeatures]) -> [LineVerdict] {
    let scores = lines.map { score(of: $0) }
    return BodyRuns(lines, scores: scores, isBody: decoder.decode(scores), weights).verdicts
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
    if line.opensTeaser { score += weights["teaser-opening"] }
    if line.isText {
      score += line.functionWords * 4 > line.words ? weights["function-words"] : -weights["function-words"]
    }
    return line.bounded(score)
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
