import SaysoRecord
import SaysoTestSupport
import Testing

@testable import SaysoAnalysis

/// Reads gold and predictions from text and compares them.
private func evaluate(
  _ gold: String, _ predicted: String, types: [String] = ["person", "place", "organization"]
) throws -> (evaluation: Evaluation, gold: EvaluationSet, predicted: EvaluationSet) {
  let folder = try TemporaryFolder()
  let wanted = try EvaluationSet(RecordLines(folder.write(gold, to: "gold")), isGold: true)
  let found = try EvaluationSet(RecordLines(folder.write(predicted, to: "found")), isGold: false)
  var evaluator = Evaluator()
  evaluator.types = types
  return (evaluator.evaluate(gold: wanted, predicted: found), wanted, found)
}

private let text = #""text":"Jane Roe of Orrin Ferries met Okoye in Port Alm on Monday.""#

@Suite struct EvaluatorTests {
  @Test func countsNames() throws {
    let gold = """
      {"id":"a",\(text),"entities":[{"start":0,"end":8,"type":"person"},{"start":12,"end":25,"type":"ORG"},\
      {"start":30,"end":35,"type":"person"},{"start":39,"end":47,"type":"place"},{"start":51,"end":57,"type":"misc"}]}
      """
    let found = """
      {"id":"a",\(text),"mentions":[{"start":0,"end":8,"type":"person"},{"start":12,"end":17,"type":"organization"},\
      {"start":30,"end":35,"type":"place"},{"start":51,"end":57,"type":"person"},\
      {"start":0,"end":4,"type":"person","nominal":true},{"start":26,"end":29,"type":"person"}]}
      """
    let scores = try #require(try evaluate(gold, found).evaluation.entities)
    #expect(scores.strict.micro == Tally(right: 1, predicted: 4, gold: 4))
    #expect(scores.relaxed.micro == Tally(right: 2, predicted: 4, gold: 4))
    #expect(scores.spanOnly.micro == Tally(right: 2, predicted: 4, gold: 4))
    #expect(scores.spanOnly["place"].right == 1 && scores.spanOnly["place"].found == 0)
    #expect(scores.confusion.count(gold: "person", predicted: "place") == 1)
    #expect(scores.confusion.count(gold: "place", predicted: Confusion.nothing) == 1)
    #expect(scores.confusion.count(gold: Confusion.nothing, predicted: "person") == 1)
  }

  @Test func groupsErrors() throws {
    let gold = """
      {"id":"a",\(text),"entities":[{"start":12,"end":25,"type":"organization"},{"start":30,"end":35,"type":"person"},\
      {"start":39,"end":47,"type":"place"}]}
      """
    let found = """
      {"id":"a",\(text),"mentions":[{"start":12,"end":17,"type":"organization"},{"start":30,"end":35,"type":"place"},\
      {"start":51,"end":57,"type":"person"}]}
      """
    let book = try #require(try evaluate(gold, found).evaluation.errors.first?.book)
    let classes = ErrorBook.Class.allCases.filter { book.count($0) > 0 }
    #expect(classes == [.missed, .spurious, .wrongType, .wrongBoundary])
    let boundary = try #require(book.sorted.first { $0.key.errorClass == .wrongBoundary }?.examples.first)
    #expect(boundary.gold == "Orrin Ferries" && boundary.predicted == "Orrin" && boundary.start == 12)
    #expect(boundary.excerpt.contains("of ⟦Orrin Ferries⟧ met"))
  }

  @Test func comparesDates() throws {
    let gold = """
      {"id":"a",\(text),"times":[{"start":51,"end":57,"type":"DATE","value":"2024-W8"},\
      {"start":0,"end":4,"type":"DURATION","value":"P12M"}]}
      """
    let found = """
      {"id":"a",\(text),"mentions":[{"start":48,"end":57,"type":"date","timex":"2024-W08"},\
      {"start":0,"end":4,"type":"date","timex":"P1Y"}]}
      """
    let scores = try #require(try evaluate(gold, found).evaluation.dates)
    #expect(scores.strict.found == 1 && scores.relaxed.found == 2 && scores.type.found == 2)
    #expect(scores.value.found == 0 && scores.canonicalValue.found == 2 && scores.strictValue.found == 0)
    #expect(scores.byType.strict["DURATION"].found == 1 && scores.edtf == nil)
  }

