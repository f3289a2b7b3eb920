import SaysoLexicon
import SaysoRecord

/// Reads a line of a spaCy pattern file: `{"label":"ORG","pattern":"Orrin Ferries","id":"orrin"}`.
///
/// A string pattern must stand in the text letter for letter, as in spaCy. A token pattern is a list of
/// `{"LOWER":"orrin"}` (any case) and `{"ORTH":"Ferries"}` or `{"TEXT":…}` (letter for letter).
enum PatternLine {
  private typealias Piece = (text: [UInt8], isExact: Bool)

  static func read(_ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ builder: PhraseBookBuilder) throws {
    var (label, id, pieces): (String?, String?, [Piece]?) = (nil, nil, nil)
    var json = JSONScanner(line)
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key.string {
      case "label": label = try json.string().string
      case "id": id = try json.null() ? nil : try json.string().string
      case "pattern": pieces = try pattern(&json)
      default: try json.skipValue()
      }
    }
    try json.finish()
    guard let label else { throw NameLines.Problem(found: "no \"label\"", expected: "a label such as \"ORG\"") }
    guard let pieces else {
      throw NameLines.Problem(found: "no \"pattern\"", expected: "a string, or a list of tokens with LOWER or ORTH")
    }
    guard let (type, kind) = labels[label.uppercased()] else {
      throw NameLines.Problem(
        found: "the label \"\(label.prefix(40))\"", expected: "one of \(labels.keys.sorted().joined(separator: ", "))")
    }
    add(pieces, type, kind, id, number, builder)
  }

  private static func add(
    _ pieces: [Piece], _ type: EntryType, _ kind: String, _ id: String?, _ number: Int, _ builder: PhraseBookBuilder
  ) {
    let name = pieces.map(\.text).joined(separator: [0x20])
    Array(name).withUnsafeBufferPointer { builder.beginEntry(name: $0, type: type, kind: kind, line: number) }
    if let id { Array(id.utf8).withUnsafeBufferPointer { builder.attribute("id", $0) } }
    builder.add(pieces: pieces)
    builder.endEntry()
  }

  /// Labels of the usual annotation schemes.
  private static let labels: [String: (EntryType, String)] = [
    "PERSON": (.person, ""), "PER": (.person, ""), "ORG": (.organization, ""), "ORGANIZATION": (.organization, ""),
    "GPE": (.place, ""), "LOC": (.place, ""), "LOCATION": (.place, ""), "PLACE": (.place, ""),
    "FAC": (.place, "facility"), "FACILITY": (.place, "facility"), "NORP": (.group, ""), "GROUP": (.group, ""),
  ]

  // MARK: Patterns

  private static func pattern(_ json: inout JSONScanner) throws -> [Piece] {
    if try json.peek() == .string { return [(Array(try json.string().string.utf8), true)] }
    var pieces: [Piece] = []
    try json.beginArray()
    while try json.nextElement() { pieces.append(try token(&json)) }
    if pieces.isEmpty { throw NameLines.Problem(found: "an empty pattern", expected: "at least one token") }
    return pieces
  }

  private static func token(_ json: inout JSONScanner) throws -> Piece {
    var piece: Piece?
    try json.beginObject()
    while let key = try json.nextKey() {
      let name = key.string.uppercased()
      guard ["LOWER", "ORTH", "TEXT"].contains(name), piece == nil, try json.peek() == .string else {
        throw NameLines.Problem(
          found: "a token with \(name.prefix(40))", expected: "one of LOWER, ORTH and TEXT with a string in each token")
      }
      piece = (Array(try json.string().string.utf8), name != "LOWER")
    }
    guard let piece else { throw NameLines.Problem(found: "an empty token {}", expected: "LOWER, ORTH or TEXT") }
    return piece
  }
}
