import SaysoICU
import SaysoLexicon
import SaysoRecord
import SaysoText

@testable import SaysoPipeline

/// Tokens, sentences, word classes and chunks of a text with the project's own word lists, without the other stages.
enum SegmentReading {
  /// The checkout's lists for words and abbreviations, compiled once for all tests.
  static let lexicon: Lexicon? = {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/Lexicons"
    guard let support = try? ICUScriptSupport() else { return nil }
    var store = LexiconStore(support: support)
    return try? store.open(lists: root)
  }()

  /// Runs `read` on the segmented text; nil where the lists can't be opened, which fails the test that asked.
  static func with<Result>(_ text: String, kind: ZoneKind = .body, _ read: (borrowing Article) -> Result) -> Result? {
    guard let lexicon, let support = try? ICUScriptSupport() else { return nil }
    let context = StageContext(SharedTables(lexicon))
    var article = Article()
    article.reset(source: SourceText(text), metadata: ArticleMetadata())
    var tokens = TokenStage(context, support: support)
    tokens.run(&article)
    if article.tokens.count > 0 {
      let all = 0..<article.tokens.count
      article.zones.append(Zone(span: article.tokens.span(all), kind: kind, rule: "test", tokens: all))
    }
    var segment = SegmentStage(context)
    segment.run(&article)
    return read(article)
  }

  /// The sentences of a text, one string each.
  static func sentences(_ text: String) -> [String] {
    with(text) { article in article.sentences.map { article.source.string($0.span) } } ?? ["no lexicon"]
  }

  /// "word/TAG" for every token, with single spaces.
  static func tagged(_ text: String) -> String {
    with(text) { article in
      (0..<article.tokens.count).map {
        article.source.string(article.tokens.span($0)) + "/" + article.tokens.tag[$0].label
      }.joined(separator: " ")
    } ?? "no lexicon"
  }

  /// The text's tokens with noun phrases in brackets and verb groups in braces.
  static func chunked(_ text: String) -> String {
    with(text) { article in
      var marks = [String](repeating: "", count: article.tokens.count)
      for token in marks.indices { marks[token] = article.source.string(article.tokens.span(token)) }
      for chunk in article.chunks {
        let isNoun = chunk.kind == .nounPhrase
        marks[Int(chunk.tokens.lowerBound)] = (isNoun ? "[" : "{") + marks[Int(chunk.tokens.lowerBound)]
        marks[Int(chunk.tokens.upperBound) - 1] += isNoun ? "]" : "}"
      }
      return marks.joined(separator: " ")
    } ?? "no lexicon"
  }

  /// The flags and the head's base form of the first verb group.
  static func verbGroup(_ text: String) -> (lemma: String, flags: ChunkFlags)? {
    with(text) { article -> (lemma: String, flags: ChunkFlags)? in
      guard let lexicon, let group = article.chunks.first(where: { $0.kind == .verbGroup }) else { return nil }
      return (lexicon.spelling(article.tokens.lemma[Int(group.head)]), group.flags)
    } ?? nil
  }
}
