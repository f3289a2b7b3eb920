import SaysoLexicon
import SaysoRecord
import SaysoText

/// Finds and resolves dates, times, durations and sets.
struct DateStage: Stage {
  let name = "date"
  let requires: Set<LayerKind> = [.tokens, .sentences]
  let provides: Set<LayerKind> = [.dates]

  private let vocabulary: DateVocabulary
  private var scanner: DateScanner
  private var words: [UInt16] = []

  init(_ context: StageContext) {
    vocabulary = DateVocabulary(context.lexicon)
    scanner = DateScanner(vocabulary: vocabulary, grammar: .standard)
  }

  mutating func run(_ article: inout Article) {
    let count = article.tokens.count
    words.removeAll(keepingCapacity: true)
    words.reserveCapacity(count)
    for token in 0..<count { words.append(vocabulary.number(article.tokens.hash[token])) }
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
    let starts = { (token: Int) in
      sentences[token] != sentences[token - 1] || shapes[token].contains(.paragraphStart)
    }
    scanner.scan(tokens, starts: starts)
    let reader = TenseReader(tokens: tokens, vocabulary: vocabulary, starts: starts)
    var resolver = DateResolver(reference: article.metadata.published.flatMap(CivilDate.init))
    for found in scanner.found {
      let tense = found.tenseByNeighbours ?? reader.tense(around: found.tokens)
      guard let timex = resolver.resolve(found.expression, tense: tense) else { continue }
      article.dates.append(DateMention(found, timex, rule: scanner.grammar.rules[found.rule].id))
    }
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
      span: found.span, tokens: found.tokens, type: TimexType(rawValue: timex.typeName) ?? .date,
      timex: timex.timexValue, edtf: timex.edtf, mod: timex.modifier == .none ? nil : timex.modifier.timex,
      quant: timex.quantifier == .none ? nil : timex.quantifier.timex,
      freq: timex.frequency > 0 ? "\(timex.frequency)X" : nil,
      anchor: Anchor(rawValue: timex.anchor.name) ?? .none, evidence: Evidence(rule))
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
