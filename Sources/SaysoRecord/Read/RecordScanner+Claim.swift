extension RecordScanner {
  mutating func claim() throws(RecordError) -> AnnotationRecord.Claim {
    var claim = AnnotationRecord.Claim(
      id: ClaimID(0), sentence: 0, content: .init(spans: [], text: ""), quotation: .indirect, certainty: .asserted,
      voice: .author)
    var seen = Seen()
    let keys = RecordTables.claim
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .id: claim.id = try id(key)
      case .sentence: claim.sentence = try offset(key)
      case .content: claim.content = try object(key) { (scanner) throws(RecordError) in try scanner.passage() }
      case .source: claim.source = try optional(key) { (scanner) throws(RecordError) in try scanner.source() }
      case .cue: claim.cue = try optional(key) { (scanner) throws(RecordError) in try scanner.cue() }
      case .quotation: claim.quotation = try name(key, RecordTables.quotations)
      case .certainty: claim.certainty = try name(key, RecordTables.certainties)
      case .parent: claim.parent = try optionalID(key)
      case .depth: claim.depth = try offset(key)
      case .voice: claim.voice = try name(key, RecordTables.voices)
      case .rule: claim.rule = try optionalString(key)
      default: try reference(key, &claim)
      }
    }
    return claim
  }

  private mutating func reference(
    _ key: AnnotationKeys.Claim, _ claim: inout AnnotationRecord.Claim
  ) throws(RecordError) {
    switch key {
    case .entities: claim.entities = try list(key) { (scanner) throws(RecordError) in try scanner.id() }
    case .dates: claim.dates = try list(key) { (scanner) throws(RecordError) in try scanner.id() }
    case .when: claim.when = try optional(key) { (scanner) throws(RecordError) in try scanner.when() }
    case .said: claim.said = try optional(key) { (scanner) throws(RecordError) in try scanner.when() }
    case .traits:
      claim.traits = try list(key) { (scanner) throws(RecordError) in try scanner.name(RecordTables.traits) }
    default: try skip(key)
    }
  }

  private mutating func passage() throws(RecordError) -> AnnotationRecord.Passage {
    var passage = AnnotationRecord.Passage(spans: [], text: "")
    var seen = Seen()
    let keys = RecordTables.passage
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .spans: passage.spans = try spans(key)
      case .text: passage.text = try string(key)
      }
    }
    return passage
  }

  private mutating func source() throws(RecordError) -> AnnotationRecord.Source {
    var source = AnnotationRecord.Source(
      passage: .init(spans: [], text: ""), kind: .unknown, role: .unknown, isNamed: false)
    var seen = Seen()
    let keys = RecordTables.source
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .spans: source.passage.spans = try spans(key)
      case .text: source.passage.text = try string(key)
      case .entity: source.entity = try optionalID(key)
      case .name: source.name = try optionalString(key)
      case .title: source.title = try optionalString(key)
      case .kind: source.kind = try name(key, RecordTables.sourceKinds)
      case .role: source.role = try name(key, RecordTables.sourceRoles)
      case .named: source.isNamed = try bool(key)
      case .justification:
        source.justification = try optional(key) { (scanner) throws(RecordError) in try scanner.passage() }
      }
    }
    return source
  }

  private mutating func cue() throws(RecordError) -> AnnotationRecord.Cue {
    var cue = AnnotationRecord.Cue(passage: .init(spans: [], text: ""), lemma: "", cueClass: .report)
    var seen = Seen()
    let keys = RecordTables.cue
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .spans: cue.passage.spans = try spans(key)
      case .text: cue.passage.text = try string(key)
      case .lemma: cue.lemma = try string(key)
      case .cueClass: cue.cueClass = try name(key, RecordTables.cueClasses)
      }
    }
    return cue
  }

  private mutating func when() throws(RecordError) -> AnnotationRecord.When {
    var when = AnnotationRecord.When(edtf: "", anchor: .none)
    var seen = Seen()
    let keys = RecordTables.when
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .edtf: when.edtf = try string(key)
      case .anchor: when.anchor = try name(key, RecordTables.anchors)
      case .rule: when.rule = try optionalString(key)
      }
    }
    return when
  }

  private mutating func spans<Key: RecordKey>(_ key: Key) throws(RecordError) -> [CodePointSpan] {
    try list(key) { (scanner) throws(RecordError) in try scanner.pair() }
  }
}
