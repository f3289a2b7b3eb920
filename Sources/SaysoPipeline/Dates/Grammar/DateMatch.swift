import SaysoText

/// Where a rule's pattern matched: the lexemes by the class that the pattern asked of them.
struct DateMatch {
  /// At most this many lexemes belong to one match.
  static let capacity = 24

  let lexemes: UnsafeBufferPointer<DateLexeme>
  private let steps: Column<DateStep>
  /// First lexeme of the match and the one behind its last.
  let start: Int
  private(set) var end: Int
  /// The mention's part of the match; `closes` is negative where the pattern does not mark its end.
  private var opens: Int
  private var closes = -1
  /// For each lexeme the step that took it.
  private var taken = SIMD32<UInt16>(repeating: 0)

  init(_ lexemes: UnsafeBufferPointer<DateLexeme>, _ steps: Column<DateStep>, at start: Int) {
    (self.lexemes, self.steps, self.start, end, opens) = (lexemes, steps, start, start, start)
  }

  var count: Int { end - start }

  /// Records a way through the pattern: the step that took each lexeme, and the mention inside.
  mutating func set(_ taken: SIMD32<UInt16>, end: Int, opens: Int, closes: Int) {
    (self.taken, self.end, self.opens, self.closes) = (taken, end, opens, closes)
  }

  /// The lexemes of the mention.
  var mention: Range<Int> { opens..<max(opens, closes < 0 ? end : closes) }

  /// The `nth` lexeme that the pattern took as this class.
  subscript(_ wanted: DateClass, nth: Int = 0) -> DateLexeme? {
    var left = nth
    for offset in 0..<count {
      let asked = steps[Int(taken[offset])].classes.intersection(wanted)
      guard !asked.isEmpty, !lexemes[start + offset].classes.isDisjoint(with: wanted) else { continue }
      if left == 0 { return lexemes[start + offset] }
      left -= 1
    }
    return nil
  }

  /// Whether the pattern took a lexeme as one of these classes.
  func has(_ wanted: DateClass) -> Bool {
    for offset in 0..<count {
      let asked = steps[Int(taken[offset])].classes.intersection(wanted)
      if !asked.isEmpty, !lexemes[start + offset].classes.isDisjoint(with: wanted) { return true }
    }
    return false
  }

  /// The value that a table gives to a lexeme of this class; 0 where there is none.
  func code(_ wanted: DateClass, _ nth: Int = 0) -> Int { self[wanted, nth]?.code ?? 0 }

  func number(_ wanted: DateClass, _ nth: Int = 0) -> Int? { self[wanted, nth]?.number }

  func unit(_ nth: Int = 0) -> DateUnit { self[[.unit, .units, .frequency], nth]?.unit ?? .none }
}
