internal import GRDB
internal import SaysoRecord

/// The tables of the SQLite export, and the statements that fill them. Used inside the database's queue only.
final class SQLiteTables {
  private let articles: SQLiteInsert
  private let zones: SQLiteInsert
  private let sentences: SQLiteInsert
  private let mentions: SQLiteInsert
  private let entities: SQLiteInsert
  private let claims: SQLiteInsert
  private let claimEntities: SQLiteInsert
  private let findings: SQLiteInsert
  private var article: Int64 = 0
  private var mention: Int64 = 0
  private var entity: Int64 = 0
  private var claim: Int64 = 0

  init(_ database: Database) throws {
    articles = try SQLiteInsert(database, into: "articles", columns: 12)
    zones = try SQLiteInsert(database, into: "zones", columns: 4)
    sentences = try SQLiteInsert(database, into: "sentences", columns: 4)
    mentions = try SQLiteInsert(database, into: "mentions", columns: 16)
    entities = try SQLiteInsert(database, into: "entities", columns: 13)
    claims = try SQLiteInsert(database, into: "claims", columns: 31)
    claimEntities = try SQLiteInsert(database, into: "claim_entities", columns: 2)
    findings = try SQLiteInsert(
      database, into: "findings (article, claim, check_id, name, severity, start, end, text, message, standard)",
      columns: 10)
  }

  /// Adds an article and all that is in it.
  func insert(_ article: ExportArticle, _ findings: [Finding]) throws {
    let record = article.record
    self.article += 1
    try insert(record)
    for zone in record.zones {
      try zones.run([id(self.article), at(zone.span.start, article), at(zone.span.end, article), text(zone.kind)])
    }
    for (index, sentence) in record.sentences.enumerated() {
      let span = sentence.span
      try sentences.run([id(self.article), id(Int64(index)), at(span.start, article), at(span.end, article)])
    }
    let firstEntity = entity
    var rows: [EntityRef: Int64] = [:]
    for (index, entity) in record.entities.enumerated() { rows[entity.id] = firstEntity + Int64(index) + 1 }
    try insertEntities(record)
    for mention in record.mentions { try insert(mention, rows, article) }
    let firstClaim = claim
    var parents: [ClaimID: Int64] = [:]
    for (index, claim) in record.claims.enumerated() { parents[claim.id] = firstClaim + Int64(index) + 1 }
    for claim in record.claims { try insert(claim, rows, parents, article) }
    for finding in findings { try insert(finding, parents, article) }
  }

  private func insert(_ record: AnnotationRecord) throws {
    try articles.run([
      id(article), text(record.id), text(record.title),
      text(record.byline.isEmpty ? nil : record.byline.joined(separator: "; ")),
      text(record.publisher), text(record.url), text(record.published?.edtf), text(record.published?.from.rawValue),
      text(record.language), text(record.input.path), text(record.input.sha256), text(record.text),
    ])
  }

  private func insertEntities(_ record: AnnotationRecord) throws {
    var counts: [EntityRef: Int] = [:]
    for claim in record.claims { for entity in Set(claim.entities) { counts[entity, default: 0] += 1 } }
    for item in record.entities {
      entity += 1
      try entities.run([
        id(entity), id(article), text(item.id.description), text(item.key), text(item.name), text(item.type),
        text(item.kinds.isEmpty ? nil : item.kinds.joined(separator: " ")), text(item.country),
        text(item.gender?.rawValue), real(item.latitude, 1e6), real(item.longitude, 1e6),
        id(Int64(item.mentions.count)), id(Int64(counts[item.id] ?? 0)),
      ])
    }
  }

  private func insert(
    _ item: AnnotationRecord.Mention, _ rows: [EntityRef: Int64], _ article: ExportArticle
  ) throws {
    mention += 1
    try mentions.run([
      id(mention), id(self.article), text(item.id.description), at(item.span.start, article),
      at(item.span.end, article), text(item.text), text(item.type), id(item.entity.flatMap { rows[$0] }),
      flag(item.isNominal), flag(item.isMetonym), text(item.date?.edtf), text(item.date?.timex),
      text(item.date?.anchor.rawValue), text(item.rule), text(item.lexicon), real(item.confidence, 100),
    ])
  }

  private func insert(
    _ item: AnnotationRecord.Claim, _ rows: [EntityRef: Int64], _ parents: [ClaimID: Int64], _ article: ExportArticle
  ) throws {
    claim += 1
    let source = item.source
    let spans = item.content.spans
    try claims.run([
      id(claim), id(self.article), text(item.id.description), id(item.parent.flatMap { parents[$0] }),
      id(Int64(item.depth)), id(Int64(item.sentence)), spans.first.map { at($0.start, article) } ?? .null,
      spans.last.map { at($0.end, article) } ?? .null, pieces(spans, article), text(item.content.text),
      text(item.voice), text(item.certainty), text(item.quotation), text(source?.passage.text),
      pieces(source?.passage.spans, article), text(source?.name), text(source?.title), text(source?.kind.rawValue),
      text(source?.role.rawValue), source.map { flag($0.isNamed) } ?? .null,
      id(source?.entity.flatMap { rows[$0] }), text(source?.justification?.text), text(item.cue?.passage.text),
      pieces(item.cue?.passage.spans, article), text(item.cue?.lemma), text(item.cue?.cueClass.rawValue),
      text(item.when?.edtf), text(item.when?.anchor.rawValue), text(item.said?.edtf),
      text(item.traits.isEmpty ? nil : item.traits.map(\.rawValue).joined(separator: " ")), text(item.rule),
    ])
    for row in Set(item.entities.compactMap { rows[$0] }).sorted() { try claimEntities.run([id(claim), id(row)]) }
  }

  private func insert(_ item: Finding, _ parents: [ClaimID: Int64], _ article: ExportArticle) throws {
    try findings.run([
      id(self.article), id(item.claim.flatMap { parents[$0] }), text(item.check), text(item.name),
      text(item.severity), item.span.map { at($0.start, article) } ?? .null,
      item.span.map { at($0.end, article) } ?? .null, text(item.text), text(item.message), text(item.standard),
    ])
  }

  // MARK: Values

  private func id(_ number: Int64?) -> SQLiteValue { number.map { .integer($0) } ?? .null }
  private func text(_ string: String?) -> SQLiteValue { string.map { .text($0) } ?? .null }
  private func text<Name: RawRepresentable<String>>(_ name: Name) -> SQLiteValue { .text(name.rawValue) }
  private func flag(_ flag: Bool) -> SQLiteValue { .integer(flag ? 1 : 0) }
  private func real(_ value: Int?, _ scale: Double) -> SQLiteValue { value.map { .real(Double($0) / scale) } ?? .null }
  private func at(_ point: Int32, _ article: ExportArticle) -> SQLiteValue { .integer(Int64(article.offset(point))) }

  /// Spans as a JSON array: `[[412,489]]`.
  private func pieces(_ spans: [CodePointSpan]?, _ article: ExportArticle) -> SQLiteValue {
    guard let spans else { return .null }
    let pairs = spans.map { "[\(article.offset($0.start)),\(article.offset($0.end))]" }
    return .text("[\(pairs.joined(separator: ","))]")
  }
}
