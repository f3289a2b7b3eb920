extension RecordScanner {
  mutating func record(_ parts: AnnotationReader.Parts) throws(RecordError) -> AnnotationRecord {
    var record = AnnotationRecord(
      id: "", input: .init(path: "", sha256: "", bytes: 0, format: .text, encoding: ""),
      producer: .init(version: "", lexicons: ""), language: "")
    var seen = Seen()
    let keys = RecordTables.record
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .schema: try schema()
      case .id: record.id = try string(key)
      case .input: record.input = try object(key) { (scanner) throws(RecordError) in try scanner.input() }
      case .producer: record.producer = try object(key) { (scanner) throws(RecordError) in try scanner.producer() }
      case .language: record.language = try string(key)
      case .title: record.title = try optionalString(key)
      case .byline: record.byline = try strings(key)
      case .publisher: record.publisher = try optionalString(key)
      case .url: record.url = try optionalString(key)
      case .published: record.published = try optional(key) { (scanner) throws(RecordError) in try scanner.published() }
      default: try layer(key, parts, &record)
      }
    }
    return record
  }

  private mutating func layer(
    _ key: AnnotationKeys.Record, _ parts: AnnotationReader.Parts, _ record: inout AnnotationRecord
  ) throws(RecordError) {
    switch key {
    case .text where parts.contains(.text): record.text = try string(key)
    case .zones where parts.contains(.zones):
      record.zones = try list(key) { (scanner) throws(RecordError) in try scanner.zone() }
    case .sentences where parts.contains(.sentences):
      record.sentences = try list(key) { (scanner) throws(RecordError) in try scanner.sentence() }
    case .tokens where parts.contains(.tokens):
      record.tokens = try list(key) { (scanner) throws(RecordError) in try scanner.token() }
    case .mentions where parts.contains(.mentions):
      record.mentions = try list(key) { (scanner) throws(RecordError) in try scanner.mention() }
    case .entities where parts.contains(.entities):
      record.entities = try list(key) { (scanner) throws(RecordError) in try scanner.entity() }
    case .claims where parts.contains(.claims):
      record.claims = try list(key) { (scanner) throws(RecordError) in try scanner.claim() }
    case .duplicateOf: record.duplicateOf = try string(key)
    case .warnings: record.warnings = try list(key) { (scanner) throws(RecordError) in try scanner.warning() }
    default: try skip(key)
    }
  }

  /// `sayso.annotation/1`; a later minor version would be `sayso.annotation/1.2`.
  private mutating func schema() throws(RecordError) {
    let found = try string(AnnotationKeys.Record.schema)
    if found == AnnotationRecord.schema || found.hasPrefix(AnnotationRecord.schema + ".") { return }
    let isOurs = found.hasPrefix("sayso.annotation/")
    throw RecordError(isOurs ? .otherVersion(found) : .otherRecord(found), path: "schema", offset: json.offset)
  }

  private mutating func input() throws(RecordError) -> AnnotationRecord.Input {
    var input = AnnotationRecord.Input(path: "", sha256: "", bytes: 0, format: .text, encoding: "")
    var seen = Seen()
    let keys = RecordTables.input
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .path: input.path = try string(key)
      case .sha256: input.sha256 = try string(key)
      case .bytes: input.bytes = try int(key)
      case .format: input.format = try name(key, RecordTables.formats)
      case .encoding: input.encoding = try string(key)
      }
    }
    return input
  }

  private mutating func producer() throws(RecordError) -> AnnotationRecord.Producer {
    var producer = AnnotationRecord.Producer(version: "", lexicons: "")
    var seen = Seen()
    let keys = RecordTables.producer
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .name: producer.name = try string(key)
      case .version: producer.version = try string(key)
      case .lexicons: producer.lexicons = try string(key)
      }
    }
    return producer
  }

  private mutating func published() throws(RecordError) -> AnnotationRecord.Published {
    var published = AnnotationRecord.Published(edtf: "", from: .input)
    var seen = Seen()
    let keys = RecordTables.published
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .edtf: published.edtf = try string(key)
      case .from: published.from = try name(key, RecordTables.publishedFrom)
      }
    }
    return published
  }

  private mutating func zone() throws(RecordError) -> AnnotationRecord.Zone {
    var (start, end) = (0, 0)
    var kind = ZoneKind.body
    var seen = Seen()
    let keys = RecordTables.zone
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .start: start = try offset(key)
      case .end: end = try offset(key)
      case .kind: kind = try name(key, RecordTables.zoneKinds)
      }
    }
    return .init(try span(start, end), kind)
  }

  private mutating func sentence() throws(RecordError) -> AnnotationRecord.Sentence {
    var (start, end) = (0, 0)
    var seen = Seen()
    let keys = RecordTables.sentence
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .start: start = try offset(key)
      case .end: end = try offset(key)
      }
    }
    return .init(try span(start, end))
  }

  private mutating func warning() throws(RecordError) -> AnnotationRecord.Warning {
    var warning = AnnotationRecord.Warning(code: "", message: "")
    var seen = Seen()
    let keys = RecordTables.warning
    try beginObject()
    while let key = try nextKey(&seen, keys.table, keys.required) {
      switch key {
      case .code: warning.code = try string(key)
      case .message: warning.message = try string(key)
      }
    }
    return warning
  }

  // MARK: Spans

  /// Ends may not stand before starts.
  @inline(__always)
  func span(_ start: Int, _ end: Int) throws(RecordError) -> CodePointSpan {
    guard start <= end else { throw bad("\(start), \(end)", "a start that is not after its end") }
    return CodePointSpan(start, end)
  }

  /// `[412,489]`
  mutating func pair() throws(RecordError) -> CodePointSpan {
    do throws(JSONError) {
      try json.beginArray()
      let start = try json.nextElement() ? json.int() : -1
      let end = try json.nextElement() ? json.int() : -1
      if start >= 0, end >= start, end <= Int(Int32.max), try !json.nextElement() { return CodePointSpan(start, end) }
    } catch {
      throw failure(error)
    }
    throw bad("something else", "a pair of offsets")
  }

  /// `[0,4,"NOUN"]`
  private mutating func token() throws(RecordError) -> AnnotationRecord.Token {
    let span = try tokenSpan()
    let wordClass = try name(RecordTables.wordClasses)
    do throws(JSONError) {
      if try !json.nextElement() { return .init(span, wordClass) }
    } catch {
      throw failure(error)
    }
    throw bad("something else", "start, end and word class")
  }

  /// The first two elements of a token, up to the third.
  private mutating func tokenSpan() throws(RecordError) -> CodePointSpan {
    do throws(JSONError) {
      try json.beginArray()
      let start = try json.nextElement() ? json.int() : -1
      let end = try json.nextElement() ? json.int() : -1
      if start >= 0, end >= start, end <= Int(Int32.max), try json.nextElement() { return CodePointSpan(start, end) }
    } catch {
      throw failure(error)
    }
    throw bad("something else", "start, end and word class")
  }
}
