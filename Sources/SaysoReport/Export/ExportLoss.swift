internal import SaysoRecord

/// What annotation lines hold and a format may not. Counted while exporting, said at the end.
public enum ExportLoss: String, CaseIterable, Sendable {
  case zones, sentences, overlaps, nominals, links, dates, doubt, claims, chains, stance, split, roles, rules, outside
  case placeless, quiet

  /// How many of them, in words: `12 claims inside claims (hearsay)`.
  public func words(_ count: Int) -> String { "\(count) \(count == 1 ? phrase.one : phrase.many)" }

  /// For the table of docs/FORMATS.md.
  public var name: String { phrase.many }

  private var phrase: (one: String, many: String) {
    switch self {
    case .zones: ("zone of the page", "zones of the page")
    case .sentences: ("sentence boundary", "sentence boundaries")
    case .overlaps: ("mention inside another", "mentions inside others")
    case .nominals: ("pronoun or noun that stands for a name", "pronouns and nouns that stand for names")
    case .links: ("link of a mention to its entity", "links of mentions to their entities")
    case .dates: ("resolved date", "resolved dates")
    case .doubt: ("date that is uncertain or a range", "dates that are uncertain or ranges")
    case .claims: ("claim", "claims")
    case .chains: ("claim inside another (hearsay)", "claims inside others (hearsay)")
    case .stance: ("claim's certainty, class and traits", "claims' certainty, class and traits")
    case .split: ("passage in several pieces", "passages in several pieces")
    case .roles: ("source's kind and role", "sources' kinds and roles")
    case .rules: ("rule behind a mark", "rules behind marks")
    case .outside: ("mention outside the sentences", "mentions outside the sentences")
    case .placeless: ("entity without coordinates", "entities without coordinates")
    case .quiet: ("claim without a source", "claims without a source")
    }
  }

  /// How many of them a record has. O(record).
  func count(in record: AnnotationRecord) -> Int {
    switch self {
    case .zones: record.zones.count
    case .sentences: record.sentences.count
    case .overlaps: Self.overlaps(record.mentions.filter { !$0.isNominal })
    case .nominals: record.mentions.count { $0.isNominal }
    case .links: record.mentions.count { $0.entity != nil }
    case .dates: record.mentions.count { $0.date != nil }
    case .doubt: Self.doubt(record)
    case .claims: record.claims.count
    case .chains: record.claims.count { $0.parent != nil }
    case .stance: record.claims.count
    case .split: record.claims.count { $0.content.spans.count > 1 }
    case .roles: record.claims.count { $0.source != nil }
    case .rules: record.mentions.count
    case .outside: Self.outside(record)
    case .placeless: record.entities.count { $0.latitude == nil || $0.longitude == nil }
    case .quiet: record.claims.count { $0.source == nil }
    }
  }

  private static func overlaps(_ names: [AnnotationRecord.Mention]) -> Int {
    var end: Int32 = 0
    return names.count { name in
      defer { end = max(end, name.span.end) }
      return name.span.start < end
    }
  }

  private static func doubt(_ record: AnnotationRecord) -> Int {
    let published = record.published.map { PlainDate.prefix($0.edtf) != $0.edtf } ?? false
    let events = record.claims.count { claim in claim.when.map { PlainDate.prefix($0.edtf) != $0.edtf } ?? false }
    return events + (published ? 1 : 0)
  }

  private static func outside(_ record: AnnotationRecord) -> Int {
    var sentence = 0
    return record.mentions.count { mention in
      while sentence < record.sentences.count, record.sentences[sentence].span.end <= mention.span.start {
        sentence += 1
      }
      return sentence >= record.sentences.count || !record.sentences[sentence].span.contains(mention.span)
    }
  }
}

/// Counts, over an export, what its format could not hold.
public struct ExportLosses: Sendable {
  public let kinds: [ExportLoss]
  public private(set) var counts: [Int]

  init(_ kinds: [ExportLoss]) {
    self.kinds = kinds
    counts = Array(repeating: 0, count: kinds.count)
  }

  mutating func add(_ record: AnnotationRecord) {
    for (index, kind) in kinds.enumerated() { counts[index] += kind.count(in: record) }
  }

  /// For standard error: what was left behind, in words; nil where nothing was.
  public var report: String? {
    let lost = zip(kinds, counts).filter { $0.1 > 0 }.map { $0.0.words($0.1) }
    return lost.isEmpty ? nil : lost.joined(separator: ", ")
  }
}
