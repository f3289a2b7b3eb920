public import ArgumentParser
import SaysoAnalysis
import SaysoRecord
public import SaysoReport

/// `sayso export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write annotations in the form of another tool.",
    discussion: """
      Reads annotation lines (sayso annotate). What the form can't hold is counted on standard error; docs/FORMATS.md
      has the table and an example of each form.

      FORMATS
      \(ExportKind.list)

      EXAMPLES
        sayso export annotations.jsonl --to sqlite -o annotations.db
        sayso export annotations.jsonl --to csv --table claims > claims.csv
        sayso export annotations.jsonl --to brat -o brat/
        sayso annotate articles/ | sayso export - --to spacy | python3 read.py

      EXIT CODES
        0 done, 3 done but some lines could not be used (--keep-going makes it 0), 64 usage, 65 no annotation that
        can be exported, 66 input missing, 73 output exists or can't be created, 74 reading or writing failed
      """)

  @Argument(help: "Files of annotation lines, .gz too; - is standard input.")
  var inputs: [String]

  @Option(name: .long, help: ArgumentHelp("The form; see above.", valueName: "format"))
  var to: ExportKind
  @Option(name: .long, help: "What offsets count: codepoints, utf16 or utf8 (default: what the format counts).")
  var offsets: OffsetUnit?
  @Option(name: .long, help: "With --to csv: write this table alone, as a stream: mentions, claims or entities.")
  var table: CSVExport.Table?
  @OptionGroup var output: ReportOutput
  @Flag(name: .customLong("keep-going"), help: "End with 0 even if some lines could not be used.")
  var keepGoing = false
  @Flag(name: .shortAndLong, help: "Say nothing of what the form can't hold.")
  var quiet = false

  private var plan: ExportPlan {
    let path = output.output == "-" ? nil : output.output
    return ExportPlan(to, unit: offsets, table: table, path: path, force: output.force)
  }

  func validate() throws {
    if let contradiction = plan.contradiction { throw ValidationError(contradiction) }
  }

  func run() throws {
    do {
      var (exporter, tally) = try CorpusInput.read(
        inputs, parts: .all, plan.exporter(standardOutput: DescriptorSink.standardOutput)
      ) { try $0.add($1) }
      let isOfUse = exporter.articles > 0 || tally.refused + exporter.withoutText == 0
      if isOfUse { try exporter.finish() }
      if !quiet || exporter.withoutText > 0 { for note in exporter.notes { StandardError.write("sayso: \(note)\n") } }
      try CorpusInput.end(tally, keepGoing: keepGoing, quiet: quiet)
      if exporter.withoutText > 0, !isOfUse || !keepGoing { throw ExitCode(isOfUse ? 3 : 65) }
    } catch let error as OutputError {
      throw CommandFailure.output(error)
    }
  }
}

extension ExportKind: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}
extension CSVExport.Table: ExpressibleByArgument {}
