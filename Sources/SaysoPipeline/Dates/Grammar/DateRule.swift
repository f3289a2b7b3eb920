/// One rule of the date grammar: what it looks like, what it means, and examples of both.
///
/// A rule is one row. `yes` are texts in which the marked part is found by this rule, with its TIMEX3 value on the
/// reference
/// date Wednesday 2023-05-10: `"they met on [23 February=2023-02-23]"`. `no` are texts in which it finds nothing. A
/// test runs them all.
struct DateRule: Sendable {
  let id: StaticString
  let pattern: String
  let yes: [String]
  let no: [String]
  /// A second look at the words around the match; nil where the pattern is enough.
  let condition: (@Sendable (DateMatch, DateContext) -> Bool)?
  let build: @Sendable (DateMatch) -> DateExpression?

  init(
    _ id: StaticString, _ pattern: String, yes: [String], no: [String] = [],
    if condition: (@Sendable (DateMatch, DateContext) -> Bool)? = nil,
    build: @escaping @Sendable (DateMatch) -> DateExpression?
  ) {
    (self.id, self.pattern, self.yes, self.no) = (id, pattern, yes, no)
    (self.condition, self.build) = (condition, build)
  }
}

/// The rules, compiled and ready: in the order of `all`, which breaks ties between matches of one length.
struct DateGrammar: Sendable {
  let rules: [DateRule]
  let program: DateProgram

  init(_ rules: [DateRule]) {
    let compiled = rules.map { ($0, DatePattern(DateGrammar.expand($0.pattern))) }
    self.rules = compiled.filter { $0.1 != nil }.map(\.0)
    program = DateProgram(compiled.compactMap(\.1))
  }

  static let standard = DateGrammar(all)

  /// Rules whose pattern is not well formed: none, as a test checks.
  static var malformed: [String] {
    all.filter { DatePattern(expand($0.pattern)) == nil }.map { "\($0.id)" }
  }

  static let all: [DateRule] =
    calendarRules + markedRules + numericRules + yearRules + quarterRules + weekdayRules + dayRules + clockRules
    + shiftRules
    + durationRules + setRules + referenceRules

  /// Pieces of pattern that many rules share.
  static let macros: [(name: String, pattern: String)] = [
    ("$part", "( EARLY|LATE|MID -? )?"),
    ("$edge", "( MOD? THE? EDGE OF )? ( EARLY|LATE|MID -? )?"),
    ("$mod", "( EXACTLY? MOD )?"),
    ("$dir", "( THIS? LAST|NEXT|THIS|LATEST|CURRENT )?"),
    ("$count", "NUM|A|FEW|COUPLE"),
  ]

  static func expand(_ pattern: String) -> String {
    pattern.split(separator: " ").map { word in macros.first { $0.name == word }?.pattern ?? String(word) }
      .joined(separator: " ")
  }
}
