import SaysoLexicon
import SaysoRecord
import SaysoText

/// Ways to refer back to an entity that its name makes.
extension EntityTable {
  /// Learns the short forms of a name of several words.
  mutating func learnForms(of mention: Mention, _ entity: Int, _ article: borrowing Article) {
    guard mention.tokens.count > 1 else { return }
    switch mention.type {
    case .person: learnPerson(mention, entity, article)
    case .organization: learnOrganization(mention, entity, article)
    case .place: learnPlace(mention, entity, article)
    default: break
    }
  }

  private mutating func learnPerson(_ mention: Mention, _ entity: Int, _ article: borrowing Article) {
    let surname = mention.tokens.upperBound - 1
    learnSurname(surname, mention.gender, entity, article)
    // "al-Assad" and "Assad" behind "Bashar al-Assad".
    if surname - 2 > mention.tokens.lowerBound, article.tokens.features[surname - 2].contains(.nameParticle) {
      learn(surname - 2..<surname + 1, .person, entity, article)
    }
    // "Quispe" behind "Álvaro Quispe Laura".
    if mention.tokens.count > 2, article.tokens.shape[surname - 1].contains(.initialUpper) {
      learn(surname - 1..<surname, .person, entity, article)
    }
    let first = mention.tokens.lowerBound
    if article.tokens.features[first].contains(.familyName) {
      learnSurname(first, mention.gender, entity, article)
    } else {
      learn(first..<first + 1, .person, entity, article)
    }
  }

  /// "Lakeline Ferries" and "Lakeline" behind "Lakeline Ferries Ltd", "Altos del Sur" behind "Minera Altos del Sur".
  private mutating func learnOrganization(_ mention: Mention, _ entity: Int, _ article: borrowing Article) {
    learnAcronym(of: mention, entity, article)
    let tokens = mention.tokens
    for token in tokens where article.tokens.features[token].contains(.orgHead) {
      learnHead(article.tokens.lemma[token], entity)
    }
    learnHead(article.tokens.lemma[tokens.upperBound - 1], entity)
    var end = tokens.upperBound
    while end > tokens.lowerBound + 1,
      article.tokens.features[end - 1].contains(.orgSuffix) || article.tokens.word[end - 1] == .comma
    {
      end -= 1
    }
    for count in 1..<max(2, min(4, tokens.count)) {
      learn(tokens.lowerBound..<tokens.lowerBound + count, .organization, entity, article)
    }
    if end < tokens.upperBound { learn(tokens.lowerBound..<end, .organization, entity, article) }
    if article.tokens.features[tokens.lowerBound].contains(.orgHead) {
      learn(tokens.lowerBound + 1..<tokens.upperBound, .organization, entity, article)
    }
  }

  /// "Tessaly Bridge", later "the bridge".
  private mutating func learnPlace(_ mention: Mention, _ entity: Int, _ article: borrowing Article) {
    let last = mention.tokens.upperBound - 1
    if article.tokens.features[last].contains(.placeHead) { learnHead(article.tokens.lemma[last], entity) }
  }

  /// A surname stands for whoever was last named in full with it, and with a gender for the last of that gender.
  private mutating func learnSurname(_ token: Int, _ gender: Gender, _ entity: Int, _ article: borrowing Article) {
    let form = Self.key(token..<token + 1, .person, article)
    set(form, to: entity)
    if gender != .unknown { set(Self.key(form, gender), to: entity) }
  }

  /// "Kosovo Force (KFOR)": the capitals in brackets behind a name are the same thing.
  private mutating func learnAcronym(of mention: Mention, _ entity: Int, _ article: borrowing Article) {
    let bracket = mention.tokens.upperBound
    guard article.tokens.word[bracket] == .openBracket, article.tokens.word[bracket + 2] == .closeBracket,
      article.tokens.shape[bracket + 1].contains(.allUpper)
    else { return }
    set(Self.key(bracket + 1..<bracket + 2, .organization, article), to: entity)
    set(Self.key(bracket + 1..<bracket + 2, .place, article), to: entity)
  }
}
