public import SaysoRecord
internal import SaysoText

/// Takes in the articles of a corpus, one by one, and keeps what timelines need of them.
///
///     var reader = TimelineReader(options)
///     while let record = try corpus.next() { reader.add(record) }
///     let timelines = reader.finish()
///
/// Memory: about 400 bytes for each article, 50 for each of its entities and 170 for each dated claim.
public struct TimelineReader {
  /// The parts of a record that are needed.
  public static let parts: AnnotationReader.Parts = [.zones, .mentions, .entities, .claims]

  private let options: TimelineOptions
  private var articles: [TimelineArticle] = []
  private var table = EntityTable()
  private var claims = ClaimStore()
  private var copies = WireCopies()
  private var finder: EntityFinder
  /// By occurrence: claims about it that have no date, and those in zones that do not count.
  private var undated: [Int32] = []
  private var otherZones = 0

  public init(_ options: TimelineOptions) {
    self.options = options
    finder = EntityFinder(options.entities)
  }

  /// Takes in the next article.
  public mutating func add(_ record: AnnotationRecord) {
    let first = table.add(record)
    undated.append(contentsOf: repeatElement(0, count: table.occurrences.count - first))
    copies.add(record)
    finder.add(record, first: first)
    var chooser = ClaimChooser(record, zones: options.zones)
    for choice in chooser.choices() {
      let isDated = choice.when != nil
      if !isDated { for row in choice.entities { undated[first + row] += 1 } }
      let speaks = choice.speaker != nil && options.includesStatements
      guard isDated && !choice.entities.isEmpty || options.includesUndated || speaks else { continue }
      claims.add(choice, article: articles.count, first: first)
    }
    otherZones += chooser.otherZones
    articles.append(TimelineArticle(record))
  }

  /// Joins the entities and finds the events.
  public consuming func finish() -> Timelines {
    var joiner = EntityJoiner(table)
    let joined = joiner.run()
    let found = finder.entities(in: joined)
    let unknown = found.indices.filter { found[$0].isEmpty }
    let voices = copies.voices()
    let builder = TimelineBuilder(
      options: options, articles: articles, voices: voices, claims: claims, joined: joined, undated: undated)
    return Timelines(
      builder: builder, chosen: found.flatMap { $0 }, otherZones: otherZones,
      unknown: unknown.map { .init(name: options.entities[$0], near: finder.near($0, in: joined)) },
      ambiguous: found.indices.filter { found[$0].count > 1 }.map { query in
        .init(name: options.entities[query], entities: found[query].map(joined.reference))
      })
  }
}

/// What a timeline needs of an article.
struct TimelineArticle {
  var document: DocumentReference
  var published: String?
  /// First day that the publication date may mean; nil where nothing is known.
  var day: Int32?

  init(_ record: AnnotationRecord) {
    document = DocumentReference(record)
    published = record.published?.edtf
    day = published.flatMap { EventDate($0).start }
  }
}
