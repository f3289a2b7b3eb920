import SaysoLexicon
import SaysoRecord
import SaysoText

/// The entities of the article so far, with the ways to refer to each.
///
/// An entity is found again by its lexicon entry, by its whole name, by the surname (or given name) of a person named
/// in full, by the acronym of an organization, and by the first words of a longer organization name.
struct EntityTable {
  private let context: StageContext
  /// Entity by what refers to it: lexicon entry, type and name form, lemma of a title's last word, head word of an
  /// organization's or a place's name. Each kind of key has its own seed.
  private var index = HashIndex()

  /// Entities of lexicon entries as described for earlier articles: names come again and again.
  private var descriptions: [EntryID: Entity] = [:]
  private static let mostDescriptions = 20_000

  init(_ context: StageContext) {
    self.context = context
  }

  mutating func removeAll() {
    index.removeAll()
  }

  /// The person with whom a title word stood: "president".
  func person(titled lemma: WordID) -> Int? { index[Self.key(lemma, .title)] }

  /// The person with whom the two words of a title stood: "prime minister" from "prime".
  func person(titledFrom token: Int, _ article: borrowing Article) -> Int? { index[Self.key(titled: token, article)] }

  private static func key(titled token: Int, _ article: borrowing Article) -> UInt64 {
    article.tokens.key(token..<token + 2, seed: KeyKind.title.rawValue)
  }

  /// The last organization or place with a head word in its name: "ministry", "bridge".
  func entity(headed lemma: WordID) -> Int? { index[Self.key(lemma, .head)] }

  /// Seeds of the kinds of keys; name forms take 1 to 5 (see `seed`).
  private enum KeyKind: UInt64 {
    case entry = 0x100
    case title = 0x200
    case head = 0x300
  }

  private static func key(_ word: WordID, _ kind: KeyKind) -> UInt64 {
    FoldedHash.mix(FoldedHash.mix(kind.rawValue) ^ UInt64(UInt32(bitPattern: word.raw)))
  }

  static func key(_ form: UInt64, _ gender: Gender) -> UInt64 {
    FoldedHash.mix(form ^ (0x400 + UInt64(gender.rawValue)))
  }

  private static func key(_ entry: EntryID) -> UInt64 {
    FoldedHash.mix(FoldedHash.mix(KeyKind.entry.rawValue) ^ UInt64(entry.raw))
  }

  // MARK: Adding mentions

  /// "TOLVIK" of a dateline is "Tolvik" in the text.
  private func preferMixedCase(_ mention: Mention, _ entity: Int, in article: inout Article) {
    let shape = article.tokens.shape[mention.tokens.lowerBound]
    guard shape.contains(.initialUpper), !shape.contains(.allUpper),
      let first = article.entities[entity].name.utf8.dropFirst().first, first &- 65 < 26
    else { return }
    let text = article.source.string(mention.span)
    if text.uppercased() == article.entities[entity].name { article.entities[entity].name = text }
  }

  /// Finds or makes the entity of a named mention.
  mutating func add(mention index: Int, in article: inout Article) {
    let mention = article.mentions[index]
    let shared = sharedSurname(index, article)
    let form =
      shared.map { Self.key(first: mention.tokens.lowerBound, last: $0, article) }
      ?? Self.key(mention.tokens, mention.type, article)
    let entity = known(mention, form, article) ?? make(mention, surname: shared, in: &article)
    self.index.set(form, to: entity)
    if let entry = namedEntry(mention) { self.index.set(Self.key(entry), to: entity) }
    article.mentions[index].entity = entity
    if article.entities[entity].gender == .unknown { article.entities[entity].gender = mention.gender }
    preferMixedCase(mention, entity, in: &article)
    learnForms(of: mention, entity, article)
    learnTitle(of: mention, entity, article)
  }

