internal import GRDB
internal import SaysoAnalysis
internal import SaysoRecord

/// The tables of the SQLite export, and the statements that fill them. Used inside the database's queue only.
final class SQLiteTables {
  private let articles: Statement
  private let zones: Statement
  private let sentences: Statement
  private let mentions: Statement
  private let entities: Statement
  private let claims: Statement
  private let claimEntities: Statement
  private let findings: Statement
  private var article: Int64 = 0
  private var mention: Int64 = 0
  private var entity: Int64 = 0
  private var claim: Int64 = 0

  init(_ database: Database) throws {
    func insert(_ table: String, _ columns: Int) throws -> Statement {
      let marks = Array(repeating: "?", count: columns).joined(separator: ",")
      return try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
    }
    articles = try insert("articles", 12)
    zones = try insert("zones", 4)
    sentences = try insert("sentences", 4)
    mentions = try insert("mentions", 16)
    entities = try insert("entities", 13)
    claims = try insert("claims", 31)
    claimEntities = try insert("claim_entities", 2)
    findings = try insert(
      "findings (article, claim, check_id, name, severity, start, end, text, message, standard)", 10)
  }

  /// Adds an article and all that is in it.
  func insert(_ article: ExportArticle) throws {
    let record = article.record
    self.article += 1
    try insert(record)
    for zone in record.zones {
      try run(zones, [id(self.article), at(zone.span.start, article), at(zone.span.end, article), text(zone.kind)])
    }
    for (index, sentence) in record.sentences.enumerated() {
      let span = sentence.span
      try run(sentences, [id(self.article), id(Int64(index)), at(span.start, article), at(span.end, article)])
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
    for finding in Auditor.findings(in: record) { try insert(finding, parents, article) }
  }

  private func insert(_ record: AnnotationRecord) throws {
    try run(
      articles,
      [
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
      try run(
        entities,
        [
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
    try run(
      mentions,
      [
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
    try run(
      claims,
      [
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
    for row in Set(item.entities.compactMap { rows[$0] }).sorted() { try run(claimEntities, [id(claim), id(row)]) }
  }

  private func insert(_ item: Finding, _ parents: [ClaimID: Int64], _ article: ExportArticle) throws {
    try run(
      findings,
      [
        id(self.article), id(item.claim.flatMap { parents[$0] }), text(item.check), text(item.name),
        text(item.severity), item.span.map { at($0.start, article) } ?? .null,
        item.span.map { at($0.end, article) } ?? .null, text(item.text), text(item.message), text(item.standard),
      ])
  }

  // MARK: Values

  private func run(_ statement: Statement, _ values: [DatabaseValue]) throws {
    statement.setUncheckedArguments(StatementArguments(values))
    try statement.execute()
  }

  private func id(_ number: Int64?) -> DatabaseValue { number.map { $0.databaseValue } ?? .null }
  private func text(_ string: String?) -> DatabaseValue { string.map { $0.databaseValue } ?? .null }
  private func text<Name: RawRepresentable<String>>(_ name: Name) -> DatabaseValue { name.rawValue.databaseValue }
  private func flag(_ flag: Bool) -> DatabaseValue { Int64(flag ? 1 : 0).databaseValue }
  private func real(_ value: Int?, _ scale: Double) -> DatabaseValue {
    value.map { (Double($0) / scale).databaseValue } ?? .null
  }
  private func at(_ point: Int32, _ article: ExportArticle) -> DatabaseValue {
    Int64(article.offset(point)).databaseValue
  }

  /// Spans as a JSON array: `[[412,489]]`.
  private func pieces(_ spans: [CodePointSpan]?, _ article: ExportArticle) -> DatabaseValue {
    guard let spans else { return .null }
    let pairs = spans.map { "[\(article.offset($0.start)),\(article.offset($0.end))]" }
    return "[\(pairs.joined(separator: ","))]".databaseValue
  }
}
