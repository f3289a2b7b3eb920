public import SaysoRecord

/// Exports articles one by one; in memory is one of them.
///
///     var exporter = try ExportPlan(.spacy).exporter(standardOutput: sink)
///     while let record = try corpus.next() { try exporter.add(record) }
///     try exporter.finish()
///     print(exporter.notes)                       // what the format could not hold
public struct Exporter: ArticleWriting {
  /// Articles written.
  public private(set) var articles = 0
  /// Articles left out because the line has no `text`.
  public private(set) var withoutText = 0
  private let kind: ExportKind
  private let format: any ExportFormat
  private let sink: (any ByteSink)?
  private let unit: OffsetUnit
  private let needsText: Bool
  private var losses: ExportLosses

  /// - Parameters:
  ///   - unit: what offsets count; the format's own unless given.
  ///   - sink: where the format writes, where that is a stream.
  init(_ kind: ExportKind, unit: OffsetUnit?, to sink: (any ByteSink)?, _ format: any ExportFormat) {
    let about = kind.about
    self.kind = kind
    self.format = format
    self.sink = sink
    self.unit = unit ?? about.unit ?? .codepoints
    needsText = about.needsText || self.unit != .codepoints
    losses = ExportLosses(about)
  }

  /// Writes an article. Needs all parts of the record.
  public mutating func add(_ record: AnnotationRecord) throws(OutputError) {
    if needsText, record.text == nil {
      withoutText += 1
      return
    }
    articles += 1
    losses.add(record)
    try format.write(ExportArticle(record, unit: unit))
  }

  /// Ends the export, and puts its files in place.
  public mutating func finish() throws(OutputError) {
    try format.finish()
    try sink?.finish()
  }

  /// For standard error: what the format could not hold, and what was left out.
  public var notes: [String] {
    var notes = losses.notes(kind.rawValue)
    if withoutText > 0 {
      notes.append(
        "\(Counted.was(withoutText, "article")) left out: \(kind.rawValue) needs the text, which these lines lack (annotate without --no-text)"
      )
    }
    return notes
  }
}
