import Foundation
import SaysoRecord
import SaysoTestSupport
import Testing

/// What the program writes is what it promises: valid by its own published schemas, offsets that cut the text, and
/// lines that its reader takes in and gives back byte for byte.
@Suite(RecordValidator.isThere)
struct ContractTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 23)
    var lines = ""
    for number in 0..<120 {
      let text = number % 3 == 0 ? random.nastyText(upTo: 200) + "x" : random.article(paragraphs: 3)
      let title = number % 5 == 0 ? ",\"title\":\(random.jsonString(random.nastyText(upTo: 5)))" : ""
      lines += "{\"id\":\(random.jsonString("a\(number)")),\"date\":\"2024-05-09\"\(title),"
      lines += "\"text\":\(random.jsonString(text))}\n"
    }
    try folder.write(lines, to: "in.jsonl")
    try folder.write("{\"id\":1,\"text\":\n{\"id\":\"no text\"}\n{\"id\":\"\",\"text\":\" \"}\n", to: "bad.jsonl")
  }

  @Test(arguments: [["--tokens"], [], ["--no-text"]])
  func annotationsAreValid(options: [String]) throws {
    let result = try Program.run(["annotate", "--quiet", "in.jsonl"] + options, in: folder.path)
    #expect(result.status == 0)
    try RecordValidator.expectValid(result.output, schema: "annotation", count: 120)
  }

  @Test func annotationsComeBackFromTheReader() throws {
    let result = try Program.run(["annotate", "--quiet", "--tokens", "in.jsonl"], in: folder.path)
    for line in result.output.split(separator: 0x0A) {
      let record = try AnnotationReader().read(Array(line))
      var json = JSONByteWriter()
      record.writeLine(to: &json)
      let again = String(decoding: json.bytes, as: UTF8.self)
      if let difference = goldenDifference(expected: String(decoding: line, as: UTF8.self) + "\n", actual: again) {
        Issue.record("\(record.id) changes when it is read and written:\n\(difference)")
      }
    }
  }

  @Test func errorsAreValid() throws {
    let result = try Program.run(["annotate", "--quiet", "bad.jsonl"], in: folder.path)
    #expect(result.status == 65)
    try RecordValidator.expectValid(result.output, schema: "error", count: 3)
  }

  @Test func schemasArePrinted() throws {
    for schema in Schema.allCases {
      #expect(try Program.run(["schema", schema.rawValue]).output == Data(schema.bytes))
    }
  }
}
