import SaysoRecord
import SaysoText

/// Finds and resolves the dates of one text: the scan, the tense of each, what neighbours say of one another.
struct DateFinder {
  private let table: DateTable
  private(set) var scanner: DateScanner
  /// What was found last, and the meaning of each; nil where it has none.
  var resolved: [Timex?] = []

  var found: [FoundDate] { scanner.found }

  init(_ table: DateTable, grammar: DateGrammar = .standard) {
    self.table = table
    scanner = DateScanner(table: table, grammar: grammar)
  }

  /// The id of a rule, for evidence.
  func rule(_ found: FoundDate) -> StaticString { scanner.grammar.rules[found.rule].id }

  /// Number of a word for `DateTokens.words`.
  @inline(__always)
  func number(_ hash: UInt64) -> UInt16 { table.number(hash) }

  /// Finds expressions; `starts` tells whether a token begins a sentence. O(tokens).
  mutating func scan(_ tokens: DateTokens, starts: (Int) -> Bool) {
    scanner.scan(tokens, starts: starts)
  }

  /// Resolves what `scan` found, against a reference date or, without one, the latest date on the page.
  mutating func resolve(
    _ tokens: DateTokens, reference: CivilDate?, page: CivilDate? = nil, tense: (FoundDate) -> Tense
  ) {
    resolved.removeAll(keepingCapacity: true)
    var resolver = DateResolver(reference: reference, page: page)
    var hasLookedAhead = false
    for (index, found) in scanner.found.enumerated() {
      if found.expression.takesQuarter, !hasLookedAhead {
        hasLookedAhead = true
        lookAhead(from: index, &resolver, tense)
      }
      let tense = found.needsTense ? tense(found) : .unknown
      resolved.append(resolver.resolve(found.expression, tense: tense, nextYear: sharedYear(index)))
    }
    relate()
  }

  /// "up from the year-ago quarter in the first": where no quarter has been named, the next one to be named counts.
  private func lookAhead(from index: Int, _ resolver: inout DateResolver, _ tense: (FoundDate) -> Tense) {
    guard resolver.reportedQuarter == nil,
      let next = scanner.found[index...].first(where: { $0.expression.value.precision == .quarter })
    else { return }
    var ahead = resolver
    _ = ahead.resolve(next.expression, tense: tense(next))
    resolver.reports(on: ahead)
  }
}

extension FoundDate {
  /// Whether the words around can change the meaning: not for a date that says its year, nor for a length.
  fileprivate var needsTense: Bool {
    expression.form == .calendar && !expression.value.hasYear && expression.yearShift == nil
      && expression.direction == .none
  }

  /// A day or month with its year, as said.
  var explicitDay: CivilDate? { hasMonthAndYear ? expression.value.firstDay : nil }
}
