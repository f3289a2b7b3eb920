import SaysoText

/// One step of a compiled pattern, flat: the form that matching runs over.
struct DateStep {
  enum Kind: UInt8 { case element, either, opens, closes, ends }

  var kind: Kind
  var attached = false
  /// Where else to go on, for `.either`.
  var target: UInt16 = 0
  var units: UInt32 = 0
  var low = Int32.min
  var high = Int32.max
  var classes: DateClass = []
  var limited: DateClass = []

  @inline(__always)
  func matches(_ lexeme: DateLexeme) -> Bool {
    guard !classes.isDisjoint(with: lexeme.classes) else { return false }
    if units != 0, classes.subtracting(limited).isDisjoint(with: lexeme.classes),
      units & (1 << UInt32(lexeme.unit.rawValue)) == 0
    {
      return false
    }
    return lexeme.number >= Int(low) && lexeme.number <= Int(high) && (!attached || lexeme.attached)
  }
}

/// All patterns of a grammar as one row of steps, with an index that says which can begin where.
final class DateProgram: @unchecked Sendable {
  let steps: Column<DateStep>
  /// First step of each rule.
  private let starts: [Int]
  /// For each class, the rules that can begin with it, as bits; 128 rules at most.
  private let beginnings: Column<UInt128>
  /// For each class, the rules that can go on with it, and those that can end after one lexeme.
  private let seconds: Column<UInt128>
  private let singles: UInt128

  static let limit = 128

  init(_ patterns: [DatePattern]) {
    var steps = Column(neutral: DateStep(kind: .ends))
    var starts: [Int] = []
    var beginnings = [UInt128](repeating: 0, count: 128)
    var seconds = beginnings
    var singles: UInt128 = 0
    for (rule, pattern) in patterns.prefix(Self.limit).enumerated() {
      starts.append(steps.count)
      for step in pattern.steps { steps.append(DateStep(step)) }
      steps.append(DateStep(kind: .ends))
      let reach = pattern.reach
      for bit in 0..<128 where reach.first.rawValue & (1 << UInt128(bit)) != 0 { beginnings[bit] |= 1 << UInt128(rule) }
      for bit in 0..<128 where reach.second.rawValue & (1 << UInt128(bit)) != 0 { seconds[bit] |= 1 << UInt128(rule) }
      if reach.endsAfterOne { singles |= 1 << UInt128(rule) }
    }
    self.steps = steps
    self.starts = starts
    self.beginnings = Self.column(beginnings)
    self.seconds = Self.column(seconds)
    self.singles = singles
  }

  deinit {
    steps.free()
    beginnings.free()
    seconds.free()
  }

  private static func column(_ values: [UInt128]) -> Column<UInt128> {
    var column = Column<UInt128>(neutral: 0, capacity: values.count)
    for value in values { column.append(value) }
    return column
  }

  /// The rules, as bits, that two lexemes in a row allow; `next` has no class at the end of a run.
  func candidates(_ lexeme: DateClass, next: DateClass) -> UInt128 {
    let begin = Self.union(beginnings, lexeme)
    return begin == 0 ? 0 : begin & (singles | Self.union(seconds, next))
  }

  private static func union(_ column: Column<UInt128>, _ classes: DateClass) -> UInt128 {
    var rest = classes.rawValue
    var union: UInt128 = 0
    while rest != 0 {
      union |= column[rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    return union
  }

  /// The longest match of a rule that begins at a lexeme; empty where there is none.
  ///
  /// Tries the optional parts both ways. Patterns are short and have no repetition, so the work is bounded by the
  /// pattern alone.
  func longestMatch(_ rule: Int, _ lexemes: UnsafeBufferPointer<DateLexeme>, at start: Int) -> DateMatch {
    var best = DateMatch(lexemes, steps, at: start)
    run(from: starts[rule], best, &best)
    return best
  }

  private func run(from first: Int, _ state: DateMatch, _ best: inout DateMatch) {
    var match = state
    var step = first
    while true {
      switch steps[step].kind {
      case .element:
        guard match.end < match.lexemes.count, match.count < DateMatch.capacity,
          steps[step].matches(match.lexemes[match.end])
        else { return }
        match.take(step)
      case .either: run(from: step + Int(steps[step].target), match, &best)
      case .opens: match.open()
      case .closes: match.close()
      case .ends:
        if match.end > best.end { best = match }
        return
      }
      step += 1
    }
  }
}

extension DateStep {
  fileprivate init(_ step: DatePattern.Step) {
    switch step {
    case .element(let element):
      self.init(
        kind: .element, attached: element.attached, units: element.units,
        low: Int32(clamping: element.numbers?.lowerBound ?? .min),
        high: Int32(clamping: element.numbers?.upperBound ?? .max), classes: element.classes, limited: element.limited)
    case .either(let skip): self.init(kind: .either, target: UInt16(clamping: skip))
    case .opens: self.init(kind: .opens)
    case .closes: self.init(kind: .closes)
    }
  }
}
