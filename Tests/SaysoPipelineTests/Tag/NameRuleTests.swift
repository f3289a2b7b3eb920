import Testing

@testable import SaysoPipeline

/// Runs the examples that stand beside every rule for names.
@Suite struct NameRuleTests {
  @Test func everyRuleHasADistinctNameAndExamples() {
    var seen: Set<String> = []
    for rule in TagStage.rules {
      #expect(seen.insert("\(rule.id)").inserted, "two rules are called \(rule.id)")
      #expect(!rule.examples.isEmpty, "\(rule.id) has no example")
      #expect(!rule.counterexamples.isEmpty, "\(rule.id) has no counter-example")
    }
  }

  @Test(arguments: TagStage.rules.flatMap { rule in rule.examples.map { ("\(rule.id)", $0) } })
  func finds(_ rule: String, _ example: String) throws {
    let marked = Marks(example)
    let part = try #require(marked.parts.first, "nothing is marked in the example")
    let mentions = try #require(PipelineReading.mentions(marked.text))
    #expect(
      mentions.contains { $0.rule == rule && $0.type == part.key && $0.text == part.value.first },
      "found \(mentions.map { "\($0.type) \($0.text) by \($0.rule)" })")
  }

  @Test(arguments: TagStage.rules.flatMap { rule in rule.counterexamples.map { ("\(rule.id)", $0) } })
  func leavesAlone(_ rule: String, _ example: String) throws {
    let mentions = try #require(PipelineReading.mentions(example))
    #expect(mentions.filter { $0.rule == rule }.map(\.text) == [])
  }
}
