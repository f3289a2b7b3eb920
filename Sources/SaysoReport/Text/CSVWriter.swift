public import SaysoRecord
private import SaysoText

/// Writes a CSV file (RFC 4180): a header, rows of as many cells, CRLF line ends, quotes where they are needed.
///
///     var csv = try CSVWriter(to: sink, columns: ["date", "text"])
///     try csv.row(["2024-02-22", "The ferry \"Star\" ran aground"])
///     try csv.finish()
///
/// Spreadsheets run a cell that starts with `=`, `+`, `-` or `@`: such a cell gets an apostrophe in front, unless it
/// is a plain number. In a TSV, tabs and line ends become spaces, as that format has no quotes.
public struct CSVWriter: ~Copyable {
  /// What stands between cells.
  public enum Separator: UInt8, Sendable {
    case comma = 0x2C
    case tab = 0x09
  }

  private let sink: any ByteSink
  private let separator: Separator
  private let width: Int
  private var line: [UInt8] = []

  /// Writes the header.
  public init(to sink: any ByteSink, columns: [String], separator: Separator = .comma) throws(OutputError) {
    self.sink = sink
    self.separator = separator
    width = columns.count
    try row(columns)
  }

  /// Writes a row. Missing cells are empty, those beyond the header's width are left out.
  public mutating func row(_ cells: [String]) throws(OutputError) {
    for index in 0..<width {
      if index > 0 { line.append(separator.rawValue) }
      if index < cells.count { append(cells[index]) }
    }
    if separator == .comma { line.append(0x0D) }
    line.append(0x0A)
    if line.count >= 1 << 16 { try drain() }
  }

  /// Writes what is held back.
  public mutating func finish() throws(OutputError) { try drain() }

  private mutating func drain() throws(OutputError) {
    try sink.write(line)
    line.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ cell: String) {
    let bytes = Array(cell.utf8).filter { $0 != 0 }
    let defused = Self.isFormula(bytes) ? [UInt8(ascii: "'")] + bytes : bytes
    guard separator == .comma else {
      for byte in defused { line.append(byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0x20 : byte) }
      return
    }
    guard Self.needsQuotes(defused) else { return line.append(contentsOf: defused) }
    line.append(UInt8(ascii: "\""))
    for byte in defused {
      if byte == UInt8(ascii: "\"") { line.append(byte) }
      line.append(byte)
    }
    line.append(UInt8(ascii: "\""))
  }

  /// Whether a spreadsheet might run the cell: by its first character that is seen. Tabs and carriage returns in front
  /// are dangerous themselves.
  static func isFormula(_ cell: [UInt8]) -> Bool {
    guard let first = cell.first else { return false }
    if first == 0x09 || first == 0x0D { return true }
    let start = cell.dropFirst(unseen(cell))
    switch start.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"): return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(start.dropFirst())
    case 0xEF:
      return start.starts(with: "＝".utf8) || start.starts(with: "＋".utf8) || start.starts(with: "－".utf8)
        || start.starts(with: "＠".utf8)
    default: return false
    }
  }

  /// Bytes of the white space, controls, joiners, direction marks and byte order marks that a cell begins with.
  private static func unseen(_ cell: [UInt8]) -> Int {
    cell.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let (scalar, length) = UTF8Scalar.decode(bytes, at: at)
        switch scalar {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF:
          at += length
        default: return at
        }
      }
      return at
    }
  }

  private static func isNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    let points = digits.count { $0 == UInt8(ascii: ".") }
    return points <= 1 && digits.count > points
      && digits.allSatisfy { $0 == UInt8(ascii: ".") || $0 &- UInt8(ascii: "0") < 10 }
  }

  private static func needsQuotes(_ cell: [UInt8]) -> Bool {
    cell.first == 0x20 || cell.last == 0x20
      || cell.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }
}
