/// How inputs are read. The defaults are those of the command line.
public struct ReadOptions: Sendable {
  /// Which keys of a JSON object hold what.
  public var keys = JSONKeys()
  /// An article larger than this gives an error record; it is never held in memory.
  public var maxBytes = 32 << 20
  /// In folders, only files that match (`fnmatch`): against the name, or against the path below the folder where the
  /// pattern has a slash. Replaces the choice by extension.
  public var glob: String?
  /// Read everything as this format rather than by name and first bytes.
  public var format: InputFormat?
  /// Read everything in this charset rather than by BOM and detection.
  public var encoding: String?
  /// Records of archives and feeds that are no articles are failures rather than only counted.
  public var allRecords = false

  public init() {}
}

/// Names of the keys in JSON lines input; "content|body" takes the first of them that says something. An empty name
/// switches a key off.
public struct JSONKeys: Sendable {
  public var text = "text"
  /// Of a page's markup, which is read instead of the text where a record has it.
  public var html = ""
  public var id = "id"
  public var date = "date"
  public var title = "title"
  public var url = "url"
  public var byline = "byline"
  public var publisher = "publisher"
  public var language = "language"

  public init() {}
}

/// What an article was read from; the raw value stands in `input.format`.
public enum InputFormat: String, CaseIterable, Sendable {
  case text, html, jsonl, warc, csv, feed
}
