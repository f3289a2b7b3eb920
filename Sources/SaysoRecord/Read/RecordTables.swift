/// The name tables of the annotation reader, made once.
enum RecordTables {
  /// Bits of the required keys, by position among all cases.
  static func required<Key: RecordKey>(_ type: Key.Type) -> UInt32 {
    zip(0..., Key.allCases).reduce(0) { bits, pair in
      Key.required.contains(pair.1) ? bits | 1 << UInt32(pair.0) : bits
    }
  }

  /// A kind of object: its keys, and which must be there.
  struct Keys<Key: RecordKey>: Sendable {
    let table = NameTable<Key>()
    let required = RecordTables.required(Key.self)
  }

  static let record = Keys<AnnotationKeys.Record>()
  static let input = Keys<AnnotationKeys.Input>()
  static let producer = Keys<AnnotationKeys.Producer>()
  static let published = Keys<AnnotationKeys.Published>()
  static let zone = Keys<AnnotationKeys.Zone>()
  static let sentence = Keys<AnnotationKeys.Sentence>()
  static let mention = Keys<AnnotationKeys.Mention>()
  static let entity = Keys<AnnotationKeys.Entity>()
  static let claim = Keys<AnnotationKeys.Claim>()
  static let passage = Keys<AnnotationKeys.Passage>()
  static let source = Keys<AnnotationKeys.Source>()
  static let cue = Keys<AnnotationKeys.Cue>()
  static let when = Keys<AnnotationKeys.When>()
  static let warning = Keys<AnnotationKeys.Warning>()

  static let formats = NameTable<AnnotationRecord.Input.Format>()
  static let publishedFrom = NameTable<PublishedFrom>()
  static let zoneKinds = NameTable<ZoneKind>()
  static let wordClasses = NameTable<WordClass>()
  static let mentionTypes = NameTable<MentionType>()
  static let timexTypes = NameTable<TimexType>()
  static let anchors = NameTable<Anchor>()
  static let genders = NameTable<AnnotationRecord.Entity.Gender>()
  static let sourceKinds = NameTable<SourceKind>()
  static let sourceRoles = NameTable<SourceRole>()
  static let cueClasses = NameTable<CueClass>()
  static let quotations = NameTable<Quotation>()
  static let certainties = NameTable<Certainty>()
  static let voices = NameTable<Voice>()
  static let traits = NameTable<Trait>()
}
