import SaysoLexicon
import SaysoRecord
import SaysoText

/// Pronouns and definite descriptions: "he", "she", "It said", "the president", "the ministry".
///
/// Plain antecedents only: a pronoun takes a person of fitting gender named in this sentence or the two before it, the
/// nearer sentence and the subject before others; "It" before a verb of saying takes the organization that is the subject
/// of the sentence before; a description takes the entity that the article introduced with that word.
/// (Preference for recency and subjects: Lappin and Leass 1994.)
struct NominalResolver {
  private let context: StageContext
  /// How many sentences back an antecedent may stand.
  private static let window = 3

  init(_ context: StageContext) {
    self.context = context
  }

  func run(_ article: inout Article, _ table: borrowing EntityTable) {
    var state = State()
    let named = article.mentions.count
    var next = 0
    let word = article.tokens.word
    for number in article.sentences.indices where article.sentences[number].zone != .furniture {
      let zone = article.sentences[number].zone
      if state.zone != zone { state = State() }
      state.zone = zone
      for token in article.sentences[number].tokens {
        while next < named, article.mentions[next].tokens.lowerBound < token { next += 1 }
        if next < named, article.mentions[next].tokens.lowerBound == token {
          note(article.mentions[next], number, &state, article)
          if article.mentions[next].tokens.count > 1 { continue }
        }
        switch word[token] {
        case .he, .him, .his, .himself: pronoun(token, .male, number, &state, &article)
        case .she, .her, .hers, .herself: pronoun(token, .female, number, &state, &article)
        case .it where isSpeaker(token, number, article): body(token, number, &state, &article)
        case .the: description(token, &article, table)
        default: break
        }
      }
    }
  }

  /// Who was named last, the latest behind the others.
  private struct State {
    var people: [Person] = []
    /// The organization that was the subject last, and its sentence.
    var body: (entity: Int, sentence: Int)?
    var zone: ZoneKind = .body
  }

  private struct Person {
    var entity: Int
    var sentence: Int
    var gender: Gender
    /// Named as the subject of a clause.
    var isSubject: Bool
  }

  private func note(_ mention: Mention, _ sentence: Int, _ state: inout State, _ article: borrowing Article) {
    guard mention.entity >= 0 else { return }
    if mention.type == .organization, isSubject(mention.tokens, true, article.tokens),
      isEarly(mention.tokens.lowerBound, sentence, article)
    {
      state.body = (mention.entity, sentence)
    }
    guard mention.type == .person else { return }
    let gender = article.entities[mention.entity].gender
    let isFirst = !state.people.contains { $0.sentence == sentence && $0.entity != mention.entity }
    let wasSubject = state.people.contains { $0.sentence == sentence && $0.entity == mention.entity && $0.isSubject }
    state.people.removeAll { $0.entity == mention.entity }
    state.people.append(
      Person(
        entity: mention.entity, sentence: sentence, gender: gender,
        isSubject: wasSubject || isSubject(mention.tokens, isFirst, article.tokens)))
    if state.people.count > 8 { state.people.removeFirst() }
  }

  private func pronoun(
    _ token: Int, _ gender: Gender, _ sentence: Int, _ state: inout State, _ article: inout Article
  ) {
    guard let recent = antecedent(gender, sentence, state) else { return }
    let entity = state.people[recent].entity
    state.people[recent].gender = gender
    state.people[recent].sentence = sentence
    if article.entities[entity].gender == .unknown { article.entities[entity].gender = gender }
    append(token..<token + 1, entity, "pronoun", &article)
  }

  /// Whether a name is the subject of its clause: right before or behind its verb, or the first person of the sentence
  /// and neither a possessor nor behind a preposition.
  private func isSubject(_ name: Range<Int>, _ isFirst: Bool, _ tokens: borrowing TokenTable) -> Bool {
    switch tokens.tag[name.upperBound] {
    case .vbd, .vbz, .vbp, .md: return true
    case .pos: return false
    default: break
    }
    if tokens.word[name.lowerBound - 1] == .said { return true }
    return isFirst && tokens.tag[name.lowerBound - 1] != .in
  }

