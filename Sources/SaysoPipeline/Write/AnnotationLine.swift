import SaysoLexicon
import SaysoRecord
import SaysoText

/// One annotation line while it is written: the offsets, and the order in which mentions and dates share numbers.
struct AnnotationLine: ~Copyable {
  let source: SourceText
  let lexicon: Lexicon
  let metadata: ArticleMetadata
  let zones: [Zone]
  let sentences: [Sentence]
  let mentions: [Mention]
  let dates: [DateMention]
  let entities: [Entity]
  let claims: [Claim]
  let warnings: [ArticleWarning]
  let tokenStart: Column<Int32>
  let tokenEnd: Column<Int32>
  let tokenTag: Column<WordTag>
  let tokenSentence: Column<Int32>
  let tokenWord: Column<WordID>
  let tokenLemma: Column<WordID>
  var points: CodePointCursor
  /// Mentions and dates in output order.
  var order: [Numbered] = []
  /// Output numbers of mentions and of dates.
  var mentionNumber: [Int]
  var dateNumber: [Int]

  struct Numbered {
    var span: TextSpan
    var isDate: Bool
    var index: Int
  }

  init(article: borrowing Article, lexicon: Lexicon) {
    self.lexicon = lexicon
    source = article.source
    metadata = article.metadata
    zones = article.zones
    sentences = article.sentences
    mentions = article.mentions
    dates = article.dates
    entities = article.entities
    claims = article.claims
    warnings = article.warnings
    tokenStart = article.tokens.start
    tokenEnd = article.tokens.end
    tokenTag = article.tokens.tag
    tokenSentence = article.tokens.sentence
    tokenWord = article.tokens.word
    tokenLemma = article.tokens.lemma
    points = CodePointCursor(article.source)
    mentionNumber = [Int](repeating: 0, count: article.mentions.count)
    dateNumber = [Int](repeating: 0, count: article.dates.count)
    numberMentions()
  }

  /// Merges names and dates into one order: by start, the longer first.
  private mutating func numberMentions() {
    order.reserveCapacity(mentions.count + dates.count)
    for index in mentions.indices { order.append(Numbered(span: mentions[index].span, isDate: false, index: index)) }
    for index in dates.indices { order.append(Numbered(span: dates[index].span, isDate: true, index: index)) }
    order.sort { $0.span != $1.span ? $0.span < $1.span : !$0.isDate && $1.isDate }
    for (number, item) in order.enumerated() {
      if item.isDate { dateNumber[item.index] = number + 1 } else { mentionNumber[item.index] = number + 1 }
    }
  }

  mutating func write(
    input: AnnotationWriter.InputFields, options: AnnotationWriter.Options, to json: inout JSONByteWriter
  ) {
    json.beginObject()
    json.key("schema")
    json.string("sayso.annotation/1")
    json.key("id")
    json.string(metadata.id)
    writeInput(input, &json)
    writeMetadata(&json)
    if options.includesText {
      json.key("text")
      source.bytes.withUnsafeBufferPointer { json.string($0) }
    }
    writeZones(&json)
    if options.includesTokens { writeTokens(&json) }
    writeMentions(&json)
    writeEntities(&json)
    writeClaims(&json)
    writeWarnings(&json)
    json.endObject()
    json.endLine()
  }

  private func writeInput(_ input: AnnotationWriter.InputFields, _ json: inout JSONByteWriter) {
    json.key("input")
    json.beginObject()
    json.key("path")
    json.string(input.path)
    json.key("sha256")
    json.string(input.sha256)
    json.key("bytes")
    json.int(input.bytes)
    json.key("format")
    json.string(input.format)
    json.key("encoding")
    json.string(input.encoding)
    json.endObject()
    json.key("producer")
    json.beginObject()
    json.key("name")
    json.string("sayso")
    json.key("version")
    json.string(Sayso.version)
    json.key("lexicons")
    json.string(lexicon.contentHash)
    json.endObject()
  }

  private func writeMetadata(_ json: inout JSONByteWriter) {
    json.key("language")
    json.string(metadata.language)
    if let title = metadata.title { json.field("title", title) }
    if !metadata.byline.isEmpty {
      json.key("byline")
      json.beginArray()
      for name in metadata.byline { json.string(name) }
      json.endArray()
    }
    if let publisher = metadata.publisher { json.field("publisher", publisher) }
    if let url = metadata.url { json.field("url", url) }
    if let edtf = metadata.publishedEDTF {
      json.key("published")
      json.beginObject()
      json.field("edtf", edtf)
      json.field("from", (metadata.publishedFrom ?? .input).rawValue)
      json.endObject()
    }
  }

