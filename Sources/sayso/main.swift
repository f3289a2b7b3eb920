import Foundation
import SaysoLexicon
import SaysoPipeline
import SaysoRecord
import SaysoText

struct PlainSupport: ScriptSupport {
  func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    Array(
      String(decoding: bytes, as: UTF8.self).folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        .utf8)
  }
  func wordBoundaries(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] { [bytes.count] }
}

let support = PlainSupport()
var store = LexiconStore(support: support)
let lexicon = try store.openDefault()
for problem in store.problems.prefix(3) { FileHandle.standardError.write(Data("\(problem)\n".utf8)) }
var pipeline = try Pipeline(lexicon: lexicon, support: support)
var options = AnnotationWriter.Options()
options.includesTokens = CommandLine.arguments.contains("--tokens")
let writer = AnnotationWriter(lexicon: lexicon, options: options)
for path in CommandLine.arguments.dropFirst(2) where !path.hasPrefix("--") {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  let lines = path.hasSuffix(".jsonl") ? data.split(separator: 0x0A).map { Data($0) } : [data]
  for line in lines {
    var metadata = ArticleMetadata()
    metadata.id = path
    var text = String(decoding: line, as: UTF8.self)
    if path.hasSuffix(".jsonl"), let object = try JSONSerialization.jsonObject(with: line) as? [String: Any] {
      text = object["text"] as? String ?? ""
      metadata.id = object["id"] as? String ?? path
      let parts = (object["date"] as? String ?? "").prefix(10).split(separator: "-").compactMap { Int($0) }
      if parts.count == 3 {
        metadata.published = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
        metadata.publishedFrom = .input
        metadata.publishedEDTF = String((object["date"] as? String ?? "").prefix(10))
      }
    }
    pipeline.run(SourceText(text), metadata: metadata)
    var json = JSONByteWriter()
    writer.write(pipeline.article, input: AnnotationWriter.InputFields(), to: &json)
    FileHandle.standardOutput.write(Data(json.bytes))
  }
}
