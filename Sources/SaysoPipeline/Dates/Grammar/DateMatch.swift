/// Where a rule's pattern matched: the lexemes by the class that the pattern asked of them.
struct DateMatch {
  /// At most this many lexemes belong to one match.
  static let capacity = 24

  let lexemes: UnsafeBufferPointer<DateLexeme>
  /// First lexeme of the match and the one behind its last.
  let start: Int
  private(set) var end: Int
  /// The mention's part of the match.
  private(set) var opens: Int
  private(set) var closes: Int
  private var classes: [DateClass] = []

  init(_ lexemes: UnsafeBufferPointer<DateLexeme>, at start: Int) {
    (self.lexemes, self.start, end, opens, closes) = (lexemes, start, start, start, -1)
    classes.reserveCapacity(Self.capacity)
  }

  /// Takes the next lexeme as one of `classes`.
  mutating func take(_ classes: DateClass) {
    self.classes.append(classes)
    end += 1
  }

  mutating func open() { opens = end }
  mutating func close() { closes = end }

  /// The lexemes of the mention.
  var mention: Range<Int> { opens..<max(opens, closes < 0 ? end : closes) }

  /// The `nth` lexeme that the pattern took as this class.
  subscript(_ wanted: DateClass, nth: Int = 0) -> DateLexeme? {
    var left = nth
    for (offset, asked) in classes.enumerated() where !asked.isDisjoint(with: wanted) {
      guard !lexemes[start + offset].classes.isDisjoint(with: wanted) else { continue }
      if left == 0 { return lexemes[start + offset] }
      left -= 1
    }
    return nil
  }

  func has(_ wanted: DateClass) -> Bool { self[wanted] != nil }

  /// The value that a table gives to a lexeme of this class; 0 where there is none.
  func code(_ wanted: DateClass, _ nth: Int = 0) -> Int { self[wanted, nth]?.code ?? 0 }

  func number(_ wanted: DateClass, _ nth: Int = 0) -> Int? { self[wanted, nth]?.number }

  func unit(_ nth: Int = 0) -> DateUnit { self[[.unit, .units, .frequency], nth]?.unit ?? .none }
}
