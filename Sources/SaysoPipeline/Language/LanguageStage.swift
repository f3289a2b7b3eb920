import SaysoLexicon
import SaysoRecord
import SaysoText

/// Says which language an article is in, marks that language's commonest words, and warns of what is not done for it.
///
/// What the command line says holds. Else the text decides where it tells clearly: templates of pages declare "en"
/// whatever they hold. Else the page or the record is believed, and last comes English.
struct LanguageStage: Stage {
  let name = "language"
  let requires: Set<LayerKind> = [.tokens, .lines]
  let provides: Set<LayerKind> = []

  private let lexicon: Lexicon
  private let support: any ScriptSupport
  /// Made when the first text comes that is not plainly English.
  private var made: LanguageProfiles?

  init(_ context: StageContext, support: any ScriptSupport) {
    lexicon = context.lexicon
    self.support = support
  }

  mutating func run(_ article: inout Article) {
    let found = find(article)
    article.updateMetadata {
      $0.language = found.tag
      $0.languageFrom = found.from
    }
    guard !article.metadata.isEnglish else { return }
    let profiles = profiles()
    markFunctionWords(of: article.metadata.languageCode, profiles, article)
    article.warnings.append(Self.warning(article.metadata, profiles))
  }

  private mutating func profiles() -> LanguageProfiles {
    if let made { return made }
    let profiles = LanguageProfiles(lexicon, Tokeniser(support: support))
    made = profiles
    return profiles
  }

  // MARK: Finding

  private mutating func find(_ article: borrowing Article) -> (tag: String, from: LanguageFrom) {
    let from = article.metadata.languageFrom
    let declared = from == .none ? nil : LanguageTag.canonical(article.metadata.language)
    if from == .option, let declared { return (declared, .option) }
    let read = EnglishTest.holds(article) ? "en" : reading(article, declared: declared.map(LanguageTag.code))
    guard let declared else { return read.map { ($0, .text) } ?? ("en", .none) }
    guard let read, read != LanguageTag.code(declared) else { return (declared, .input) }
    if read == "en" { return (read, .text) }
    // Nobody declares Afrikaans by mistake, and it reads as Dutch.
    let isKnown = profiles().name(of: LanguageTag.code(declared)) != nil
    return isKnown && read != LanguageReader.unknown ? (read, .text) : (declared, .input)
  }

  /// What the text itself says; nil where it does not tell clearly.
  private mutating func reading(_ article: borrowing Article, declared: String?) -> String? {
    let verdict = LanguageReader(profiles: profiles()).read(article, declared: declared)
    guard let verdict, verdict.isClear else { return nil }
    return verdict.code
  }

  // MARK: What follows

  private func markFunctionWords(of code: String, _ profiles: LanguageProfiles, _ article: borrowing Article) {
    let mask = profiles.mask(of: code)
    guard mask != 0 else { return }
    let (hashes, features) = (article.tokens.hash, article.tokens.features)
    for token in 0..<article.tokens.count where profiles.languages(ofWord: hashes[token]) & mask != 0 {
      features[token].insert(.functionWord)
    }
  }

  private static func warning(_ metadata: ArticleMetadata, _ profiles: LanguageProfiles) -> ArticleWarning {
    guard let name = profiles.name(of: metadata.languageCode) else {
      let language =
        metadata.language == LanguageReader.unknown ? "language unknown" : "no lexicon for \(metadata.language)"
      return ArticleWarning(
        code: "language", message: "\(language): zones and dates in figures only; names and claims are not read")
    }
    return ArticleWarning(
      code: "language",
      message:
        "\(name): zones, dates and names of countries only; people, organizations, other places and claims are not read"
    )
  }
}
