public import SaysoRecord
internal import SaysoText

/// An annotated article made ready for the checks: its title and body alone, with sentences, words, statements and
/// sources. What stands in other zones (furniture, teasers, captions) is not there.
public struct AuditArticle {
  /// A sentence of the title or the body.
  struct Sentence {
    var span: CodePointSpan
    var isTitle: Bool
    /// Number of the paragraph; sentences of an article without text are a paragraph each.
    var paragraph: Int
    /// Its words.
    var words: Range<Int>
    /// Its claims, as indices into the record's.
    var claims: [Int] = []
  }

  public private(set) var record: AnnotationRecord
  /// Nil where the line has no text.
  public let text: AuditText?
  /// By the record's sentence numbers; nil for a sentence of another zone.
  private(set) var sentences: [Sentence?]
  private(set) var words: [AuditWord] = []
  /// Claims of title and body, as indices into the record's, in its order.
  private(set) var claims: [Int] = []
  private(set) var sources = SourceIndex()
  /// Nil for an article without one.
  private(set) var headline: Headline?
  /// Claims that stand in other zones, and so were not looked at.
  public private(set) var skippedClaims = 0

  public init(_ record: AnnotationRecord) {
    self.record = record
    text = record.text.map { AuditText($0) }
    sentences = []
    readSentences()
    for index in record.claims.indices {
      let sentence = record.claims[index].sentence
      guard sentences.indices.contains(sentence), sentences[sentence] != nil else {
        skippedClaims += 1
        continue
      }
      sentences[sentence]?.claims.append(index)
      claims.append(index)
    }
    for index in claims { nameSource(ofClaim: index) }
    sources = SourceIndex(self)
    headline = Headline(self)
  }

  private static let prepositions = WordLists.standard["prepositions"]

  /// "The port engineer of Vessby, Jon Vik": a source whose phrase holds a person's name, behind no preposition, is that
  /// person, also where annotate did not say so.
  private mutating func nameSource(ofClaim index: Int) {
    guard let source = record.claims[index].source, source.entity == nil, !source.isNamed,
      let span = source.passage.span, span.count < 300, let text
    else { return }
    for mention in mentions(in: span)
    where mention.type == .person && !mention.isNominal && mention.span.end <= span.end {
      let before = text.string(
        CodePointSpan(max(Int(span.start), Int(mention.span.start) - 12), Int(mention.span.start)))
      let last = FoldedWords.fold(before).split(separator: " ").last ?? ""
      if Self.prepositions.has(String(last)), !before.contains(",") { continue }
      var named = source
      named.entity = mention.entity
      named.name = mention.entity.flatMap { entity($0)?.name } ?? mention.text
      named.isNamed = true
      if source.kind == .anonymous || source.kind == .unknown { named.kind = .person }
      record.claims[index].source = named
      return
    }
  }

  private mutating func readSentences() {
    var zone = 0
    var reader = AuditWordReader()
    var paragraph = 0
    var last: CodePointSpan?
    for (number, sentence) in record.sentences.enumerated() {
      while zone < record.zones.count, record.zones[zone].span.end <= sentence.span.start { zone += 1 }
      let kind = zone < record.zones.count ? record.zones[zone].kind : .furniture
      guard kind == .title || kind == .body else {
        sentences.append(nil)
        continue
      }
      if isNewParagraph(last, sentence.span) {
        paragraph += 1
        reader.endParagraph()
      }
      last = sentence.span
      let start = reader.words.count
      if let text { reader.read(text.slice(sentence.span), from: Int(sentence.span.start), sentence: number) }
      sentences.append(
        Sentence(
          span: sentence.span, isTitle: kind == .title, paragraph: paragraph, words: start..<reader.words.count))
    }
    words = reader.words
  }

  /// A line ends between the two, and it is not one that was broken to fit a page.
  private func isNewParagraph(_ last: CodePointSpan?, _ next: CodePointSpan) -> Bool {
    guard let last, let text else { return true }
    return last.end <= next.start && text.slice(CodePointSpan(Int(last.end), Int(next.start))).contains(0x0A)
  }

  /// The sentence, where it is one of title or body.
  func sentence(_ number: Int) -> Sentence? { sentences.indices.contains(number) ? sentences[number] : nil }

  func claim(_ index: Int) -> AnnotationRecord.Claim { record.claims[index] }

  /// Whether the claim stands in the title.
  func isTitle(_ claim: AnnotationRecord.Claim) -> Bool { sentence(claim.sentence)?.isTitle ?? false }

  /// The claims of the body.
  var bodyClaims: [AnnotationRecord.Claim] { claims.lazy.map { claim($0) }.filter { !isTitle($0) } }

  /// Numbers of the body's sentences in order.
  var bodySentences: [Int] { sentences.indices.filter { sentences[$0].map { !$0.isTitle } ?? false } }

  /// The text of a sentence; empty without text.
  func string(_ sentence: Sentence) -> String { text?.string(sentence.span) ?? "" }

  /// The words of a sentence.
  func words(of sentence: Sentence) -> ArraySlice<AuditWord> { words[sentence.words] }

  /// The text of a word.
  func string(_ word: AuditWord) -> String { text?.string(word.span) ?? "" }

  /// The named entity with this number.
  func entity(_ id: EntityRef) -> AnnotationRecord.Entity? {
    // Entities are numbered from 1 in their order; a foreign writer may do otherwise.
    let index = Int(id.number) - 1
    if record.entities.indices.contains(index), record.entities[index].id == id { return record.entities[index] }
    return record.entities.first { $0.id == id }
  }

  /// Mentions that start in a span. O(log of the mentions).
  func mentions(in span: CodePointSpan) -> ArraySlice<AnnotationRecord.Mention> {
    let mentions = record.mentions
    func first(from offset: Int32) -> Int {
      var (low, high) = (0, mentions.count)
      while low < high {
        let middle = (low + high) / 2
        if mentions[middle].span.start < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(from: span.start)
    return mentions[start..<max(start, first(from: span.end))]
  }
}
