import SaysoRecord
import SaysoText

/// Hearsay: a claim that stands whole in another's content is its child.
enum Chains {
  /// How many claims back a parent is looked for.
  private static let reach = 40

  /// Sets `parent` and `depth`. The claims must be sorted by where they start.
  static func link(_ claims: inout [Claim]) {
    let extents = claims.map(extent)
    for index in claims.indices {
      var best = -1
      for other in max(0, index - reach) ..<~ min(claims.count, index + reach) where other != index {
        guard claims[other].voice != .author, holds(claims[other], extents[index]),
          !holds(claims[index], extents[other])
        else { continue }
        if best < 0 || extents[other].count < extents[best].count { best = other }
      }
      claims[index].parent = best
    }
    for index in claims.indices { claims[index].depth = depth(of: index, claims) }
  }

  private static func depth(of index: Int, _ claims: [Claim]) -> Int {
    var depth = 0
    var at = claims[index].parent
    while at >= 0, depth < 16 {
      depth += 1
      at = claims[at].parent
    }
    return depth
  }

  private static func extent(_ claim: Claim) -> TextSpan {
    var all = claim.content + (claim.source?.spans ?? []) + (claim.cue?.spans ?? [])
    guard var whole = all.popLast() else { return TextSpan(0, 0) }
    for span in all { whole = whole.union(span) }
    return whole
  }

  private static func holds(_ claim: Claim, _ extent: TextSpan) -> Bool {
    claim.content.contains { $0.contains(extent) }
  }
}
