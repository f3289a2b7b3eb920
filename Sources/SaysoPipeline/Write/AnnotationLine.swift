import SaysoLexicon
import SaysoRecord
import SaysoText

/// One annotation line while it is written: the offsets, and the order in which mentions and dates share numbers.
struct AnnotationLine: ~Copyable {
  let source: SourceText
  let lexicon: Lexicon
  private let metadata: ArticleMetadata
  private let zones: [Zone]
  private let sentences: [Sentence]
  private let mentions: [Mention]
  private let dates: [DateMention]
  private let entities: [Entity]
  private let claims: [Claim]
  private let warnings: [ArticleWarning]
  private let tokenStart: Column<Int32>
  private let tokenEnd: Column<Int32>
  private let tokenTag: Column<WordTag>
  private let tokenSentence: Column<Int32>
  private let tokenWord: Column<WordID>
  private let tokenLemma: Column<WordID>
  private var points: CodePointCursor
  /// Mentions and dates in output order.
  private var order: [Numbered] = []
  /// Output numbers of mentions and of dates.
  private var mentionNumber: [Int]
  private var dateNumber: [Int]

  private struct Numbered {
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
    json.key("claims")
    json.beginArray()
    for index in claims.indices { writeClaim(index, &json) }
    json.endArray()
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
    for zone in zones {
      json.beginObject()
      range(zone.span, &json)
      json.field("kind", zone.kind.rawValue)
      json.endObject()
    }
    json.endArray()
    json.key("sentences")
    json.beginArray()
    for sentence in sentences {
      json.beginObject()
      range(sentence.span, &json)
      json.endObject()
    }
    json.endArray()
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
    json.key("mentions")
    json.beginArray()
    for (number, item) in order.enumerated() {
      json.beginObject()
      json.key("id")
      json.identifier("m", number + 1)
      range(item.span, &json)
      text(item.span, &json)
      if item.isDate { writeDate(dates[item.index], &json) } else { writeMention(mentions[item.index], &json) }
      json.endObject()
    }
    json.endArray()
  }

  private func writeMention(_ mention: Mention, _ json: inout JSONByteWriter) {
    json.field("type", mention.type.rawValue)
    if mention.entity >= 0 {
      json.key("entity")
      json.identifier("e", mention.entity + 1)
    }
    evidence(mention.evidence, &json)
    json.key("confidence")
    json.hundredths(mention.confidence)
    if mention.isNominal {
      json.key("nominal")
      json.bool(true)
    }
    if mention.isMetonym {
      json.key("metonym")
      json.bool(true)
    }
  }

  private func writeDate(_ date: DateMention, _ json: inout JSONByteWriter) {
    json.field("type", "date")
    evidence(date.evidence, &json)
    json.field("timex", date.timex)
    json.field("timexType", date.type.rawValue)
    if let mod = date.mod { json.field("mod", mod) }
    if let quant = date.quant { json.field("quant", quant) }
    if let freq = date.freq { json.field("freq", freq) }
    if let edtf = date.edtf { json.field("edtf", edtf) }
    json.field("anchor", date.anchor.rawValue)
  }

  private func evidence(_ evidence: Evidence, _ json: inout JSONByteWriter) {
    json.key("rule")
    json.string(evidence.rule)
    if let entry = evidence.entry { json.field("lexicon", lexicon.entry(entry).origin) }
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
      json.endObject()
    }
    json.endArray()
  }

  // MARK: Claims

  private mutating func writeClaim(_ index: Int, _ json: inout JSONByteWriter) {
    let claim = claims[index]
    json.beginObject()
    json.key("id")
    json.identifier("c", index + 1)
    json.key("sentence")
    json.int(claim.sentence)
    json.key("content")
    json.beginObject()
    spans(claim.content, &json)
    json.endObject()
    writeSource(claim.source, &json)
    writeCue(claim.cue, &json)
    json.field("quotation", claim.quotation.rawValue)
    json.field("certainty", claim.certainty.rawValue)
    json.key("parent")
    if claim.parent >= 0 { json.identifier("c", claim.parent + 1) } else { json.null() }
    json.key("depth")
    json.int(claim.depth)
    writeReferences(claim, &json)
    json.field("voice", claim.voice.rawValue)
    json.key("rule")
    json.string(claim.evidence.rule)
    json.endObject()
  }

  private func writeReferences(_ claim: Claim, _ json: inout JSONByteWriter) {
    json.key("entities")
    json.beginArray()
    for entity in claim.entities { json.identifier("e", entity + 1) }
    json.endArray()
    json.key("dates")
    json.beginArray()
    for date in claim.dates where dateNumber.indices.contains(date) { json.identifier("m", dateNumber[date]) }
    json.endArray()
    json.key("when")
    time(claim.when, withRule: true, &json)
    json.key("said")
    time(claim.said, withRule: false, &json)
    json.key("traits")
    json.beginArray()
    for trait in claim.traits { json.string(trait.rawValue) }
    json.endArray()
  }

  private func time(_ when: Claim.When?, withRule: Bool, _ json: inout JSONByteWriter) {
    guard let when else { return json.null() }
    json.beginObject()
    json.field("edtf", when.edtf)
    json.field("anchor", when.anchor.rawValue)
    if withRule {
      json.key("rule")
      json.string(when.rule)
    }
    json.endObject()
  }

  private mutating func writeSource(_ claimSource: Claim.Source?, _ json: inout JSONByteWriter) {
    json.key("source")
    guard let claimSource else { return json.null() }
    json.beginObject()
    spans(claimSource.spans, &json)
    json.key("entity")
    if claimSource.entity >= 0 { json.identifier("e", claimSource.entity + 1) } else { json.null() }
    json.optional("name", claimSource.name)
    json.optional("title", claimSource.title.map { source.string($0) })
    json.field("kind", claimSource.kind.rawValue)
    json.field("role", claimSource.role.rawValue)
    json.key("named")
    json.bool(claimSource.isNamed)
    json.key("justification")
    if let justification = claimSource.justification {
      json.beginObject()
      text(justification, &json)
      json.key("spans")
      json.beginArray()
      pair(justification, &json)
      json.endArray()
      json.endObject()
    } else {
      json.null()
    }
    json.endObject()
  }

  private mutating func writeCue(_ cue: Claim.Cue?, _ json: inout JSONByteWriter) {
    json.key("cue")
    guard let cue else { return json.null() }
    json.beginObject()
    spans(cue.spans, &json)
    json.field("lemma", cue.lemma)
    json.field("class", cue.cueClass.rawValue)
    json.endObject()
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

  private mutating func range(_ span: TextSpan, _ json: inout JSONByteWriter) {
    json.key("start")
    json.int(points.offset(span.start))
    json.key("end")
    json.int(points.offset(span.end))
  }

  private mutating func pair(_ span: TextSpan, _ json: inout JSONByteWriter) {
    json.beginArray()
    json.int(points.offset(span.start))
    json.int(points.offset(span.end))
    json.endArray()
  }

  private func text(_ span: TextSpan, _ json: inout JSONByteWriter) {
    json.key("text")
    let range = source.clamped(span)
    source.bytes.withUnsafeBufferPointer { json.string(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// `"spans":[[s,e],…],"text":"…"`; the pieces of a split span are joined by " … ".
  private mutating func spans(_ spans: [TextSpan], _ json: inout JSONByteWriter) {
    json.key("spans")
    json.beginArray()
    for span in spans { pair(span, &json) }
    json.endArray()
    if spans.count == 1, let only = spans.first {
      text(only, &json)
    } else {
      json.field("text", spans.map { source.string($0) }.joined(separator: " … "))
    }
  }
}
