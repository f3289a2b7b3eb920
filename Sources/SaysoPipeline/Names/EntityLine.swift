import SaysoLexicon
import SaysoRecord

/// Reads entities of FollowTheMoney (followthemoney.tech), a JSON object a line: people, companies and public bodies with
/// their names, aliases, weak aliases and countries.
///
/// A weak alias ("the Doctor") needs evidence beyond the match, as an entry with `guard=word` does. Entities of other
/// schemata (addresses, payments, ownerships) have no names for a text; they are counted and left out.
struct EntityLine {
  private let builder: PhraseBookBuilder
  private var leftOut = 0

  init(_ builder: PhraseBookBuilder) { self.builder = builder }

  private static let types: [String: EntryType] = [
    "Person": .person, "Company": .organization, "Organization": .organization, "PublicBody": .organization,
    "LegalEntity": .organization,
  ]

  private struct Properties {
    var names: [[UInt8]] = []
    var aliases: [[UInt8]] = []
    var weakAliases: [[UInt8]] = []
    var traits = EntryTraits()
    var hasCountry = false
  }

  mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) throws {
    var (id, schema): (String?, String?) = (nil, nil)
    var properties = Properties()
    var json = JSONScanner(line)
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key.string {
      case "id": id = try json.string().string
      case "schema": schema = try json.string().string
      case "properties": try read(&properties, &json)
      default: try json.skipValue()
      }
    }
    try json.finish()
    guard let schema else { throw NameLines.Problem(found: "no \"schema\"", expected: "one such as \"Person\"") }
    guard let type = Self.types[schema] else {
      leftOut += 1
      return
    }
    guard !properties.names.isEmpty || !properties.aliases.isEmpty else {
      throw NameLines.Problem(found: "a \(schema) without a name", expected: "properties.name or properties.alias")
    }
    add(properties, type, schema, id, number)
  }

  /// After the last line: how many entities were left out is noted once.
  func finish() {
    if leftOut > 0 { builder.note(leftOut: leftOut) }
  }

  private func add(_ properties: Properties, _ type: EntryType, _ schema: String, _ id: String?, _ number: Int) {
    let kind = schema == "Person" || schema == "LegalEntity" ? "" : Self.kind(schema)
    let name = properties.names.first ?? properties.aliases.first ?? []
    name.withUnsafeBufferPointer {
      builder.beginEntry(name: $0, type: type, kind: kind, line: number, traits: properties.traits)
    }
    if let id { Array(id.utf8).withUnsafeBufferPointer { builder.attribute("id", $0) } }
    for (names, form) in [
      (properties.names.prefix(1), PhraseBookBuilder.Form.name), (properties.names.dropFirst(), .alias),
      (properties.aliases[...], .alias), (properties.weakAliases[...], .weakAlias),
    ] {
      for name in names { name.withUnsafeBufferPointer { builder.add($0, as: form) } }
    }
    builder.endEntry()
  }

  private static func kind(_ schema: String) -> String {
    switch schema {
    case "Company": "company"
    case "PublicBody": "public-body"
    default: ""
    }
  }

  // MARK: Properties

  private func read(_ properties: inout Properties, _ json: inout JSONScanner) throws {
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key.string {
      case "name": properties.names += try values(&json)
      case "alias", "previousName": properties.aliases += try values(&json)
      case "weakAlias": properties.weakAliases += try values(&json)
      case "country", "jurisdiction", "nationality":
        guard let code = try values(&json).first, !properties.hasCountry else { continue }
        code.withUnsafeBufferPointer { properties.traits.setCountry($0) }
        properties.hasCountry = true
      case "gender":
        let value = try values(&json).first.map { String(decoding: $0, as: UTF8.self) }
        properties.traits.setGender(value == "male" ? .male : value == "female" ? .female : .unknown)
      default: try json.skipValue()
      }
    }
  }

  /// A list of strings, or one string.
  private func values(_ json: inout JSONScanner) throws -> [[UInt8]] {
    var ignored = 0
    if try json.peek() == .string { return [try json.string().bytes(countingSurrogates: &ignored)] }
    var values: [[UInt8]] = []
    try json.beginArray()
    while try json.nextElement() { values.append(try json.string().bytes(countingSurrogates: &ignored)) }
    return values
  }
}
