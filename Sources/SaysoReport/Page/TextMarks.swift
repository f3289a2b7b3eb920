internal import SaysoRecord

/// Everything that is marked in an article's text, in the order in which marks begin and end.
///
/// Marks overlap and nest as they like. A cursor goes through the text once; between two offsets at which anything
/// begins or ends the set of open marks is the same, and that stretch becomes one element.
struct TextMarks {
  /// What a mark is, with the number that it is known by in the article.
  enum Kind: UInt8 { case mention, content, source, cue, finding, place }

  private struct Event {
    var offset: Int32
    var isStart: Bool
    var kind: Kind
    var number: Int32
  }

  /// Open at once of one kind at most: what is nested deeper than that is not drawn.
  static let deepest = 8

  private var events: [Event] = []
  private var next = 0
  /// Open marks by kind, the innermost last.
  private(set) var open: [[Int32]] = Array(repeating: [], count: 6)

  mutating func add(_ kind: Kind, _ number: Int, _ span: CodePointSpan) {
    guard span.count > 0 else { return }
    let number = Int32(clamping: number)
    events.append(Event(offset: span.start, isStart: true, kind: kind, number: number))
    events.append(Event(offset: span.end, isStart: false, kind: kind, number: number))
  }

  /// A point of the text that something links to.
  mutating func addPlace(_ number: Int, _ offset: Int32) {
    events.append(Event(offset: offset, isStart: true, kind: .place, number: Int32(clamping: number)))
  }

  /// Brings the marks in order: at one offset, what ends there first. To be called once, before `advance`.
  mutating func sort() {
    // One number a mark sorts far faster than a comparison of fields does.
    let keys = events.enumerated().map { index, event in
      UInt64(max(0, event.offset)) << 32 | (event.isStart ? 1 << 31 : 0) | UInt64(index)
    }
    events = keys.sorted().map { events[Int($0 & 0x7FFF_FFFF)] }
  }

  /// Opens and closes what begins and ends at or before an offset. Gives the places that lie there.
  mutating func advance(to offset: Int32) -> [Int32] {
    var places: [Int32] = []
    while next < events.count, events[next].offset <= offset {
      let event = events[next]
      next += 1
      if event.kind == .place {
        places.append(event.number)
      } else {
        change(event)
      }
    }
    return places
  }

  /// Where the next mark begins or ends; nil behind the last.
  var nextOffset: Int32? { next < events.count ? events[next].offset : nil }

  subscript(kind: Kind) -> [Int32] { open[Int(kind.rawValue)] }

  func isOpen(_ kind: Kind) -> Bool { !open[Int(kind.rawValue)].isEmpty }

  /// Whether anything is open.
  private(set) var isAnyOpen = false

  private mutating func change(_ event: Event) {
    defer { isAnyOpen = open.contains { !$0.isEmpty } }
    let kind = Int(event.kind.rawValue)
    if event.isStart {
      if open[kind].count < Self.deepest { open[kind].append(event.number) }
    } else if let index = open[kind].lastIndex(of: event.number) {
      open[kind].remove(at: index)
    }
  }
}
