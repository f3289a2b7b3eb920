import ArgumentParser
import SaysoBatch
import SaysoPipeline
import SaysoRead

/// `sayso explain FILE [--at OFFSET]`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show an article with its zones, mentions and claims, and why each mark was made.",
    discussion: """
      Without --at, prints the article with its marks and below each line the claims that start in it. With --at, prints \
      for one position (a code point offset, as in the annotations) every mark there with its rule and lexicon line.

      EXAMPLES
        sayso explain article.txt
        sayso explain article.txt --at 312
        sayso explain articles.jsonl --id story-7 --color always | less -R
        sayso explain page.html --furniture sites.tsv
      """)

  @Argument(help: "A file with an article, or with several: see --id. - is standard input.")
  var file: String

  @Option(name: .long, help: ArgumentHelp("Explain the mark at this code point offset.", valueName: "offset"))
  var at: Int?

  @Option(name: .long, help: "The article with this id, where the file holds several; else the first.")
  var id: String?

  @OptionGroup var colour: ColourOption
  @OptionGroup var input: InputOptions

  func validate() throws {
    if let at, at < 0 { throw ValidationError("--at counts from 0; \(at) is before the text.") }
  }

  func run() throws {
    let lexicon = try LexiconAccess.open(input.lexiconFolder, books: input.lexicon)
    let (reading, known) = (try input.readOptions(), try input.annotatorOptions())
    let found = try CommandFailure.catching { () throws(ReadError) in
      try ArticleFinder.find(id, in: file, options: reading)
    }
    guard let article = found.article else { throw CommandFailure.noArticle(found.message) }
    var pipeline = try Pipeline(tables: SharedTables(lexicon), keepsReadings: true)
    pipeline.run(
      article.source, metadata: PipelineAnnotator.metadata(of: article, options: known), hints: article.hints)
    let explanation = Explanation(lexicon: lexicon, usesColour: colour.isOn)
    let text =
      at.map { explanation.position($0, in: pipeline.article) } ?? explanation.overview(pipeline.article)
    try StandardOutput.write(text)
  }
}
