public import ArgumentParser
import SaysoRecord
public import SaysoReport

/// `sayso export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write annotations in the form of another tool.",
    discussion: """
      Reads annotation lines (sayso annotate). What the form can't hold is counted on standard error; docs/FORMATS.md \
      has the table and an example of each form.

      FORMATS
      \(ExportKind.list)

      EXAMPLES
        sayso export annotations.jsonl --to sqlite -o annotations.db
        sayso export annotations.jsonl --to csv --table claims > claims.csv
        sayso export annotations.jsonl --to brat -o brat/
        sayso annotate articles/ | sayso export - --to spacy | python3 read.py

      EXIT CODES
        0 done, 3 done but some lines could not be used (--keep-going makes it 0), 64 usage, 65 no annotation that \
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
    try CorpusInput.write(inputs, parts: .all, keepGoing: output.keepGoing, quiet: quiet) { () throws(OutputError) in
      try plan.exporter(standardOutput: DescriptorSink.standardOutput)
    }
  }
}

extension ExportKind: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}
extension CSVExport.Table: ExpressibleByArgument {}
