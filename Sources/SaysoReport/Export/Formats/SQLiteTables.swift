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

  // MARK: SQL

  /// There is no database to lose before it is whole: no journal, no waiting for the disk.
  static let settings = """
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32000;
    PRAGMA temp_store = FILE; PRAGMA foreign_keys = OFF;
    """

  static let schema = """
    CREATE TABLE articles (
      id INTEGER PRIMARY KEY, document TEXT NOT NULL, title TEXT, byline TEXT, publisher TEXT, url TEXT,
      published TEXT, published_from TEXT, language TEXT, path TEXT, sha256 TEXT, text TEXT);
    CREATE TABLE zones (
      article INTEGER NOT NULL REFERENCES articles, start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL);
    CREATE TABLE sentences (
      article INTEGER NOT NULL REFERENCES articles, sentence INTEGER NOT NULL, start INTEGER NOT NULL,
      end INTEGER NOT NULL, PRIMARY KEY (article, sentence)) WITHOUT ROWID;
    CREATE TABLE entities (
      id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles, entity TEXT NOT NULL, key TEXT NOT NULL,
      name TEXT NOT NULL, type TEXT NOT NULL, kinds TEXT, country TEXT, gender TEXT, lat REAL, lon REAL,
      mentions INTEGER NOT NULL, claims INTEGER NOT NULL);
    CREATE TABLE mentions (
      id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles, mention TEXT NOT NULL,
      start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL, type TEXT NOT NULL,
      entity INTEGER REFERENCES entities, nominal INTEGER NOT NULL, metonym INTEGER NOT NULL, edtf TEXT, timex TEXT,
      anchor TEXT, rule TEXT, lexicon TEXT, confidence REAL);
    CREATE TABLE claims (
      id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles, claim TEXT NOT NULL,
      parent INTEGER REFERENCES claims, depth INTEGER NOT NULL, sentence INTEGER NOT NULL, start INTEGER, end INTEGER,
      spans TEXT, content TEXT NOT NULL, voice TEXT NOT NULL, certainty TEXT NOT NULL, quotation TEXT NOT NULL,
      source TEXT, source_spans TEXT, source_name TEXT, source_title TEXT, source_kind TEXT, source_role TEXT,
      source_named INTEGER, source_entity INTEGER REFERENCES entities, justification TEXT, cue TEXT, cue_spans TEXT,
      cue_lemma TEXT, cue_class TEXT, when_edtf TEXT, when_anchor TEXT, said_edtf TEXT, traits TEXT, rule TEXT);
    CREATE TABLE claim_entities (claim INTEGER NOT NULL REFERENCES claims, entity INTEGER NOT NULL REFERENCES entities);
    CREATE TABLE findings (
      id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles, claim INTEGER REFERENCES claims,
      check_id TEXT NOT NULL, name TEXT NOT NULL, severity TEXT NOT NULL, start INTEGER, end INTEGER, text TEXT,
      message TEXT NOT NULL, standard TEXT);
    """

  /// Indices and full-text search, over the finished tables.
  static let indices = """
    CREATE INDEX articles_document ON articles (document);
    CREATE INDEX zones_article ON zones (article);
    CREATE INDEX entities_article ON entities (article);
    CREATE INDEX entities_key ON entities (key);
    CREATE INDEX mentions_article ON mentions (article);
    CREATE INDEX mentions_entity ON mentions (entity);
    CREATE INDEX claims_article ON claims (article);
    CREATE INDEX claims_source ON claims (source_entity);
    CREATE INDEX claims_when ON claims (when_edtf);
    CREATE INDEX claim_entities_claim ON claim_entities (claim);
    CREATE INDEX claim_entities_entity ON claim_entities (entity);
    CREATE INDEX findings_article ON findings (article);
    CREATE INDEX findings_check ON findings (check_id);
    CREATE VIRTUAL TABLE articles_fts USING fts5
      (title, text, content = 'articles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
    CREATE VIRTUAL TABLE claims_fts USING fts5
      (content, source, content = 'claims', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
    """
}
