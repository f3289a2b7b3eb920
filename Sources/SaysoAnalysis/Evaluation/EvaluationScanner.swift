import SaysoRecord

/// Reads one line of gold or predictions: an annotation record, or a simple form. Keys that it does not know are
/// stepped over.
struct EvaluationScanner {
  private var json: JSONScanner
  /// What a line may hold twice, in its full and in its simple form.
  private var mentions: [Mention]?
  private var entities: [Mention]?
  private var simpleTimes: [TimeMark]?
  private var fullClaims: [ClaimMarks]?
  private var simpleClaims: [ClaimMarks]?

  private struct Mention {
    var start: Int?
    var end: Int?
    var type = ""
    var isNominal = false
    var value: String?
    var timex: String?
    var timexType: String?
    var edtf: String?
  }

  private init(_ line: UnsafeBufferPointer<UInt8>) { json = JSONScanner(line) }

  /// - Parameter isGold: the simple form of a layer goes before the full one where a line has both.
  static func read(_ line: UnsafeBufferPointer<UInt8>, isGold: Bool) throws(JSONError) -> EvaluationDocument? {
    var scanner = EvaluationScanner(line)
    return try scanner.document(isGold: isGold)
  }

  /// Nil where the line has no id.
  private mutating func document(isGold: Bool) throws(JSONError) -> EvaluationDocument? {
    var document = EvaluationDocument(id: "")
    var hasID = false
    try object { (scanner, key) throws(JSONError) in
      switch key {
      case "id":
        document.id = try scanner.string() ?? ""
        hasID = true
      case "text": document.text = try scanner.string().map { Array($0.unicodeScalars) }
      case "body": document.body = try scanner.string()
      case "ignore": document.ignored = try scanner.spans()
      case "zones": document.zones = try scanner.zones()
      default: try scanner.layer(key)
      }
    }
    try json.finish()
    settle(&document, isGold: isGold)
    return hasID ? document : nil
  }

  private mutating func layer(_ key: String) throws(JSONError) {
    switch key {
    case "mentions": mentions = try list { (scanner) throws(JSONError) in try scanner.mention() }
    case "entities": entities = try list { (scanner) throws(JSONError) in try scanner.mention() }
    case "times":
      simpleTimes = try list { (scanner) throws(JSONError) in try scanner.mention() }.compactMap(Self.simpleTime)
    case "claims": fullClaims = try list { (scanner) throws(JSONError) in try scanner.claim() }
    case "attributions": simpleClaims = try list { (scanner) throws(JSONError) in try scanner.claim() }
    default: try json.skipValue()
    }
  }

  private func settle(_ document: inout EvaluationDocument, isGold: Bool) {
    let named = mentions ?? entities?.filter { $0.start != nil }
    document.names = named?.compactMap(Self.name)
    let fullTimes = mentions?.compactMap(Self.time)
    document.times = isGold ? simpleTimes ?? fullTimes : fullTimes ?? simpleTimes
    document.claims = isGold ? simpleClaims ?? fullClaims : fullClaims ?? simpleClaims
  }

  // MARK: Mentions

  private mutating func mention() throws(JSONError) -> Mention {
    var mention = Mention()
    try object { (scanner, key) throws(JSONError) in
      switch key {
      case "start": mention.start = try scanner.int()
      case "end": mention.end = try scanner.int()
      case "type": mention.type = try scanner.string() ?? ""
      case "nominal": mention.isNominal = try scanner.json.bool()
      case "value": mention.value = try scanner.string()
      case "timex": mention.timex = try scanner.string()
      case "timexType": mention.timexType = try scanner.string()
      case "edtf": mention.edtf = try scanner.string()
      default: try scanner.json.skipValue()
      }
    }
    return mention
  }

  private static let aliases = [
    "per": "person", "loc": "place", "location": "place", "org": "organization", "gpe": "place",
  ]

  private static func name(_ mention: Mention) -> LabelledSpan? {
    guard let start = mention.start, let end = mention.end, !mention.isNominal else { return nil }
    return LabelledSpan(start, end, aliases[mention.type.lowercased()] ?? mention.type)
  }

