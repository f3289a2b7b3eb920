internal import SaysoText

/// A number that a claim gives, with what it counts: "at least 12 people" is 12 and upward of "people".
struct Figure: Hashable, Sendable {
  /// Bounds in thousandths.
  var low: Int
  var high: Int
  /// Stem of the counted noun, or of the word before where none follows.
  var unit: UInt64

  /// Whether two tellings' figures can't both be right: they share a unit, and no two of its numbers agree.
  static func conflict(_ a: [Figure], _ b: [Figure]) -> Bool {
    for figure in a {
      let others = b.filter { $0.unit == figure.unit }
      let own = a.filter { $0.unit == figure.unit }
      if !others.isEmpty,
        !own.contains(where: { mine in others.contains { $0.low <= mine.high && mine.low <= $0.high } })
      {
        return true
      }
    }
    return false
  }
}

/// Reads the figures of a claim. Years, days of a date, clock times and ages are none.
struct FigureReader {
  private struct Word {
    var bytes: ArraySlice<UInt8>
    var hash: UInt64
    /// Whether punctuation stands behind it.
    var isLast: Bool
  }

  private let words: [Word]

  /// Figures in text order. O(n).
  static func figures(in text: UnsafeBufferPointer<UInt8>) -> [Figure] {
    guard text.contains(where: { $0 &- UInt8(ascii: "0") < 10 }) || mayHaveNumberWord(text) else { return [] }
    return FigureReader(text).read()
  }

  private static func mayHaveNumberWord(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    FoldedWords.forEach(in: text) { found = found || smallNumbers[FoldedHash.hash($0)] != nil }
    return found
  }

  private init(_ text: UnsafeBufferPointer<UInt8>) {
    words = text.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }.prefix(400).map { raw in
      let front = raw.drop { Self.isMark($0) && $0 != UInt8(ascii: "$") }
      var slice = front[...]
      while let last = slice.last, Self.isMark(last), last != UInt8(ascii: "%") { slice = slice.dropLast() }
      let lower = ArraySlice(slice.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
      let hash = lower.withUnsafeBufferPointer { FoldedHash.hash($0) }
      return Word(bytes: lower, hash: hash, isLast: slice.count < front.count)
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte < 0x30 || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte) || (0x7B...0x7E).contains(byte)
  }

  private func read() -> [Figure] {
    var figures: [Figure] = []
    var index = 0
    while index < words.count {
      guard let (value, isMoney, isPercent) = number(at: index), !isPartOfDate(index) else {
        index += 1
        continue
      }
      var last = index
      var total = value
      while last + 1 < words.count, !words[last].isLast, let factor = Self.factors[words[last + 1].hash] {
        total = total.multipliedReportingOverflow(by: factor).overflow ? total : total * factor
        last += 1
      }
      if let unit = isMoney ? Self.money : isPercent ? Self.percent : unit(from: index, behind: last) {
        figures.append(bounded(total, unit, at: index))
      }
      index = last + 1
    }
    return figures
  }

  /// The number in thousandths that a word is.
  private func number(at index: Int) -> (value: Int, isMoney: Bool, isPercent: Bool)? {
    let word = words[index]
    if let small = Self.smallNumbers[word.hash] { return (small * 1000, false, false) }
    var digits = word.bytes
    let currency = digits.prefix { $0 == UInt8(ascii: "$") || $0 >= 0x80 }
    digits = digits.dropFirst(currency.count)
    let isPercent = digits.last == UInt8(ascii: "%")
    if isPercent { digits = digits.dropLast() }
    guard let first = digits.first, first &- 0x30 < 10, digits.count <= 15 else { return nil }
    var (value, decimals) = (0, -1)
    for byte in digits {
      if byte == UInt8(ascii: ".") {
        guard decimals < 0 else { return nil }
        decimals = 0
      } else if byte &- 0x30 < 10 {
        if decimals >= 3 { continue }
        value = value * 10 + Int(byte - 0x30)
        if decimals >= 0 { decimals += 1 }
      } else if byte != UInt8(ascii: ",") {
        return nil
      }
    }
    for _ in max(0, decimals)..<3 { value *= 10 }
    return (value, !currency.isEmpty, isPercent)
  }

  /// A year, a day beside its month, a clock time, an age.
  private func isPartOfDate(_ index: Int) -> Bool {
    let bytes = words[index].bytes
    let isPlain = bytes.allSatisfy { $0 &- 0x30 < 10 }
    if isPlain, bytes.count == 4, let first = bytes.first, first == UInt8(ascii: "1") || first == UInt8(ascii: "2") {
      return true
    }
    let near = [index - 1, index + 1].filter { words.indices.contains($0) }.map { words[$0] }
    if isPlain, bytes.count <= 2, near.contains(where: { ContentWords.months.contains($0.hash) }) { return true }
    let next = index + 1 < words.count ? words[index + 1].hash : 0
    return Self.clockWords.contains(next) || index > 0 && words[index - 1].hash == Self.aged
  }

  private func unit(from index: Int, behind last: Int) -> UInt64? {
    if !words[last].isLast {
      for word in words[min(words.count, last + 1)...].prefix(3) {
        if word.hash == Self.percentWords.0 || word.hash == Self.percentWords.1 { return Self.percent }
        if let stem = word.bytes.withUnsafeBufferPointer({ ContentWords.stem($0) }) { return stem }
        if word.isLast { break }
      }
    }
    guard index > 0 else { return nil }
    return words[index - 1].bytes.withUnsafeBufferPointer { ContentWords.stem($0) }
  }

  private func bounded(_ value: Int, _ unit: UInt64, at index: Int) -> Figure {
    let before = words[max(0, index - 2)..<index].map(\.hash)
    if before.contains(where: Self.atLeast.contains) { return Figure(low: value, high: .max, unit: unit) }
    if before.contains(where: Self.atMost.contains) { return Figure(low: 0, high: value, unit: unit) }
    let slack = before.contains(where: Self.about.contains) ? value / 10 : 0
    return Figure(low: value - slack, high: value + slack, unit: unit)
  }

  private static func hashes(_ words: String) -> [UInt64] {
    words.split(separator: " ").map { FoldedHash.hash(String($0)) }
  }

  private static let smallNumbers: [UInt64: Int] = {
    let words = """
      one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen \
      nineteen twenty
      """
    return Dictionary(uniqueKeysWithValues: zip(hashes(words), 1...))
  }()
  private static let factors = Dictionary(
    uniqueKeysWithValues: zip(
      hashes("hundred thousand million billion m bn"), [100, 1000, 1_000_000, 1_000_000_000, 1_000_000, 1_000_000_000]))
  private static let atLeast = Set(hashes("least over than exceeding"))
  private static let atMost = Set(hashes("most under below to"))
  private static let about = Set(hashes("about around some nearly almost roughly approximately"))
  private static let clockWords = Set(hashes("a.m p.m am pm o'clock year-old"))
  private static let aged = FoldedHash.hash("aged")
  private static let money = FoldedHash.hash("$")
  private static let percent = FoldedHash.hash("%")
  private static let percentWords = (FoldedHash.hash("percent"), FoldedHash.hash("per"))
}
