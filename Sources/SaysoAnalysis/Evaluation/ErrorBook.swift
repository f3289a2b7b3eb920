/// What went wrong, grouped by class and type, with examples.
public struct ErrorBook: Sendable {
  public enum Class: String, CaseIterable, Sendable {
    case missed
    case spurious
    case wrongType = "wrong type"
    case wrongBoundary = "wrong boundary"
    case wrongTypeAndBoundary = "wrong type and boundary"
    case wrongValue = "wrong value"
    case wrongSource = "wrong source"
    case wrongCue = "wrong cue"
    case wrongContent = "wrong content"
  }

  public struct Key: Hashable, Sendable {
    public var errorClass: Class
    /// The types on both sides; nil on the side that has nothing.
    public var gold: String?
    public var predicted: String?
  }

  public struct Example: Hashable, Sendable {
    public var document: String
    /// Offset in code points.
    public var start: Int
    /// What is marked; empty on the side that has nothing.
    public var gold: String
    public var predicted: String
    /// The text around it, the marked part between ⟦ and ⟧.
    public var excerpt: String
  }

  public struct Group: Sendable {
    public var key: Key
    public var count = 0
    public var examples: [Example] = []
  }

  /// Code points of text on each side of an example.
  static let around = 40
  /// The most examples that are kept of a group.
  static let kept = 1000

  private var groups: [Key: Group] = [:]

  public init() {}

  /// By class, the more frequent first.
  public var sorted: [Group] {
    let order = Class.allCases
    func place(_ group: Group) -> (Int, Int, String, String) {
      (
        order.firstIndex(of: group.key.errorClass) ?? 0, -group.count, group.key.gold ?? "", group.key.predicted ?? ""
      )
    }
    return groups.values.sorted { place($0) < place($1) }
  }

  /// How often each class occurs.
  public func count(_ errorClass: Class) -> Int {
    groups.values.reduce(0) { $1.key.errorClass == errorClass ? $0 + $1.count : $0 }
  }

  mutating func add(_ gold: LabelledSpan?, _ predicted: LabelledSpan?, _ document: EvaluationDocument) {
    guard let shown = gold ?? predicted else { return }
    let key = Key(errorClass: Self.errorClass(gold, predicted), gold: gold?.label, predicted: predicted?.label)
    let example = Example(
      document: document.id, start: shown.start, gold: gold.map { document.excerpt($0.start, $0.end) } ?? "",
      predicted: predicted.map { document.excerpt($0.start, $0.end) } ?? "",
      excerpt: Self.excerpt(shown.start, shown.end, document))
    add(key, example)
  }

  mutating func add(_ key: Key, _ example: @autoclosure () -> Example) {
    var group = groups[key] ?? Group(key: key)
    group.count += 1
    if group.examples.count < Self.kept { group.examples.append(example()) }
    groups[key] = group
  }

  private static func errorClass(_ gold: LabelledSpan?, _ predicted: LabelledSpan?) -> Class {
    guard let gold else { return .spurious }
    guard let predicted else { return .missed }
    if gold.hasSameEnds(predicted) { return .wrongType }
    return gold.label == predicted.label ? .wrongBoundary : .wrongTypeAndBoundary
  }

  /// The text around a span on one line, the span between brackets.
  static func excerpt(_ start: Int, _ end: Int, _ document: EvaluationDocument) -> String {
    let before = document.excerpt(start - around, start)
    let after = document.excerpt(end, end + around)
    let text = "\(before)⟦\(document.excerpt(start, end))⟧\(after)"
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
