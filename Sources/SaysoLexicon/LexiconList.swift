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
    var list = LexiconList(name: name)
    let errors = bytes.withUnsafeBufferPointer { bytes in
      var lines = ListLines(bytes, file: file)
      while let row = lines.next() {
        if let row = LexiconRow(row, &lines) { list.rows.append(row) }
      }
      lines.requireHeader(requiredHeader)
      list.header = lines.header
      return lines.errors
    }
    return (list, errors)
  }
}

extension LexiconRow {
  /// The row in its bytes; nil where they are no row, which is noted in `lines`.
  init?(_ row: RowBytes, _ lines: inout ListLines) {
    let label = String(decoding: row.kind, as: UTF8.self)
    let parts = label.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let type = parts.first.flatMap({ EntryType(label: String($0)) }) else {
      lines.fail(
        "the type `\(parts.first ?? "")`", "one of \(EntryType.allCases.map(\.label).joined(separator: ", "))")
      return nil
    }
    self.init(
      name: String(decoding: row.name, as: UTF8.self), type: type, kind: parts.count > 1 ? String(parts[1]) : "",
      line: row.line)
    var broken: String?
    ListLines.parts(row.aliases, UInt8(ascii: "|")) { aliases.append(String(decoding: $0, as: UTF8.self)) }
    ListLines.parts(row.attributes, 0x09) { part in
      if let equals = part.firstIndex(of: UInt8(ascii: "=")), equals > 0 {
        attributes.append(
          (String(decoding: part[..<equals], as: UTF8.self), String(decoding: part[(equals + 1)...], as: UTF8.self)))
      } else {
        broken = broken ?? String(decoding: part, as: UTF8.self)
      }
    }
    if let broken {
      lines.fail("`\(broken)`", "key=value")
      return nil
    }
  }
}
