public import ArgumentParser
import SaysoAnalysis
public import SaysoRecord
public import SaysoReport

/// `sayso audit`.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check the sourcing of articles by published editorial standards.",
    discussion: """
      Reads annotation lines (sayso annotate). Twenty checks ask of each article who says what it says: assertions \
      without a source, vague and anonymous sources, hearsay, headlines that the text does not bear out (docs/CHECKS.md; \
      --explain-checks prints it). A finding is about the text and never about the truth. Only title and body count; \
      what was left out is told on standard error.

      EXAMPLES
        sayso audit annotations.jsonl -f table
        sayso audit annotations.jsonl --checks S05,S06,anonymous-only -f csv -o anonymous.csv
        sayso audit *.jsonl.gz --only-profiles -f csv -o profiles.csv
        sayso audit annotations.jsonl -o known.jsonl
        sayso audit annotations.jsonl --baseline known.jsonl --fail-on warning -f sarif -o audit.sarif

      EXIT CODES
        0 done (also when something was found), 1 --fail-on was met, 3 done but some lines could not be used \
      (--keep-going makes it 0), 64 usage, 65 no annotation at all, 66 input missing, 73 output exists or can't be \
      created, 74 reading or writing failed
      """)

  @Argument(help: "Files of annotation lines, .gz too; - is standard input.")
  var inputs: [String] = []

  @Option(name: .long, help: ArgumentHelp("Only these checks, by commas: S01,S05 or names.", valueName: "checks"))
  var checks: String?
  @Option(name: .customLong("fail-on"), help: "End with 1 where a finding is as grave: info, warning or error.")
  var failOn: Severity?
  @Option(
    name: .long, help: ArgumentHelp("Mute what an earlier run found: its jsonl or sarif.", valueName: "file"))
  var baseline: String?
  @Flag(name: .customLong("no-profiles"), help: "Leave out the profiles of articles, publishers and corpus.")
  var noProfiles = false
  @Flag(name: .customLong("only-profiles"), help: "Give the profiles alone.")
  var onlyProfiles = false
  @Flag(name: .customLong("explain-checks"), help: "Print what each check looks for, and why, and end.")
  var explainChecks = false

  @Option(
    name: .shortAndLong, help: "jsonl, csv, table, html or sarif (default: jsonl; table on a terminal).")
  var format: AuditFormat?
  @OptionGroup var output: ReportOutput
  @Flag(name: .shortAndLong, help: "Say nothing of what was left out.")
  var quiet = false

  func validate() throws {
    if explainChecks { return }
    if inputs.isEmpty { throw ValidationError("Which annotations? Name files of sayso annotate; - is standard input.") }
    if noProfiles, onlyProfiles {
      throw ValidationError("--no-profiles and --only-profiles contradict each other: give one of them.")
    }
    if onlyProfiles, failOn != nil || baseline != nil || checks != nil {
      throw ValidationError("--only-profiles reports no findings: --checks, --fail-on and --baseline have no use.")
    }
    if onlyProfiles, format == .sarif {
      throw ValidationError("SARIF holds findings, no profiles: choose jsonl or csv.")
    }
    _ = try chosenChecks()
  }

  func run() throws {
    if explainChecks { return try StandardOutput.write(ChecksPage.markdown) }
    var options = AuditOptions()
    options.checks = try chosenChecks()
    options.includesFindings = !onlyProfiles
    options.includesSummaries = !noProfiles
    if let baseline { options.baseline = try known(baseline) }
    let sink = try output.open()
    let writer = chosenFormat.writer(to: sink, isOfProfiles: onlyProfiles, width: output.width)
    do {
      var (auditor, tally) = try CorpusInput.read(inputs, parts: Auditor.parts, Auditor(options)) {
        try $0.audit($1, into: writer)
      }
      try auditor.finish(into: writer)
      try writer.finish()
      try sink.finish()
      if !quiet {
        for note in AuditNotes.lines(auditor.tally, omitted: writer.omitted, isOfProfiles: onlyProfiles) {
          StandardError.write("sayso: \(note)\n")
        }
      }
      try CorpusInput.end(tally, keepGoing: output.keepGoing, quiet: quiet)
      if let failOn, let worst = auditor.tally.worst, worst >= failOn { throw ExitCode(1) }
    } catch let error as OutputError {
      throw CommandFailure.output(error)
    }
  }

  private var chosenFormat: AuditFormat { format ?? (output.isTerminal ? .table : .jsonl) }

  private func chosenChecks() throws -> Set<String> {
    guard let checks else { return Set(Checks.all.map(\.about.id)) }
    let chosen = try checks.split(separator: ",").map { name in
      guard let check = Checks.named(name.trimmingPrefix { $0 == " " }.lowercased()) else {
        throw ValidationError("--checks \(name): no such check. There are S01 to S20; --explain-checks lists them.")
      }
      return check.about.id
    }
    if chosen.isEmpty { throw ValidationError("--checks: name one check at least.") }
    return Set(chosen)
  }

  private func known(_ path: String) throws -> Set<UInt64> {
    do throws(Baseline.Failure) {
      return try Baseline.read(path)
    } catch {
      if case .file(.missing) = error { throw CommandFailure.missingInput(error.description).exit() }
      throw CommandFailure.inputOutput(error.description).exit()
    }
  }
}

extension Severity: ExpressibleByArgument {}
extension AuditFormat: ExpressibleByArgument {}
