/// A stretch of text with a label: what the scorers compare. Offsets are code points, end exclusive.
public struct LabelledSpan: Hashable, Sendable, Comparable {
  public var start: Int
  public var end: Int
  public var label: String

  public init(_ start: Int, _ end: Int, _ label: String) {
    self.start = start
    self.end = end
    self.label = label
  }

  public static func < (a: LabelledSpan, b: LabelledSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end != b.end ? a.end < b.end : a.label < b.label
  }

  /// How many code points both have; 0 or less where they do not touch.
  func overlap(_ other: LabelledSpan) -> Int { min(end, other.end) - max(start, other.start) }

  func hasSameEnds(_ other: LabelledSpan) -> Bool { start == other.start && end == other.end }
}

/// A time expression: its extent with the TIMEX3 type as label, and its values.
public struct TimeMark: Hashable, Sendable {
  public var span: LabelledSpan
  /// TIMEX3 value.
  public var value: String?
  public var edtf: String?
}

/// A claim as the scorer sees it: the pieces of its source, cue and content.
public struct ClaimMarks: Hashable, Sendable {
  public enum Role: Int, CaseIterable, Sendable { case source, cue, content }

  public var id: String?
  public var parent: String?
  public var quotation: String?
  public var source: [Range<Int>] = []
  public var cue: [Range<Int>] = []
  public var content: [Range<Int>] = []

  func spans(_ role: Role) -> [Range<Int>] {
    switch role {
    case .source: source
    case .cue: cue
    case .content: content
    }
  }
}

/// An article with what somebody, a person or a program, has marked in it.
///
/// It is read from an annotation line or from a simple form with the layers that were marked, and no others
/// (docs/EVALUATION.md). A layer that the line does not have is nil, which is not the same as an empty one.
public struct EvaluationDocument: Sendable {
  public var id: String
  public var text: [Unicode.Scalar]?
  /// Names that are not nominals; dates and groups among them.
  public var names: [LabelledSpan]?
  public var times: [TimeMark]?
  public var claims: [ClaimMarks]?
  /// Stretches in which claims do not count.
  public var ignored: [Range<Int>] = []
  /// The article's body as a text.
  public var body: String?
  public var zones: [LabelledSpan]?

  /// The code points of a span, cut to the text.
  func excerpt(_ start: Int, _ end: Int) -> String {
    guard let text else { return "" }
    let from = min(max(0, start), text.count)
    return EvaluationDocument.string(text[from..<min(max(from, end), text.count)])
  }

  static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The first span that has no code point, or does not lie in the text.
  var misplaced: LabelledSpan? {
    let claims = (claims ?? []).flatMap { claim in claim.source + claim.cue + claim.content }
    let spans =
      (names ?? []) + (times ?? []).map(\.span) + (zones ?? [])
      + (claims + ignored).map { LabelledSpan($0.lowerBound, $0.upperBound, "claim") }
    let limit = text?.count ?? Int(Int32.max)
    return spans.first { $0.end > limit || $0.start >= $0.end }
  }
}