  /// The surname that "Bill" of "Bill and Hillary Quell" shares with the person named behind.
  private func sharedSurname(_ index: Int, _ article: borrowing Article) -> Int? {
    let mention = article.mentions[index]
    guard mention.type == .person, mention.tokens.count == 1, index + 1 < article.mentions.count,
      article.tokens.features[mention.tokens.lowerBound].contains(.givenName)
    else { return nil }
    let next = article.mentions[index + 1]
    let word = article.tokens.word[mention.tokens.upperBound]
    guard next.type == .person, next.tokens.count > 1, next.tokens.lowerBound == mention.tokens.upperBound + 1,
      word == .and || word == .ampersand, article.tokens.features[next.tokens.lowerBound].contains(.givenName)
    else { return nil }
    return next.tokens.upperBound - 1
  }

  private static func key(first: Int, last: Int, _ article: borrowing Article) -> UInt64 {
    FoldedHash.mix(FoldedHash.mix(seed(.person) ^ article.tokens.hash[first]) ^ article.tokens.hash[last])
  }

  private func known(_ mention: Mention, _ form: UInt64, _ article: borrowing Article) -> Int? {
    if let entry = namedEntry(mention), let entity = index[Self.key(entry)] { return entity }
    guard mention.type == .person, mention.tokens.count == 1, mention.gender != .unknown else {
      if mention.type == .organization, mention.tokens.count == 1, index[form] == nil {
        // "the Guild" behind "Halden Bakers Guild".
        return headed(mention, article)
      }
      return index[form].flatMap { article.entities[$0].type == mention.type ? $0 : nil }
    }
    // "Mrs Roe" is not "John Roe": a gender that is known must fit.
    let gendered = Self.key(form, mention.gender)
    return [index[gendered], index[form]].lazy.compactMap { $0 }.first {
      let gender = article.entities[$0].gender
      return article.entities[$0].type == .person && (gender == .unknown || gender == mention.gender)
    }
  }

  private func headed(_ mention: Mention, _ article: borrowing Article) -> Int? {
    let token = mention.tokens.lowerBound
    guard article.tokens.features[token].contains(.orgHead), let entity = entity(headed: article.tokens.lemma[token])
    else { return nil }
    return article.entities[entity].type == .organization ? entity : nil
  }

  /// The entry of a mention whose lexicon row names this very thing (a title or given name behind a rule does not).
  private func namedEntry(_ mention: Mention) -> EntryID? {
    guard let entry = mention.evidence.entry else { return nil }
    let type = context.tables.record(entry).type
    // A country's name in another language.
    if type == .table { return context.lexicon.entry(entry).country.flatMap { context.shared.countries[$0] } }
    return EntryTypes.names.has(type) ? context.tables.row(entry) : nil
  }

  private mutating func make(_ mention: Mention, surname: Int?, in article: inout Article) -> Int {
    if let entry = namedEntry(mention), mention.type != .group {
      var entity = described(entry, mention.type)
      entity.gender = mention.gender
      article.entities.append(entity)
    } else {
      var text = name(of: mention, article)
      if let surname { text += " " + article.source.string(article.tokens.span(surname..<surname + 1)) }
      var entity = Entity(name: text, type: mention.type, key: "")
      entity.gender = mention.gender
      if let entry = namedEntry(mention) {
        describe(&entity, context.lexicon.entry(entry))
      } else {
        entity.key = EntityKey.key(mention.type, name: text)
        entity.kinds = kindsOfHead(mention)
      }
      article.entities.append(entity)
    }
    return article.entities.count - 1
  }

  /// What the head of an unlisted name says that it is: "the Halden Courier" is a medium.
  private func kindsOfHead(_ mention: Mention) -> [String] {
    guard let entry = mention.evidence.entry else { return [] }
    let type = context.tables.record(entry).type
    guard type == .orgHead || type == .orgSuffix else { return [] }
    let kind = context.lexicon.entry(entry).kind
    return kind.isEmpty ? [] : [kind]
  }

