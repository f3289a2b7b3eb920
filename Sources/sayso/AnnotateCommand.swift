import ArgumentParser
import SaysoBatch
import SaysoICU
import SaysoLexicon
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

  @OptionGroup(title: "Input") var input: InputOptions

  func validate() throws {
    guard (0...256).contains(jobs) else { throw ValidationError("--jobs \(jobs): give 0 to 256.") }
    if resume, output == nil { throw ValidationError("--resume needs -o FILE: it goes on with what that file holds.") }
    if resume, force { throw ValidationError("--resume goes on with the file, --force replaces it: give one of them.") }
  }

  func run() throws {
    let lexicon = try LexiconAccess.open(input.lexiconFolder, books: input.lexicon)
    let make = annotatorMaker(lexicon)
    let options = try batchOptions()
    let runner = try CommandFailure.catching { () throws(ReadError) in
      try BatchRunner(inputs: inputs, options: options, makeAnnotator: make)
    }
    runner.stopsOnInterrupt()
    let summary: BatchSummary
    do {
      summary = try runner.run()
    } catch let error as OutputError {
      throw CommandFailure.output(error)
    }
    let code = summary.exitCode(keepGoing: keepGoing)
    if code != 0 { throw ExitCode(code) }
  }

  private func annotatorMaker(_ lexicon: Lexicon) -> @Sendable () throws -> any Annotating {
    var written = AnnotationWriter.Options()
    written.includesTokens = tokens
    written.includesText = !noText
    let (fields, options, tables) = (written, input.annotatorOptions, SharedTables(lexicon))
    return {
      PipelineAnnotator(
        pipeline: try Pipeline(tables: tables, support: try ICUScriptSupport()),
        writer: AnnotationWriter(lexicon: lexicon, options: fields), options: options)
    }
  }

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
