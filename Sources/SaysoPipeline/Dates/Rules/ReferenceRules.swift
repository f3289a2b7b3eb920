extension DateGrammar {
  /// Words for the present, the past and the future as such.
  static let referenceRules: [DateRule] = [
    DateRule("reference", "REF", yes: ["[now=PRESENT_REF]", "[recently=PAST_REF]"]) { $0.reference(.ref) },
    DateRule(
      "reference-noun", "THE REFNOUN", yes: ["in [the past=PAST_REF]", "[the near future=FUTURE_REF]"],
      no: ["the past two"], if: { $1.isNoun($0) },
      build: { ($0[.refNoun]?.classes.contains(.last) ?? false) ? .reference(.past) : $0.reference(.refNoun) }),
    DateRule("reference-adjective", "REFADJ", yes: ["the [current=PRESENT_REF] plan"]) { $0.reference(.refAdjective) },
    DateRule("recent-units", "RECENT UNITS", yes: ["in [recent weeks=PAST_REF]"]) { _ in .reference(.past) },
    DateRule("coming-units", "NEXT UNITS", yes: ["in [coming months=FUTURE_REF]"]) { _ in .reference(.future) },
  ]
}

extension DateMatch {
  fileprivate func reference(_ wanted: DateClass) -> DateExpression? {
    Timex.Reference(rawValue: UInt8(clamping: code(wanted))).map { .reference($0) }
  }
}

extension DateContext {
  /// Whether "the past" is a noun: nothing follows for it to go with.
  fileprivate func isNoun(_ match: DateMatch) -> Bool {
    guard match[.refNoun]?.classes.contains(.last) ?? false else { return true }
    return after(match).map { $0.classes.isDisjoint(with: Self.counted) } ?? true
  }

  private static let counted: DateClass = [
    .num, .few, .couple, .unit, .units, .season, .seasons, .month, .weekday, .weekend, .dayPart, .mod,
  ]
}
