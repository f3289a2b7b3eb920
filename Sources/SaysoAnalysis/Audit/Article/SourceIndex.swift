internal import SaysoRecord
internal import SaysoText

/// Which claims of an article have one and the same source.
///
/// Sources are one where they are one entity, or read alike ("officials", "the officials"). A definite noun without a
/// name ("the newspaper") is the last source of its kind. Pronouns that nobody resolved have no number.
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
      guard claim.voice == .attributed, let source = claim.source, let key = Self.key(source) else { continue }
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
      guard let other = article.claim(index).source, other.kind == source.kind || other.role == source.role else {
        continue
      }
      if other.isNamed { return Int32(clamping: number) }
    }
    return nil
  }

  /// What tells sources apart; nil for a pronoun.
  private static func key(_ source: AnnotationRecord.Source) -> UInt64? {
    if let entity = source.entity { return FoldedHash.mix(UInt64(bitPattern: Int64(entity.number))) }
    let pronouns = WordLists.standard["pronouns"]
    let skipped = WordLists.standard["source-determiners"]
    var state: UInt64 = 0
    var count = 0
    for word in FoldedWords.hashes(of: source.passage.text) {
      if count == 0, pronouns.has(word) { return nil }
      if skipped.has(word) { continue }
      state = FoldedHash.mix(state &* 31 &+ word)
      count += 1
    }
    return count == 0 ? nil : state
  }
}
