internal import SaysoRecord

/// The claims of a corpus that may become timeline entries, as rows of plain numbers: about 100 bytes for each besides
/// its text.
struct ClaimStore {
  struct Row {
    var article: Int32
    var claim: Int32
    var text: TextArena.Place
    /// The words that are compared: the text, or the part of it that belongs to this event.
    var words: TextArena.Place
    /// Date numbers in `dates`; -1 for none.
    var when: Int32
    var said: Int32
    /// Number of its source in `sources`; -1 where the article itself speaks.
    var source: Int32
    /// Occurrence of the source's entity; -1 for none.
    var speaker: Int32
    /// Occurrences in the content: `entityStart ..< entityEnd` of `entities`.
    var entityStart: Int32
    var entityEnd: Int32
    var voice: Voice
    var isNegated: Bool
    var certainty: Certainty
  }

  /// A date with what it was resolved against.
  struct Date: Hashable {
    var edtf: String
    var anchor: Anchor
  }

  struct Source: Hashable {
    var name: String
    var kind: SourceKind
  }

  private(set) var rows: [Row] = []
  private(set) var texts = TextArena()
  private(set) var entities: [Int32] = []
  private(set) var dates: [Date] = []
  private(set) var days: [EventDate] = []
  private(set) var sources: [Source] = []
  private var dateNumbers: [Date: Int32] = [:]
  private var sourceNumbers: [Source: Int32] = [:]

  /// Enters a telling. `first` is the article's first occurrence.
  mutating func add(_ choice: ClaimChooser.Choice, article: Int, first: Int) {
    let claim = choice.claim
    let start = Int32(clamping: entities.count)
    entities.append(contentsOf: choice.entities.lazy.map { Int32(clamping: first + $0) })
    let text = texts.append(claim.content.text)
    rows.append(
      Row(
        article: Int32(clamping: article), claim: claim.id.number, text: text,
        words: choice.words.map { texts.append($0) } ?? text, when: number(choice.when), said: number(claim.said),
        source: number(claim.source), speaker: choice.speaker.map { Int32(clamping: first + $0) } ?? -1,
        entityStart: start,
        entityEnd: Int32(clamping: entities.count), voice: claim.voice, isNegated: claim.certainty == .negated,
        certainty: claim.certainty))
  }

  private mutating func number(_ when: AnnotationRecord.When?) -> Int32 {
    guard let when else { return -1 }
    let date = Date(edtf: when.edtf, anchor: when.anchor)
    if let known = dateNumbers[date] { return known }
    let number = Int32(clamping: dates.count)
    dateNumbers[date] = number
    dates.append(date)
    days.append(EventDate(date.edtf))
    return number
  }

  private mutating func number(_ source: AnnotationRecord.Source?) -> Int32 {
    guard let source else { return -1 }
    let row = Source(name: source.name ?? source.passage.text, kind: source.kind)
    if let known = sourceNumbers[row] { return known }
    let number = Int32(clamping: sources.count)
    sourceNumbers[row] = number
    sources.append(row)
    return number
  }

  func entities(of row: Row) -> ArraySlice<Int32> { entities[Int(row.entityStart)..<Int(row.entityEnd)] }
}