  private static func simpleTime(_ mention: Mention) -> TimeMark? {
    guard let start = mention.start, let end = mention.end else { return nil }
    let type = mention.timexType ?? mention.type
    return TimeMark(
      span: LabelledSpan(start, end, type), value: mention.timex ?? mention.value, edtf: mention.edtf)
  }

  private static func time(_ mention: Mention) -> TimeMark? {
    let kind = mention.type.lowercased()
    guard ["date", "time", "duration", "set"].contains(kind), let start = mention.start, let end = mention.end else {
      return nil
    }
    let value = mention.timex ?? mention.value
    let type = mention.timexType ?? (kind == "date" ? TimexSpelling.type(of: value) : kind)
    return TimeMark(span: LabelledSpan(start, end, type.uppercased()), value: value, edtf: mention.edtf)
  }

  // MARK: Claims and zones

  private mutating func claim() throws(JSONError) -> ClaimMarks {
    var claim = ClaimMarks()
    try object { (scanner, key) throws(JSONError) in
      switch key {
      case "id": claim.id = try scanner.string()
      case "parent": claim.parent = try scanner.string()
      case "quotation": claim.quotation = try scanner.string()
      case "source": claim.source = try scanner.role()
      case "cue": claim.cue = try scanner.role()
      case "content": claim.content = try scanner.role()
      default: try scanner.json.skipValue()
      }
    }
    return claim
  }

  /// `{"spans":[[0,4]],…}`, `[[0,4]]` or null.
  private mutating func role() throws(JSONError) -> [Range<Int>] {
    if try json.null() { return [] }
    guard try json.peek() == .object else { return try spans() }
    var found: [Range<Int>] = []
    try object { (scanner, key) throws(JSONError) in
      if key == "spans" { found = try scanner.spans() } else { try scanner.json.skipValue() }
    }
    return found
  }

  /// Pairs of offsets; empty ones are left out.
  private mutating func spans() throws(JSONError) -> [Range<Int>] {
    if try json.null() { return [] }
    return try list { (scanner) throws(JSONError) in
      let at = scanner.json.offset
      var ends: [Int] = []
      try scanner.json.beginArray()
      while try scanner.json.nextElement() { ends.append(try scanner.int()) }
      guard ends.count == 2 else { throw JSONError(offset: at, reason: .expectedArray) }
      return ends[0]..<max(ends[0], ends[1])
    }.filter { !$0.isEmpty }
  }

  private mutating func zones() throws(JSONError) -> [LabelledSpan] {
    try list { (scanner) throws(JSONError) in
      var zone = LabelledSpan(0, 0, "")
      try scanner.object { (scanner, key) throws(JSONError) in
        switch key {
        case "start": zone.start = try scanner.int()
        case "end": zone.end = try scanner.int()
        case "kind": zone.label = try scanner.string() ?? ""
        default: try scanner.json.skipValue()
        }
      }
      return zone
    }
  }

  // MARK: JSON

  private mutating func object(
    _ member: (inout EvaluationScanner, String) throws(JSONError) -> Void
  ) throws(JSONError) {
    try json.beginObject()
    while let key = try json.nextKey() { try member(&self, key.string) }
  }

  private mutating func list<Element>(
    _ element: (inout EvaluationScanner) throws(JSONError) -> Element
  ) throws(JSONError) -> [Element] {
    if try json.null() { return [] }
    var elements: [Element] = []
    try json.beginArray()
    while try json.nextElement() { elements.append(try element(&self)) }
    return elements
  }

  /// A string; a number as it is written; nil for null.
  private mutating func string() throws(JSONError) -> String? {
    switch try json.peek() {
    case .string: return try json.string().string
    case .null:
      _ = try json.null()
      return nil
    default: return String(decoding: try json.encodedValue(), as: UTF8.self)
    }
  }

  private mutating func int() throws(JSONError) -> Int {
    let at = json.offset
    let value = try json.int()
    guard value >= 0, value <= Int(Int32.max) else { throw JSONError(offset: at, reason: .tooLarge) }
    return value
  }
}
