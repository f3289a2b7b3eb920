import Foundation
import SaysoRecord
import SaysoTestSupport
import Testing

/// Records against their published schemas, judged by a validator that is not ours.
@Suite(RecordValidator.isThere)
struct ValidatorTests {
  private func expectValid(_ lines: String, _ schema: Schema, _ count: Int) throws {
    try RecordValidator.expectValid(Data(lines.utf8), schema: schema.rawValue, count: count)
  }

  @Test func annotationsAreValid() throws {
    var random = SeededGenerator(seed: 5)
    var lines = Samples.line
    for _ in 0..<40 {
      let record = Samples.record(&random)
      lines += Samples.written { record.writeLine(to: &$0) }
    }
    try expectValid(lines, .annotation, 41)
  }

  @Test func otherRecordsAreValid() throws {
    try expectValid(Samples.written { OtherRecordTests.error.writeLine(to: &$0) }, .error, 1)
    try expectValid(
      Samples.written { json in
        OtherRecordTests.entry.writeLine(to: &json)
        OtherRecordTests.undated.writeLine(to: &json)
      }, .timeline, 2)
    try expectValid(
      Samples.written { json in
        OtherRecordTests.finding.writeLine(to: &json)
        OtherRecordTests.corpusFinding.writeLine(to: &json)
      }, .finding, 2)
    try expectValid(Samples.written { OtherRecordTests.summary.writeLine(to: &$0) }, .audit, 1)
  }

  @Test func theValidatorNotices() throws {
    let damages = [
      ("\"start\":12,\"end\":20", "\"start\":13,\"end\":20", "mentions[0]: [[13, 20]] cuts"),
      ("\"voice\":\"author\"", "\"voice\":\"editor\"", "$.claims[1].voice"),
      ("\"parent\":\"c1\"", "\"parent\":\"c7\"", "c7 is not there"),
      ("\"depth\":1", "\"depth\":2", "claims[1].depth"),
      ("\"kind\":\"body\"", "\"kind\":\"boddy\"", "$.zones[1].kind"),
      ("\"start\":12,\"end\":106,\"kind\"", "\"start\":40,\"end\":106,\"kind\"", "zones: leave out"),
      ("\"timex\":\"2024-05-07\",", "", "'timex' is a required property"),
      ("\"id\":\"m2\"", "\"id\":\"m3\"", "mentions: an id occurs twice"),
      ("[6,11,\"VERB\"]", "[5,11,\"VERB\"]", "white space at an edge"),
      ("\"schema\"", "\"skema\"", "'schema' is a required property"),
      ("\"id\":\"ferry\"", "\"id\":NaN", "not JSON: NaN"),
    ]
    for damage in damages { #expect(Samples.line.contains(damage.0)) }
    let lines = damages.map { Samples.line.replacing($0.0, with: $0.1, maxReplacements: 1) }
    let result = try RecordValidator.run(Data(lines.joined().utf8), schema: "annotation")
    #expect(result.status == 1)
    for (number, damage) in zip(1..., damages) {
      let found = result.lines.filter { $0.hasPrefix("-:\(number): ") }
      #expect(found.contains { $0.contains(damage.2) }, "\(damage.2) in \(found)")
    }
  }
}
