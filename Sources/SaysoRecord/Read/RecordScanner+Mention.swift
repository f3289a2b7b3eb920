extension RecordScanner {
  mutating func mention() throws(RecordError) -> AnnotationRecord.Mention {
    var mention = AnnotationRecord.Mention(
      id: MentionID(0), span: CodePointSpan(0, 0), text: "", type: .person, rule: "")
    var (start, end) = (0, 0)
    var date = AnnotationRecord.DateValue(timex: "", type: .date, edtf: nil, anchor: .none)
    var seen = Seen()
    let keys = RecordTables.mention
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .id: mention.id = try id(key)
      case .start: start = try offset(key)
      case .end: end = try offset(key)
      case .text: mention.text = try string(key)
      case .type: mention.type = try name(key, RecordTables.mentionTypes)
      case .entity: mention.entity = try optionalID(key)
      case .rule: mention.rule = try string(key)
      case .lexicon: mention.lexicon = try optionalString(key)
      case .confidence: mention.confidence = try hundredths(key)
      case .nominal: mention.isNominal = try bool(key)
      case .metonym: mention.isMetonym = try bool(key)
      default: try dateField(key, &date)
      }
    }
    mention.span = try span(start, end)
    if mention.type == .date { mention.date = try checked(date, seen) }
    return mention
  }

  private mutating func dateField(
    _ key: AnnotationKeys.Mention, _ date: inout AnnotationRecord.DateValue
  ) throws(RecordError) {
    switch key {
    case .timex: date.timex = try string(key)
    case .timexType: date.type = try name(key, RecordTables.timexTypes)
    case .mod: date.mod = try optionalString(key)
    case .quant: date.quant = try optionalString(key)
    case .freq: date.freq = try optionalString(key)
    case .edtf: date.edtf = try optionalString(key)
    case .anchor: date.anchor = try name(key, RecordTables.anchors)
    default: try skip(key)
    }
  }

  /// A date must have its value.
  private func checked(
    _ date: AnnotationRecord.DateValue, _ seen: Seen
  ) throws(RecordError) -> AnnotationRecord.DateValue {
    for key in [AnnotationKeys.Mention.timex, .timexType, .anchor] {
      let index = AnnotationKeys.Mention.allCases.firstIndex(of: key) ?? 0
      if seen.bits & (1 << UInt32(index)) == 0 {
        throw RecordError(.missingKey, path: key.rawValue, offset: json.offset)
      }
    }
    return date
  }

  mutating func entity() throws(RecordError) -> AnnotationRecord.Entity {
    var entity = AnnotationRecord.Entity(id: EntityRef(0), name: "", type: .person, key: "", mentions: [])
    var seen = Seen()
    let keys = RecordTables.entity
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .id: entity.id = try id(key)
      case .name: entity.name = try string(key)
      case .type: entity.type = try name(key, RecordTables.mentionTypes)
      case .key: entity.key = try string(key)
      case .mentions: entity.mentions = try list(key) { (scanner) throws(RecordError) in try scanner.id() }
      case .kinds: entity.kinds = try strings(key)
      case .country: entity.country = try optionalString(key)
      case .gender: entity.gender = try name(key, RecordTables.genders)
      case .lat: entity.latitude = try millionths(key)
      case .lon: entity.longitude = try millionths(key)
      }
    }
    return entity
  }
}
