import SaysoRecord

/// Gives expressions their place in the calendar, in the order of the text.
///
/// What an expression leaves open is filled from the reference date, from the date that the text last spoke of, or from
/// its neighbours; what nothing fills stays unknown (`XXXX-02-23`). Calendar arithmetic only: no clock, no time zone.
struct DateResolver {
  /// The reference date, where there is one.
  let reference: CivilDate?
  /// The latest date on the page, which bounds a day without a year where there is no reference date.
  let page: CivilDate?
  /// The date that the text last spoke of.
  private(set) var context: DateValue?
  /// The quarter that a company's report is about.
  private(set) var reportedQuarter: DateValue?
  private var reportIsRecent = false

  init(reference: CivilDate?, page: CivilDate? = nil) {
    self.reference = reference
    self.page = page
  }

  /// The expression's meaning; nil where it has none that is possible.
  mutating func resolve(_ expression: DateExpression, tense: Tense, nextYear: Int? = nil) -> Timex? {
    var timex: Timex?
    switch expression.form {
    case .calendar: timex = resolveCalendar(expression, tense, nextYear)
    case .shift: timex = resolveShift(expression)
    case .reference: timex = Timex(reference: expression.reference)
    case .duration: timex = resolveDuration(expression)
    case .set: timex = resolveSet(expression)
    }
    guard var timex else { return nil }
    if expression.modifier != .none { timex.modifier = expression.modifier }
    if let type = expression.type { timex.type = type }
    return timex
  }

  /// Remembers an explicit or resolved day as the text's own time.
  private mutating func note(_ timex: Timex) {
    guard timex.type == .date || timex.type == .time, timex.value.firstDay != nil else { return }
    context = timex.value
  }

  // MARK: Calendar parts

  private mutating func resolveCalendar(_ expression: DateExpression, _ tense: Tense, _ nextYear: Int?) -> Timex? {
    var timex = Timex(value: expression.value, anchor: expression.value.hasYear ? .explicit : .published)
    timex.last = expression.last
    if !timex.value.hasYear {
      fillYear(&timex, expression, tense, nextYear)
    } else if let holiday = expression.holiday {
      setHoliday(holiday, year: timex.value.year, &timex)
    }
    if expression.takesQuarter, let reportedQuarter {
      timex.value = DateValue(.quarter, year: timex.value.year, part: reportedQuarter.part)
    }
    if timex.last.precision != .none, !timex.last.hasYear { timex.last.year = timex.value.year }
    if expression.unit == .week, timex.value.precision == .day, let day = timex.value.firstDay,
      expression.value.part > 0
    {
      timex.value = DateValue(week: day)
    }
    if timex.value.precision >= .dayPart { timex.type = .time }
    guard timex.value.isPossible, timex.last.precision == .none || timex.last.isPossible else { return nil }
    note(timex)
    noteQuarter(timex.value)
    return timex
  }

  /// Takes over the quarter that a look ahead has found.
  mutating func reports(on ahead: DateResolver) {
    (reportedQuarter, reportIsRecent) = (ahead.reportedQuarter, ahead.reportIsRecent)
  }

  /// Takes the first quarter that ended lately as the one reported on, else the first of all.
  private mutating func noteQuarter(_ value: DateValue) {
    guard value.precision == .quarter, value.hasYear else { return }
    guard let reference, let last = value.lastDay else {
      reportedQuarter = reportedQuarter ?? value
      return
    }
    let isRecent = (-31...120).contains(reference.number - last.number)
    if reportedQuarter == nil || isRecent && !reportIsRecent { reportedQuarter = value }
    reportIsRecent = reportIsRecent || isRecent
  }

  private func fillYear(_ timex: inout Timex, _ expression: DateExpression, _ tense: Tense, _ nextYear: Int?) {
    guard let reference else { return fillFromPage(&timex, expression.holiday, tense, nextYear) }
    if let shift = expression.yearShift {
      timex.value.year = reference.year + shift
    } else if let holiday = expression.holiday {
      let year = pick(expression.direction, tense, reference) { holiday.day(in: $0).map { DateValue(day: $0) } }
      setHoliday(holiday, year: year, &timex)
    } else if timex.value.weekday != DateValue.unknown, timex.value.part == DateValue.unknown {
      fillWeekday(&timex, expression, tense, reference)
    } else if timex.value.precision == .weekend {
      fillWeekend(&timex, expression, tense, reference)
    } else if timex.value.part == DateValue.unknown {
      fillMonth(&timex, expression, reference)
    } else if let year = nextYear {
      timex.value.year = year
      timex.anchor = .context
    } else {
      let value = timex.value
      timex.value.year = pick(expression.direction, tense, reference) { year in
        var candidate = value
        candidate.year = year
        return candidate
      }
    }
  }

  /// Without a reference date: the neighbour's year, else the one that the page's latest date bounds
  /// ("would open on 20 May" lies behind it), else none.
  private func fillFromPage(_ timex: inout Timex, _ holiday: HolidayRule?, _ tense: Tense, _ nextYear: Int?) {
    timex.anchor = .none
    if let holiday, holiday.kind == .fixed { (timex.value.part, timex.value.day) = (holiday.month, holiday.index) }
    guard timex.value.part != DateValue.unknown, timex.value.precision >= .month else { return }
    if let nextYear {
      timex.value.year = nextYear
      timex.anchor = .context
    } else if let page, timex.value.precision == .month || timex.value.precision == .day {
      var candidate = timex.value
      candidate.year = page.year
      let isLater = candidate.firstDay.map { $0 > page } ?? false
      timex.value.year = isLater && tense != .future ? page.year - 1 : page.year
      timex.yearUncertain = true
      timex.anchor = .page
    }
  }