  private mutating func writeZones(_ json: inout JSONByteWriter) {
    json.key("zones")
    json.beginArray()
    for (index, zone) in zones.enumerated() {
      json.raw(index == 0 ? "{" : ",{")
      range(zone.span, &json)
      json.raw(#","kind":"#)
      json.string(zone.kind.rawValue)
      json.raw("}")
    }
    json.raw(#"],"sentences":["#)
    for (index, sentence) in sentences.enumerated() {
      json.raw(index == 0 ? "{" : ",{")
      range(sentence.span, &json)
      json.raw("}")
    }
    json.raw("]")
  }

  private mutating func writeTokens(_ json: inout JSONByteWriter) {
    json.key("tokens")
    json.beginArray()
    for token in 0..<tokenStart.count where tokenSentence[token] >= 0 {
      json.beginArray()
      json.int(points.offset(tokenStart[token]))
      json.int(points.offset(tokenEnd[token]))
      json.string(UniversalTag.label(at: token, tokenTag, tokenWord, tokenLemma))
      json.endArray()
    }
    json.endArray()
  }

  private mutating func writeMentions(_ json: inout JSONByteWriter) {
    json.raw(#","mentions":["#)
    for (index, item) in order.enumerated() {
      json.raw(index == 0 ? #"{"id":"m"# : #",{"id":"m"#)
      json.int(index + 1)
      json.raw(#"","#)
      range(item.span, &json)
      json.raw(#","text":"#)
      text(item.span, &json)
      if item.isDate { writeDate(dates[item.index], &json) } else { writeMention(mentions[item.index], &json) }
      json.endObject()
    }
    json.raw("]")
  }

  private func writeMention(_ mention: Mention, _ json: inout JSONByteWriter) {
    json.raw(#","type":"#)
    json.string(mention.type.rawValue)
    if mention.entity >= 0 {
      json.raw(#","entity":"e"#)
      json.int(mention.entity + 1)
      json.raw(#"""#)
    }
    evidence(mention.evidence, &json)
    json.raw(#","confidence":"#)
    json.hundredths(mention.confidence)
    if mention.isNominal { json.raw(#","nominal":true"#) }
    if mention.isMetonym { json.raw(#","metonym":true"#) }
  }

  private func writeDate(_ date: DateMention, _ json: inout JSONByteWriter) {
    json.raw(#","type":"date""#)
    evidence(date.evidence, &json)
    json.field("timex", date.timex)
    json.field("timexType", date.type.rawValue)
    if let mod = date.mod { json.field("mod", mod) }
    if let quant = date.quant { json.field("quant", quant) }
    if let freq = date.freq { json.field("freq", freq) }
    if let edtf = date.edtf { json.field("edtf", edtf) }
    json.field("anchor", date.anchor.rawValue)
  }

  /// The rule and the lexicon line behind a mark, with the comma before them.
  private func evidence(_ evidence: Evidence, _ json: inout JSONByteWriter) {
    json.raw(#","rule":"#)
    json.string(evidence.rule)
    guard let entry = evidence.entry else { return }
    json.raw(#","lexicon":"#)
    lexicon.withOrigin(entry) { json.string($0, colon: $1) }
  }

  private func writeEntities(_ json: inout JSONByteWriter) {
    json.key("entities")
    json.beginArray()
    for (index, entity) in entities.enumerated() {
      json.beginObject()
      json.key("id")
      json.identifier("e", index + 1)
      json.field("name", entity.name)
      json.field("type", entity.type.rawValue)
      json.field("key", entity.key)
      json.key("mentions")
      json.beginArray()
      for number in entity.mentions.map({ mentionNumber[$0] }).sorted() { json.identifier("m", number) }
      json.endArray()
      if !entity.kinds.isEmpty {
        json.key("kinds")
        json.beginArray()
        for kind in entity.kinds { json.string(kind) }
        json.endArray()
      }
      if let country = entity.country { json.field("country", country) }
      switch entity.gender {
      case .female: json.field("gender", "f")
      case .male: json.field("gender", "m")
      case .unknown: break
      }
      entity.coordinates?.write(to: &json)
      json.endObject()
    }
    json.endArray()
  }

  private func writeWarnings(_ json: inout JSONByteWriter) {
    json.key("warnings")
    json.beginArray()
    for warning in warnings {
      json.beginObject()
      json.field("code", warning.code)
      json.field("message", warning.message)
      json.endObject()
    }
    json.endArray()
  }

  // MARK: Spans

  /// `"start":s,"end":e`.
  mutating func range(_ span: TextSpan, _ json: inout JSONByteWriter) {
    json.raw(#""start":"#)
    json.int(points.offset(span.start))
    json.raw(#","end":"#)
    json.int(points.offset(span.end))
  }

  /// `[s,e]`.
  mutating func pair(_ span: TextSpan, _ json: inout JSONByteWriter) {
    json.raw("[")
    json.int(points.offset(span.start))
    json.raw(",")
    json.int(points.offset(span.end))
    json.raw("]")
  }

  /// The text of a span as a string.
  func text(_ span: TextSpan, _ json: inout JSONByteWriter) {
    let range = source.clamped(span)
    source.bytes.withUnsafeBufferPointer { json.string(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
