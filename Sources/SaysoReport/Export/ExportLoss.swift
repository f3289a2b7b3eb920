internal import SaysoRecord

/// A part of the annotations that a format may not hold. Counted while exporting, said at the end.
public enum ExportLoss: String, CaseIterable, Sendable {
  case metadata, zones, sentences, words
  case mentions, overlaps, outside, nominals, metonyms, links, dates
  case details, groups, placeless
  case claims, quiet, chains, split, stance, roles, times
  case doubt, rules

  /// How many of them, in words: `12 claims inside others (hearsay)`.
  public func words(_ count: Int) -> String { "\(count) \(count == 1 ? phrase.one : phrase.many)" }

  /// For the table of docs/FORMATS.md.
  public var name: String { phrase.many }

  /// What can't be there where this is not: without claims, none inside others.
  public var implied: Set<ExportLoss> {
    switch self {
    case .claims: [.quiet, .chains, .split, .stance, .roles, .times]
    case .mentions: [.overlaps, .outside, .nominals, .metonyms, .links, .dates]
    case .metadata: [.doubt]
    case .links: [.groups, .placeless]
    case .placeless: [.groups]
    default: []
    }
  }

  private var phrase: (one: String, many: String) {
    switch self {
    case .metadata:
      ("article's title, byline, publisher, address, date", "articles' title, byline, publisher, address, date")
    case .zones: ("zone of the page", "zones of the page")
    case .sentences: ("sentence boundary", "sentence boundaries")
    case .words: ("article's word classes (--tokens)", "articles' word classes (--tokens)")
    case .mentions: ("mention's place in the text", "mentions' places in the text")
    case .overlaps: ("mention inside another", "mentions inside others")
    case .outside: ("mention outside the sentences", "mentions outside the sentences")
    case .nominals: ("pronoun or noun that stands for a name", "pronouns and nouns that stand for names")
    case .metonyms: ("place that stands for its government", "places that stand for their government")
    case .links: ("link of a mention to its entity", "links of mentions to their entities")
    case .dates: ("resolved date in the text", "resolved dates in the text")
    case .details: ("entity's kinds, country, gender, position", "entities' kinds, countries, genders, positions")
    case .groups: ("group of people as entity", "groups of people as entities")
    case .placeless: ("entity without a position", "entities without a position")
    case .claims: ("claim", "claims")
    case .quiet: ("claim without a source", "claims without a source")
    case .chains: ("claim inside another (hearsay)", "claims inside others (hearsay)")
    case .split: ("claim in several pieces", "claims in several pieces")
    case .stance:
      (
        "claim's voice, certainty, quotation, cue class, traits",
        "claims' voice, certainty, quotation, cue class, traits"
      )
    case .roles: ("source's kind, role, name, title, reason", "sources' kind, role, name, title, reason")
    case .times: ("time of a claim", "times of claims")
    case .doubt: ("uncertain date of publication", "uncertain dates of publication")
    case .rules: ("rule behind a mark", "rules behind marks")
    }
  }

  /// How many of them a record has. O(record).
  func count(in record: AnnotationRecord) -> Int {
    let claims = record.claims
    return switch self {
    case .metadata: record.title == nil && record.publisher == nil && record.published == nil ? 0 : 1
    case .zones: record.zones.count
    case .sentences: record.sentences.count
    case .words: record.tokens == nil ? 0 : 1
    case .mentions: record.mentions.count
    case .overlaps: Self.overlaps(record.mentions.filter { !$0.isNominal })
    case .outside: Self.outside(record)
    case .nominals: record.mentions.count { $0.isNominal }
    case .metonyms: record.mentions.count { $0.isMetonym }
    case .links: record.mentions.count { $0.entity != nil }
    case .dates: record.mentions.count { $0.date != nil }
    case .details: record.entities.count { !$0.kinds.isEmpty || $0.country != nil || $0.gender != nil }
    case .groups: record.entities.count { $0.type == .group }
    case .placeless: record.entities.count { $0.latitude == nil || $0.longitude == nil }
    case .claims, .stance: claims.count
    case .quiet: claims.count { $0.source == nil }
    case .chains: claims.count { $0.parent != nil }
    case .split: claims.count { $0.content.spans.count > 1 }
    case .roles: claims.count { $0.source != nil }
    case .times: claims.count { $0.when != nil || $0.said != nil }
    case .doubt: record.published.map { PlainDate.prefix($0.edtf) != $0.edtf } == true ? 1 : 0
    case .rules: record.mentions.count + claims.count { $0.rule != nil }
    }
  }

  private static func overlaps(_ names: [AnnotationRecord.Mention]) -> Int {
    var end: Int32 = 0
    return names.count { name in
      defer { end = max(end, name.span.end) }
      return name.span.start < end
    }
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
