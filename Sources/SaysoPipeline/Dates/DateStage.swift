import SaysoLexicon
import SaysoRecord
import SaysoText

/// Finds and resolves dates, times, durations and sets; reads the publication date from the page where the input gives
/// none.
struct DateStage: Stage {
  let name = "date"
  let requires: Set<LayerKind> = [.tokens, .lines, .zones, .sentences, .wordClasses]
  let provides: Set<LayerKind> = [.dates]

  private let lexicon: Lexicon
  private let support: any ScriptSupport
  /// The grammar with the words of each language met so far.
  private var languages: [String: DateLanguage] = [:]
  private var words: [UInt16] = []

  init(_ context: StageContext, support: any ScriptSupport) {
    lexicon = context.lexicon
    self.support = support
    languages["en"] = context.shared.dates
  }

  mutating func run(_ article: inout Article) {
    let code = article.metadata.languageCode
    // Taken out and put back, so that the finder is changed in place.
    var language = languages.removeValue(forKey: code) ?? open(code)
    run(&language, &article)
    languages[code] = language
  }

  /// The words of a language other than English; none where the lexicons have no list for it, which leaves dates in
  /// figures.
  private func open(_ code: String) -> DateLanguage {
    DateLanguage(DateVocabulary(lexicon, language: code, tokeniser: Tokeniser(support: support)), dayFirst: true)
  }

  private mutating func run(_ language: inout DateLanguage, _ article: inout Article) {
    let count = article.tokens.count
    words.removeAll(keepingCapacity: true)
    words.reserveCapacity(count)
    for token in 0..<count { words.append(language.table.number(article.tokens.hash[token])) }
    let source = article.source
    source.bytes.withUnsafeBufferPointer { bytes in
      words.withUnsafeBufferPointer { words in
        let tokens = DateTokens(
          bytes: bytes, starts: article.tokens.start.buffer, ends: article.tokens.end.buffer, words: words)
        find(tokens, &language, &article)
      }
    }
  }

  private func find(_ tokens: DateTokens, _ language: inout DateLanguage, _ article: inout Article) {
    let sentences = article.tokens.sentence
    let shapes = article.tokens.shape
    let table = language.table
    // "Aug. 7" is never two sentences.
    let starts = { (token: Int) in
      shapes[token].contains(.paragraphStart)
        || sentences[token] != sentences[token - 1] && !table.isAbbreviation(before: token, tokens)
    }
    language.finder.scan(tokens, starts: starts)
    let page = readPublication(language.finder.found, &article)
    let reader = TenseReader(tokens: tokens, table: table, tags: article.tokens.tag, starts: starts)
    let reference = article.metadata.published.flatMap(CivilDate.init)
    language.finder.resolve(tokens, reference: reference, page: page, tense: reader.tense)
    for (found, timex) in zip(language.finder.found, language.finder.resolved) {
      guard let timex else { continue }
      article.dates.append(DateMention(found, timex, rule: language.finder.rule(found)))
    }
  }

  /// Fills in the publication date where the input has none; returns the page's latest date where that is all there is.
  private func readPublication(_ found: [FoundDate], _ article: inout Article) -> CivilDate? {
    guard article.metadata.published == nil else { return nil }
    let publication = PublicationDate(article, found)
    if let day = publication.day {
      let published = CalendarDate(year: day.year, month: day.month, day: day.day)
      article.updateMetadata {
        $0.published = published
        $0.publishedEDTF = published.edtf
        $0.publishedFrom = .dateline
      }
      return nil
    }
    guard let latest = publication.latest else { return readFetching(&article) }
    var text = DateText()
    text.addEDTF(DateValue(.month, year: latest.year, part: latest.month), mark: "~")
    article.updateMetadata {
      $0.publishedEDTF = text.string
      $0.publishedFrom = .page
    }
    return latest
  }

  /// The day of a crawl bounds the publication from above; returns it.
  private func readFetching(_ article: inout Article) -> CivilDate? {
    guard article.metadata.publishedEDTF == nil, let fetched = article.metadata.fetched else { return nil }
    article.updateMetadata {
      $0.publishedEDTF = "../" + fetched.edtf
      $0.publishedFrom = .page
    }
    return CivilDate(fetched)
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

/// The grammar with one language's words.
struct DateLanguage: Sendable {
  let table: DateTable
  var finder: DateFinder

  init(_ vocabulary: DateVocabulary, dayFirst: Bool) {
    table = DateTable(vocabulary, dayFirst: dayFirst)
    finder = DateFinder(table)
  }
}

extension DateVocabulary {
  /// The words of English: every list "dates/…".
  init(_ lexicon: Lexicon) {
    self.init()
    for entry in Self.entries(lexicon, "dates/") {
      guard let word = DateWord(name: entry.name, kind: entry.kind, attributes: entry.attribute) else { continue }
      add(word, name: entry.name)
    }
  }

  /// The words of another language: every list "fr/dates/…". Names are split and folded as the article's text is.
  init(_ lexicon: Lexicon, language: String, tokeniser: Tokeniser) {
    self.init()
    for entry in Self.entries(lexicon, language + "/dates/") {
      if entry.kind == "calendar" { yearShift = entry.attribute("value").flatMap { Int($0) } ?? 0 }
      guard let word = DateWord(name: entry.name, kind: entry.kind, attributes: entry.attribute) else { continue }
      let isAbbreviation = DateWord.isAbbreviation(entry.name)
      let name = isAbbreviation ? String(entry.name.dropLast()) : entry.name
      add(word, tokens: tokeniser.tokens(of: name).map(\.folded), isAbbreviation: isAbbreviation)
    }
  }

  private static func entries(_ lexicon: Lexicon, _ prefix: String) -> [LexiconEntry] {
    lexicon.lists.filter { $0.name.hasPrefix(prefix) }.flatMap { lexicon.entries(inList: $0.name) }
  }
}
