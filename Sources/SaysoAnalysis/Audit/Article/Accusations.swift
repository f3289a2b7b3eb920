internal import SaysoRecord
internal import SaysoText

/// Who is accused in the body of an article, and whether they answer in it.
struct Accusations {
  struct Accusation {
    var accused: EntityRef
    /// Number of the sentence.
    var sentence: Int
  }

  private(set) var found: [Accusation] = []
  /// Entities that speak, or stand in the phrase of one who speaks.
  private var speaking: Set<EntityRef> = []

  private static let accusing = WordLists.standard["accusing"]
  private static let deeds = WordLists.standard["deed"]
  private static let asked = WordLists.standard["asked"]
  private static let be = WordLists.standard["be"]
  private static let pronouns = WordLists.standard["pronouns"]
  private static let by = WordLists.standard["by"]

  init(_ article: AuditArticle) {
    for number in article.bodySentences {
      guard let sentence = article.sentence(number) else { continue }
      for index in sentence.words {
        let word = article.words[index]
        if Self.accusing.has(word.hash) {
          add(Self.object(index, sentence, article), number)
        } else if Self.deeds.has(word.hash) {
          add(Self.subject(index, sentence, article), number)
        }
      }
    }
    guard !found.isEmpty else { return }
    for index in article.claims where article.claim(index).isStatement && article.claim(index).depth == 0 {
      guard let source = article.claim(index).source else { continue }
      if let entity = source.entity { speaking.insert(entity) }
      guard let span = source.passage.span else { continue }
      for mention in article.mentions(in: span) { if let entity = mention.entity { speaking.insert(entity) } }
    }
  }

  private mutating func add(_ entity: EntityRef?, _ sentence: Int) {
    if let entity { found.append(Accusation(accused: entity, sentence: sentence)) }
  }

  /// Whoever stands right behind "accused": "accused the chairman, Jon Vik, of".
  private static func object(_ word: Int, _ sentence: AuditArticle.Sentence, _ article: AuditArticle) -> EntityRef? {
    let before = max(sentence.words.lowerBound, word - 2)..<word
    let isPassive = before.contains { be.has(article.words[$0].hash) }
    if isPassive { return subject(word, sentence, article, allowsPassive: true) }
    if word + 1 < sentence.words.upperBound, pronouns.has(article.words[word + 1].hash) { return nil }
    let end = article.words[min(sentence.words.upperBound - 1, word + 5)].span.end
    return named(in: CodePointSpan(Int(article.words[word].span.end), Int(end)), article).first
  }

  /// Whoever stands before "stole", unless it was done to them.
  private static func subject(
    _ word: Int, _ sentence: AuditArticle.Sentence, _ article: AuditArticle, allowsPassive: Bool = false
  ) -> EntityRef? {
    let before = max(sentence.words.lowerBound, word - 3)..<word
    let isPassive = before.contains { be.has(article.words[$0].hash) }
    if isPassive, !allowsPassive { return nil }
    let start = article.words[max(sentence.words.lowerBound, word - 6)].span.start
    return named(in: CodePointSpan(Int(start), Int(article.words[word].span.start)), article).last
  }

  private static func named(in span: CodePointSpan, _ article: AuditArticle) -> [EntityRef] {
    article.mentions(in: span).filter { $0.type == .person || $0.type == .organization }.compactMap(\.entity)
  }

  /// The accused speaks, or a sentence that names it tells of a question or an answer.
  func hasAnswered(_ entity: EntityRef, _ article: AuditArticle) -> Bool {
    if speaking.contains(entity) { return true }
    let surname = article.entity(entity).flatMap { WordLists.words(of: $0.name).last }
    return article.bodySentences.contains { number in
      guard let sentence = article.sentence(number),
        article.words(of: sentence).contains(where: { Self.asked.has($0.hash) })
      else { return false }
      return article.mentions(in: sentence.span).contains { $0.entity == entity }
        || surname.map { name in article.words(of: sentence).contains { $0.hash == name } } ?? false
    }
  }
}
