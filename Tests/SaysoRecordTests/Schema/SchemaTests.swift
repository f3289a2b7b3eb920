import Foundation
import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct SchemaTests {
  /// A schema's JSON with the order of its keys.
  private func json(_ schema: Schema) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(schema.bytes)) as? [String: Any])
  }

  private func object(_ path: String..., in schema: Schema) throws -> [String: Any] {
    try path.reduce(try json(schema)) { node, key in try #require(node[key] as? [String: Any], "\(key)") }
  }

  private func keys(_ node: [String: Any]) -> (all: Set<String>, required: Set<String>) {
    (Set((node["properties"] as? [String: Any] ?? [:]).keys), Set(node["required"] as? [String] ?? []))
  }

  private func agree<Key: RecordKey>(_ node: [String: Any], _ type: Key.Type) {
    let (all, required) = keys(node)
    #expect(all == Set(Key.allCases.map(\.rawValue)), "\(type)")
    #expect(required == Set(Key.required.map(\.rawValue)), "\(type)")
    #expect(node["additionalProperties"] as? Bool != false, "\(type) may grow")
  }

  @Test func annotationKeysAgree() throws {
    agree(try json(.annotation), AnnotationKeys.Record.self)
    agree(try object("properties", "input", in: .annotation), AnnotationKeys.Input.self)
    agree(try object("properties", "producer", in: .annotation), AnnotationKeys.Producer.self)
    agree(try object("properties", "published", in: .annotation), AnnotationKeys.Published.self)
    agree(try object("properties", "zones", "items", in: .annotation), AnnotationKeys.Zone.self)
    agree(try object("properties", "sentences", "items", in: .annotation), AnnotationKeys.Sentence.self)
    agree(try object("$defs", "mention", in: .annotation), AnnotationKeys.Mention.self)
    agree(try object("$defs", "entity", in: .annotation), AnnotationKeys.Entity.self)
    agree(try object("$defs", "claim", in: .annotation), AnnotationKeys.Claim.self)
    agree(try object("$defs", "source", in: .annotation), AnnotationKeys.Source.self)
    agree(try object("$defs", "cue", in: .annotation), AnnotationKeys.Cue.self)
    agree(try object("$defs", "warning", in: .annotation), AnnotationKeys.Warning.self)
    agree(try object("$defs", "claim", "properties", "content", in: .annotation), AnnotationKeys.Passage.self)
  }

  /// Keys stand in the published schema in the order in which they are written.
  @Test func schemaShowsTheOrderOfKeys() throws {
    let text = String(decoding: Schema.annotation.bytes, as: UTF8.self)
    let lines = text.split(separator: "\n")
    func keys(indent: Int, after start: String) -> [String] {
      let first =
        lines.firstIndex { $0.hasSuffix(start) && $0.prefix { $0 == " " }.count == indent - 2 } ?? lines.startIndex
      return lines[lines.index(after: first)...]
        .prefix { $0.prefix { $0 == " " }.count >= indent }
        .filter { $0.prefix { $0 == " " }.count == indent && $0.hasSuffix("{") }
        .compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
    }
    #expect(keys(indent: 4, after: "\"properties\": {") == AnnotationKeys.Record.allCases.map(\.rawValue))
  }

  private func names(_ node: [String: Any]?) -> [String]? { node?["enum"] as? [String] }

  @Test func vocabulariesAgree() throws {
    let source = try object("$defs", "source", "properties", in: .annotation)
    let claim = try object("$defs", "claim", "properties", in: .annotation)
    let mention = try object("$defs", "mention", "properties", in: .annotation)
    let zone = try object("properties", "zones", "items", "properties", in: .annotation)
    let cue = try object("$defs", "cue", "properties", in: .annotation)
    let input = try object("properties", "input", "properties", in: .annotation)
    let published = try object("properties", "published", "properties", in: .annotation)
    let traits = try #require(claim["traits"] as? [String: Any])
    func check<Name: RawRepresentable<String> & CaseIterable>(_ node: Any?, _ type: Name.Type) {
      #expect(names(node as? [String: Any]) == Name.allCases.map(\.rawValue), "\(type)")
    }
    check(source["kind"], SourceKind.self)
    check(source["role"], SourceRole.self)
    check(claim["quotation"], Quotation.self)
    check(claim["certainty"], Certainty.self)
    check(claim["voice"], Voice.self)
    check(traits["items"], Trait.self)
    check(cue["class"], CueClass.self)
    check(zone["kind"], ZoneKind.self)
    check(mention["type"], MentionType.self)
    check(mention["timexType"], TimexType.self)
    check(mention["anchor"], Anchor.self)
    check(input["format"], AnnotationRecord.Input.Format.self)
    check(published["from"], PublishedFrom.self)
    check(try object("properties", in: .finding)["severity"], Severity.self)
    let tokens = try object("properties", "tokens", "items", in: .annotation)
    check((tokens["prefixItems"] as? [Any])?.last, WordClass.self)
    let precision = try object("properties", "date", "properties", "precision", in: .timeline)
    check((precision["oneOf"] as? [Any])?.first, DatePrecision.self)
    for (key, type) in [("voice", Voice.allCases.map(\.rawValue)), ("sourceKind", SourceKind.allCases.map(\.rawValue))]
    {
      #expect(try object("properties", key, in: .audit)["required"] as? [String] == type)
    }
  }

  @Test(arguments: Schema.allCases)
  func schemasAreNamed(schema: Schema) throws {
    let json = try json(schema)
    #expect(json["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(json["title"] as? String == schema.recordName)
    let name = try object("properties", "schema", in: schema)
    #expect(name["const"] as? String == schema.recordName)
    #expect(schema.bytes.last == 0x0A)
  }

  @Test(arguments: Schema.allCases)
  func embeddedSchemasAreTheFiles(schema: Schema) throws {
    let file = root.appending(path: "Sources/SaysoRecord/Schemas/\(schema.rawValue).json")
    #expect(try Array(Data(contentsOf: file)) == schema.bytes)
  }
}

/// The top of the project.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
