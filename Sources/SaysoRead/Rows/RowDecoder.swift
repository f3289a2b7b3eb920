internal import SaysoRecord
internal import SaysoText

/// Rows of comma-separated values for a worker.
struct RowBatch: Sendable {
  /// Names of the columns.
  var header: [String]
  var separator: UInt8
  var rows: [RowCutter.Row]

  /// The names of the columns from the first row, without a byte order mark.
  static func header(_ row: RowCutter.Row, separator: UInt8) -> [String] {
    let bytes = row.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(row.bytes.dropFirst(3)) : row.bytes
    return QuoteState.fields(bytes, separator: separator).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension InputDecoder {
  /// The articles of rows, in order. Blank lines are none.
  func decodeRows(_ batch: RowBatch, path: String, _ body: (InputResult) -> Void) {
    for row in batch.rows where !Self.isBlank(row.bytes) { body(decodeRow(row, batch, path: path)) }
  }

  private func decodeRow(_ row: RowCutter.Row, _ batch: RowBatch, path: String) -> InputResult {
    var input = InputDescription(path: path, format: .csv, byteCount: row.bytes.count)
    if row.bytes.count > options.maxBytes {
      return .failure(.tooLarge(input, line: row.line, limit: options.maxBytes))
    }
    if row.isBroken { return .failure(.unpairedQuote(input, line: row.line)) }
    input.sha256 = row.bytes.withUnsafeBufferPointer(SHA256.hex)
    guard let decoded = decodeText(row.bytes) else { return .failure(.binary(input, line: row.line)) }
    input.encoding = decoded.encoding
    let cells = QuoteState.fields(decoded.bytes, separator: batch.separator)
    return decode(cells, batch.header, input: input, line: row.line, warnings: Self.warnings(decoded))
  }
}
