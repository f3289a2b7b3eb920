internal import SaysoRecord
internal import SaysoText

/// The entities of all articles of a corpus, article by article, as small rows: what joining needs to know of each.
///
/// An *occurrence* is one entity of one article. Memory: about 48 bytes for each, and the names once for each key.
struct EntityTable {
  /// One entity of one article.
  struct Occurrence {
    var article: Int32
    /// Number of its key in `keys`.
    var key: Int32
    /// Number of the country's code in `words`; -1 where none is known.
    var country: Int32 = -1
    /// Number of its kinds, joined, in `words`; -1 for none.
    var kinds: Int32 = -1
    var isFemale = false
    var isMale = false
    /// Roles in which it speaks, as bits by position in `SourceRole`.
    var roles: UInt16 = 0
    /// Its title's words in `titleWords`.
    var titleStart: Int32 = 0
    var titleCount: Int32 = 0
  }

  private(set) var keys = StringTable()
  private(set) var words = StringTable()
  /// By key: the name under which it was first met, and its type.
  private(set) var names: [String] = []
  private(set) var types: [MentionType] = []
  private(set) var occurrences: [Occurrence] = []
  /// First occurrence of each article, and the end of the last.
  private(set) var articleStart: [Int32] = [0]
  private(set) var titleWords: [UInt64] = []
  /// By key: how many articles have it.
  private(set) var articleCounts: [Int32] = []

  init() {}

  /// Enters the next article's entities, and gives the number of the first one's occurrence. The article's entity at
  /// `index` of `record.entities` is the occurrence `first + index`. Needs the record's entities and claims.
  mutating func add(_ record: AnnotationRecord) -> Int {
    let first = occurrences.count
    let article = Int32(clamping: articleStart.count - 1)
    var byID: [EntityRef: Int] = [:]
    for entity in record.entities {
      let key = enter(entity)
      var occurrence = Occurrence(article: article, key: key)
      if let country = entity.country { occurrence.country = words.number(country) }
      if !entity.kinds.isEmpty { occurrence.kinds = words.number(entity.kinds.sorted().joined(separator: " ")) }
      occurrence.isFemale = entity.gender == .female
      occurrence.isMale = entity.gender == .male
      byID[entity.id] = occurrences.count
      occurrences.append(occurrence)
    }
    addRoles(record, byID)
    articleStart.append(Int32(clamping: occurrences.count))
    return first
  }

  private mutating func enter(_ entity: AnnotationRecord.Entity) -> Int32 {
    let key = keys.number(entity.key)
    if Int(key) == names.count {
      names.append(entity.name)
      types.append(entity.type)
      articleCounts.append(0)
    }
    articleCounts[Int(key)] += 1
    return key
  }

  /// Notes in what roles entities speak, and under what titles and descriptions people appear.
  private mutating func addRoles(_ record: AnnotationRecord, _ byID: [EntityRef: Int]) {
    var titles: [Int: [UInt64]] = [:]
    for claim in record.claims {
      guard let source = claim.source, let entity = source.entity, let row = byID[entity] else { continue }
      if let role = SourceRole.allCases.firstIndex(of: source.role) { occurrences[row].roles |= 1 << UInt16(role) }
      if let title = source.title { titles[row, default: []] += ContentWords.stems(of: title) }
    }
    addDescriptions(record, byID, &titles)
    for (row, stems) in titles.sorted(by: { $0.key < $1.key }) {
      var stems = stems
      WordShingles.sortUnique(&stems)
      let own = ContentWords.stems(of: names[Int(occurrences[row].key)])
      let told = stems.filter { !own.contains($0) }.prefix(Self.mostTitleWords)
      occurrences[row].titleStart = Int32(clamping: titleWords.count)
      occurrences[row].titleCount = Int32(clamping: told.count)
      titleWords.append(contentsOf: told)
    }
  }

  private static let mostTitleWords = 24

  private func addDescriptions(_ record: AnnotationRecord, _ byID: [EntityRef: Int], _ titles: inout [Int: [UInt64]]) {
    var next = 0
    for claim in record.claims where claim.parent == nil {
      guard claim.content.spans.count == 1, let span = claim.content.spans.first else { continue }
      var descriptors: Descriptors?
      while next < record.mentions.count, record.mentions[next].span.start < span.start { next += 1 }
      for mention in record.mentions[next...] {
        guard mention.span.start < span.end else { break }
        guard mention.type == .person, !mention.isNominal, span.contains(mention.span), let entity = mention.entity,
          let row = byID[entity]
        else { continue }
        let reader = descriptors ?? Descriptors(claim.content.text)
        descriptors = reader
        let start = Int(mention.span.start - span.start)
        titles[row, default: []] += reader.stems(around: start..<start + mention.span.count)
      }
    }
  }

  /// Occurrences of one article.
  func ofArticle(_ article: Int32) -> Range<Int> {
    let index = Int(article)
    guard articleStart.indices.contains(index + 1), index >= 0 else { return 0..<0 }
    return Int(articleStart[index])..<Int(articleStart[index + 1])
  }

  func title(_ occurrence: Occurrence) -> ArraySlice<UInt64> {
    titleWords[Int(occurrence.titleStart)..<Int(occurrence.titleStart + occurrence.titleCount)]
  }

  var articleCount: Int { articleStart.count - 1 }
}
