extension DateLexer {
  /// Puts number words together in place: "twenty four", "two hundred and ten", "nineteen ninety-six", "2 1/2".
  mutating func joinNumbers() {
    var index = 0
    while index < lexemes.count {
      joinNumber(at: index)
      index += 1
    }
  }

  private mutating func joinNumber(at index: Int) {
    let classes = lexemes[index].classes
    if !classes.isDisjoint(with: [.number, .scale]) {
      readWords(at: index)
    } else if classes.contains(.article), index + 1 < lexemes.count, lexemes[index + 1].classes.contains(.scale) {
      readWords(at: index)
    } else if classes.contains(.ordinal) {
      lexemes[index].classes.insert(.ord)
      if (1...31).contains(lexemes[index].number) { lexemes[index].classes.insert(.day) }
    } else if classes.contains(.num) {
      joinScale(at: index)
    }
    joinFraction(at: index)
  }

  /// "10 million": figures with a scale word.
  private mutating func joinScale(at index: Int) {
    guard index + 1 < lexemes.count, lexemes[index + 1].classes.contains(.scale) else { return }
    merge(index...(index + 1), number: product(lexemes[index].number, lexemes[index + 1].number), classes: .num)
  }

  /// A fraction behind a number adds a half: "2 1/2", "two and a half".
  private mutating func joinFraction(at index: Int) {
    guard lexemes[index].classes.contains(.num) else { return }
    var next = index + 1
    if next < lexemes.count, lexemes[next].classes.contains(.hyphen) { next += 1 }
    if next < lexemes.count, lexemes[next].classes == .fraction {
      merge(index...next, number: lexemes[index].number, classes: [.num, .fraction])
    } else if index + 3 < lexemes.count, lexemes[index + 1].classes.contains(.and),
      lexemes[index + 2].classes.contains(.article), lexemes[index + 3].classes.contains(.half)
    {
      merge(index...(index + 3), number: lexemes[index].number, classes: [.num, .fraction])
    }
  }

  private mutating func readWords(at index: Int) {
    var reader = NumberReader()
    var next = index
    var end = index
    if lexemes[index].classes.contains(.article) {
      reader.accept(1)
      next += 1
      end = next
    }
    while next < lexemes.count {
      let lexeme = lexemes[next]
      if lexeme.classes.contains(.number), !lexeme.classes.contains(.unit) || next == index {
        guard reader.accept(lexeme.number) else { break }
      } else if lexeme.classes.contains(.scale) {
        reader.multiply(lexeme.number)
      } else if lexeme.classes.contains(.ordinal), reader.acceptOrdinal(lexeme.number) {
        merge(index...next, number: reader.total, classes: reader.total <= 31 ? [.ord, .day] : .ord)
        return
      } else if isJoint(next, reader) {
        next += 1
        continue
      } else {
        break
      }
      next += 1
      end = next
    }
    guard end > index else { return }
    merge(index...(end - 1), number: reader.total, classes: reader.isYear ? [.num, .year] : .num)
  }

  /// A hyphen or "and" between number words: "twenty-four", "two hundred and ten".
  private func isJoint(_ index: Int, _ reader: NumberReader) -> Bool {
    guard index + 1 < lexemes.count, lexemes[index + 1].classes.contains(.number) else {
      return index + 1 < lexemes.count && lexemes[index].classes.contains(.hyphen)
        && lexemes[index + 1].classes.contains(.ordinal) && reader.canTake(lexemes[index + 1].number)
    }
    if lexemes[index].classes.contains(.hyphen) { return reader.canTake(lexemes[index + 1].number) }
    return lexemes[index].classes.contains(.and) && reader.endsWithScale
  }

  private func product(_ a: Int, _ b: Int) -> Int {
    let (value, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? Int.max : value
  }

  private mutating func merge(_ range: ClosedRange<Int>, number: Int, classes: DateClass) {
    var lexeme = lexemes[range.lowerBound]
    let last = lexemes[range.upperBound]
    lexeme.classes = classes
    lexeme.number = number
    lexeme.code = 0
    lexeme.guarded = false
    lexeme.unit = .none
    (lexeme.tokenEnd, lexeme.end) = (last.tokenEnd, last.end)
    replace(range.lowerBound..<(range.upperBound + 1), with: lexeme)
  }
}

/// Adds up number words from left to right.
private struct NumberReader {
  private var sum = 0
  private var group = 0
  private(set) var isYear = false
  private(set) var endsWithScale = false
  /// "eighteen hundred", which goes on as a year: "and four".
  private var isHundreds = false
  /// Only a value below this may follow the last part read.
  private var room = Int.max
  private var started = false

  var total: Int { sum + group }

  /// "twenty" may be followed by "four", "hundred" by anything below it, "nineteen" by "ninety" (a year).
  func canTake(_ value: Int) -> Bool { !started || value < room || beginsYear(value) }

  private func beginsYear(_ value: Int) -> Bool {
    sum == 0 && !endsWithScale && !isYear && (15...20).contains(group) && value >= 10
  }

  @discardableResult
  mutating func accept(_ value: Int) -> Bool {
    guard canTake(value) else { return false }
    if started, value >= room {
      group *= 100
      isYear = true
    }
    isYear = isYear || isHundreds && endsWithScale
    group += value
    started = true
    room = value >= 20 && value % 10 == 0 && value < 100 ? 10 : 0
    endsWithScale = false
    return true
  }

  mutating func acceptOrdinal(_ value: Int) -> Bool { started && value < room && accept(value) }

  mutating func multiply(_ scale: Int) {
    isYear = isYear || (total == 2 && scale == 1000)
    let (value, overflow) = max(group, 1).multipliedReportingOverflow(by: scale)
    let size = overflow ? DurationValue.limit * 10 : min(value, DurationValue.limit * 10)
    isHundreds = scale == 100 && (11...19).contains(group)
    if scale == 100 { group = size } else { (sum, group) = (min(sum, DurationValue.limit * 10) + size, 0) }
    started = true
    room = scale
    endsWithScale = true
  }
}
