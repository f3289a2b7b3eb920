/// A text as the claim scorer sees it: words (letters, digits, `_`), and which of them stand in quotation marks.
struct ClaimWords {
  let text: [Unicode.Scalar]
  /// Offsets of each word in code points.
  let words: [Range<Int>]
  private let quoted: [Bool]

  init(_ text: [Unicode.Scalar]) {
    self.text = text
    words = ClaimWords.words(text)
    quoted = QuotedText.mask(text)
  }

  // MARK: Words

  /// Runs of letters, digits and `_`.
  static func words(_ text: [Unicode.Scalar]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for (index, scalar) in text.enumerated() {
      if isWord(scalar) {
        if start == nil { start = index }
      } else if let from = start {
        words.append(from..<index)
        start = nil
      }
    }
    if let start { words.append(start..<text.count) }
    return words
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || isAlphanumeric(scalar) }

  static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let value = scalar.value | 0x20
      return value >= 0x61 && value <= 0x7A || scalar.value >= 0x30 && scalar.value <= 0x39
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
      return true
    default: return scalar.properties.numericType != nil
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  /// The first word that ends behind `offset`.
  func word(endingAfter offset: Int) -> Int { firstWord { $0.upperBound > offset } }

  private func firstWord(_ isFar: (Range<Int>) -> Bool) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if isFar(words[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: Units

  /// Numbers of the words that the spans touch, sorted.
  func words(in spans: [Range<Int>]) -> [Int] {
    var found: Set<Int> = []
    for span in spans {
      let first = word(endingAfter: span.lowerBound)
      let end = firstWord { $0.lowerBound >= span.upperBound }
      if first < end { found.formUnion(first..<end) }
    }
    return found.sorted()
  }

  /// The words; where there is none, the characters that are not white space, as negative numbers.
  func units(in spans: [Range<Int>]) -> [Int] {
    let words = self.words(in: spans)
    if !words.isEmpty { return words }
    let characters = spans.flatMap { $0.clamped(to: 0..<text.count) }.filter { !Self.isSpace(text[$0]) }
    return Set(characters).map { -1 - $0 }.sorted()
  }

  /// How much of some words stands in quotation marks.
  func quotation(_ units: [Int]) -> String {
    let words = units.filter { $0 >= 0 }
    guard !words.isEmpty else { return "indirect" }
    let inside = words.count { quoted[self.words[$0].lowerBound] }
    if inside == 0 { return "indirect" }
    return Double(inside) / Double(words.count) >= 0.95 ? "direct" : "mixed"
  }

  // MARK: Heads

  private static let splitters: Set<String> = [
    "who", "whom", "whose", "which", "that", "of", "for", "at", "in", "on", "from", "with", "by", "to", "as", "under",
    "about",
  ]

  /// The last word of each part of a source, parts cut at punctuation, dashes, prepositions and relative words.
  func heads(of spans: [Range<Int>]) -> [Int] {
    spans.flatMap { span in
      let span = span.clamped(to: 0..<text.count)
      return parts(span).compactMap { head(of: $0, from: span.lowerBound) }
    }
  }

  /// The parts of a span between the cuts.
  private func parts(_ span: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var (start, index) = (span.lowerBound, span.lowerBound)
    while index < span.upperBound {
      if let length = cut(index, span) {
        parts.append(start..<index)
        index += length
        start = index
      } else {
        index += 1
      }
    }
    return parts + [start..<span.upperBound]
  }

  /// Length of the cut that starts at `index`, nil where there is none.
  private func cut(_ index: Int, _ span: Range<Int>) -> Int? {
    let scalar = text[index]
    if ",;:()[]—–".unicodeScalars.contains(scalar) { return 1 }
    let end = span.upperBound
    if Self.isSpace(scalar) {
      var after = index + 1
      while after < end, text[after] == "-" { after += 1 }
      return after > index + 1 && after < end && Self.isSpace(text[after]) ? after + 1 - index : nil
    }
    if scalar == "-" { return index + 1 < end && text[index + 1] == "-" ? 2 : nil }
    guard Self.isWord(scalar), index == span.lowerBound || !Self.isWord(text[index - 1]) else { return nil }
    let word = text[index..<end].prefix(while: Self.isWord)
    guard word.count <= 5 else { return nil }
    return Self.splitters.contains(EvaluationDocument.string(word).lowercased()) ? word.count : nil
  }

  /// The last word of a part, a possessive "s" left aside.
  private func head(of part: Range<Int>, from start: Int) -> Int? {
    var found = ClaimWords.words(Array(text[part])).map { $0.lowerBound + part.lowerBound }
    if found.count > 1, let last = found.last, text[last] == "s",
      last + 1 == part.upperBound || !Self.isWord(text[last + 1]),
      last > start, text[last - 1] == "'" || text[last - 1] == "’"
    {
      found.removeLast()
    }
    return found.last.map { word(endingAfter: $0) }
  }
}
