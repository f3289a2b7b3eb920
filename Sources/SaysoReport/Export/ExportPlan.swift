public import SaysoRecord

/// What somebody asked to be exported: the form, what its offsets count, and where it goes.
public struct ExportPlan: Sendable {
  public var kind: ExportKind
  /// Nil for what the form counts.
  public var unit: OffsetUnit?
  /// Of CSV, the one table that goes to a stream.
  public var table: CSVExport.Table?
  /// Nil for standard output.
  public var path: String?
  /// Replace what is there.
  public var force: Bool

  public init(
    _ kind: ExportKind, unit: OffsetUnit? = nil, table: CSVExport.Table? = nil, path: String? = nil, force: Bool = false
  ) {
    self.kind = kind
    self.unit = unit
    self.table = table
    self.path = path
    self.force = force
  }

  /// Why the wishes contradict each other, and what to ask for instead; nil where they do not.
  public var contradiction: String? {
    let name = kind.rawValue
    if table != nil, kind != .csv { return "--table goes with --to csv." }
    if unit != nil, kind.about.unit == nil { return "--offsets: \(name) has no offsets." }
    if kind.about.isOfOneUnit, let unit, unit != kind.about.unit {
      return "--offsets \(unit): \(name) counts \(kind.about.unit ?? unit) and nothing else."
    }
    guard isOwnPlace, path == nil else { return nil }
    switch kind.about.home {
    case .database: return "--to \(name) writes a database: name it with -o FILE."
    case .folder: return "--to \(name) writes a folder: name it with -o FOLDER."
    case .stream: return "--to \(name) writes three tables: name a folder with -o, or give --table."
    }
  }

  /// Whether the export is a folder or a database, not one stream of bytes.
  private var isOwnPlace: Bool { kind.about.home != .stream || kind == .csv && table == nil }

  /// Begins the export.
  /// - Parameter standardOutput: where a stream goes that has no path.
  public func exporter(standardOutput: any ByteSink) throws(OutputError) -> Exporter {
    guard let path else { return try stream(to: standardOutput) }
    if isOwnPlace { return Exporter(kind, unit: unit, to: nil, try kind.writer(at: path, force: force)) }
    return try stream(to: try OutputFile(path, options: .init(force: force)))
  }

  private func stream(to sink: any ByteSink) throws(OutputError) -> Exporter {
    Exporter(kind, unit: unit, to: sink, try kind.writer(to: sink, table: table ?? .claims))
  }
}
