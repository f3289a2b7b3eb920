internal import Foundation
internal import GRDB
internal import SaysoRecord

/// A SQLite database: articles, zones, mentions, entities, claims and findings, with indices and full-text search.
///
/// The findings are looked for on a thread of their own. The file is written under a temporary name without a journal, a batch of articles a transaction, and renamed when whole.
/// Indices and full-text tables are made at the end.
final class SQLiteExport: ExportFormat {
  static let about = ExportDescription(
    summary: "a SQLite database with indices and full-text search", home: .database, unit: .codepoints,
    losses: [.words],
    reading: "`sqlite3 FILE`, Datasette, any language.")

  /// Marks our databases, so that `--force` never replaces another program's: "says".
  static let applicationID: UInt32 = 0x7361_7973
  private static let batch = 256

  private let path: String
  private let file: OutputFile
  private var tables: SQLiteTables?
  private var queue: DatabaseQueue?
  private var written = 0
  private let audit = FindingsAhead()
  /// Articles whose findings are being looked for; the first is written next.
  private var waiting: [(article: ExportArticle, findings: FindingsAhead.Later)] = []
  private static let mostWaiting = 32

  init(_ path: String, force: Bool) throws(OutputError) {
    self.path = path
    if Self.isForeign(path) {
      throw .cannotCreate(path: path, reason: "it is another program's SQLite database; name another file")
    }
    file = try OutputFile(path, options: .init(force: force))
    guard let partial = file.partial else {
      throw .cannotCreate(path: path, reason: "a database must be a plain file; name one")
    }
    try run {
      var configuration = Configuration()
      configuration.allowsUnsafeTransactions = true
      configuration.prepareDatabase { try $0.execute(sql: SQLiteLayout.settings) }
      let queue = try DatabaseQueue(path: partial, configuration: configuration)
      tables = try queue.inDatabase { database in
        try database.execute(sql: "PRAGMA application_id = \(Self.applicationID); PRAGMA user_version = 1;")
        try database.execute(sql: SQLiteLayout.schema)
        try database.execute(sql: "BEGIN")
        return try SQLiteTables(database)
      }
      self.queue = queue
    }
  }

  func write(_ article: ExportArticle) throws(OutputError) {
    waiting.append((article, audit.findings(in: article.record)))
    if waiting.count > Self.mostWaiting { try writeFirst() }
  }

  private func writeFirst() throws(OutputError) {
    guard !waiting.isEmpty else { return }
    let (article, findings) = waiting.removeFirst()
    written += 1
    let commits = written % Self.batch == 0
    try run {
      try queue?.inDatabase { database in
        try tables?.insert(article, findings.value)
        if commits { try database.execute(sql: "COMMIT; BEGIN") }
      }
    }
  }

  func finish() throws(OutputError) {
    while !waiting.isEmpty { try writeFirst() }
    try run {
      try queue?.inDatabase { database in
        try database.execute(sql: "COMMIT")
        try database.execute(sql: SQLiteLayout.indices)
      }
      tables = nil
      try queue?.close()
      queue = nil
    }
    try file.finish()
  }

  /// Runs something on the database; its failures become ours.
  private func run(_ body: () throws -> Void) throws(OutputError) {
    do {
      try body()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
      throw .full(path: path)
    } catch {
      throw .failed(path: path, reason: String(describing: error))
    }
  }

  /// Whether the file is a SQLite database that is not ours: by its first bytes and the application id in its header.
  static func isForeign(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path), let head = try? file.read(upToCount: 72) else { return false }
    guard head.starts(with: "SQLite format 3\u{0}".utf8) else { return false }
    return head.dropFirst(68).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } != applicationID
  }
}
