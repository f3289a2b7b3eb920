extension DateGrammar {
  /// Dates whose year, month and day carry marks of their own, behind the number (2021年5月3日) or before it (ngày 3
  /// tháng 5 năm 2021).
  static let markedRules: [DateRule] = [
    DateRule(
      "marked-day", "( YEAR YEARMARK )? NUM=1..12 MONTHMARK NUM=1..31 DAYMARK", yes: [],
      if: { $0.has(.yearMark) || !$1.isAfter(.yearMark, $0) },
      build: { $0.marked(year: $0.yearNumber, month: 0, day: 1) }),
    DateRule(
      "marked-month", "( YEAR YEARMARK )? NUM=1..12 MONTHMARK", yes: [],
      if: { $0.has(.yearMark) || !$1.isAfter(.yearMark, $0) },
      build: { $0.marked(year: $0.yearNumber, month: 0) }),
    DateRule("marked-reign", "REIGN NUM=1..99 YEARMARK ( NUM=1..12 MONTHMARK ( NUM=1..31 DAYMARK )? )?", yes: []) {
      match in
      guard let year = match.number(.num) else { return nil }
      return match.marked(year: match.code(.reign) + year - 1, month: 1, day: 2)
    },
    DateRule(
      "marked-before-day", "DAYMARK? NUM=1..31 MONTHMARK NUM=1..12 ( YEARMARK YEAR )?", yes: [],
      if: { match, _ in match.has(.dayMark) || match.has(.yearMark) },
      build: { $0.marked(year: $0.yearNumber, month: 1, day: 0) }),
    DateRule(
      "marked-before-month", "MONTHMARK NUM=1..12 YEARMARK YEAR", yes: [],
      build: { $0.marked(year: $0.yearNumber, month: 0) }),
    DateRule("marked-year", "YEAR YEARMARK", yes: []) { .calendar(DateValue(.year, year: $0.yearNumber)) },
  ]
}

extension DateMatch {
  /// The day or month whose numbers stand at these places among the match's numbers, or else the year alone.
  fileprivate func marked(year: Int, month: Int, day: Int? = nil) -> DateExpression? {
    guard let month = number(.num, month) else { return .calendar(DateValue(.year, year: year)) }
    guard let day = day.flatMap({ number(.num, $0) }) else {
      return .calendar(DateValue(.month, year: year, part: month))
    }
    let value = DateValue(.day, year: year, part: month, day: day)
    return value.isPossible ? .calendar(value) : nil
  }
}
