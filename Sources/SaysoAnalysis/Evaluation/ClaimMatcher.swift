/// A claim that counts, with the words of its parts.
struct ScoredClaim {
  let marks: ClaimMarks
  let source: [Int]
  let cue: [Int]
  let content: [Int]
  /// From the quotation marks in the text, whatever the claim itself says.
  let quotation: String

  init(_ marks: ClaimMarks, _ text: ClaimWords) {
    self.marks = marks
    source = text.units(in: marks.source)
    cue = text.units(in: marks.cue)
    content = text.units(in: marks.content)
    quotation = text.quotation(content)
  }

  func units(_ role: ClaimMarks.Role) -> [Int] {
    switch role {
    case .source: source
    case .cue: cue
    case .content: content
    }
  }

  /// The claims that count: with content, with a source or a cue, outside `left`, and not inside another's content.
  static func scored(
    _ claims: [ClaimMarks], _ text: ClaimWords, leaving left: Set<Int>, counting ignored: inout [String: Int]
  ) -> [ScoredClaim] {
    var held: [ScoredClaim] = []
    for claim in claims.map({ ScoredClaim($0, text) }) {
      if let reason = claim.reasonToIgnore(left) { ignored[reason, default: 0] += 1 } else { held.append(claim) }
    }
    var places: [String: Int] = [:]
    for (index, claim) in held.enumerated() { if let id = claim.marks.id { places[id] = index } }
    return held.enumerated().compactMap { index, claim in
      guard let parent = claim.marks.parent, let place = places[parent], place != index,
        claim.isInside(held[place])
      else { return claim }
      ignored["nested", default: 0] += 1
      return nil
    }
  }

  private func reasonToIgnore(_ left: Set<Int>) -> String? {
    if content.isEmpty { return "no content" }
    if source.isEmpty, cue.isEmpty { return "unattributed" }
    if !left.isEmpty, content.count(where: left.contains) * 2 >= content.count { return "furniture" }
    return nil
  }

  private func isInside(_ other: ScoredClaim) -> Bool {
    content.count < other.content.count && Set(other.content).isSuperset(of: source + cue + content)
  }
}

/// Says which predicted claim goes with which of gold, and whether their sources and cues agree.
struct ClaimMatcher {
  let text: ClaimWords

  /// Twice the common units by the sum of both (Dice); 1 where neither has any. Both are sorted.
  func dice(_ a: [Int], _ b: [Int]) -> Double {
    let sum = a.count + b.count
    return sum > 0 ? 2 * Double(Self.common(a, b)) / Double(sum) : 1
  }

  private static func common(_ a: [Int], _ b: [Int]) -> Int {
    var (left, right, count) = (0, 0, 0)
    while left < a.count, right < b.count {
      if a[left] == b[right] { count += 1 }
      let step = a[left] <= b[right]
      if a[left] >= b[right] { right += 1 }
      if step { left += 1 }
    }
    return count
  }

  // MARK: Pairs

  private struct Edge: Hashable {
    var gold: Int
    var offered: Int
  }

  /// One-to-one pairs whose contents share half their words, of the largest total overlap; ties by cue, then source.
  func match(_ gold: [ScoredClaim], _ offered: [ScoredClaim]) -> [(gold: Int, offered: Int)] {
    let edges = self.edges(gold, offered)
    var neighbours: [Int: [Int]] = [:]
    for edge in edges.keys {
      neighbours[edge.gold, default: []].append(-1 - edge.offered)
      neighbours[-1 - edge.offered, default: []].append(edge.gold)
    }
    var seen: Set<Int> = []
    var pairs: [(gold: Int, offered: Int)] = []
    for start in neighbours.keys.sorted() where seen.insert(start).inserted {
      let (rows, columns) = component(from: start, neighbours, &seen)
      let weights = rows.map { row in columns.map { edges[Edge(gold: row, offered: $0)] ?? 0 } }
      pairs += Assignment.solve(weights).map { (rows[$0.row], columns[$0.column]) }
    }
    return pairs.sorted { $0 < $1 }
  }

  private func edges(_ gold: [ScoredClaim], _ offered: [ScoredClaim]) -> [Edge: Double] {
    var holders: [Int: [Int]] = [:]
    for (index, claim) in offered.enumerated() {
      for unit in claim.content { holders[unit, default: []].append(index) }
    }
    var edges: [Edge: Double] = [:]
    for (index, claim) in gold.enumerated() {
      var shared: [Int: Int] = [:]
      for unit in claim.content { for holder in holders[unit] ?? [] { shared[holder, default: 0] += 1 } }
      for (other, count) in shared {
        let overlap = 2 * Double(count) / Double(claim.content.count + offered[other].content.count)
        guard overlap >= 0.5 else { continue }
        edges[Edge(gold: index, offered: other)] =
          overlap + 1e-3 * dice(claim.cue, offered[other].cue) + 1e-4 * dice(claim.source, offered[other].source)
      }
    }
    return edges
  }

  private func component(
    from start: Int, _ neighbours: [Int: [Int]], _ seen: inout Set<Int>
  ) -> (rows: [Int], columns: [Int]) {
    var (rows, columns, waiting): ([Int], [Int], [Int]) = ([], [], [start])
    while let node = waiting.popLast() {
      if node >= 0 { rows.append(node) } else { columns.append(-1 - node) }
      for next in neighbours[node] ?? [] where seen.insert(next).inserted { waiting.append(next) }
    }
    return (rows.sorted(), columns.sorted())
  }

  // MARK: Sources and cues

  /// Both without a source, or the heads agree: "Okoye" and "the mayor, Marten Okoye, who ..." are one source.
  func hasRightSource(_ gold: ScoredClaim, _ offered: ScoredClaim) -> Bool {
    if gold.source.isEmpty || offered.source.isEmpty { return gold.source.isEmpty && offered.source.isEmpty }
    let wanted = text.heads(of: gold.marks.source)
    guard let first = text.heads(of: offered.marks.source).first, !wanted.isEmpty else {
      return dice(gold.source, offered.source) >= 0.5
    }
    return wanted.contains(where: offered.source.contains) && gold.source.contains(first)
  }

  /// Both without a cue, or half of the shorter one in common and the predicted one not much longer.
  func hasRightCue(_ gold: ScoredClaim, _ offered: ScoredClaim) -> Bool {
    if gold.cue.isEmpty || offered.cue.isEmpty { return gold.cue.isEmpty && offered.cue.isEmpty }
    let common = Self.common(gold.cue, offered.cue)
    return 2 * common >= min(gold.cue.count, offered.cue.count) && offered.cue.count <= 2 * gold.cue.count + 3
  }
}
