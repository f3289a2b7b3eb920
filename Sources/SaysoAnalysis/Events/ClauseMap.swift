/// The clauses of a claim's content, as far as commas and a few words show them: which words belong to which of
/// several dates.
///
///     "Sorvik, who joined Norvik Rail in 2019, will be replaced by Tomas Aldane on 1 June"
///
/// has a main clause ("Sorvik … will be replaced by Tomas Aldane on 1 June") and a relative one. Offsets count code
/// points of the content. O(n).
struct ClauseMap {
  enum Kind {
    case main
    /// "who …", "which …", "whose …": says something of what stands before it.
    case relative
    /// "where …", "when …": says something of the whole.
    case subordinate
    /// "a day after it was opened …": another event.
    case sequence
    /// "and joined …": another predicate of the same subject.
    case coordinate
  }

  struct Piece {
    var range: Range<Int>
    var kind: Kind
    /// Pieces of one clause have one number.
    var clause: Int
  }

  private(set) var pieces: [Piece] = []
  /// Where the text behind a dateline begins: 0 where there is none.
  private(set) var start = 0
  private let text: [Unicode.Scalar]

  /// - Parameter dateEnds: where the dates of the content end. One before "that" says when something was said, and
  ///   what was said begins there: "A review found on Wednesday that ...".
  init(_ content: String, dateEnds: [Int]) {
    text = Array(content.unicodeScalars)
    start = Dateline.length(text)
    let that = Array(" that ".unicodeScalars)
    for end in dateEnds
    where end >= start && end + that.count < text.count && Array(text[end..<end + that.count]) == that {
      start = end + that.count
    }
    var from = start
    var next = 1
    var open: Piece?
    for index in start...text.count where index == text.count || text[index] == "," || text[index] == ";" {
      for range in parts(from..<index) {
        let kind = kind(range, isFirst: pieces.isEmpty)
        var piece = Piece(range: range, kind: kind, clause: 0)
        if kind != .main {
          piece.clause = next
          next += 1
        } else if let open, open.kind != .relative {
          piece.clause = open.clause
          piece.kind = open.kind
        }
        open = piece
        pieces.append(piece)
      }
      from = index + 1
    }
  }

  /// The clause at an offset: all its pieces.
  func clause(at offset: Int) -> Int { pieces.first { $0.range.contains(offset) }?.clause ?? 0 }

  func kind(of clause: Int) -> Kind { pieces.first { $0.clause == clause }?.kind ?? .main }

  /// Where a clause begins.
  func start(of clause: Int) -> Int { pieces.first { $0.clause == clause }?.range.lowerBound ?? 0 }

  /// The words of a clause. The main clause's go with those of other clauses that hold none of `dated`.
  func words(of clause: Int, dated: Set<Int>) -> String {
    var words = String.UnicodeScalarView()
    for piece in pieces
    where piece.clause == clause || clause == 0 && piece.kind == .subordinate && !dated.contains(piece.clause) {
      words.append(contentsOf: text[piece.range])
      words.append(" ")
    }
    return String(words)
  }

  /// A stretch between commas, cut at an " and " that has a date's figure or month on both sides: two predicates.
  private func parts(_ range: Range<Int>) -> [Range<Int>] {
    let and: [Unicode.Scalar] = [" ", "a", "n", "d", " "]
    guard range.count > 20 else { return [range] }
    for index in range.dropLast(and.count) where text[index] == " " && Array(text[index..<index + and.count]) == and {
      let (left, right) = (range.lowerBound..<index, index + 1..<range.upperBound)
      if hasYear(left), hasYear(right) { return [left, right] }
    }
    return [range]
  }

  private func hasYear(_ range: Range<Int>) -> Bool {
    var digits = 0
    for index in range {
      digits = ("0"..."9").contains(text[index]) ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  private func kind(_ range: Range<Int>, isFirst: Bool) -> Kind {
    let words = firstWords(range)
    guard let first = words.first, !isFirst else { return .main }
    if ["who", "whom", "whose", "which"].contains(first) { return .relative }
    if ["where", "when", "while", "although", "though", "because", "as"].contains(first) {
      return .subordinate
    }
    if first == "and" || first == "but" { return .coordinate }
    if let turn = words.firstIndex(where: { $0 == "after" || $0 == "before" }), turn <= 3 { return .sequence }
    if ["the", "a", "an"].contains(first), words.contains(where: { ["that", "who", "which"].contains($0) }) {
      return .relative
    }
    return .main
  }

  private func firstWords(_ range: Range<Int>) -> [String] {
    text[range].split(separator: " ").prefix(6).map { word in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: word)
      return String(view).lowercased()
    }
  }
}

/// "HALDEN, March 15 (Northwire) - " before a report's first sentence.
enum Dateline {
  /// Its length, with the dash and the space behind it; 0 where there is none.
  static func length(_ text: [Unicode.Scalar]) -> Int {
    let head = text.prefix(90)
    var dash: Int?
    for index in head.indices.dropFirst(2).dropLast(2) where ["-", "–", "—"].contains(head[index]) {
      let isFree = head[index + 1] == " " && (head[index - 1] == " " || head[index - 1] == ")")
      if isFree || head[index] == "-" && head[index + 1] == "-" {
        dash = index
        break
      }
    }
    guard var end = dash else { return 0 }
    let place = text[..<end].prefix { $0.properties.isAlphabetic || $0 == " " || $0 == "." }.filter {
      $0.properties.isAlphabetic
    }
    let isPlace = place.count > 2 && place.allSatisfy { $0.properties.isUppercase }
    let isAgency = text[..<end].contains(")") && text[..<end].count < 60
    guard isPlace || isAgency else { return 0 }
    while end < text.count, ["-", "–", "—", " "].contains(text[end]) { end += 1 }
    return end
  }
}
