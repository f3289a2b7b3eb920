/// One row of a list: `name<TAB>type/kind<TAB>alias|alias<TAB>key=value…`.
public struct LexiconRow: Equatable, Sendable {
  public var name: String
  public var type: EntryType
  /// The part of the second column behind the `/`: "country" in `place/country`. May be empty.
  public var kind: String
  public var aliases: [String]
  public var attributes: [(key: String, value: String)]
  /// The row's line in its file, from 1.
  public var line: Int

  public static func == (a: LexiconRow, b: LexiconRow) -> Bool {
    a.name == b.name && a.type == b.type && a.kind == b.kind && a.aliases == b.aliases && a.line == b.line
      && a.attributes.map(\.key) == b.attributes.map(\.key) && a.attributes.map(\.value) == b.attributes.map(\.value)
  }

  public init(
    name: String, type: EntryType, kind: String, aliases: [String] = [],
    attributes: [(key: String, value: String)] = [], line: Int = 0
  ) {
    self.name = name
    self.type = type
    self.kind = kind
    self.aliases = aliases
    self.attributes = attributes
    self.line = line
  }
}

/// One lexicon file: its header and its rows. See Lexicons/README.md for the format.
public struct LexiconList: Sendable {
  /// Path below `Lexicons/<lang>/` without the ending: "places/countries".
  public var name: String
  /// `# key: value` lines at the top: kind, source, licence, version.
  public var header: [String: String]
  public var rows: [LexiconRow]

  static let requiredHeader = ["kind", "source", "licence", "version"]

  public init(name: String, header: [String: String] = [:], rows: [LexiconRow] = []) {
    self.name = name
    self.header = header
    self.rows = rows
  }

  /// Reads a list and collects every malformed line rather than stopping at the first.
  /// O(n) in the bytes of the file.
  public static func parse(_ bytes: [UInt8], name: String, file: String) -> (list: LexiconList, errors: [LexiconError])
  {
    var parser = ListParser(name: name, file: file)
    parser.parse(bytes)
    return (parser.list, parser.errors)
  }
}

private struct ListParser {
  var list: LexiconList
  let file: String
  var errors: [LexiconError] = []
  var line = 0

  init(name: String, file: String) {
    list = LexiconList(name: name)
    self.file = file
  }

  mutating func parse(_ bytes: [UInt8]) {
    for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      read(raw.last == 0x0D ? raw.dropLast() : raw)
    }
    for key in LexiconList.requiredHeader where list.header[key] == nil {
      errors.append(
        .malformed(
          file: file, line: 1, found: "no header line `# \(key): …`", expected: "the header to give its \(key)"))
    }
  }

  private mutating func read(_ raw: ArraySlice<UInt8>) {
    guard let first = raw.first else { return }
    guard let text = String(validating: raw, as: UTF8.self) else {
      return fail("bytes that are not UTF-8", "UTF-8 text")
    }
    if first == UInt8(ascii: "#") {
      if list.rows.isEmpty { header(text) }
    } else {
      row(text)
    }
  }

  private mutating func header(_ text: String) {
    let body = text.dropFirst().drop { $0 == " " }
    guard let colon = body.firstIndex(of: ":") else { return }
    let key = String(body[..<colon])
    guard !key.contains(" "), list.header[key] == nil else { return }
    list.header[key] = String(body[body.index(after: colon)...].drop { $0 == " " })
  }

  private mutating func row(_ text: String) {
    let columns = text.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count >= 2 else { return fail("\(columns.count) column", "name<TAB>type/kind") }
    let name = String(columns[0])
    guard !name.allSatisfy(\.isWhitespace) else { return fail("an empty name", "a name in the first column") }
    let label = columns[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let type = EntryType(label: String(label[0])) else {
      let known = EntryType.allCases.map(\.label).joined(separator: ", ")
      return fail("the type `\(label[0])`", "one of \(known)")
    }
    var row = LexiconRow(name: name, type: type, kind: label.count > 1 ? String(label[1]) : "", line: line)
    if columns.count > 2 { row.aliases = columns[2].split(separator: "|").map(String.init) }
    for column in columns.dropFirst(3) where !column.isEmpty {
      guard let equals = column.firstIndex(of: "="), equals != column.startIndex else {
        return fail("`\(column)`", "key=value")
      }
      row.attributes.append((String(column[..<equals]), String(column[column.index(after: equals)...])))
    }
    list.rows.append(row)
  }

  private mutating func fail(_ found: String, _ expected: String) {
    errors.append(.malformed(file: file, line: line, found: found, expected: expected))
  }
}
