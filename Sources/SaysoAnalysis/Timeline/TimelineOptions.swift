public import SaysoRecord

/// What a timeline is asked for.
public struct TimelineOptions: Sendable {
  /// By what entries are ordered and bounded.
  public enum Order: String, CaseIterable, Sendable { case event, published }

  /// Names, aliases or keys; empty with `all`.
  public var entities: [String] = []
  /// Every person, place and organization with at least `least` entries.
  public var all = false
  public var least = 2
  /// First and last day that is wanted, each as an EDTF date of any precision.
  public var from: EventDate?
  public var to: EventDate?
  /// Entries that are less precise are left out.
  public var coarsest: DatePrecision?
  public var order = Order.event
  /// Kinds of zone whose claims count.
  public var zones: Set<ZoneKind> = [.title, .body, .caption]
  /// Adds what an entity said itself.
  public var includesStatements = false
  /// Lists claims without a date, last.
  public var includesUndated = false
  /// Most entries of one timeline: those with most independent reports.
  public var most: Int?

  public init() {}
}

/// What a timeline leaves out, and why: nothing is dropped silently.
public struct TimelineOmissions: Sendable, Hashable {
  /// Claims about the entities that have no date.
  public var undated = 0
  /// Claims that are dated without a year, where a range was asked for.
  public var yearless = 0
  public var outOfRange = 0
  public var imprecise = 0
  /// Claims in zones that do not count, such as teasers of other articles.
  public var otherZones = 0
  /// Entries beyond the most that were asked for.
  public var beyondMost = 0
  /// Entities that have events, though fewer than `TimelineOptions.least`.
  public var tooShort = 0

  public init() {}

  /// For standard error: one line for each reason that there is.
  public var report: [String] {
    func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
    var lines: [String] = []
    if undated > 0 { lines.append("\(count(undated, "claim", "claims")) without a date (--undated lists them)") }
    if yearless > 0 {
      lines.append("\(count(yearless, "entry", "entries")) of an unknown year, which no range can hold")
    }
    if outOfRange > 0 { lines.append("\(count(outOfRange, "entry", "entries")) outside the range") }
    if imprecise > 0 { lines.append("\(count(imprecise, "entry", "entries")) less precise than asked for") }
    if otherZones > 0 { lines.append("\(count(otherZones, "claim", "claims")) in other zones of the page (--zone)") }
    if beyondMost > 0 { lines.append("\(count(beyondMost, "entry", "entries")) beyond --max, with the fewest reports") }
    if tooShort > 0 {
      lines.append(
        "\(count(tooShort, "entity", "entities")) with fewer entries than --min asks for (--min 1 shows all)")
    }
    return lines
  }
}
