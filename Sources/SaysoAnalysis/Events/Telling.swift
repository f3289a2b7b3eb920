internal import SaysoRecord
internal import SaysoText

/// One claim seen as one article's telling of an event: what is compared with other tellings.
struct Telling {
  /// Row of the claim store.
  var row: Int
  var article: Int32
  var date: EventDate?
  var stems: [UInt64]
  var figures: [Figure]
  /// Other entities of the claim, sorted.
  var others: [Int32]
  /// The claim is denied.
  var isNegated: Bool
  /// Its words hold a "not": that something did not happen is another event.
  var holdsNot: Bool
  var isStatement: Bool
}

/// What one telling is to another.
enum TellingRelation: Equatable {
  case unrelated
  /// The same event, told alike; the score says how near.
  case agrees(Int)
  /// The same event with another date or figure, or denied.
  case disputes(Int)
}

extension Telling {
  /// Compares two tellings of one entity. O(length).
  func relation(to other: Telling) -> TellingRelation {
    guard isStatement == other.isStatement else { return .unrelated }
    let shared = WordShingles.shared(stems, other.stems)
    let total = stems.count + other.stems.count
    guard shared > 0, total > 0 else { return .unrelated }
    let company = min(2, others.count { other.others.contains($0) })
    let dates = DateRelation(date, other.date)
    var score = 2000 * shared / total + 100 * company
    // A telling that says nothing which the other does not say.
    if shared == min(stems.count, other.stems.count), !dates.isConflict { score = max(score, 500) }
    let isSameArticle = article == other.article
    let sharesEvent = shared > 0 && stems.contains { ContentWords.eventStems.contains($0) && other.stems.contains($0) }
    guard let least = dates.threshold(sharesEvent: sharesEvent && !isSameArticle), score >= least.score,
      shared >= min(least.shared, stems.count, other.stems.count)
    else { return .unrelated }
    if holdsNot != other.holdsNot, !dates.isSameDay { return .unrelated }
    let figuresConflict = Figure.conflict(figures, other.figures)
    if dates.isConflict {
      return isSameArticle || figuresConflict && !dates.isNear ? .unrelated : .disputes(score)
    }
    if isSameArticle, score < 550 { return .unrelated }
    guard figuresConflict || isNegated != other.isNegated || holdsNot != other.holdsNot else { return .agrees(score) }
    return score >= 300 && shared >= 2 && !isSameArticle ? .disputes(score) : .unrelated
  }
}

/// How the dates of two tellings stand to one another.
enum DateRelation {
  /// The same days, or one lies in the other; `length` days in the wider.
  case compatible(length: Int)
  /// Days that exclude one another, `gap` days apart.
  case conflicting(gap: Int, isYear: Bool)
  /// Nothing is known of either, or of one.
  case undated
  /// A date without a year that may be the other.
  case yearless
  case incomparable

  init(_ a: EventDate?, _ b: EventDate?) {
    guard let a, let b else {
      self = .undated
      return
    }
    if let yearless = a.yearless ?? b.yearless {
      let isSame = a.yearless == nil ? b.matches(yearless, a) : a.matches(yearless, b)
      self = isSame ? .yearless : .incomparable
      return
    }
    if a.length ?? .max > 366 || b.length ?? .max > 366 {
      self = a.edtf == b.edtf ? .compatible(length: 366) : .incomparable
      return
    }
    let (first, second) = (a.widened, b.widened)
    if first.0 <= second.1, second.0 <= first.1, a.contains(b) || b.contains(a) || a.isApproximate || b.isApproximate {
      self = .compatible(length: max(a.length ?? .max, b.length ?? .max))
      return
    }
    let gap = Int(max(first.0, second.0)) - Int(min(first.1, second.1))
    let isFine = [a, b].allSatisfy { ($0.length ?? .max) <= 31 }
    let isYear = [a, b].allSatisfy { $0.precision == .year && ($0.length ?? .max) <= 366 }
    self = isFine || isYear ? .conflicting(gap: max(0, gap), isYear: isYear) : .incomparable
  }

  /// The least score and number of shared stems that make two tellings one event; nil where nothing does. The less the
  /// dates say, the more must be shared; a word that names what happened ("resigned") is worth several.
  func threshold(sharesEvent: Bool) -> (score: Int, shared: Int)? {
    switch self {
    case .compatible(let length) where length <= 1: sharesEvent ? (150, 1) : (300, 2)
    case .compatible(let length) where length <= 31 && sharesEvent: (300, 2)
    case .compatible(let length) where length <= 92: (450, 3)
    case .compatible: (550, 3)
    case .yearless: (450, 2)
    case .undated: (700, 3)
    case .conflicting(let gap, false) where gap <= 3: (500, 3)
    case .conflicting(let gap, false) where gap <= 31: (600, 4)
    case .conflicting(let gap, true) where gap <= 731: (750, 3)
    case .conflicting, .incomparable: nil
    }
  }

  var isSameDay: Bool { if case .compatible(let length) = self { length <= 1 } else { false } }

  var isConflict: Bool { if case .conflicting = self { true } else { false } }

  /// Whether dates that conflict lie so near that it may be a slip.
  var isNear: Bool { if case .conflicting(let gap, false) = self { gap <= 3 } else { false } }
}

extension EventDate {
  /// First and last day, with slack on both sides where the date is approximate.
  fileprivate var widened: (Int32, Int32) {
    let slack: Int32 = isApproximate ? Int32(clamping: min(366, max(3, (length ?? 366) / 2))) : 0
    return ((start ?? .min / 2) - slack, (end ?? .max / 2) + slack)
  }

  fileprivate func contains(_ other: EventDate) -> Bool {
    (start ?? .min) <= (other.start ?? .min) && (other.end ?? .max) <= (end ?? .max)
  }

  /// Whether a date without a year (`monthDay`) may be `other`.
  fileprivate func matches(_ monthDay: Int32, _ other: EventDate) -> Bool {
    if let own = other.yearless { return own == monthDay }
    guard let start = other.start, let length = other.length, length <= 31 else { return false }
    let day = CalendarUnit.day(start)
    return Int32(day.month * 100 + (length == 1 ? day.day : 0)) == monthDay
  }
}
