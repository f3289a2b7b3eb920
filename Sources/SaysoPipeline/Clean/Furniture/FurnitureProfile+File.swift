public import SaysoRecord
internal import SaysoText

/// Why a furniture profile can't be used. The message says where and what to do.
public enum FurnitureProfileError: Error, Equatable, CustomStringConvertible {
  case file(RecordFileError)
  /// The first line is not that of a profile.
  case notAProfile(path: String)
  case broken(path: String, line: Int, reason: String)

  public var description: String {
    switch self {
    case .file(let error): error.description
    case .notAProfile(let path):
      "\(path):1: not a furniture profile; --furniture takes what sayso annotate --save-furniture wrote"
    case .broken(let path, let line, let reason): "\(path):\(line): \(reason)"
    }
  }
}

/// The profile's file: a line that names the format, the names of the columns, then a line each with tabs between site,
/// articles with the line, articles of the site, and the line's folded words. Deleting a row is how to unlearn a line.
extension FurnitureProfile {
  private static let mark = "# sayso.furniture/1"
  private static let columns = ["site", "seen", "articles", "line"]

  /// Writes the whole file; the same profile gives the same bytes.
  public func write(to sink: any ByteSink) throws(OutputError) {
    try sink.write(Array((Self.mark + "\n" + Self.columns.joined(separator: "\t") + "\n").utf8))
    for line in lines {
      try sink.write(Array("\(line.site)\t\(line.seen)\t\(line.articles)\t\(line.text)\n".utf8))
    }
    try sink.finish()
  }

  /// Reads a file. O(size of the file).
  /// - Throws: `.file` where it can't be read, else the first line that is wrong.
  public init(reading path: String) throws(FurnitureProfileError) {
    self.init()
    let lines: RecordLines
    do { lines = try RecordLines(path, limit: 1 << 20) } catch { throw .file(error) }
    guard let first = try Self.next(lines), first == Self.mark else { throw .notAProfile(path: path) }
    while let row = try Self.next(lines) {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if lines.number == 2, cells == Self.columns { continue }
      let (line, reason) = Self.line(cells)
      guard let line else { throw .broken(path: path, line: lines.number, reason: reason) }
      add(line)
    }
  }

  private static func next(_ lines: RecordLines) throws(FurnitureProfileError) -> String? {
    do throws(RecordFileError) {
      guard let bytes = try lines.next() else { return nil }
      let row = bytes.last == 0x0D ? UnsafeBufferPointer(rebasing: bytes.dropLast()) : bytes
      if SourceText.isValidUTF8(row) { return String(decoding: row, as: UTF8.self) }
    } catch {
      throw .file(error)
    }
    throw .broken(path: lines.path, line: lines.number, reason: "not UTF-8")
  }

  /// The line that a row gives, or what is wrong with it.
  private static func line(_ cells: [String]) -> (line: Line?, reason: String) {
    guard cells.count == columns.count else {
      return (nil, "\(cells.count) columns; give \(columns.joined(separator: ", ")), with tabs between")
    }
    guard !cells[0].isEmpty else { return (nil, "no site in the first column") }
    guard let seen = Int(cells[1]), let articles = Int(cells[2]), seen > 0, articles >= seen else {
      return (nil, "\(cells[1]) of \(cells[2]) articles: give two whole numbers, the first not the larger")
    }
    guard FoldedLine.hash(of: cells[3]) != nil else { return (nil, "no word in the line") }
    return (Line(site: cells[0], seen: seen, articles: articles, text: cells[3]), "")
  }
}
