import ArgumentParser
import SaysoRecord
import SaysoReport

/// `sayso report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write articles as pages to read, mail and print: who says what, with findings and timelines.",
    discussion: """
      Reads annotation lines (sayso annotate) with their texts. A page needs nothing but a browser: no network, no \
      other file. Behind 200 articles comes another page: report-2.html beside report.html, and so on.

      EXAMPLES
        sayso report annotations.jsonl -o report.html
        sayso annotate articles/ | sayso report - --title "The ferry, May to July" -o ferry.html

      EXIT CODES
        as for sayso export
      """)

  @Argument(help: "Files of annotation lines, .gz too; - is standard input.")
  var inputs: [String]
  @Option(name: .long, help: "Stands at the head of each page.")
  var title = "Who says so"
  @Option(name: .customLong("per-page"), help: "Articles of a page.")
  var perPage = 200
  @OptionGroup var output: ReportOutput
  @Flag(name: .shortAndLong, help: "Say nothing of what was written.")
  var quiet = false

  func validate() throws {
    if output.output == nil || output.output == "-" { throw ValidationError("Name the first page: -o report.html.") }
    if perPage < 1 { throw ValidationError("--per-page \(perPage): give 1 or more.") }
  }

  func run() throws {
    let options = HTMLReport.Options(title: title, perPage: perPage, force: output.force)
    try CorpusInput.write(inputs, parts: HTMLReport.parts, keepGoing: output.keepGoing, quiet: quiet) {
      () throws(OutputError) in try HTMLReport(output.output ?? "", options)
    }
  }
}
