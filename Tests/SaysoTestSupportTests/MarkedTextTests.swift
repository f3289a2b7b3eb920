import SaysoTestSupport
import SaysoText
import Testing

@Suite struct MarkedTextTests {
  @Test func takesTheMarksOut() throws {
    let marked = try MarkedText("⟦person Jané Roe⟧ said on ⟦date=2024-05-07 Tuesday⟧.")
    #expect(marked.text == "Jané Roe said on Tuesday.")
    #expect(
      marked.marks == [
        .init("person", span: TextSpan(0, 9)), .init("date", value: "2024-05-07", span: TextSpan(18, 25)),
      ])
    #expect(marked.marks.map { marked.text(of: $0) } == ["Jané Roe", "Tuesday"])
  }

  @Test func nests() throws {
    let marked = try MarkedText("⟦claim ⟦source the mayor of ⟦place Norvale⟧⟧ said⟧")
    #expect(marked.text == "the mayor of Norvale said")
    #expect(marked.marks.map(\.label) == ["claim", "source", "place"])
    #expect(marked.marks.map(\.span) == [TextSpan(0, 25), TextSpan(0, 20), TextSpan(13, 20)])
  }

  @Test(arguments: ["⟦person Jane", "Jane⟧", "⟦ Jane⟧", "⟦person⟧"])
  func refusesBrokenMarks(text: String) {
    #expect(throws: MarkedText.MarkingError.self) { try MarkedText(text) }
  }

  @Test func findsNoDifferenceWhereThereIsNone() throws {
    let marked = try MarkedText("⟦person Jane Roe⟧ said")
    #expect(marked.difference(from: marked.marks) == nil)
  }

  @Test func showsDifferencesWithCarets() throws {
    let marked = try MarkedText("First line\n⟦person Jané Roe⟧ came")
    let found = [MarkedText.Mark("place", span: TextSpan(21, 25))]
    #expect(
      marked.difference(from: found) == """
          Jané Roe came
          ^^^^^^^^ missing person
          Jané Roe came
                   ^^^^ unexpected place
        """)
  }

  @Test func goldenDifferenceShowsTheFirst() {
    #expect(goldenDifference(expected: "a\nb\n", actual: "a\nb\n") == nil)
    let difference = goldenDifference(expected: "same\nhello\n", actual: "same\nhallo\n")
    #expect(difference?.hasPrefix("line 2, column 2:\n  expected: hello\n  actual:   hallo\n             ^") == true)
    #expect(goldenDifference(expected: "a", actual: "a\n") != nil)
  }

  @Test func sameSeedSameText() {
    var first = Seed(7).generator
    var second = Seed(7).generator
    #expect(first.article() == second.article())
    #expect(first.json() == second.json())
    #expect(first.nastyText(upTo: 100) == second.nastyText(upTo: 100))
    var third = Seed(8).generator
    var fourth = Seed(7).generator
    #expect(third.article() != fourth.article())
  }
}
