import SaysoRecord

extension DateResolver {
  /// "last year", "two weeks ago", "a day later".
  func resolveShift(_ expression: DateExpression) -> Timex? {
    let fromContext = expression.base == .context
    // "a year earlier" may count from the reference date, "a year later" only from a date that the text has given.
    // "that day" is one that it has spoken of.
    let isSaid =
      expression.count > 0 && expression.direction == .none || expression.count == 0 && expression.unit == .day
    let said = fromContext ? contextDay(for: expression.unit) : nil
    guard let base = said ?? (fromContext && isSaid ? nil : reference) else { return unanchored(expression) }
    var timex = Timex(anchor: said == nil ? .published : .context)
    if expression.takesQuarter, let value = quarter(expression.count) {
      timex.value = value
      return timex
    }
    guard let value = shifted(base, expression) else { return nil }
    timex.value = value
    fillClock(&timex, expression)
    return timex.value.isPossible ? timex : nil
  }

  /// The date that the text last spoke of, where it is exact enough to count such units from: a year has no next day.
  private func contextDay(for unit: DateUnit) -> CivilDate? {
    guard let context else { return nil }
    let needed: DateValue.Precision
    switch unit {
    case .year, .decade, .century, .millennium: needed = .decade
    case .quarter: needed = .quarter
    case .month: needed = .month
    default: needed = .week
    }
    return context.precision >= needed ? context.firstDay : nil
  }

  /// Without a reference date only the shape is known: `XXXX-XX-XX` for "yesterday", `XXXX` for "last year".
  private func unanchored(_ expression: DateExpression) -> Timex? {
    let value: DateValue
    switch expression.unit {
    case .day, .hour, .minute, .second: value = DateValue(.day)
    case .week, .fortnight: value = DateValue(.week)
    case .month: value = DateValue(.month)
    case .quarter: value = DateValue(.quarter)
    case .year: value = DateValue(.year)
    default: return Timex(reference: expression.count < 0 ? .past : expression.count > 0 ? .future : .present)
    }
    var timex = Timex(value: value)
    fillClock(&timex, expression)
    return timex
  }

  /// The reported quarter a number of years on.
  private func quarter(_ years: Int) -> DateValue? {
    guard var value = reportedQuarter, value.hasYear else { return nil }
    value.year += years
    return value
  }

  private func shifted(_ base: CivilDate, _ expression: DateExpression) -> DateValue? {
    let count = expression.count
    switch expression.unit {
    case .day: return base.adding(days: count).map { DateValue(day: $0) }
    case .week: return abs(count) > 5_000_000 ? nil : base.adding(days: count * 7).map { DateValue(week: $0) }
    case .fortnight: return abs(count) > 2_000_000 ? nil : base.adding(days: count * 14).map { DateValue(week: $0) }
    case .month: return base.adding(months: count).map { DateValue(.month, year: $0.year, part: $0.month) }
    case .quarter:
      return abs(count) > 1_000_000
        ? nil : base.adding(months: count * 3).map { DateValue(.quarter, year: $0.year, part: $0.quarter) }
    case .year: return abs(count) > 100_000 ? nil : year(base.year + count)
    case .decade: return abs(count) > 10_000 ? nil : decade(base, expression)
    case .century: return abs(count) > 1000 ? nil : century(base, expression)
    default: return clock(base, expression)
    }
  }

  private func year(_ year: Int) -> DateValue? {
    abs(year) <= CivilDate.yearLimit ? DateValue(.year, year: year) : nil
  }

  /// "the last decade" is the decade before; "two decades ago" is a year.
  private func decade(_ base: CivilDate, _ expression: DateExpression) -> DateValue? {
    if expression.direction == .none { return year(base.year + expression.count * 10) }
    return DateValue(.decade, year: floorDivide(base.year, 10) + expression.count)
  }

  private func century(_ base: CivilDate, _ expression: DateExpression) -> DateValue? {
    if expression.direction == .none { return year(base.year + expression.count * 100) }
    return DateValue(.century, year: floorDivide(base.year, 100) + expression.count)
  }

  /// "two hours ago" is the reference day; more exact it can't be without the hour of publication.
  private func clock(_ base: CivilDate, _ expression: DateExpression) -> DateValue? {
    guard expression.unit.isClock else { return nil }
    let hours = expression.unit == .hour ? expression.count : 0
    return abs(hours) > 1_000_000 ? nil : base.adding(days: hours / 24).map { DateValue(day: $0) }
  }

  private func fillClock(_ timex: inout Timex, _ expression: DateExpression) {
    guard expression.value.precision >= .dayPart else { return }
    timex.value.precision = expression.value.precision
    timex.value.dayPart = expression.value.dayPart
    timex.value.hour = expression.value.hour
    timex.value.minute = expression.value.minute
    timex.value.second = expression.value.second
    timex.value.zone = expression.value.zone
    timex.type = .time
  }

  /// A length; with the days that it covers where it is counted to or from the reference date.
  func resolveDuration(_ expression: DateExpression) -> Timex? {
    guard expression.duration.isPossible else { return nil }
    var timex = Timex()
    timex.type = .duration
    timex.duration = expression.duration
    guard expression.covers != 0, let reference, expression.duration.count > 0 else { return timex }
    let sized = expression.with {
      ($0.count, $0.unit) = ($0.covers * $0.duration.count, $0.duration.unit)
    }
    guard let other = bound(reference, sized) else { return timex }
    let month = DateValue(.month, year: reference.year, part: reference.month)
    let near = other.precision == .month ? month : DateValue(day: reference)
    (timex.covers, timex.coversTo) = expression.covers < 0 ? (other, near) : (near, other)
    timex.anchor = .published
    return timex
  }

  /// The far end of a length: to the month for years and months, to the day for weeks and days.
  private func bound(_ base: CivilDate, _ expression: DateExpression) -> DateValue? {
    if expression.unit.months > 0 {
      let months = expression.count.multipliedReportingOverflow(by: expression.unit.months)
      guard !months.overflow else { return nil }
      return base.adding(months: months.partialValue).map { DateValue(.month, year: $0.year, part: $0.month) }
    }
    let days = expression.count.multipliedReportingOverflow(by: expression.unit.days)
    guard expression.unit.days > 0, !days.overflow else { return nil }
    return base.adding(days: days.partialValue).map { DateValue(day: $0) }
  }

  /// What comes back.
  func resolveSet(_ expression: DateExpression) -> Timex? {
    var timex = Timex()
    timex.type = .set
    timex.calendarSet = expression.value.precision != .none
    timex.value = expression.value
    timex.duration = expression.duration
    timex.quantifier = expression.quantifier
    timex.frequency = expression.frequency
    return timex.calendarSet || expression.duration.isPossible ? timex : nil
  }
}
