import ArgumentParser
import SaysoAnalysis
import SaysoRead
import SaysoRecord
import SaysoReport

/// `sayso evaluate GOLD PRED`.
struct EvaluateCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure annotations against articles that people have marked.",
    discussion: """
      Both files are annotation lines, joined by id; GOLD may also have a simple form, with the marks alone \
      (docs/EVALUATION.md). Scores precision, recall and F1 of what GOLD has marked: names, dates, claims, zones; \
      strict (same span and type), relaxed (overlapping) and by span alone; then lists errors by class, with excerpts.

      EXAMPLES
        sayso annotate gold.jsonl -o found.jsonl && sayso evaluate gold.jsonl found.jsonl
        sayso evaluate gold.jsonl found.jsonl --types person,organization,group --errors 10
        sayso evaluate gold.jsonl found.jsonl --format json | jq .entities.strict.micro.f1

      EXIT CODES
        0 done, 3 done but some lines, articles or texts did not fit (--keep-going makes it 0), 64 usage, 65 no gold at \
      all, 66 input missing, 74 reading or writing failed
      """)

  @Argument(help: "What people have marked; - is standard input.") var gold: String
  @Argument(help: "What was found: annotation lines of the same articles.") var predicted: String

  @Option(name: .long, help: "Types of name that count, by commas.")
  var types: String = "person,place,organization"
  @Option(name: .long, help: "Examples of each group of errors; 0 leaves errors out.")
  var errors: Int = 3
  @Option(name: .shortAndLong, help: "text or json.")
  var format: Format = .text
  @Flag(name: .customLong("keep-going"), help: "End with 0 even if something did not fit.")
  var keepGoing = false

  func validate() throws {
    if errors < 0 { throw ValidationError("--errors \(errors): give 0 or more.") }
    if types.split(separator: ",").isEmpty { throw ValidationError("--types: name one type at least.") }
    if gold == "-", predicted == "-" { throw ValidationError("Only one of GOLD and PRED can be standard input.") }
  }

  func run() throws {
    let (gold, found) = (try read(gold, isGold: true), try read(predicted, isGold: false))
    if gold.documents.isEmpty { throw CommandFailure.noArticle("\(self.gold): no article to measure against").exit() }
    var evaluator = Evaluator()
    evaluator.types = types.split(separator: ",").map(String.init)
    let evaluation = evaluator.evaluate(gold: gold, predicted: found)
    switch format {
    case .text: try StandardOutput.write(EvaluationText.text(evaluation, examples: errors))
    case .json: try EvaluationJSON.bytes(evaluation, examples: errors).withUnsafeBufferPointer(StandardOutput.write)
    }
    let notes = (gold.refusals + found.refusals).map(\.description) + evaluation.notes
    for note in notes { StandardError.write("sayso: \(note)\n") }
    if !notes.isEmpty, !keepGoing { throw ExitCode(3) }
  }

  private func read(_ path: String, isGold: Bool) throws -> EvaluationSet {
    do throws(RecordFileError) {
      return try EvaluationSet(try RecordLines.unpacking(path), isGold: isGold)
    } catch {
      if case .missing = error { throw CommandFailure.missingInput(error.description).exit() }
      throw CommandFailure.inputOutput(error.description).exit()
    }
  }
}
