/// The SQL of the SQLite export.
public enum SQLiteLayout {
  /// There is no database to lose before it is whole: no journal, no waiting for the disk.
  static let settings = """
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32000;
    PRAGMA temp_store = FILE; PRAGMA threads = 2; PRAGMA foreign_keys = OFF;
    """

  /// The tables. Offsets count what `--offsets` says; `spans` are JSON arrays of pairs.
  public static let schema = """
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

  /// Indices and full-text search, over the finished tables. 8 MB of words at a time make few pieces to put together.
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
    INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', 8388608);
    INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
    CREATE VIRTUAL TABLE claims_fts USING fts5
      (content, source, content = 'claims', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO claims_fts (claims_fts, rank) VALUES ('hashsize', 8388608);
    INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
    """
}
