/// How many were to be found, how many were found, and how many of them are right.
public struct Tally: Hashable, Sendable {
  public var gold = 0
  public var predicted = 0
  /// Of `gold`, those that were found.
  public var found = 0
  /// Of `predicted`, those that are right. The same as `found` wherever matching is one to one.
  public var right = 0

  public init() {}

  init(right: Int, predicted: Int, gold: Int) {
    (self.gold, self.predicted, found, self.right) = (gold, predicted, right, right)
  }

  public var precision: Double { predicted > 0 ? Double(right) / Double(predicted) : 0 }
  public var recall: Double { gold > 0 ? Double(found) / Double(gold) : 0 }

  public var f1: Double {
    let (p, r) = (precision, recall)
    return p + r > 0 ? 2 * p * r / (p + r) : 0
  }

  static func += (a: inout Tally, b: Tally) {
    a.gold += b.gold
    a.predicted += b.predicted
    a.found += b.found
    a.right += b.right
  }

  /// Counts matches that are one to one.
  mutating func match(_ count: Int = 1) {
    found += count
    right += count
  }
}

/// Tallies by type.
public struct TypeTallies: Sendable {
  public private(set) var types: [String]
  private var tallies: [String: Tally] = [:]

  init(_ types: [String]) { self.types = types }

  public subscript(type: String) -> Tally {
    get { tallies[type] ?? Tally() }
    set {
      if tallies[type] == nil, !types.contains(type) { types.append(type) }
      tallies[type] = newValue
    }
  }

  /// All types together.
  public var micro: Tally {
    var sum = Tally()
    for type in types { sum += self[type] }
    return sum
  }
}
