/// The figures that the checks go by: `thresholds.tsv`, one table for all of them.
public struct Thresholds: Sendable {
  /// A row of the table.
  public struct Row: Sendable {
    public var check: String
    public var key: String
    public var value: Int
    /// What it means, for people.
    public var meaning: String
  }

  /// The table that is built in.
  public static let standard = Thresholds(TableReader.rows(PackageResources.thresholds_tsv))

  public let rows: [Row]
  private let values: [String: Int]

  init(_ cells: [[String]]) {
    rows = cells.compactMap { cells in
      guard cells.count == 4, let value = Int(cells[2]) else { return nil }
      return Row(check: cells[0], key: cells[1], value: value, meaning: cells[3])
    }
    values = Dictionary(rows.map { ("\($0.check).\($0.key)", $0.value) }) { first, _ in first }
  }

  /// A check's figure. A test sees to it that each key that a check names is in the table.
  subscript(_ check: String, _ key: String) -> Int { values["\(check).\(key)"] ?? 0 }
}

/// Reads the tables: lines of cells between tabs, `#` for comments.
enum TableReader {
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    bytes.split(separator: 0x0A).compactMap { line in
      guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
      return line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
