/// A rule's pattern, parsed; `DateProgram` is the form that is run.
///
/// A pattern is a row of elements with spaces between. `MONTH` is a lexeme of that class, `DAY|ORD` of one of several,
/// `UNIT=Y+Q|PERIOD` a unit of those codes or another class, `ORD=1..4` a number in a range;
/// `?` behind an element or a group in brackets makes it optional; `< … >` marks the mention inside the match, for
/// context that is no part of it. `~` before an element
/// says that nothing may stand between it and the lexeme before it.
struct DatePattern: Sendable {
  struct Element: Sendable {
    /// All classes that it takes, and those of them that need one of `units`.
    var classes: DateClass
    var limited: DateClass = []
    var units: UInt32 = 0
    var numbers: ClosedRange<Int>? = nil
    var attached = false
  }

  enum Step: Sendable {
    case element(Element)
    /// Go on with the next step, or else so many steps on.
    case either(Int)
    case opens, closes
  }

  let steps: [Step]

  /// Compiles a pattern; nil where it is not well formed.
  init?(_ source: String) {
    var parser = Parser(words: source.split(separator: " ").map(String.init))
    guard parser.parse() else { return nil }
    steps = parser.steps
  }

  /// The classes that a match may begin with and go on with, and whether it may be of one lexeme.
  var reach: (first: DateClass, second: DateClass, endsAfterOne: Bool) {
    var first: DateClass = []
    var second: DateClass = []
    var endsAfterOne = false
    func walk(_ index: Int, _ taken: Int) {
      guard index < steps.count else {
        endsAfterOne = endsAfterOne || taken == 1
        return
      }
      switch steps[index] {
      case .element(let element):
        if taken == 0 { first.formUnion(element.classes) } else { second.formUnion(element.classes) }
        if taken == 0 { walk(index + 1, 1) }
      case .either(let skip):
        walk(index + 1, taken)
        walk(index + skip, taken)
      case .opens, .closes: walk(index + 1, taken)
      }
    }
    walk(0, 0)
    return (first, second, endsAfterOne)
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
        steps[open] = .either(steps.count - open)
      default: return parseElement(word)
      }
      return true
    }

    private mutating func parseElement(_ word: String) -> Bool {
      let isOptional = word.hasSuffix("?")
      guard let element = Element(isOptional ? String(word.dropLast()) : word) else { return false }
      if isOptional { steps.append(.either(2)) }
      steps.append(.element(element))
      return true
    }
  }
}

extension DatePattern.Element {
  /// Reads `~MONTH`, `DAY|ORD`, `UNIT=Y+Q|PERIOD`, `NUM=1..31`.
  fileprivate init?(_ source: String) {
    let isAttached = source.hasPrefix("~")
    classes = []
    attached = isAttached
    for part in (isAttached ? String(source.dropFirst()) : source).split(separator: "|") {
      guard add(String(part)) else { return nil }
    }
  }

  private mutating func add(_ part: String) -> Bool {
    let sides = part.split(separator: "=").map(String.init)
    guard let name = sides.first, let one = DateClass(name: name) else { return false }
    classes.formUnion(one)
    guard sides.count == 2, let limit = sides.last else { return sides.count == 1 }
    if limit.contains("..") {
      let ends = limit.split(separator: ".").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1] else { return false }
      numbers = ends[0]...ends[1]
      return true
    }
    limited.formUnion(one)
    for code in limit.split(separator: "+") {
      guard let unit = DateUnit(code: String(code)) else { return false }
      units |= 1 << UInt32(unit.rawValue)
    }
    return true
  }
}
