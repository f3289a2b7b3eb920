/// Groups of items that grow together: union-find.
///
///     var groups = DisjointSets(5)
///     groups.join(1, 3)
///     groups.root(3)                 // 1: a group is known by its least item
public struct DisjointSets: Sendable {
  private var parents: [Int32]

  /// Every item from 0 to `count - 1` in a group of its own.
  public init(_ count: Int = 0) {
    parents = (0..<Int32(clamping: max(0, count))).map { $0 }
  }

  public var count: Int { parents.count }

  /// Adds one item in a group of its own, and returns it.
  @discardableResult
  public mutating func append() -> Int {
    parents.append(Int32(clamping: parents.count))
    return parents.count - 1
  }

  /// The least item of the group that holds `item`; an item that is none is its own. Nearly O(1).
  public mutating func root(_ item: Int) -> Int {
    guard parents.indices.contains(item) else { return item }
    var root = item
    while Int(parents[root]) != root { root = Int(parents[root]) }
    var next = item
    while next != root { (next, parents[next]) = (Int(parents[next]), Int32(clamping: root)) }
    return root
  }

  /// Makes one group of the two that hold `a` and `b`; false where they were one.
  @discardableResult
  public mutating func join(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (root(a), root(b))
    guard first != second, parents.indices.contains(first), parents.indices.contains(second) else { return false }
    parents[max(first, second)] = Int32(clamping: min(first, second))
    return true
  }
}
