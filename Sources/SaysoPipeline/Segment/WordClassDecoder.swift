import SaysoLexicon
import SaysoText

/// Finds the likeliest sequence of word classes of a sentence (Viterbi over each token's few candidates).
///
/// Weights are integers and ties go to the candidate that the lists put first, so every machine decodes alike.
/// O(tokens × candidates²), about 1.7 candidates a token. Long sentences are cut into windows.
final class WordClassDecoder {
  private static let window = 512

  private let model: WordClassModel
  private let classifier: TokenClassifier

  private var classes = Column<Int32>(neutral: 0)
  private var readings = Column<WordClassModel.Reading>(neutral: .init(first: 0, count: 0, context: 0))
  private var groups = Column<Int32>(neutral: 0)
  /// Candidates of all tokens of the window, one after the other: tag, best score so far, best candidate before.
  private var tags = Column<UInt8>(neutral: 0)
  private var scores = Column<Int32>(neutral: 0)
  private var origins = Column<Int32>(neutral: 0)
  private var firsts = Column<Int32>(neutral: 0)

  init(_ model: WordClassModel, _ tables: LexiconTables) {
    self.model = model
    classifier = TokenClassifier(model: model, tables: tables)
  }

  deinit {
    classes.free()
    readings.free()
    groups.free()
    tags.free()
    scores.free()
    origins.free()
    firsts.free()
  }

  /// Writes `tokens.tag` for a sentence's tokens.
  func decode(_ range: Range<Int>, _ tokens: borrowing TokenTable, _ bytes: UnsafeBufferPointer<UInt8>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, start + Self.window)
      read(start..<end, tokens, bytes)
      search()
      trace(into: tokens, from: start)
      start = end
    }
  }

  // MARK: Readings

  private func read(_ range: Range<Int>, _ tokens: borrowing TokenTable, _ bytes: UnsafeBufferPointer<UInt8>) {
    classes.removeAll()
    readings.removeAll()
    groups.removeAll()
    for token in range {
      classes.append(Int32(truncatingIfNeeded: classifier.wordClass(token, tokens, bytes)))
    }
    let isTitle = isTitle(range, tokens)
    var hasBegun = false
    for token in range {
      let shape = tokens.shape[token]
      let place = place(token, shape, tokens, isTitle, hasBegun)
      if shape.hasAny([.hasLetter, .hasDigit]) { hasBegun = true }
      let wordClass = Int(classes[token - range.lowerBound])
      readings.append(model.readings[WordClassModel.readingIndex(wordClass, place)])
      groups.append(Int32(truncatingIfNeeded: group(model.families[wordClass], place, shape, tokens, token)))
    }
  }

  private func place(
    _ token: Int, _ shape: TokenShape, _ tokens: borrowing TokenTable, _ isTitle: Bool, _ hasBegun: Bool
  ) -> WordClassModel.Place {
    guard shape.contains(.initialUpper) else { return .low }
    if isTitle { return .title }
    if !hasBegun { return .start }
    let before = tokens.shape[token - 1]
    let opens = before.contains(.anyQuote) && !before.contains(.closeQuote)
    return opens || tokens.word[token - 1] == .colon ? .start : .mid
  }

  private func group(
    _ family: WordClassModel.Family, _ place: WordClassModel.Place, _ shape: TokenShape,
    _ tokens: borrowing TokenTable, _ token: Int
  ) -> Int {
    switch family {
    case .number, .mark, .code, .address, .abbreviation:
      return SpellingGroup.index(family.rawValue, 0, isAllUpper: false)
    case .listed:
      let shown: WordClassModel.Family = place == .low ? .known : .listed
      return SpellingGroup.index(shown.rawValue, place.rawValue, isAllUpper: false)
    case .own, .known, .new:
      let isAllUpper = shape.contains(.allUpper) && tokens.end[token] - tokens.start[token] > 1
      return SpellingGroup.index(family.rawValue, place.rawValue, isAllUpper: isAllUpper)
    }
  }

  /// Whether the sentence is written with capitals throughout, so that they tell nothing: a headline.
  private func isTitle(_ range: Range<Int>, _ tokens: borrowing TokenTable) -> Bool {
    var content = 0
    var capital = 0
    for token in range where tokens.shape[token].contains(.hasLetter) && tokens.end[token] - tokens.start[token] > 3 {
      guard model.families[Int(classes[token - range.lowerBound])] != .own else { continue }
      content += 1
      if tokens.shape[token].contains(.initialUpper) { capital += 1 }
    }
    return content >= 3 && capital * 10 >= content * 8
  }

  // MARK: Search

  private func search() {
    tags.removeAll()
    scores.removeAll()
    origins.removeAll()
    firsts.removeAll()
    let count = readings.count
    var previous = 0..<0
    var before = ContextClasses.start
    for index in 0..<count {
      let reading = readings[index]
      let behind = index + 1 < count ? readings[index + 1].context : ContextClasses.end
      let first = tags.count
      firsts.append(Int32(truncatingIfNeeded: first))
      for candidate in 0..<Int(reading.count) {
        add(Int(reading.first) + candidate, reading, group: Int(groups[index]), before, behind, previous)
      }
      previous = first..<tags.count
      before = reading.context
    }
    firsts.append(Int32(truncatingIfNeeded: tags.count))
  }

  @inline(__always)
  private func add(
    _ candidate: Int, _ reading: WordClassModel.Reading, group: Int, _ before: UInt16, _ behind: UInt16,
    _ previous: Range<Int>
  ) {
    let tag = model.candidateTags[candidate]
    var score = Int32(model.candidateScores[candidate])
    if reading.count > 1 {
      let column = Int(tag)
      score += Int32(model.own[Int(reading.context) * WordClassModel.tags + column])
      score += Int32(model.after[Int(before) * WordClassModel.tags + column])
      score += Int32(model.before[Int(behind) * WordClassModel.tags + column])
      score += Int32(model.shape[group * WordClassModel.tags + column])
    }
    var best = Int32.min
    var origin = -1
    if previous.isEmpty {
      best = Int32(model.tagAfter[WordClassModel.startTag * WordClassModel.tags + Int(tag)])
    }
    for at in previous {
      let value = scores[at] + Int32(model.tagAfter[Int(tags[at]) * WordClassModel.tags + Int(tag)])
      if value > best { (best, origin) = (value, at) }
    }
    tags.append(tag)
    scores.append(score + best)
    origins.append(Int32(truncatingIfNeeded: origin))
  }

  private func trace(into tokens: borrowing TokenTable, from start: Int) {
    var index = readings.count - 1
    guard index >= 0 else { return }
    var at = Int(firsts[index])
    for candidate in at..<Int(firsts[index + 1]) where scores[candidate] > scores[at] { at = candidate }
    while index >= 0, at >= 0 {
      tokens.tag[start + index] = WordTag(rawValue: tags[at]) ?? .none
      at = Int(origins[at])
      index -= 1
    }
  }
}
