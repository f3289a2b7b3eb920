import SaysoRecord
import SaysoText

/// Finds and resolves the dates of one text: the scan, the tense of each, what neighbours say of one another.
struct DateFinder {
  private let table: DateTable
  private var scanner: DateScanner
  /// What was found last, and the meaning of each; nil where it has none.
  private(set) var resolved: [Timex?] = []

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
    for (index, found) in scanner.found.enumerated() {
      let tense = found.needsTense ? found.tenseByNeighbours ?? tense(found) : .unknown
      resolved.append(resolver.resolve(found.expression, tense: tense, nextYear: sharedYear(index)))
    }
    relate()
  }

  // MARK: Neighbours

  /// The year of a date that is joined to this one and has one: "Aug. 23 and Sept. 27, 2022".
  private func sharedYear(_ index: Int) -> Int? {
    guard scanner.found[index].lacksYear else { return nil }
    let found = scanner.found
    if index + 1 < found.count, found[index + 1].isJoined, found[index + 1].hasMonthAndYear {
      let next = found[index + 1].expression.value
      return next.part < found[index].expression.value.part ? next.year - 1 : next.year
    }
    guard index > 0, found[index].isJoined, found[index - 1].hasMonthAndYear else { return nil }
    let previous = found[index - 1].expression.value
    return previous.part > found[index].expression.value.part ? previous.year + 1 : previous.year
  }

  /// Since, until, from ... to, between ... and, either ... or, and days that share a month.
  private mutating func relate() {
    for (index, found) in scanner.found.enumerated() where resolved[index] != nil {
      if found.isPerhaps { resolved[index]?.perhaps = true }
      let relation = relationToNext(index)
      if relation != .none, let first = resolved[index]?.value, let second = resolved[index + 1]?.value,
        Self.canRelate(first, second, relation)
      {
        resolved[index]?.relation = relation
        resolved[index]?.partner = second
        resolved[index + 1]?.relation = relation
        resolved[index + 1]?.partner = first
        let guesses = (resolved[index]?.yearUncertain ?? false, resolved[index + 1]?.yearUncertain ?? false)
        resolved[index]?.partnerYearUncertain = guesses.1
        resolved[index + 1]?.partnerYearUncertain = guesses.0
        resolved[index + 1]?.isSecond = true
      } else if resolved[index]?.relation == Timex.Relation.none,
        resolved[index]?.last.precision == DateValue.Precision.none
      {
        guard resolved[index]?.value.hasYear ?? false else { continue }
        if found.nearLead.contains(.since) { resolved[index]?.relation = .since }
        if found.nearLead.contains(.until) { resolved[index]?.relation = .until }
      }
    }
  }

  /// Whether two values can stand together in EDTF: a range must not run backwards, a set has plain members.
  private static func canRelate(_ first: DateValue, _ second: DateValue, _ relation: Timex.Relation) -> Bool {
    guard first.hasEDTF, second.hasEDTF, first.hasYear, second.hasYear else { return false }
    if relation == .between {
      guard let from = first.firstDay, let to = second.lastDay else { return true }
      return from <= to
    }
    return [first, second].allSatisfy { [.year, .month, .day].contains($0.precision) }
  }

  private func relationToNext(_ index: Int) -> Timex.Relation {
    let found = scanner.found
    guard index + 1 < found.count, let joint = found[index + 1].joint,
      resolved[index + 1]?.value.precision ?? .none != .none,
      resolved[index]?.value.precision ?? .none != .none, resolved[index]?.type != .duration,
      resolved[index + 1]?.type != .duration
    else { return .none }
    let ends: DateClass = [.to, .until, .hyphen]
    if found[index].lead.contains(.from), !joint.isDisjoint(with: ends) { return .between }
    if found[index].lead.contains(.between), joint.contains(.and) { return .between }
    if found[index].lead.contains(.either), joint.contains(.or) { return .either }
    return found[index + 1].continues && joint == .and ? .both : .none
  }
}

extension FoundDate {
  /// Stands right behind the expression before it, but for "and", "or", "to" or a comma.
  fileprivate var isJoined: Bool {
    guard let joint else { return false }
    return !joint.isEmpty && joint.isSubset(of: [.and, .or, .to, .until, .comma, .hyphen, .on, .by, .from])
  }

  fileprivate var lacksYear: Bool {
    expression.form == .calendar && expression.value.precision >= .month && expression.value.part != DateValue.unknown
      && !expression.value.hasYear && expression.holiday == nil && expression.yearShift == nil
      && expression.direction == .none
  }

  fileprivate var hasMonthAndYear: Bool {
    expression.form == .calendar && expression.value.precision >= .month && expression.value.hasYear
      && (1...12).contains(expression.value.part)
  }

  /// "possibly in 1962", "perhaps June".
  fileprivate var isPerhaps: Bool {
    nearLead.contains(.perhaps) || lead.contains(.perhaps) && !nearLead.isDisjoint(with: [.in, .on, .at])
  }

  /// Whether the words around can change the meaning: not for a date that says its year, nor for a length.
  fileprivate var needsTense: Bool {
    expression.form == .calendar && !expression.value.hasYear && expression.yearShift == nil
      && expression.direction == .none
  }

  /// A day or month with its year, as said.
  var explicitDay: CivilDate? { hasMonthAndYear ? expression.value.firstDay : nil }
}
