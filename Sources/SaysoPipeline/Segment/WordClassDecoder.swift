import SaysoLexicon
import SaysoText

/// Finds the likeliest sequence of word classes of a sentence (Viterbi over each token's few candidates).
///
/// Weights are integers and ties go to the candidate that the lists put first, so every machine decodes alike.
/// O(tokens × candidates²), about 1.7 candidates a token. Long sentences are cut into windows. The loops run over
/// bare pointers into buffers of a fixed size that no window can overrun: its tokens times `mostCandidates`.
final class WordClassDecoder {
  private static let window = 256

  private let model: WordClassModel
  private let classifier: TokenClassifier

  /// Class and reading of each token of the window.
  private let classes = UnsafeMutablePointer<Int32>.allocate(capacity: window)
  private let readings = UnsafeMutablePointer<WordClassModel.Reading>.allocate(capacity: window + 1)
  /// Candidates of all tokens of the window, one after the other: tag, best score so far, best candidate before.
  private let tags = UnsafeMutablePointer<UInt8>.allocate(capacity: window * WordClassModel.mostCandidates)
  private let scores = UnsafeMutablePointer<Int32>.allocate(capacity: window * WordClassModel.mostCandidates)
  private let origins = UnsafeMutablePointer<Int32>.allocate(capacity: window * WordClassModel.mostCandidates)
  /// Row of `twoAfter` for what follows each candidate on its best path.
  private let bridges = UnsafeMutablePointer<Int32>.allocate(capacity: window * WordClassModel.mostCandidates)

  init(_ model: WordClassModel) {
    self.model = model
    classifier = TokenClassifier(model: model)
  }

  deinit {
    classes.deallocate()
    readings.deallocate()
    tags.deallocate()
    scores.deallocate()
    origins.deallocate()
    bridges.deallocate()
  }

  /// Writes `tokens.tag` for a sentence's tokens. In a headline that is capitalised throughout, words that the lists
  /// know are read as if they had no capital.
  func decode(
    _ range: Range<Int>, _ tokens: borrowing TokenTable, _ bytes: UnsafeBufferPointer<UInt8>, isHeadline: Bool = false
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, start + Self.window)
      read(start..<end, tokens, bytes, isHeadline)
      let last = search(end - start)
      trace(from: last, end - start, into: tokens.tag, at: start)
      start = end
    }
  }

  // MARK: Readings

  private func read(
    _ range: Range<Int>, _ tokens: borrowing TokenTable, _ bytes: UnsafeBufferPointer<UInt8>, _ isHeadline: Bool
  ) {
    let isTitle = classify(range, tokens, bytes)
    let known = model.readings.base
    let families = model.families.base
    var hasBegun = false
    var before: TokenShape = []
    for token in range {
      let shape = tokens.shape[token]
      var place = WordClassModel.Place.low
      if shape.contains(.initialUpper) {
        let opens = !hasBegun || Self.opens(before) || tokens.word[token - 1] == .colon
        place = isTitle ? .title : opens ? .start : .mid
        if shape.contains(.allUpper), tokens.end[token] - tokens.start[token] > 1 { place = Self.caps(place) }
      }
      if shape.contains(.mixedCase), place == .low { place = .mid }
      if shape.hasAny([.hasLetter, .hasDigit]) { hasBegun = true }
      before = shape
      let index = token - range.lowerBound
      if isTitle, isHeadline, families[Int(classes[index])] == .known || families[Int(classes[index])] == .own {
        place = .low
      }
      readings[index] = known[WordClassModel.readingIndex(Int(classes[index]), place)]
    }
    readings[range.count] = WordClassModel.Reading(first: 0, count: 0, context: ContextClasses.end)
  }

  private static func opens(_ shape: TokenShape) -> Bool { shape.contains(.anyQuote) && !shape.contains(.closeQuote) }

  private static func caps(_ place: WordClassModel.Place) -> WordClassModel.Place {
    place == .title ? .capsTitle : place == .start ? .capsStart : .capsMid
  }

  /// Finds the tokens' classes and whether capitals stand throughout, so that they tell nothing: a headline.
  private func classify(
    _ range: Range<Int>, _ tokens: borrowing TokenTable, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let families = model.families.base
    let listed = model.listed
    var content = 0
    var capital = 0
    for token in range {
      let shape = tokens.shape[token]
      var wordClass = Int(tokens.tagClass[token])
      if wordClass == 0 || wordClass >= listed || shape.hasAny(.special) {
        wordClass = classifier.wordClass(token, tokens, bytes)
      }
      classes[token - range.lowerBound] = Int32(truncatingIfNeeded: wordClass)
      guard shape.contains(.hasLetter), families[wordClass] != .own, tokens.end[token] - tokens.start[token] > 3
      else { continue }
      content += 1
      if shape.contains(.initialUpper) { capital += 1 }
    }
    return content >= 3 && capital * 10 >= content * 8
  }

  // MARK: Search

  /// Scores all candidates of the window's `count` tokens and returns the best of the last.
  private func search(_ count: Int) -> Int {
    let (after, before, tagAfter) = (model.after.base, model.before.base, model.tagAfter.base)
    let (candidateTags, candidateScores) = (model.candidateTags.base, model.candidateScores.base)
    let (tags, scores, origins, readings) = (self.tags, self.scores, self.origins, self.readings)
    let (bridges, twoAfter) = (self.bridges, model.twoAfter.base)
    let (width, startTag, startRow) = (WordClassModel.tags, WordClassModel.startTag, Int32(WordClassModel.startTag))
    let bridgeRows = model.bridgeRows.base
    var previous = 0
    var first = 0
    var context = Int(ContextClasses.start)
    var index = 0
    while index < count {
      let reading = readings[index]
      let behind = before + Int(readings[index &+ 1].context) &* width
      let front = after + context &* width
      let isOnly = reading.count == 1
      var next = first
      var candidate = Int(reading.first)
      let end = candidate &+ Int(reading.count)
      while candidate < end {
        let tag = candidateTags[candidate]
        let column = Int(tag)
        var score = Int32(candidateScores[candidate])
        if !isOnly { score &+= Int32(front[column]) &+ Int32(behind[column]) }
        var best = Int32(tagAfter[startTag &* width &+ column])
        var origin = -1
        var at = previous
        if at < first { best = .min }
        while at < first {
          let pair = Int32(tagAfter[Int(tags[at]) &* width &+ column])
          let value = scores[at] &+ pair &+ Int32(twoAfter[Int(bridges[at]) &* width &+ column])
          if value > best { (best, origin) = (value, at) }
          at &+= 1
        }
        let row = bridgeRows[column]
        bridges[next] = row == 0 ? 0 : row &+ (origin < 0 ? startRow : Int32(tags[origin]))
        tags[next] = tag
        scores[next] = score &+ best
        origins[next] = Int32(truncatingIfNeeded: origin)
        next &+= 1
        candidate &+= 1
      }
      (previous, first, context) = (first, next, Int(reading.context))
      index &+= 1
    }
    var best = previous
    for at in previous..<first where scores[at] > scores[best] { best = at }
    return best
  }

  private func trace(from last: Int, _ count: Int, into column: Column<WordTag>, at start: Int) {
    var index = count - 1
    var at = last
    while index >= 0, at >= 0 {
      column[start + index] = WordTag(rawValue: tags[at]) ?? .none
      at = Int(origins[at])
      index -= 1
    }
  }
}