  /// The entity of a lexicon entry, from the ones described lately.
  private mutating func described(_ entry: EntryID, _ type: MentionType) -> Entity {
    if let known = descriptions[entry], known.type == type { return known }
    var entity = Entity(name: "", type: type, key: "")
    describe(&entity, context.lexicon.entry(entry))
    if descriptions.count >= Self.mostDescriptions { descriptions.removeAll() }
    descriptions[entry] = entity
    return entity
  }

  private func describe(_ entity: inout Entity, _ entry: LexiconEntry) {
    if entry.type != .group { entity.name = entry.name }
    entity.key = entry.attribute("id") ?? EntityKey.key(entity.type, name: entry.name)
    entity.country = entry.country
    entity.coordinates = entry.type == .place ? Coordinates(entry) : nil
    if let kinds = entry.attribute("kinds") {
      entity.kinds = kinds.split(separator: ",").map(String.init)
    } else if !entry.kind.isEmpty {
      entity.kinds = [entry.kind]
    }
  }

  /// The text of a mention; a name over a line end is written with one space.
  private func name(of mention: Mention, _ article: borrowing Article) -> String {
    let text = article.source.string(mention.span)
    let isOneLine = !article.source.bytes[article.source.clamped(mention.span)].contains { $0 == 0x0A || $0 == 0x0D }
    return isOneLine ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Ways to refer back

  /// Lets a short form stand for an entity, where nothing else has it.
  mutating func learn(_ tokens: Range<Int>, _ type: MentionType, _ entity: Int, _ article: borrowing Article) {
    let form = Self.key(tokens, type, article)
    if index[form] == nil { index.set(form, to: entity) }
  }

  /// Lets a head ("ministry") stand for the last name with it.
  mutating func learnHead(_ lemma: WordID, _ entity: Int) {
    if lemma.isKnown { index.set(Self.key(lemma, .head), to: entity) }
  }

  mutating func set(_ form: UInt64, to entity: Int) { index.set(form, to: entity) }

  /// Remembers "President" before a name, so that "the president" later is that person.
  private mutating func learnTitle(of mention: Mention, _ entity: Int, _ article: borrowing Article) {
    guard mention.type == .person else { return }
    let before = mention.tokens.lowerBound - 1
    if article.tokens.features[before].contains(.title) {
      index.set(Self.key(article.tokens.lemma[before], .title), to: entity)
      // "Prime Minister" as a whole.
      if before > 0 { index.set(Self.key(titled: before - 1, article), to: entity) }
    }
    // "Jane Roe, the minister": a title in an apposition.
    let comma = mention.tokens.upperBound
    guard article.tokens.word[comma] == .comma else { return }
    for token in comma + 1..<comma + 6 where article.tokens.features[token].contains(.title) {
      index.set(Self.key(article.tokens.lemma[token], .title), to: entity)
      break
    }
  }

  static func key(_ tokens: Range<Int>, _ type: MentionType, _ article: borrowing Article) -> UInt64 {
    article.tokens.key(tokens, seed: seed(type))
  }

  private static func seed(_ type: MentionType) -> UInt64 {
    switch type {
    case .person: 1
    case .place: 2
    case .organization: 3
    case .date: 4
    case .group: 5
    }
  }

  // MARK: End

  /// Gives each person entity the longest name that the article has for it.
  func finish(_ article: inout Article) {
    for index in article.entities.indices where article.entities[index].type == .person {
      finishPerson(index, &article)
    }
  }

  private func finishPerson(_ index: Int, _ article: inout Article) {
    var first = -1
    var longest = -1
    for mention in article.entities[index].mentions where !article.mentions[mention].isNominal {
      guard namedEntry(article.mentions[mention]) == nil else { return }
      if first < 0 { first = mention }
      if longest < 0 || article.mentions[longest].tokens.count < article.mentions[mention].tokens.count {
        longest = mention
      }
    }
    // The first mention has given the entity its name already.
    guard longest != first else { return }
    let name = name(of: article.mentions[longest], article)
    article.entities[index].name = name
    article.entities[index].key = EntityKey.key(.person, name: name)
  }
}