  private func setHoliday(_ holiday: HolidayRule, year: Int, _ timex: inout Timex) {
    guard let day = holiday.day(in: year) else { return }
    switch timex.value.precision {
    case .week: timex.value = DateValue(week: day)
    case .weekend: timex.value = DateValue(week: day, weekend: true)
    default: timex.value = DateValue(day: day)
    }
  }

  /// The year whose stretch fits: the last one past, the next one to come, or the nearest.
  private func pick(
    _ direction: DateExpression.Direction, _ tense: Tense, _ reference: CivilDate, _ make: (Int) -> DateValue?
  ) -> Int {
    func first(_ year: Int) -> CivilDate? { make(year)?.firstDay }
    func last(_ year: Int) -> CivilDate? { make(year)?.lastDay }
    let years = [reference.year - 1, reference.year, reference.year + 1]
    switch direction {
    case .last: return years.last { last($0).map { $0 < reference } ?? false } ?? reference.year - 1
    case .next: return years.first { first($0).map { $0 > reference } ?? false } ?? reference.year + 1
    case .this: return reference.year
    case .none: break
    }
    if let near = nearYear(make, years, tense, reference) { return near }
    let isQuarter = make(reference.year)?.precision == .quarter
    switch isQuarter && tense != .future ? .past : tense {
    case .past: return years.last { first($0).map { $0 <= reference } ?? false } ?? reference.year
    case .future: return years.first { last($0).map { $0 >= reference } ?? false } ?? reference.year
    default:
      return years.min { distance(first($0), last($0), reference) < distance(first($1), last($1), reference) }
        ?? reference.year
    }
  }

  /// The year that puts a day or quarter near the reference date, where nearness says more than tense: tense is that
  /// of the nearest verb, which need not be the one that the date goes with.
  private func nearYear(_ make: (Int) -> DateValue?, _ years: [Int], _ tense: Tense, _ reference: CivilDate) -> Int? {
    years.first { year in
      guard let value = make(year), let first = value.firstDay else { return false }
      let isLater = first > reference
      let limit: Int
      switch value.precision {
      case .day, .dayPart, .hour, .minute, .second: limit = isLater && tense == .past ? Self.nearAfterPast : Self.near
      case .quarter: limit = isLater && tense != .future ? -1 : Self.near
      case .month: limit = isLater && tense == .past ? Self.nearMonth : -1
      default: return false
      }
      return gap(first, value.lastDay, reference) <= limit
    }
  }

  private static let near = 120
  private static let nearAfterPast = 60
  /// "in September", said at the end of August, is the coming one whatever the tense: the last would be called so.
  private static let nearMonth = 16

  private func gap(_ first: CivilDate, _ last: CivilDate?, _ reference: CivilDate) -> Int {
    reference < first ? first.number - reference.number : distance(first, last, reference)
  }

  private func distance(_ first: CivilDate?, _ last: CivilDate?, _ reference: CivilDate) -> Int {
    guard let first, let last else { return .max }
    // What is to come is told of less than what has been.
    if reference < first { return (first.number - reference.number) * 3 / 2 }
    return last < reference ? reference.number - last.number : 0
  }

  private func fillWeekday(_ timex: inout Timex, _ expression: DateExpression, _ tense: Tense, _ reference: CivilDate) {
    let weekday = timex.value.weekday
    guard (1...7).contains(weekday) else { return }
    let base = expression.base == .context ? context?.firstDay ?? reference : reference
    var day: CivilDate?
    if expression.unit == .week {
      day = base.adding(days: weekday - base.weekday + 7 * expression.count)
    } else {
      switch expression.direction {
      case .last:
        day = base.adding(days: -1)?.nearest(weekday: weekday, after: false)
        if let found = day, base.number - found.number < 3, expression.base == .published { day = found }
      case .next: day = base.nearest(weekday: weekday, after: true)
      case .this: day = base.adding(days: -1)?.nearest(weekday: weekday, after: true)
      case .none:
        day =
          tense == .future
          ? base.adding(days: -1)?.nearest(weekday: weekday, after: true)
          : base.nearest(weekday: weekday, after: false)
      }
    }
    guard let day else { return }
    (timex.value.year, timex.value.part, timex.value.day) = (day.year, day.month, day.day)
  }

  private func fillWeekend(_ timex: inout Timex, _ expression: DateExpression, _ tense: Tense, _ reference: CivilDate) {
    let saturday = reference.adding(days: 6 - reference.weekday)
    let weeks: Int
    switch expression.direction {
    case .last: weeks = -1
    case .next: weeks = 1
    case .this: weeks = 0
    case .none: weeks = tense == .future || reference.weekday >= 6 ? 0 : -1
    }
    guard let day = saturday?.adding(days: 7 * weeks) else { return }
    timex.value = DateValue(week: day, weekend: true)
  }

  /// "the 5th": of the month that the text or the reference date is in.
  private func fillMonth(_ timex: inout Timex, _ expression: DateExpression, _ reference: CivilDate) {
    guard timex.value.day != DateValue.unknown else { return }
    let said = expression.unit == .month ? reference.adding(months: expression.count) : nil
    let base = said ?? context?.firstDay ?? reference
    (timex.value.year, timex.value.part) = (base.year, base.month)
    timex.anchor = said == nil && context != nil ? .context : .published
  }
}

extension Timex {
  init(value: DateValue, anchor: Anchor = .none) {
    self.init()
    (self.value, self.anchor) = (value, anchor)
  }

  init(reference: Reference) {
    self.init()
    self.reference = reference
  }
}
