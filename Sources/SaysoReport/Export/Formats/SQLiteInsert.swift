internal import GRDB
internal import GRDBSQLite

/// What stands in a column of a row.
enum SQLiteValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
}

/// An INSERT that is run for each row. Values are bound to the statement itself: GRDB's own arguments cost more than all
/// that SQLite does with them. Used inside the database's queue only.
struct SQLiteInsert {
  private let statement: Statement

  init(_ database: Database, into table: String, columns: Int) throws {
    let marks = Array(repeating: "?", count: columns).joined(separator: ",")
    statement = try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
  }

  /// Adds a row. O(length of the values).
  /// - Throws: `DatabaseError`, SQLite's own.
  func run(_ values: [SQLiteValue]) throws {
    let row = statement.sqliteStatement
    for (index, value) in values.enumerated() {
      let code = Self.bind(value, to: row, at: CInt(truncatingIfNeeded: index + 1))
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
    let code = sqlite3_step(row)
    sqlite3_reset(row)
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  private static func bind(_ value: SQLiteValue, to row: OpaquePointer, at index: CInt) -> CInt {
    switch value {
    case .null: return sqlite3_bind_null(row, index)
    case .integer(let number): return sqlite3_bind_int64(row, index, number)
    case .real(let number): return sqlite3_bind_double(row, index, number)
    case .text(var string):
      return string.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          // Nil would be NULL; the empty string has some address too.
          characters.baseAddress.map {
            sqlite3_bind_text64(
              row, index, $0, UInt64(characters.count), copies, UInt8(truncatingIfNeeded: SQLITE_UTF8))
          } ?? sqlite3_bind_text(row, index, "", 0, copies)
        }
      }
    }
  }

  /// SQLITE_TRANSIENT: SQLite makes a copy of what it is given.
  private static var copies: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
