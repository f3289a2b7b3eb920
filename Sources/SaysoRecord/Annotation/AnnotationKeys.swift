// The keys of an annotation line: the one place that says which there are, in which order they are written and which a
// reader may count on. Tests hold the writers, the reader and the published schema against it.

/// The keys of one kind of object, in the order in which they are written. At most 32.
public protocol RecordKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Keys that a valid object must have.
  static var required: [Self] { get }
}

/// The keys of each kind of object in an annotation line.
public enum AnnotationKeys {
  public enum Record: String, RecordKey {
    case schema, id, input, producer, language, title, byline, publisher, url, published, text, zones, sentences, tokens
    case mentions, entities, claims, warnings
    case duplicateOf = "duplicate_of"

    public static let required: [Record] = [
      .schema, .id, .input, .producer, .language, .zones, .sentences, .mentions, .entities, .claims, .warnings,
    ]
  }

  public enum Input: String, RecordKey {
    case path, sha256, bytes, format, encoding

    public static let required = allCases
  }

  public enum Producer: String, RecordKey {
    case name, version, lexicons

    public static let required = allCases
  }

  public enum Published: String, RecordKey {
    case edtf, from

    public static let required = allCases
  }

  /// Of zones and, without `kind`, of sentences.
  public enum Zone: String, RecordKey {
    case start, end, kind

    public static let required = allCases
  }

  public enum Sentence: String, RecordKey {
    case start, end

    public static let required = allCases
  }

  public enum Mention: String, RecordKey {
    case id, start, end, text, type, entity, rule, lexicon, confidence, nominal, metonym, timex, timexType, mod, quant
    case freq, edtf, anchor

    public static let required: [Mention] = [.id, .start, .end, .text, .type, .rule]
  }

  public enum Entity: String, RecordKey {
    case id, name, type, key, mentions, kinds, country, gender, lat, lon

    public static let required: [Entity] = [.id, .name, .type, .key, .mentions]
  }

  public enum Claim: String, RecordKey {
    case id, sentence, content, source, cue, quotation, certainty, parent, depth, entities, dates, when, said, traits
    case voice, rule

    public static let required: [Claim] = allCases.filter { $0 != .rule }
  }

  /// Of a claim's content and of a justification.
  public enum Passage: String, RecordKey {
    case spans, text

    public static let required = allCases
  }

  public enum Source: String, RecordKey {
    case spans, text, entity, name, title, kind, role, named, justification

    public static let required = allCases
  }

  public enum Cue: String, RecordKey {
    case spans, text, lemma
    case cueClass = "class"

    public static let required = allCases
  }

  /// Of `when` and, without `rule`, of `said`.
  public enum When: String, RecordKey {
    case edtf, anchor, rule

    public static let required: [When] = [.edtf, .anchor]
  }

  public enum Warning: String, RecordKey {
    case code, message

    public static let required = allCases
  }
}
