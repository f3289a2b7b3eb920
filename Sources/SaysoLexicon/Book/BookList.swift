/// Reads lists in our format (`name<TAB>type/kind<TAB>alias|…<TAB>key=value…`) into a book.
struct BookList {
  private let builder: PhraseBookBuilder
  /// Second columns that were met, with what they mean; nil for one that is no type of a book.
  private var labels: [[UInt8]: Label?] = [:]
  private var lastLabel: [UInt8] = []
  private var last: Label?

  private struct Label {
    var type: EntryType
    var kind: String
  }

  /// What a book may hold. Words that rules lean on belong in a folder of lists.
  static let types: [EntryType] = [
    .person, .place, .organization, .group, .name, .title, .orgHead, .orgSuffix, .placeHead, .guardWord,
  ]

  private let types: [EntryType]
  /// Whether rows of other types are no fault: a folder of lists is read for its names alone.
  private let passesOthers: Bool

  init(_ builder: PhraseBookBuilder, namesOnly: Bool = false) {
    self.builder = builder
    types = namesOnly ? PhraseBookBuilder.nameTypes : Self.types
    passesOthers = namesOnly
  }

  /// Adds every row of a file. O(n).
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lines = ListLines(bytes, file: builder.file)
    var noted = 0
    while let row = lines.next() {
      noted = pass(lines.errors, from: noted)
      add(row)
    }
    lines.requireHeader(LexiconList.requiredHeader)
    _ = pass(lines.errors, from: noted)
    if lines.hasCarriageReturns, builder.everydayWord != nil {
      builder.doubt(line: 1, found: "line ends of Windows (CRLF)", expected: "LF; they are read all the same")
    }
  }

  private func pass(_ errors: [LexiconError], from first: Int) -> Int {
    builder.problems.append(contentsOf: errors[first...])
    return errors.count
  }

  private mutating func add(_ row: RowBytes) {
    guard let label = label(row.kind) else {
      if passesOthers { return }
      let found = String(decoding: row.kind.prefix(60), as: UTF8.self).split(separator: "/").first ?? ""
      let known = Self.types.map(\.label).joined(separator: ", ")
      return builder.fail(
        line: row.line, found: "the type `\(found)`", expected: "one of \(known) behind the name and one tab")
    }
    var traits = EntryTraits()
    var broken: String?
    ListLines.parts(row.attributes, 0x09) { part in
      if !traits.take(part) { broken = broken ?? String(decoding: part.prefix(60), as: UTF8.self) }
    }
    if let broken { return builder.fail(line: row.line, found: "`\(broken)`", expected: "key=value") }
    builder.beginEntry(name: row.name, type: label.type, kind: label.kind, line: row.line, traits: traits)
    ListLines.parts(row.attributes, 0x09) { part in
      if let (key, value) = EntryTraits.keyAndValue(part), !EntryTraits.parsed.contains(key) {
        builder.attribute(key, value)
      }
    }
    builder.add(row.name, as: .name)
    ListLines.parts(row.aliases, UInt8(ascii: "|")) { builder.add($0, as: .alias) }
    builder.endEntry()
  }

  private mutating func label(_ bytes: UnsafeBufferPointer<UInt8>) -> Label? {
    if lastLabel.elementsEqual(bytes) { return last }
    let key = Array(bytes)
    let found = labels[key] ?? label(key)
    labels[key] = found
    (lastLabel, last) = (key, found)
    return found
  }

  private func label(_ bytes: [UInt8]) -> Label? {
    let parts = String(decoding: bytes, as: UTF8.self).split(
      separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let type = parts.first.flatMap({ EntryType(label: String($0)) }), types.contains(type) else { return nil }
    return Label(type: type, kind: parts.count > 1 ? String(parts[1]) : "")
  }
}

extension EntryTraits {
  /// Attributes that are kept in parsed form alone.
  static let parsed: Set<String> = ["country", "gender", "guard", "metonym", "prior", "form", "position"]

  /// Key and value of `key=value`.
  static func keyAndValue(
    _ part: UnsafeBufferPointer<UInt8>
  ) -> (key: String, value: UnsafeBufferPointer<UInt8>)? {
    guard let equals = part.firstIndex(of: UInt8(ascii: "=")), equals > 0 else { return nil }
    return (String(decoding: part[..<equals], as: UTF8.self), UnsafeBufferPointer(rebasing: part[(equals + 1)...]))
  }

  /// Notes what an attribute says; false where it is no `key=value`.
  mutating func take(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let (key, value) = EntryTraits.keyAndValue(part) else { return false }
    switch key {
    case "country": setCountry(value)
    case "gender": gender = Gender(attribute: String(decoding: value, as: UTF8.self))
    case "guard", "metonym", "prior": guards.formUnion(EntryGuards(row: EntryTraits.row(key, value)))
    case "form", "position": forms.formUnion(EntryForms(row: EntryTraits.row(key, value)))
    default: break
    }
    return true
  }

  private static func row(_ key: String, _ value: UnsafeBufferPointer<UInt8>) -> LexiconRow {
    LexiconRow(name: "", type: .place, kind: "", attributes: [(key, String(decoding: value, as: UTF8.self))])
  }
}
