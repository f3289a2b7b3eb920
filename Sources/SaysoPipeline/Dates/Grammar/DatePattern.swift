/// A rule's pattern, compiled: a small program that is run over lexemes.
///
/// A pattern is a row of elements with spaces between. `MONTH` is a lexeme of that class, `DAY|ORD` of one of several,
/// `UNIT=Y|Q` a unit of those codes, `ORD=1..4` a number in a range; `?` behind an element or a group in brackets makes
/// it optional; `< … >` marks the mention inside the match, for context that is no part of it. `~` before an element
/// says that nothing may stand between it and the lexeme before it.
struct DatePattern: Sendable {
  struct Element: Sendable {
    var classes: DateClass
    var units: UInt32 = 0
    var numbers: ClosedRange<Int>? = nil
    var attached = false
  }

  enum Step: Sendable {
    case element(Element)
    /// Go on here, or else at that step.
    case either(Int)
    case opens, closes
  }

  let steps: [Step]
  /// Classes that a match may begin with, for a quick no.
  let first: DateClass

  /// Compiles a pattern; nil where it is not well formed.
  init?(_ source: String) {
    var parser = Parser(words: source.split(separator: " ").map(String.init))
    guard parser.parse() else { return nil }
    steps = parser.steps
    first = Self.first(of: steps, at: 0)
  }

  private static func first(of steps: [Step], at index: Int) -> DateClass {
    guard index < steps.count else { return [] }
    switch steps[index] {
    case .element(let element): return element.classes
    case .either(let other): return first(of: steps, at: index + 1).union(first(of: steps, at: other))
    case .opens, .closes: return first(of: steps, at: index + 1)
    }
  }
}

extension DatePattern {
  private struct Parser {
    let words: [String]
    var steps: [Step] = []
    private var groups: [Int] = []

    init(words: [String]) { self.words = words }

    mutating func parse() -> Bool {
      for word in words {
        guard parse(word) else { return false }
      }
      return groups.isEmpty && !steps.isEmpty
    }

    private mutating func parse(_ word: String) -> Bool {
      switch word {
      case "<": steps.append(.opens)
      case ">": steps.append(.closes)
      case "(":
        groups.append(steps.count)
        steps.append(.either(0))
      case ")?":
        guard let open = groups.popLast() else { return false }
        steps[open] = .either(steps.count)
      default: return parseElement(word)
      }
      return true
    }

    private mutating func parseElement(_ word: String) -> Bool {
      let isOptional = word.hasSuffix("?")
      guard let element = Element(isOptional ? String(word.dropLast()) : word) else { return false }
      if isOptional { steps.append(.either(steps.count + 2)) }
      steps.append(.element(element))
      return true
    }
  }
}

extension DatePattern.Element {
  /// Reads `~MONTH`, `DAY|ORD`, `UNIT=Y|Q`, `NUM=1..31`.
  fileprivate init?(_ source: String) {
    let isAttached = source.hasPrefix("~")
    let parts = (isAttached ? String(source.dropFirst()) : source).split(separator: "=").map(String.init)
    guard let names = parts.first, parts.count <= 2 else { return nil }
    classes = []
    attached = isAttached
    for name in names.split(separator: "|") {
      guard let one = DateClass(name: String(name)) else { return nil }
      classes.formUnion(one)
    }
    guard parts.count == 2, let limit = parts.last else { return }
    if limit.contains("..") {
      let ends = limit.split(separator: ".").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1] else { return nil }
      numbers = ends[0]...ends[1]
    } else {
      for code in limit.split(separator: "|") {
        guard let unit = DateUnit(code: String(code)) else { return nil }
        units |= 1 << UInt32(unit.rawValue)
      }
    }
  }

  @inline(__always)
  func matches(_ lexeme: DateLexeme) -> Bool {
    guard !classes.isDisjoint(with: lexeme.classes) else { return false }
    if units != 0, units & (1 << UInt32(lexeme.unit.rawValue)) == 0 { return false }
    if let numbers, !numbers.contains(lexeme.number) { return false }
    return !attached || lexeme.attached
  }
}
