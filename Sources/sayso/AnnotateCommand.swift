import ArgumentParser
import SaysoBatch
import SaysoPipeline
import SaysoRead
import SaysoRecord

/// `sayso annotate`.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Annotate articles: one JSON line for each, in input order.",
    discussion: """
      Reads text files, web pages (HTML), JSON lines, feeds, CSV, web archives (WARC, WET), .gz of them, and folders of \
      them. An input that can't be annotated still gives its line, with the reason. Progress and the summary go to \
      standard error.

      EXAMPLES
        sayso annotate article.txt
        sayso annotate articles/ --glob "*.txt" -o annotations.jsonl
        sayso annotate wire.jsonl.gz --text-key body --date-key published -j 2
        sayso annotate crawl.warc.gz -o crawl.jsonl
        sayso annotate crawl/ --save-furniture sites.tsv -o crawl.jsonl
        sayso annotate today.html --furniture sites.tsv
        cat articles.jsonl | sayso annotate - --no-text | jq -r '.entities[].name'

      EXIT CODES
        0 done, 3 done but some inputs failed (--keep-going makes it 0), 64 usage, 65 no readable article, \
      66 input missing, 73 output exists or can't be created, 74 reading or writing failed, 130 interrupted
      """)

  @Argument(help: "Files and folders; - is standard input (JSON lines or one article).")
  var inputs: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"))
  var output: String?
  @Flag(name: .long, help: "Replace the output file if it exists.")
  var force = false
  @Flag(name: .long, help: "Go on with an output file: articles that have their line are left out.")
  var resume = false

  @Option(name: [.customShort("j", allowingJoined: true), .long], help: "Threads; 0 is one for each core.")
  var jobs: Int = 0
  @Flag(help: "Leave out articles that say what one before them says.") var skipDuplicates = false
  @Flag(name: .customLong("keep-going"), help: "End with 0 even if some inputs failed, for workers of a stream.")
  var keepGoing = false
  @Flag(name: .shortAndLong, help: "No progress and no summary.")
  var quiet = false

  @Flag(name: .long, help: "Write the tokens with their word classes.")
  var tokens = false
  @Flag(name: .customLong("no-text"), help: "Leave the text out of the lines.")
  var noText = false

  @Flag(help: "Read the inputs twice: lines that a site's articles repeat are furniture.") var learnFurniture = false
  @Option(help: ArgumentHelp("Learn, and save the lines to this file.", valueName: "file")) var saveFurniture: String?

  @OptionGroup(title: "Input") var input: InputOptions

  func validate() throws {
    guard (0...256).contains(jobs) else { throw ValidationError("--jobs \(jobs): give 0 to 256.") }
    if resume, output == nil { throw ValidationError("--resume needs -o FILE: it goes on with what that file holds.") }
    if resume, force { throw ValidationError("--resume goes on with the file, --force replaces it: give one of them.") }
    if learns, let stream = InputProducer.stream(among: inputs) {
      throw ValidationError(
        "\(stream) can't be read twice, as learning furniture does: save it from files (--save-furniture FILE), then give "
          + "--furniture FILE.")
    }
  }

  func run() throws {
    let tables = SharedTables(try LexiconAccess.open(input.lexiconFolder, books: input.lexicon))
    let (options, known, stop) = (try batchOptions(), try input.annotatorOptions(), StopSwitch())
    stop.watchInterrupts()
    var writing = AnnotationWriter.Options()
    (writing.includesTokens, writing.includesText) = (tokens, !noText)
    do {
      let learner =
        try !learns
        ? nil
        : FurnitureLearner(
          inputs: inputs, options: options, tables: tables, reading: known, savingTo: saveFurniture, stop: stop)
      let runner = try BatchRunner(inputs: inputs, options: options, stop: stop) { [writing] in
        var known = known
        if let learner { known.furniture = learner.profile }
        return try PipelineAnnotator(tables, writing: writing, options: known)
      }
      let code = try runner.run(after: learner).exitCode(keepGoing: keepGoing)
      if code != 0 { throw ExitCode(code) }
    } catch let error as ReadError {
      try CommandFailure.catching { () throws(ReadError) in throw error }
    } catch let error as OutputError {
      throw CommandFailure.output(error)
    }
  }

  private var learns: Bool { learnFurniture || saveFurniture != nil }

  private func batchOptions() throws -> BatchOptions {
    var options = BatchOptions()
    options.read = try input.readOptions()
    if jobs > 0 { options.jobs = jobs }
    if let output { options.output = .file(output) }
    options.force = force
    options.resume = resume
    options.skipsDuplicates = skipDuplicates
    options.keepGoing = keepGoing
    options.isQuiet = quiet
    return options
  }
}
