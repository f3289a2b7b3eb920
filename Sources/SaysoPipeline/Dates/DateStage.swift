import SaysoLexicon
import SaysoRecord
import SaysoText

/// Finds and resolves dates, times, durations and sets; reads the publication date from the page where the input gives none.
struct DateStage: Stage {
  let name = "date"
  let requires: Set<LayerKind> = [.tokens, .lines, .zones, .sentences, .wordClasses]
  let provides: Set<LayerKind> = [.dates]

  private let table: DateTable
  private var finder: DateFinder
  private var words: [UInt16] = []

  init(_ context: StageContext) {
    table = DateTable(DateVocabulary(context.lexicon))
    finder = DateFinder(table)
  }

  mutating func run(_ article: inout Article) {
    let count = article.tokens.count
    words.removeAll(keepingCapacity: true)
    words.reserveCapacity(count)
    for token in 0..<count { words.append(table.number(article.tokens.hash[token])) }
    let source = article.source
    source.bytes.withUnsafeBufferPointer { bytes in
      words.withUnsafeBufferPointer { words in
        let tokens = DateTokens(
          bytes: bytes, starts: article.tokens.start.buffer, ends: article.tokens.end.buffer, words: words)
        find(tokens, &article)
      }
    }
  }

  private mutating func find(_ tokens: DateTokens, _ article: inout Article) {
    let sentences = article.tokens.sentence
    let shapes = article.tokens.shape
    let table = table
    // "Aug. 7" is never two sentences.
    let starts = { (token: Int) in
      shapes[token].contains(.paragraphStart)
        || sentences[token] != sentences[token - 1] && !table.isAbbreviation(before: token, tokens)
    }
    finder.scan(tokens, starts: starts)
    let page = readPublication(&article)
    let reader = TenseReader(tokens: tokens, table: table, tags: article.tokens.tag, starts: starts)
    let reference = article.metadata.published.flatMap(CivilDate.init)
    finder.resolve(tokens, reference: reference, page: page) { reader.tense(around: $0.tokens) }
    for (found, timex) in zip(finder.found, finder.resolved) {
      guard let timex else { continue }
      article.dates.append(DateMention(found, timex, rule: finder.rule(found)))
    }
  }

  /// Fills in the publication date where the input has none; returns the page's latest date where that is all there is.
  private func readPublication(_ article: inout Article) -> CivilDate? {
    guard article.metadata.published == nil else { return nil }
    let publication = PublicationDate(article, finder.found)
    if let day = publication.day {
      article.updateMetadata {
        $0.published = CalendarDate(year: day.year, month: day.month, day: day.day)
        $0.publishedFrom = .dateline
      }
      return nil
    }
    guard let latest = publication.latest else { return nil }
    var text = DateText()
    text.addEDTF(DateValue(.month, year: latest.year, part: latest.month), mark: "~")
    article.updateMetadata {
      $0.publishedEDTF = text.string
      $0.publishedFrom = .page
    }
    return latest
  }
}

extension CivilDate {
  fileprivate init?(_ date: CalendarDate) {
    self.init(Int(date.year), Int(date.month), Int(date.day))
  }
}

extension DateMention {
  fileprivate init(_ found: FoundDate, _ timex: Timex, rule: StaticString) {
    self.init(
      span: found.span, tokens: found.tokens, type: timex.type, timex: timex.timexValue, edtf: timex.edtf,
      mod: timex.modifier == .none ? nil : timex.modifier.timex,
      quant: timex.quantifier == .none ? nil : timex.quantifier.timex,
      freq: timex.frequency > 0 ? "\(timex.frequency)X" : nil, anchor: timex.anchor, evidence: Evidence(rule))
  }
}

extension DateVocabulary {
  /// The words of every list below `dates/`.
  init(_ lexicon: Lexicon) {
    self.init()
    for (name, _) in lexicon.lists where name.hasPrefix("dates/") || name.contains("/dates/") {
      for entry in lexicon.entries(inList: name) {
        guard let word = DateWord(name: entry.name, kind: entry.kind, attributes: entry.attribute) else { continue }
        add(word, name: entry.name)
      }
    }
  }
}
