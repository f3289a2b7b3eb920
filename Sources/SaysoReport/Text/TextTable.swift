public import SaysoRecord

/// Writes a table for people: columns of fixed width, the last one wrapped to what is left of the line.
///
///     var table = TextTable(to: sink, columns: ["date", "reports", "event"], width: 100)
///     try table.row(["2024-02-22", "3", "The ferry ran aground"])
///     try table.finish()
///
/// Cells are made safe for a terminal (`SafeText.line`). The widths follow the first rows, so that a million rows need
/// no more memory than a hundred; a wider cell of a later row wraps.
public struct TextTable: ~Copyable {
  /// Rows that are looked at before the first is written.
  static let sample = 200
  /// The most columns of the line that any cell but the last may take.
  static let widest = 28

  private let sink: any ByteSink
  private let lineWidth: Int
  private var waiting: [[String]] = []
  private var widths: [Int]?
  private var isEmpty = true
  private let columns: [String]
  private var out: [UInt8] = []

  /// - Parameter width: columns of the terminal.
  public init(to sink: any ByteSink, columns: [String], width: Int = 100) {
    self.sink = sink
    self.columns = columns
    lineWidth = max(40, width)
  }

  /// Adds a row; missing cells are empty.
  public mutating func row(_ cells: [String]) throws(OutputError) {
    isEmpty = false
    let safe = columns.indices.map { $0 < cells.count ? SafeText.line(cells[$0]) : "" }
    if let widths { return try write(safe, widths) }
    waiting.append(safe)
    if waiting.count >= Self.sample { try release() }
  }

  /// Writes what is held back. A table without rows writes nothing, not even its header.
  public mutating func finish() throws(OutputError) {
    if widths == nil, !isEmpty { try release() }
    try drain()
  }

  private mutating func release() throws(OutputError) {
    let widths = measure()
    self.widths = widths
    try write(columns, widths)
    out.append(contentsOf: widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ").utf8)
    out.append(0x0A)
    for row in waiting { try write(row, widths) }
    waiting = []
  }

  /// The widest cell of each column, within bounds; the last takes what is left.
  private func measure() -> [Int] {
    var widths = columns.map(TextWidth.of)
    for row in waiting {
      for index in widths.indices.dropLast() {
        widths[index] = max(widths[index], min(Self.widest, TextWidth.of(row[index])))
      }
    }
    let taken = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    if let last = widths.indices.last { widths[last] = max(20, lineWidth - taken) }
    return widths
  }

  private mutating func write(_ cells: [String], _ widths: [Int]) throws(OutputError) {
    let wrapped = zip(cells, widths).map { TextWidth.wrap($0, to: $1) }
    for line in 0..<(wrapped.map(\.count).max() ?? 0) {
      var text = ""
      for (index, lines) in wrapped.enumerated() {
        let cell = line < lines.count ? lines[line] : ""
        text += cell + String(repeating: " ", count: max(0, widths[index] - TextWidth.of(cell)) + 2)
      }
      while text.last == " " { text.removeLast() }
      out.append(contentsOf: text.utf8)
      out.append(0x0A)
    }
    if out.count >= 1 << 16 { try drain() }
  }

  private mutating func drain() throws(OutputError) {
    try sink.write(out)
    out.removeAll(keepingCapacity: true)
  }
}