  /// The best antecedent in the window among those whose gender fits or is not known; of equals the last named.
  private func antecedent(_ gender: Gender, _ sentence: Int, _ state: State) -> Int? {
    var best: (index: Int, score: Int)?
    for (index, person) in state.people.enumerated() {
      let distance = sentence - person.sentence
      guard distance < Self.window, person.gender == gender || person.gender == .unknown else { continue }
      // A sentence nearer counts more than either, less than both.
      let score = 3 * (Self.window - distance) + (person.isSubject ? 2 : 0) + (person.gender == gender ? 2 : 0)
      if score >= best?.score ?? 0 { best = (index, score) }
    }
    return best?.index
  }

  /// Whether nothing but a determiner, a title or an adjective stands before a name in its sentence.
  private func isEarly(_ name: Int, _ sentence: Int, _ article: borrowing Article) -> Bool {
    (article.sentences[sentence].tokens.lowerBound ..<~ name).allSatisfy {
      let tag = article.tokens.tag[$0]
      return tag == .dt || tag == .jj || tag.isNoun || tag == .pos
    }
  }

  /// "It said", "It also warned" at the start of a sentence.
  private func isSpeaker(_ token: Int, _ sentence: Int, _ article: borrowing Article) -> Bool {
    guard token == article.sentences[sentence].tokens.lowerBound else { return false }
    var verb = token + 1
    while verb < token + 4, article.tokens.tag[verb] == .rb { verb += 1 }
    return article.tokens.features[verb].contains(.cueVerb) && article.tokens.tag[verb].isVerb
  }

  private func body(_ token: Int, _ sentence: Int, _ state: inout State, _ article: inout Article) {
    guard let body = state.body, sentence - body.sentence == 1 else { return }
    state.body = (body.entity, sentence)
    append(token..<token + 1, body.entity, "pronoun", &article)
  }

  private func description(_ token: Int, _ article: inout Article, _ table: borrowing EntityTable) {
    let noun = token + 1
    guard !article.tokens.shape[noun].contains(.initialUpper) || article.tokens.features[noun].contains(.title) else {
      return
    }
    // "the prime minister".
    if !article.tokens.features[noun].contains(.title), article.tokens.features[noun + 1].contains(.title),
      let entity = table.person(titledFrom: noun, article), !article.tokens.shape[noun + 2].contains(.initialUpper),
      article.tokens.word[noun + 2] != .of
    {
      append(token..<noun + 2, entity, "title-of-person", &article)
      return
    }
    let lemma = article.tokens.lemma[noun]
    guard lemma.isKnown, !article.tokens.features[noun + 1].contains(.title), article.tokens.word[noun + 1] != .of
    else {
      return
    }
    if article.tokens.features[noun].contains(.title), let entity = table.person(titled: lemma) {
      guard !article.tokens.shape[noun + 1].contains(.initialUpper) else { return }
      append(token..<noun + 1, entity, "title-of-person", &article)
      return
    }
    guard !article.tokens.features[noun].isDisjoint(with: [.orgHead, .placeHead]),
      let entity = table.entity(headed: lemma)
    else {
      return
    }
    let isPlace = article.entities[entity].type == .place
    append(token..<noun + 1, entity, isPlace ? "head-of-place" : "head-of-organization", &article)
  }

  private func append(_ tokens: Range<Int>, _ entity: Int, _ rule: StaticString, _ article: inout Article) {
    var mention = Mention(
      span: article.tokens.span(tokens), tokens: tokens, type: article.entities[entity].type, entity: entity,
      confidence: 70, evidence: Evidence(rule))
    mention.isNominal = true
    article.mentions.append(mention)
  }
}