  @Test func comparesClaims() throws {
    let text = #""text":"\"We will sail,\" said Ada Quist, the captain. Crews say the ferry is safe.""#
    let gold = """
      {"id":"a",\(text),"attributions":[{"source":[[21,43]],"cue":[[16,20]],"content":[[0,15]]},\
      {"source":[[45,50]],"cue":[[51,54]],"content":[[55,72]]}]}
      """
    let found = """
      {"id":"a",\(text),"claims":[{"id":"c1","source":{"spans":[[21,30]]},"cue":{"spans":[[16,20]]},\
      "content":{"spans":[[0,15]]}},{"id":"c2","source":null,"cue":{"spans":[[51,54]]},"content":{"spans":[[59,72]]}},\
      {"id":"c3","source":null,"cue":null,"content":{"spans":[[55,72]]}}]}
      """
    let scores = try #require(try evaluate(gold, found).evaluation.claims)
    #expect(scores.attribution == Tally(right: 2, predicted: 2, gold: 2))
    #expect(scores.withSource.found == 1 && scores.withSourceAndCue.found == 1)
    #expect(scores.strict.found == 0 && scores.strictContent.found == 1)
    #expect(scores.ignored == ["unattributed": 1])
    #expect(scores.confusion.count(gold: "direct", predicted: "direct") == 1)
    #expect(scores.matched.sourceWhereGoldHasOne == 1 && scores.matched.withGoldSource == 2)
  }

  @Test func comparesZones() throws {
    let gold =
      #"{"id":"a","text":"Top\none two three four five","zones":[{"start":0,"end":3,"kind":"title"},{"start":4,"end":27,"kind":"body"}]}"#
    let found = #"{"id":"a","text":"Top\none two three four five","zones":[{"start":0,"end":27,"kind":"body"}]}"#
    let scores = try #require(try evaluate(gold, found).evaluation.zones)
    let body = try #require(scores.body)
    #expect(body.recall == 1 && body.precision == 2.0 / 3 && body.accuracy == 0)
    #expect(scores.byKind?.relaxed["body"].found == 1 && scores.byKind?.strict.micro.found == 0)
  }

  @Test func tellsWhatDidNotFit() throws {
    let gold = "{\"id\":\"a\",\"text\":\"x y\",\"entities\":[]}\n{\"id\":\"b\",\"text\":\"x\",\"entities\":[]}\n"
    let found = """
      {"id":"a","text":"x z","mentions":[]}
      {"id":"c","mentions":[]}
      {"id":"d","text":"ab","mentions":[{"start":1,"end":7,"type":"place"}]}
      {"id":"e","text":"ab","mentions":[{"start":1,"end":1,"type":"place"}]}
      {"text":"no id"}
      {"id":"f","mentions":[{"start":"one"}]}

      """
    let result = try evaluate(gold, found)
    #expect(result.evaluation.missing == ["b"] && result.evaluation.unknown == ["c"])
    #expect(result.evaluation.differing == ["a"] && result.evaluation.notes.count == 3)
    #expect(result.predicted.refusals.map(\.line) == [3, 4, 5, 6])
    #expect(result.predicted.refusals.first?.reason.contains("place 1-7") == true)
  }
}

@Suite struct TimexSpellingTests {
  @Test(arguments: [
    ("P12M", "P1Y"), ("PT24H", "P1D"), ("P1DE", "P10Y"), ("1998-W8", "1998-W08"), ("196X", "196"),
    ("1998-10-XX", "1998-10"), ("2024-05-06T15:00", "2024-05-06T15"), ("P2W", "P14D"),
  ])
  func sameInOneSpelling(_ a: String, _ b: String) {
    #expect(TimexSpelling.canonical(a) == TimexSpelling.canonical(b))
  }

  @Test(arguments: [("P12M", "P12D"), ("XXXX-10-XX", "XXXX-10"), ("1998-W81", "1998-W8"), ("PXD", "P1D")])
  func differentInOneSpelling(_ a: String, _ b: String) {
    #expect(TimexSpelling.canonical(a) != TimexSpelling.canonical(b))
  }
}

@Suite struct AssignmentTests {
  /// The best of all ways to pair rows and columns, by trying each.
  private func best(_ weights: [[Double]], _ row: Int = 0, _ used: Set<Int> = []) -> Double {
    guard row < weights.count else { return 0 }
    var most = best(weights, row + 1, used)
    for column in weights[row].indices where !used.contains(column) {
      most = max(most, weights[row][column] + best(weights, row + 1, used.union([column])))
    }
    return most
  }

  @Test(arguments: Seed.some(40)) func findsTheLargestSum(seed: Seed) {
    var random = seed.generator
    let (rows, columns) = (Int.random(in: 1...5, using: &random), Int.random(in: 1...5, using: &random))
    let weights = (0..<rows).map { _ in
      (0..<columns).map { _ in Bool.random(using: &random) ? 0 : Double(Int.random(in: 1...9, using: &random)) }
    }
    let pairs = Assignment.solve(weights)
    #expect(Set(pairs.map(\.row)).count == pairs.count && Set(pairs.map(\.column)).count == pairs.count)
    #expect(pairs.reduce(0) { $0 + weights[$1.row][$1.column] } == best(weights))
  }
}
