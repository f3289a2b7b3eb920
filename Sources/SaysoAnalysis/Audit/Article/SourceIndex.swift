internal import SaysoRecord
internal import SaysoText

/// Which claims of an article have one and the same source.
///
/// Sources are one where they are one entity, or read alike ("officials", "the officials"). A definite noun without a
/// name ("the newspaper") is the last source of its kind. A pronoun that nobody resolved is the last
/// speaker of its paragraph; where there is none, it has no number.
struct SourceIndex {
  /// For each claim of the record its source's number; -1 where there is none that can be told.
  private(set) var numbers: [Int32] = []
  /// For each source the index of its first claim.
  private(set) var first: [Int] = []
  /// For each source the number of the independent voice behind it.
  private(set) var voices: [Int] = []

  init() {}

  init(_ article: AuditArticle) {
    var known: [UInt64: Int32] = [:]
    var owners: [EntityRef: Int32] = [:]
    var groups = DisjointSets()
    numbers = Array(repeating: -1, count: article.record.claims.count)
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.voice == .attributed, let source = claim.source else { continue }
      guard let key = Self.key(source) else {
        numbers[index] = lastSpeaker(before: claim, article) ?? -1
        continue
      }
      if let earlier = backReference(source, article) {
        numbers[index] = earlier
        continue
      }
      let number = known[key] ?? Int32(clamping: first.count)
      if known[key] == nil {
        known[key] = number
        first.append(index)
        groups.append()
      }
      numbers[index] = number
      // A person and the body that the person speaks for are one voice: they share an organization.
      for body in Self.bodies(source, article) {
        if let owner = owners[body] { groups.join(Int(owner), Int(number)) } else { owners[body] = number }
      }
    }
    joinBodies(article, &groups)
    voices = first.indices.map { groups.root($0) }
  }

  var count: Int { first.count }

  /// The claim's source; nil for a pronoun that nobody resolved.
  func number(ofClaim index: Int) -> Int? { numbers[index] < 0 ? nil : Int(numbers[index]) }

  /// The organizations in the source's phrase, itself among them.
  private static func bodies(_ source: AnnotationRecord.Source, _ article: AuditArticle) -> [EntityRef] {
    guard let span = source.passage.span else { return source.entity.map { [$0] } ?? [] }
    let inside = article.mentions(in: span).filter { $0.type == .organization }.compactMap(\.entity)
    return inside + (source.entity.map { [$0] } ?? [])
  }

  /// The last source of the same kind, for "the newspaper", "the agency".
  private func backReference(_ source: AnnotationRecord.Source, _ article: AuditArticle) -> Int32? {
    guard source.entity == nil, !source.isNamed, source.kind != .anonymous, source.kind != .group else { return nil }
    let words = FoldedWords.fold(source.passage.text).split(separator: " ")
    guard let start = words.first, ["the", "this", "that"].contains(start), words.count <= 3 else { return nil }
    for (number, index) in first.enumerated().reversed() {
      guard let other = article.claim(index).source, Self.mayBeOne(source, other) else { continue }
      if other.isNamed { return Int32(clamping: number) }
    }
    return nil
  }

  /// "the union" is no company: where both roles are known they agree, else the kinds do.
  private static func mayBeOne(_ one: AnnotationRecord.Source, _ other: AnnotationRecord.Source) -> Bool {
    one.role == .unknown || other.role == .unknown ? one.kind == other.kind : one.role == other.role
  }

  /// What tells sources apart; nil for a pronoun and for "one of them".
  private static func key(_ source: AnnotationRecord.Source) -> UInt64? {
    if let entity = source.entity { return FoldedHash.mix(UInt64(bitPattern: Int64(entity.number))) }
    let words = FoldedWords.hashes(of: source.passage.text)
    guard let first = words.first, !isPronoun(words, first) else { return nil }
    let skipped = WordLists.standard["source-determiners"]
    var state: UInt64 = 0
    for word in words where !skipped.has(word) { state = FoldedHash.mix(state &* 31 &+ word) }
    return state == 0 ? nil : state
  }

  private static let of = FoldedHash.hash("of")

  private static func isPronoun(_ words: [UInt64], _ first: UInt64) -> Bool {
    guard WordLists.standard["pronouns"].has(first) else { return false }
    return words.count == 1 || words.count <= 3 && words[1] == of
  }

  /// The speaker that "it" or "he" takes up: the last one of the paragraph, no further than two sentences back.
  private func lastSpeaker(before claim: AnnotationRecord.Claim, _ article: AuditArticle) -> Int32? {
    guard let sentence = article.sentence(claim.sentence), claim.depth == 0 else { return nil }
    for number in stride(from: claim.sentence - 1, through: max(0, claim.sentence - 2), by: -1) {
      guard let earlier = article.sentence(number), earlier.paragraph == sentence.paragraph else { return nil }
      if let index = earlier.claims.last(where: { article.claim($0).depth == 0 && numbers[$0] >= 0 }) {
        return numbers[index]
      }
    }
    return nil
  }

  /// Joins "the union" and "the union's secretary, Amos Petrie": the noun of one that has no name stands in the other.
  private mutating func joinBodies(_ article: AuditArticle, _ groups: inout DisjointSets) {
    let skipped = WordLists.standard["source-determiners"]
    var nouns: [UInt64: Int] = [:]
    for (number, index) in first.enumerated() {
      guard let source = article.claim(index).source, source.entity == nil, source.kind != .anonymous,
        source.kind != .group, let noun = FoldedWords.fold(source.passage.text).split(separator: " ").last
      else { continue }
      nouns[FoldedHash.hash(String(noun))] = nouns[FoldedHash.hash(String(noun))] ?? number
    }
    for (number, index) in first.enumerated() {
      guard let source = article.claim(index).source else { continue }
      for word in FoldedWords.fold(source.passage.text).split(separator: " ").prefix(6) {
        let plain = FoldedHash.hash(String(word))
        let owner = word.last == "s" ? FoldedHash.hash(String(word.dropLast())) : plain
        if skipped.has(plain) { continue }
        if let other = nouns[plain] ?? nouns[owner] { groups.join(other, number) }
      }
    }
  }
}
