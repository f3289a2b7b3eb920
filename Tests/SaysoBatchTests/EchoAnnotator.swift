import SaysoBatch
import SaysoRead
import SaysoRecord
import SaysoTestSupport
import SaysoText

/// Writes what it is given, after a while that depends on the text, so that workers overtake each other.
struct EchoAnnotator: Annotating {
  mutating func annotate(_ article: InputArticle, to json: inout JSONByteWriter, counts: inout BatchCounts) {
    var sum = 0
    for step in 0..<article.source.count % 17 * 50 { sum &+= step }
    json.beginObject()
    json.key("id")
    json.string(article.id)
    json.key("text")
    json.string(String(decoding: article.source.bytes, as: UTF8.self))
    json.key("sum")
    json.bool(sum >= 0)
    json.key("warnings")
    json.beginArray()
    for warning in article.warnings { json.string(warning.code) }
    json.endArray()
    json.endObject()
    json.endLine()
    counts.count(.person)
    counts.count(.author)
  }
}

/// Runs a batch into `out.jsonl` of a folder, quietly.
@discardableResult
func runBatch(
  _ inputs: [String], in folder: TemporaryFolder, _ change: (inout BatchOptions) -> Void = { _ in }
) throws -> BatchSummary {
  var options = BatchOptions()
  options.output = .file(folder.path + "/out.jsonl")
  options.isQuiet = true
  change(&options)
  return try BatchRunner(inputs: inputs, options: options) { EchoAnnotator() }.run()
}

/// A JSON lines file of invented articles, some of them broken, in the folder.
func writeLines(_ count: Int, seed: UInt64, in folder: TemporaryFolder) throws -> String {
  var generator = SeededGenerator(seed: seed)
  var text = ""
  for number in 0..<count {
    let words = String(repeating: "The ferry to Norvale was late. ", count: Int.random(in: 0...40, using: &generator))
    switch Int.random(in: 0...19, using: &generator) {
    case 0: text += "{\"id\":\"\(number)\",\"text\":\n"
    case 1: text += "\n"
    case 2: text += "{\"text\":\"\(words) No id.\"}\n"
    default: text += "{\"id\":\"n\(number)\",\"text\":\"\(words)\"}\n"
    }
  }
  return try folder.write(text, to: "in.jsonl")
}
