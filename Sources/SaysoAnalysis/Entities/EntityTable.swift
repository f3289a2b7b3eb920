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

  /// Notes in what roles, and under what titles, entities speak.
  private mutating func addRoles(_ record: AnnotationRecord, _ byID: [EntityRef: Int]) {
    for claim in record.claims {
      guard let source = claim.source, let entity = source.entity, let row = byID[entity] else { continue }
      if let role = SourceRole.allCases.firstIndex(of: source.role) { occurrences[row].roles |= 1 << UInt16(role) }
      guard let title = source.title, occurrences[row].titleCount == 0 else { continue }
      let own = ContentWords.stems(of: names[Int(occurrences[row].key)])
      let stems = ContentWords.stems(of: title).filter { !own.contains($0) }
      occurrences[row].titleStart = Int32(clamping: titleWords.count)
      occurrences[row].titleCount = Int32(clamping: stems.count)
      titleWords.append(contentsOf: stems)
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
