public import SaysoAnalysis
public import SaysoRecord

/// The forms in which timelines are written.
public enum TimelineFormat: String, CaseIterable, Sendable {
  case jsonl, csv, table, markdown, html, timelinejs, ftm

  /// What it is, in a line.
  public var summary: String {
    switch self {
    case .jsonl: "one sayso.timeline/1 record a line (docs/OUTPUT.md)"
    case .csv: "one row for each entry, for spreadsheets"
    case .table: "for the terminal"
    case .markdown: "a chronology to paste into notes"
    case .html: "one page that needs nothing else"
    case .timelinejs: "JSON for Knight Lab's TimelineJS"
    case .ftm: "FollowTheMoney entities and events, one a line, for Aleph"
    }
  }

  /// Most entries of a timeline unless told otherwise: TimelineJS gets slow beyond a hundred.
  public var defaultMost: Int? { self == .timelinejs ? 100 : nil }

  /// A writer of this form.
  /// - Parameter width: columns of the terminal, for tables.
  public func writer(to sink: any ByteSink, width: Int = 100) -> any TimelineWriting {
    switch self {
    case .jsonl: TimelineLines(to: sink)
    case .csv: TimelineCSV(to: sink)
    case .table: TimelineTable(to: sink, width: width)
    case .markdown: TimelineMarkdown(to: sink)
    case .html: TimelinePage(to: sink)
    case .timelinejs: TimelineJSFile(to: sink)
    case .ftm: TimelineFtM(to: sink)
    }
  }
}

/// Writes timelines, one after the other.
public protocol TimelineWriting: AnyObject {
  func write(_ timeline: Timeline) throws(OutputError)

  /// Writes what belongs behind the last timeline.
  func finish() throws(OutputError)

  /// Entries that the form has no place for: those without a day in TimelineJS.
  var unplaced: Int { get }
}

extension TimelineWriting {
  public var unplaced: Int { 0 }
}

/// `sayso.timeline/1` lines.
final class TimelineLines: TimelineWriting {
  private let sink: any ByteSink
  private var json = JSONByteWriter()

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ timeline: Timeline) throws(OutputError) {
    for entry in timeline.entries {
      entry.writeLine(to: &json)
      try sink.drainWhenFull(&json)
    }
  }

  func finish() throws(OutputError) { try sink.drain(&json) }
}
