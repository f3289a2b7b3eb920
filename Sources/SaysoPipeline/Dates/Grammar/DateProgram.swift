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
  func matches(_ lexemes: UnsafeBufferPointer<DateLexeme>, _ index: Int) -> Bool {
    let found = lexemes[index].classes
    guard !classes.isDisjoint(with: found) else { return false }
    if units != 0, classes.subtracting(limited).isDisjoint(with: found),
      units & (1 << UInt32(lexemes[index].unit.rawValue)) == 0
    {
      return false
    }
    let number = lexemes[index].number
    return number >= Int(low) && number <= Int(high) && (!attached || lexemes[index].attached)
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

  /// The rules, as bits, that the lexeme at an index and the one behind it allow.
  func candidates(_ lexemes: UnsafeBufferPointer<DateLexeme>, at index: Int) -> UInt128 {
    let begin = Self.union(beginnings, lexemes[index].classes)
    guard begin != 0 else { return 0 }
    return begin & (index + 1 < lexemes.count ? singles | Self.union(seconds, lexemes[index + 1].classes) : singles)
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
    var search = Search(lexemes: lexemes, steps: steps, start: start)
    search.run(from: starts[rule], State(end: start, opens: start))
    return search.best
  }

  /// Where a match stands; small, because it is copied at each fork.
  private struct State {
    var end: Int
    var opens: Int
    var closes = -1
  }

  /// One search: the steps taken on the way, and the longest way found.
  private struct Search {
    let lexemes: UnsafeBufferPointer<DateLexeme>
    let steps: Column<DateStep>
    let start: Int
    var taken = SIMD32<UInt16>(repeating: 0)
    var best: DateMatch

    init(lexemes: UnsafeBufferPointer<DateLexeme>, steps: Column<DateStep>, start: Int) {
      (self.lexemes, self.steps, self.start) = (lexemes, steps, start)
      best = DateMatch(lexemes, steps, at: start)
    }

    /// Whether a step may go on at a lexeme: an element must match it, other steps always may.
    @inline(__always)
    private func mayTake(_ step: Int, _ index: Int) -> Bool {
      guard steps.base[step].kind == .element else { return true }
      return index < lexemes.count && steps.base[step].matches(lexemes, index)
    }

    mutating func run(from first: Int, _ state: State) {
      var state = state
      var step = first
      while step < steps.count {
        switch steps.base[step].kind {
        case .element:
          guard state.end < lexemes.count, state.end - start < DateMatch.capacity,
            steps.base[step].matches(lexemes, state.end)
          else { return }
          taken[state.end - start] = UInt16(truncatingIfNeeded: step)
          state.end += 1
        case .either:
          // Most optional parts are absent, which one look tells without a search of its own.
          let skip = step + Int(steps.base[step].target)
          guard mayTake(step + 1, state.end) else {
            step = skip
            continue
          }
          if mayTake(skip, state.end) { run(from: skip, state) }
        case .opens: state.opens = state.end
        case .closes: state.closes = state.end
        case .ends:
          if state.end > best.end { best.set(taken, end: state.end, opens: state.opens, closes: state.closes) }
          return
        }
        step += 1
      }
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
