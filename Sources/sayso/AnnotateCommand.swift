import ArgumentParser
import SaysoPipeline
import SaysoRead
import SaysoRecord

/// `sayso annotate`.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Annotate articles: one JSON line for each, in input order.",
    discussion: """
      EXAMPLES
        sayso annotate article.txt
        sayso annotate articles/ --glob "*.txt" -o annotations.jsonl
        sayso annotate wire.jsonl.gz --text-key body --date-key published
        cat articles.jsonl | sayso annotate - --no-text
      """)

  @Argument(help: "Files and folders; - is standard input (JSON lines or one article).")
  var inputs: [String]

  @OptionGroup var input: InputOptions

  @Flag(name: .long, help: "Write the tokens with their word classes.")
  var tokens = false

  @Flag(name: .customLong("no-text"), help: "Leave the text out of the lines.")
  var noText = false

  func run() throws {
    let lexicon = try LexiconAccess.open(input.lexiconFolder)
    var output = AnnotationWriter.Options()
    output.includesTokens = tokens
    output.includesText = !noText
    var annotator = try Annotator(lexicon: lexicon, input: input, output: output)
    let options = try input.readOptions()
    let producer = try CommandFailure.catching { () throws(ReadError) in try InputProducer(inputs, options: options) }
    let decoder = InputDecoder(options: options)
    var json = JSONByteWriter()
    while let item = producer.next() {
      json.removeAll()
      var articles: [InputArticle] = []
      decoder.decode(item) { result in
        if case .article(let article) = result { articles.append(article) }
      }
      for article in articles { annotator.annotate(article, to: &json) }
      try json.bytes.withUnsafeBufferPointer { try StandardOutput.write($0) }
    }
  }
}
