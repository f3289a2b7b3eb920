import Testing

@testable import SaysoPipeline

/// Runs the examples that stand beside every rule of the date grammar.
@Suite struct DateRuleTests {
  @Test func patternsAreWellFormed() {
    #expect(DateGrammar.malformed == [])
    #expect(DateGrammar.standard.rules.count == DateGrammar.all.count)
    #expect(DateGrammar.all.count <= DateProgram.limit)
  }

  @Test func rulesHaveDistinctNamesAndExamples() {
    var seen: Set<String> = []
    for rule in DateGrammar.all {
      #expect(seen.insert("\(rule.id)").inserted, "two rules are called \(rule.id)")
      // The marked dates of Chinese and Japanese have theirs in `DateLanguageTests`.
      #expect(!rule.yes.isEmpty || "\(rule.id)".hasPrefix("marked-"), "\(rule.id) has no example")
    }
  }

  @Test(arguments: DateGrammar.all.flatMap { rule in rule.yes.map { ("\(rule.id)", $0) } })
  func finds(_ rule: String, _ example: String) throws {
    let marked = try #require(MarkedDate(example), "no [text=value] in the example")
    let readings = DateReading.read(marked.text)
    #expect(
      readings.contains { $0.rule == rule && $0.text == marked.surface && $0.timex == marked.value },
      "found \(readings.map { "\($0.text) = \($0.timex) by \($0.rule)" })")
  }

  @Test(arguments: DateGrammar.all.flatMap { rule in rule.no.map { ("\(rule.id)", $0) } })
  func leavesAlone(_ rule: String, _ example: String) {
    let readings = DateReading.read(example).filter { $0.rule == rule }
    #expect(readings.isEmpty)
  }
}

/// An example with one marked date: "they met on [23 February=2023-02-23]".
private struct MarkedDate {
  let text: String
  let surface: String
  let value: String

  init?(_ example: String) {
    guard let open = example.firstIndex(of: "["), let equals = example.lastIndex(of: "="),
      let close = example.lastIndex(of: "]"), open < equals, equals < close
    else { return nil }
    surface = String(example[example.index(after: open)..<equals])
    value = String(example[example.index(after: equals)..<close])
    text = example[..<open] + surface + example[example.index(after: close)...]
  }
}
