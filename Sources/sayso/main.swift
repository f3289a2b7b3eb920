import FoundationEssentials
import Glibc
import SaysoICU
import SaysoLexicon
import SaysoPipeline
import SaysoRecord
import SaysoText

let support = try ICUScriptSupport()
var store = LexiconStore(support: support)
let lexicon = try store.openDefault()
for problem in store.problems.prefix(3) { _ = "\(problem)\n".withCString { write(2, $0, strlen($0)) } }
var pipeline = try Pipeline(lexicon: lexicon, support: support)
var options = AnnotationWriter.Options()
options.includesTokens = CommandLine.arguments.contains("--tokens")
let writer = AnnotationWriter(lexicon: lexicon, options: options)
struct Input: Decodable {
  var text: String
  var id: String?
  var date: String?
}
for path in CommandLine.arguments.dropFirst(2) where !path.hasPrefix("--") {
  let data = try Data(contentsOf: URL(filePath: path))
  let lines = path.hasSuffix(".jsonl") ? data.split(separator: 0x0A).map { Data($0) } : [data]
  for line in lines {
    var metadata = ArticleMetadata()
    metadata.id = path
    var text = String(decoding: line, as: UTF8.self)
    if path.hasSuffix(".jsonl") {
      let input = try JSONDecoder().decode(Input.self, from: line)
      text = input.text
      metadata.id = input.id ?? path
      let date = String((input.date ?? "").prefix(10))
      let parts = date.split(separator: "-").compactMap { Int($0) }
      if parts.count == 3 {
        metadata.published = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
        metadata.publishedFrom = .input
        metadata.publishedEDTF = date
      }
    }
    pipeline.run(SourceText(text), metadata: metadata)
    var json = JSONByteWriter()
    writer.write(pipeline.article, input: AnnotationWriter.InputFields(), to: &json)
    _ = json.bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  }
}
