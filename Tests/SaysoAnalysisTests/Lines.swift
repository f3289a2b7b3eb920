import SaysoRecord
import SaysoTestSupport

/// Builds annotation records for tests: an article of given claims, without a pipeline.
struct Article {
  var record: AnnotationRecord

  init(_ id: String, published: String? = nil, publisher: String? = nil) {
    record = AnnotationRecord(
      id: id,
      input: .init(
        path: "\(id).txt", sha256: String(repeating: "0a", count: 32), bytes: 1, format: .text, encoding: "UTF-8"),
      producer: .init(version: "0", lexicons: "0"), language: "en")
    record.title = "About \(id)"
    record.publisher = publisher
    record.published = published.map { .init(edtf: $0, from: .input) }
  }

  /// Adds an entity, by its type and name, and returns its id.
  mutating func entity(
    _ type: MentionType, _ name: String, key: String? = nil, country: String? = nil, kinds: [String] = [],
    gender: AnnotationRecord.Entity.Gender? = nil
  ) -> EntityRef {
    let id = EntityRef(record.entities.count + 1)
    let mention = MentionID(record.mentions.count + 1)
    let slug = name.lowercased().replacing(" ", with: "-")
    var entity = AnnotationRecord.Entity(
      id: id, name: name, type: type, key: key ?? "\(type.rawValue):\(slug)", mentions: [mention])
    entity.country = country
    entity.kinds = kinds
    entity.gender = gender
    record.entities.append(entity)
    var found = AnnotationRecord.Mention(id: mention, span: CodePointSpan(0, 1), text: name, type: type, rule: "test")
    found.entity = id
    record.mentions.append(found)
    return id
  }

  /// Adds a claim about entities; each stands in a sentence of its own.
  @discardableResult
  mutating func claim(
    _ text: String, _ entities: [EntityRef] = [], when: String? = nil, said: String? = nil, by source: EntityRef? = nil,
    role: SourceRole = .unknown, title: String? = nil, certainty: Certainty = .asserted, zone: ZoneKind = .body
  ) -> ClaimID {
    let id = ClaimID(record.claims.count + 1)
    let start = Int(record.zones.last?.span.end ?? 0) + 1
    let span = CodePointSpan(start, start + text.unicodeScalars.count)
    record.zones.append(.init(span, zone))
    record.sentences.append(.init(span))
    var claim = AnnotationRecord.Claim(
      id: id, sentence: record.sentences.count - 1, content: .init(spans: [span], text: text), quotation: .indirect,
      certainty: certainty, voice: source == nil ? .author : .attributed)
    claim.entities = entities
    claim.when = when.map { .init(edtf: $0, anchor: .explicit) }
    claim.said = said.map { .init(edtf: $0, anchor: .explicit) }
    if let source {
      var found = AnnotationRecord.Source(
        passage: .init(spans: [], text: "source"), kind: .person, role: role, isNamed: true)
      found.entity = source
      found.name = record.entities.first { $0.id == source }?.name
      found.title = title
      claim.source = found
      claim.cue = .init(passage: .init(spans: [], text: "said"), lemma: "say", cueClass: .report)
    }
    record.claims.append(claim)
    return id
  }

  /// The line as a file holds it.
  var line: String {
    var json = JSONByteWriter()
    record.writeLine(to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
