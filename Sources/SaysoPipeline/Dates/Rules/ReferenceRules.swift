extension DateGrammar {
  /// Words for the present, the past and the future as such.
  static let referenceRules: [DateRule] = [
    DateRule("reference", "REF", yes: ["[now=PRESENT_REF]", "[recently=PAST_REF]"]) { $0.reference(.ref) },
    DateRule("reference-noun", "REFNOUN", yes: ["in [the past=PAST_REF]", "[the near future=FUTURE_REF]"]) {
      $0.reference(.refNoun)
    },
    DateRule("reference-adjective", "REFADJ", yes: ["the [current=PRESENT_REF] plan"]) { $0.reference(.refAdjective) },
    DateRule("recent-units", "RECENT UNITS", yes: ["in [recent weeks=PAST_REF]"]) { _ in .reference(.past) },
    DateRule("coming-units", "THE? NEXT UNITS", yes: ["in [coming months=FUTURE_REF]"]) { _ in .reference(.future) },
    DateRule("these-days", "THESE UNITS=D", yes: ["[these days=PRESENT_REF]"]) { _ in .reference(.present) },
  ]
}

extension DateMatch {
  fileprivate func reference(_ wanted: DateClass) -> DateExpression? {
    Timex.Reference(rawValue: UInt8(clamping: code(wanted))).map { .reference($0) }
  }
}
