import SaysoRecord

extension DateFinder {
  /// The year of a date that is joined to this one and has one: "Aug. 23 and Sept. 27, 2022".
  func sharedYear(_ index: Int) -> Int? {
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
  mutating func relate() {
    for (index, found) in scanner.found.enumerated() where resolved[index] != nil {
      if found.isPerhaps { resolved[index]?.perhaps = true }
      let relation = relationToNext(index)
      if relation == .between { align(index) }
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
      return from < to
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
    if !joint.isEmpty, joint.isSubset(of: ends), found[index].isAlike(found[index + 1]) { return .between }
    if found[index].lead.contains(.between), joint.contains(.and) { return .between }
    if found[index].lead.contains(.either), joint.contains(.or) { return .either }
    return found[index + 1].continues && joint == .and ? .both : .none
  }

  /// Makes the two ends of a range fit: "from May to July" is one summer, "from 9 a.m. to 5 p.m. Tuesday" one day.
  private mutating func align(_ index: Int) {
    let found = scanner.found
    guard var first = resolved[index], let second = resolved[index + 1], first.value.hasYear, second.value.hasYear
    else { return }
    if found[index].isBareClock, second.value.precision >= .hour {
      (first.value.year, first.value.part, first.value.day) = (second.value.year, second.value.part, second.value.day)
    } else if let from = first.value.firstDay, let to = second.value.firstDay, to < from, !found[index].saysYear {
      if found[index].isWeekday {
        guard let day = from.adding(days: -7) else { return }
        (first.value.year, first.value.part, first.value.day) = (day.year, day.month, day.day)
      } else if first.value.precision >= .month {
        first.value.year -= 1
      }
    }
    if first.value.isPossible { resolved[index] = first }
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

  var hasMonthAndYear: Bool {
    expression.form == .calendar && expression.value.precision >= .month && expression.value.hasYear
      && (1...12).contains(expression.value.part)
  }

  /// "possibly in 1962", "perhaps June".
  fileprivate var isPerhaps: Bool {
    nearLead.contains(.perhaps) || lead.contains(.perhaps) && !nearLead.isDisjoint(with: [.in, .on, .at])
  }

  /// Two weekdays, two months, two years: ends of a range even without "from".
  fileprivate func isAlike(_ other: FoundDate) -> Bool {
    expression.form == .calendar && other.expression.form == .calendar
      && expression.value.precision == other.expression.value.precision && isWeekday == other.isWeekday
  }

  /// A weekday without a date.
  var isWeekday: Bool {
    expression.form == .calendar && expression.value.weekday != DateValue.unknown
      && expression.value.day == DateValue.unknown
  }

  /// A clock time without a day.
  fileprivate var isBareClock: Bool {
    expression.form == .shift && expression.unit == .day && expression.count == 0 && expression.value.precision >= .hour
  }

  fileprivate var saysYear: Bool {
    expression.value.hasYear || expression.yearShift != nil || expression.form != .calendar
  }
}
