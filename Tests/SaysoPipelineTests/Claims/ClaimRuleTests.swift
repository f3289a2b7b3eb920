import Testing

@testable import SaysoPipeline

/// Walks the examples that stand beside each rule.
@Suite struct ClaimRuleTests {
  @Test func everyRuleHasExamplesAndItsOwnName() {
    let ids = ClaimReader.families.map { "\($0.id)" }
    #expect(Set(ids).count == ids.count)
    for family in ClaimReader.families {
      #expect(!family.examples.isEmpty && !family.counterexamples.isEmpty, "\(family.id) lacks examples")
    }
  }

  @Test func readsItsExamples() throws {
    for family in ClaimReader.families {
      for example in family.examples { try expect(example, by: "\(family.id)") }
    }
  }

  @Test func readsNothingInItsCounterexamples() {
    for family in ClaimReader.families {
      for text in family.counterexamples {
        let found = ClaimReading.attributed(text).filter { $0.rule.hasPrefix("\(family.id)") }
        #expect(found.isEmpty, "\(family.id) reads “\(found.first?.cue ?? "")” in: \(text)")
      }
    }
  }

  private func expect(_ example: String, by id: String) throws {
    let marked = Marks(example)
    let found = ClaimReading.attributed(marked.text)
    let claim = found.first { $0.rule.hasPrefix(id) && $0.cue == marked.parts["cue"]?.first }
    #expect(claim != nil, "\(id): \(marked.text) \(found)")
    #expect(claim?.source == marked.parts["source"]?.first, "\(id): \(marked.text) \(found)")
    #expect(claim?.content == marked.parts["content"] ?? [], "\(id): \(marked.text) \(found)")
  }
}

/// A text with `⟦label words⟧` in it, without nesting. (SaysoTestSupport's marked text needs Foundation, which can't be
/// imported beside ICU.)
struct Marks {
  var text = ""
  var parts: [String: [String]] = [:]

  init(_ marked: String) {
    var rest = marked[...]
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      let inside = rest[rest.index(after: open)..<close]
      let words = inside.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      text += rest[..<open] + (words.count > 1 ? words[1] : "")
      if words.count > 1 { parts[words[0], default: []].append(words[1]) }
      rest = rest[rest.index(after: close)...]
    }
    text += rest
  }
}
