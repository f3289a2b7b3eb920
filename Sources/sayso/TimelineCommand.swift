public import ArgumentParser
import Glibc
public import SaysoAnalysis
import SaysoRead
public import SaysoRecord
public import SaysoReport

/// `sayso timeline`.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Lay out in time what articles say of a person, place or organization.",
    discussion: """
      Reads annotation lines (sayso annotate). The same event told in several articles is one entry; where dates or \
      figures differ, each version stands and is marked as disputed. Copies of one wire text count as one report. What \
      is left out is counted on standard error.

      EXAMPLES
        sayso timeline annotations.jsonl --entity "Marten Okoye"
        sayso timeline annotations.jsonl --entity "Lakeline Ferries" --from 2024-02 --to 2024-07 -f markdown
        sayso timeline *.jsonl.gz --all --min 5 -f csv -o timelines.csv
        sayso annotate articles/ | sayso timeline - --entity place:halden -f timelinejs -o halden.json

      EXIT CODES
        0 done (also when nothing was found), 3 done but some lines could not be used (--keep-going makes it 0), \
      64 usage, 65 no annotation at all, 66 input missing, 73 output exists or can't be created, 74 reading or \
      writing failed
      """)

  @Argument(help: "Files of annotation lines, .gz too; - is standard input.")
  var inputs: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Name, alias or key; may be repeated.", valueName: "name|key"))
  var entity: [String] = []
  @Flag(name: .long, help: "Every person, place and organization with at least --min entries.")
  var all = false
  @Option(name: .customLong("min"), help: "With --all: the fewest entries that a timeline needs (default: 2).")
  var least: Int?

  @Option(name: .long, help: ArgumentHelp("First day, month or year (2024-02-22, 2024-02, 2024).", valueName: "date"))
  var from: String?
  @Option(name: .long, help: ArgumentHelp("Last day, month or year, all of it included.", valueName: "date"))
  var to: String?
  @Option(
    name: .customLong("min-precision"), help: "Leave out what is dated less precisely: day, month, season, year ...")
  var precision: DatePrecision?
  @Option(name: .long, help: "Order and bound by the event's date or by its publication: event, published.")
  var by: TimelineOptions.Order = .event
  @Option(name: .long, help: "Kinds of zone whose claims count, by commas: title, body, caption, teaser, furniture.")
  var zone: String = "title,body,caption"
  @Flag(name: .long, help: "Add what the entity said itself.")
  var statements = false
  @Flag(name: .long, help: "List claims without a date, last.")
  var undated = false
  @Option(name: .customLong("max"), help: "Most entries of a timeline: those with most independent reports.")
  var most: Int?

  @Option(
    name: .shortAndLong,
    help: "jsonl, csv, table, markdown, html, timelinejs or ftm (default: jsonl; table on a terminal).")
  var format: TimelineFormat?
  @OptionGroup var output: ReportOutput
  @Flag(name: .shortAndLong, help: "Say nothing of what was left out.")
  var quiet = false

  func validate() throws { _ = try options() }

  func run() throws {
    let options = try options()
    let (reader, tally) = try CorpusInput.read(inputs, parts: TimelineReader.parts, TimelineReader(options)) {
      $0.add($1)
    }
    let sink = try output.open()
    let writer = chosenFormat.writer(to: sink, width: output.width)
    let timelines = reader.finish()
    tell(TimelineNotes.lines(of: timelines))
    do throws(OutputError) {
      let omissions = try timelines.visit { (timeline) throws(OutputError) in try writer.write(timeline) }
      try writer.finish()
      try sink.finish()
      tell(TimelineNotes.lines(of: omissions, unplaced: writer.unplaced))
    } catch {
      throw CommandFailure.output(error)
    }
    try CorpusInput.end(tally, keepGoing: output.keepGoing, quiet: quiet)
  }

  private var chosenFormat: TimelineFormat { format ?? (output.isTerminal ? .table : .jsonl) }

  private func options() throws -> TimelineOptions {
    if all, !entity.isEmpty { throw ValidationError("--all is every entity, --entity names some: give one of them.") }
    if !all, entity.isEmpty { throw ValidationError("Whose timeline? Give --entity NAME, or --all.") }
    if least != nil, !all {
      throw ValidationError("--min goes with --all: an entity that is asked for is always shown.")
    }
    if let least, least < 1 { throw ValidationError("--min \(least): give 1 or more.") }
    if let most, most < 1 { throw ValidationError("--max \(most): give 1 or more.") }
    if undated, precision != nil {
      throw ValidationError(
        "--undated asks for claims without a date, --min-precision for exact ones: give one of them.")
    }
    if undated, by == .event, from != nil || to != nil {
      throw ValidationError(
        "--undated asks for claims without a date, which no --from and --to can hold: give one of them.")
    }
    var options = TimelineOptions()
    options.entities = entity
    options.all = all
    options.least = least ?? options.least
    options.from = try day(from, "--from")
    options.to = try day(to, "--to")
    if let from = options.from?.start, let to = options.to?.end, from > to {
      throw ValidationError(
        "--from \(options.from?.edtf ?? "") is after --to \(options.to?.edtf ?? ""): turn them round.")
    }
    options.coarsest = precision
    options.order = by
    options.zones = try zones()
    options.includesStatements = statements
    options.includesUndated = undated
    options.most = most ?? chosenFormat.defaultMost
    return options
  }

  private func day(_ text: String?, _ option: String) throws -> EventDate? {
    guard let text else { return nil }
    let date = EventDate(text)
    guard date.start != nil, date.end != nil, !text.contains("/") else {
      throw ValidationError("\(option) \(text): no such date. Write 2024-02-22, 2024-02 or 2024.")
    }
    return date
  }

  private func zones() throws -> Set<ZoneKind> {
    let kinds = try zone.split(separator: ",").map { name in
      guard let kind = ZoneKind(rawValue: String(name)) else {
        throw ValidationError(
          "--zone \(name): no such zone. There are \(ZoneKind.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return kind
    }
    if kinds.isEmpty { throw ValidationError("--zone: name one zone at least.") }
    return Set(kinds)
  }

  private func tell(_ notes: [String]) {
    if !quiet { for note in notes { StandardError.write("sayso: \(note)\n") } }
  }
}

extension TimelineFormat: ExpressibleByArgument {}
extension TimelineOptions.Order: ExpressibleByArgument {}
extension DatePrecision: ExpressibleByArgument {}
