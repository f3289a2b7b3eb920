public import SaysoRecord

/// Writes articles in the form of another tool. One file each in `Formats`, one line in `ExportKind`.
public protocol ExportFormat: AnyObject {
  static var about: ExportDescription { get }

  func write(_ article: ExportArticle) throws(OutputError)

  /// Writes what belongs behind the last article, and makes the output what it was meant to be.
  func finish() throws(OutputError)
}

/// What a format is: for the help, standard error and docs/FORMATS.md.
public struct ExportDescription: Sendable {
  /// Where a format goes.
  public enum Home: Sendable { case stream, folder, database }

  /// In a line: what it is and who reads it.
  public var summary: String
  public var home = Home.stream
  /// What its offsets count unless told otherwise; nil where it has none.
  public var unit: OffsetUnit?
  /// Whether its offsets can count nothing else.
  public var isOfOneUnit = false
  /// Whether it is nothing without the articles' texts.
  public var needsText = false
  /// What it can't hold.
  public var losses: [ExportLoss]
  /// Of what it holds a part: names of sources but not their titles.
  public var partly: [ExportLoss] = []
  /// How the tool takes it, in a sentence or line of code.
  public var reading: String

  /// Whether the format holds a part of the annotations: wholly, partly (nil) or not.
  public func holds(_ part: ExportLoss) -> Bool? {
    if losses.contains(where: { $0 == part || $0.implied.contains(part) }) { return false }
    return partly.contains(part) ? nil : true
  }
}

/// The formats that there are.
public enum ExportKind: String, CaseIterable, Sendable {
  case spacy, prodigy, doccano
  case labelStudio = "label-studio"
  case brat, webanno, conll, ftm, csv, geojson, claimreview, sqlite

  public var about: ExportDescription { format.about }

  /// All of them with what they are, for the help.
  public static var list: String {
    allCases.map { kind in
      let gap = String(repeating: " ", count: max(1, 13 - kind.rawValue.count))
      return "  \(kind.rawValue)\(gap)\(kind.about.summary)"
    }.joined(separator: "\n")
  }

  private var format: any ExportFormat.Type {
    switch self {
    case .spacy: SpacyExport.self
    case .prodigy: ProdigyExport.self
    case .doccano: DoccanoExport.self
    case .labelStudio: LabelStudioExport.self
    case .brat: BratExport.self
    case .webanno: WebAnnotationExport.self
    case .conll: ConllExport.self
    case .ftm: FtMExport.self
    case .csv: CSVExport.self
    case .geojson: GeoJSONExport.self
    case .claimreview: ClaimReviewExport.self
    case .sqlite: SQLiteExport.self
    }
  }

  /// A writer of one file or stream.
  func writer(to sink: any ByteSink, table: CSVExport.Table) throws(OutputError) -> any ExportFormat {
    switch self {
    case .spacy: SpacyExport(to: sink)
    case .prodigy: ProdigyExport(to: sink)
    case .doccano: DoccanoExport(to: sink)
    case .labelStudio: LabelStudioExport(to: sink)
    case .webanno: WebAnnotationExport(to: sink)
    case .conll: ConllExport(to: sink)
    case .ftm: FtMExport(to: sink)
    case .csv: try CSVExport(table, to: sink)
    case .geojson: GeoJSONExport(to: sink)
    case .claimreview: ClaimReviewExport(to: sink)
    case .brat, .sqlite: throw .cannotCreate(path: "standard output", reason: "\(rawValue) needs a name (-o)")
    }
  }

  /// A writer of what has a place of its own: a folder or a database.
  func writer(at path: String, force: Bool) throws(OutputError) -> any ExportFormat {
    switch self {
    case .brat: BratExport(in: try OutputFolder(path, force: force))
    case .csv: try CSVExport(in: try OutputFolder(path, force: force))
    case .sqlite: try SQLiteExport(path, force: force)
    default: throw .cannotCreate(path: path, reason: "\(rawValue) goes to a file")
    }
  }
}
