import SaysoLexicon
import SaysoRecord
import SaysoText

/// Marks the names of countries in articles of other languages than English, as places.
///
/// "Frankreichs" and "La France" are the entity `place:france`, as in an English article.
struct CountryStage: Stage {
  let name = "countries"
  let requires: Set<LayerKind> = [.tokens, .sentences]
  let provides: Set<LayerKind> = [.mentions]
  let audience = StageAudience.others

  private static let confidence = 90

  private let lexicon: Lexicon
  private let support: any ScriptSupport
  /// The names of each language met so far.
  private var languages: [String: CountryNames] = [:]

  init(_ context: StageContext, support: any ScriptSupport) {
    lexicon = context.lexicon
    self.support = support
  }

  mutating func run(_ article: inout Article) {
    let code = article.metadata.languageCode
    let names =
      languages[code] ?? CountryNames(lexicon, language: code, tokeniser: Tokeniser(support: support))
    languages[code] = names
    for index in article.sentences.indices { read(article.sentences[index].tokens, names, &article) }
  }

  private func read(_ tokens: Range<Int>, _ names: CountryNames, _ article: inout Article) {
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard let name = names.name(at: token, end: tokens.upperBound, article) else {
        token += 1
        continue
      }
      let range = token..<token + name.count
      if !isPerson(range, article) {
        article.mentions.append(
          Mention(
            span: span(range, behind: name.prefix, article), tokens: range, type: .place, entity: -1,
            confidence: Self.confidence,
            evidence: Evidence("country-name", name.entry)))
      }
      token = range.upperBound
    }
  }

  /// The span of tokens without so many code points at its start.
  private func span(_ tokens: Range<Int>, behind prefix: Int, _ article: borrowing Article) -> TextSpan {
    var span = article.tokens.span(tokens)
    article.source.bytes.withUnsafeBufferPointer { bytes in
      for _ in 0..<prefix { span.start += Int32(UTF8Scalar.decode(bytes, at: Int(span.start)).length) }
    }
    return span
  }

  /// "Maurice" before a surname and "Jordan" behind a given name are people.
  private func isPerson(_ range: Range<Int>, _ article: borrowing Article) -> Bool {
    guard range.count == 1 else { return false }
    let (shapes, features) = (article.tokens.shape, article.tokens.features)
    let (before, name, next) = (range.lowerBound - 1, range.lowerBound, range.upperBound)
    if features[name].contains(.givenName), shapes[next].contains(.initialUpper), !shapes[next].contains(.lineStart) {
      return true
    }
    return features[name].contains(.familyName) && shapes[before].contains(.initialUpper)
      && features[before].contains(.givenName)
  }
}
