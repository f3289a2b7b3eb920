public import SaysoRecord

/// Tables for spreadsheets: mentions, claims and entities, three files in a folder or one of them as a stream.
public final class CSVExport: ExportFormat {
  public static let about = ExportDescription(
    summary: "tables of mentions, claims and entities: a folder, or one table with --table", unit: .codepoints,
    losses: [.zones, .sentences, .words],
    reading: "Any spreadsheet; `sqlite-utils insert a.db claims claims.csv --csv`.")

  /// The tables that there are.
  public enum Table: String, CaseIterable, Sendable { case mentions, claims, entities }

  private let tables: [CSVTable]
  private let folder: OutputFolder?

  init(_ table: Table, to sink: any ByteSink) throws(OutputError) {
    folder = nil
    tables = [try CSVTable(table, sink)]
  }

  init(in folder: OutputFolder) throws(OutputError) {
    var tables: [CSVTable] = []
    for table in Table.allCases { tables.append(try CSVTable(table, try folder.open("\(table).csv"))) }
    self.tables = tables
    self.folder = folder
  }

  public func write(_ article: ExportArticle) throws(OutputError) {
    for table in tables { try table.write(article) }
  }

  public func finish() throws(OutputError) {
    for table in tables { try table.finish() }
    try folder?.finish()
  }
}

/// One table.
private final class CSVTable {
  private let table: CSVExport.Table
  private var csv: CSVWriter

  init(_ table: CSVExport.Table, _ sink: any ByteSink) throws(OutputError) {
    self.table = table
    let columns =
      switch table {
      case .mentions:
        "document start end text type entity key nominal metonym edtf timex rule lexicon confidence"
      case .claims:
        "document title byline publisher published url claim start end spans content voice certainty quotation source source_name "
          + "source_title source_kind source_role source_key justification cue cue_lemma cue_class parent depth when said "
          + "traits rule"
      case .entities: "document entity key name type kinds country gender lat lon mentions claims"
      }
    csv = try CSVWriter(to: sink, columns: columns.split(separator: " ").map(String.init))
  }

  func write(_ article: ExportArticle) throws(OutputError) {
    switch table {
    case .mentions: for mention in article.record.mentions { try csv.row(row(mention, article)) }
    case .claims: for claim in article.record.claims { try csv.row(row(claim, article)) }
    case .entities: for row in rows(article) { try csv.row(row) }
    }
  }

  func finish() throws(OutputError) { try csv.finish() }

  private func row(_ mention: AnnotationRecord.Mention, _ article: ExportArticle) -> [String] {
    [
      article.record.id, "\(article.offset(mention.span.start))", "\(article.offset(mention.span.end))", mention.text,
      mention.type.rawValue, mention.entity?.description ?? "", article.entity(mention.entity)?.key ?? "",
      mention.isNominal ? "1" : "0", mention.isMetonym ? "1" : "0", mention.date?.edtf ?? "", mention.date?.timex ?? "",
      mention.rule, mention.lexicon ?? "", mention.confidence.map { Self.decimal($0, 100) } ?? "",
    ]
  }

  private func row(_ claim: AnnotationRecord.Claim, _ article: ExportArticle) -> [String] {
    let record = article.record
    let source = claim.source
    let start = claim.content.spans.first.map { "\(article.offset($0.start))" } ?? ""
    let end = claim.content.spans.last.map { "\(article.offset($0.end))" } ?? ""
    let head = [
      record.id, record.title ?? "", record.byline.joined(separator: "; "), record.publisher ?? "",
      record.published?.edtf ?? "", record.url ?? "",
      claim.id.description, start, end, Self.pieces(claim.content.spans, article), claim.content.text,
      claim.voice.rawValue, claim.certainty.rawValue,
      claim.quotation.rawValue,
    ]
    let who = [
      source?.passage.text ?? "", source?.name ?? "", source?.title ?? "", source?.kind.rawValue ?? "",
      source?.role.rawValue ?? "", article.entity(source?.entity)?.key ?? "", source?.justification?.text ?? "",
      claim.cue?.passage.text ?? "", claim.cue?.lemma ?? "", claim.cue?.cueClass.rawValue ?? "",
    ]
    return head + who + [
      claim.parent?.description ?? "", "\(claim.depth)", claim.when?.edtf ?? "", claim.said?.edtf ?? "",
      claim.traits.map(\.rawValue).joined(separator: " "), claim.rule ?? "",
    ]
  }

  private func rows(_ article: ExportArticle) -> [[String]] {
    var claims: [EntityRef: Int] = [:]
    for claim in article.record.claims { for entity in Set(claim.entities) { claims[entity, default: 0] += 1 } }
    return article.record.entities.map { entity in
      [
        article.record.id, entity.id.description, entity.key, entity.name, entity.type.rawValue,
        entity.kinds.joined(separator: " "), entity.country ?? "", entity.gender?.rawValue ?? "",
        entity.latitude.map { Self.decimal($0, 1_000_000) } ?? "",
        entity.longitude.map { Self.decimal($0, 1_000_000) } ?? "", "\(entity.mentions.count)",
        "\(claims[entity.id] ?? 0)",
      ]
    }
  }

  /// `412-489;500-512`
  private static func pieces(_ spans: [CodePointSpan], _ article: ExportArticle) -> String {
    spans.map { "\(article.offset($0.start))-\(article.offset($0.end))" }.joined(separator: ";")
  }

  /// An integer of parts of a whole as a decimal number: `decimal(97, 100)` is `0.97`.
  private static func decimal(_ value: Int, _ scale: Int) -> String {
    let text = (Double(value) / Double(scale)).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
