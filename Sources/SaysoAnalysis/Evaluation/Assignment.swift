/// Maximum-weight assignment: which row goes with which column so that the sum is largest.
///
/// The Hungarian method with potentials (Kuhn 1955, Munkres 1957) for rectangular weights; 0 is no edge. O(n²m).
enum Assignment {
  static func solve(_ weights: [[Double]]) -> [(row: Int, column: Int)] {
    guard let width = weights.first?.count else { return [] }
    if weights.count > width {
      let turned = (0..<width).map { column in weights.map { $0[column] } }
      return solve(turned).map { ($0.column, $0.row) }
    }
    var solver = Solver(weights, width)
    for row in 1...weights.count { solver.add(row) }
    return (1...width).compactMap { column in
      let row = solver.rowOf[column]
      return row > 0 && weights[row - 1][column - 1] > 0 ? (row - 1, column - 1) : nil
    }
  }

  private struct Solver {
    let weights: [[Double]]
    let width: Int
    var rowPotential: [Double]
    var columnPotential: [Double]
    /// The row of each column, 0 for none; index 0 holds the row that is being placed.
    var rowOf: [Int]

    init(_ weights: [[Double]], _ width: Int) {
      self.weights = weights
      self.width = width
      rowPotential = .init(repeating: 0, count: weights.count + 1)
      columnPotential = .init(repeating: 0, count: width + 1)
      rowOf = .init(repeating: 0, count: width + 1)
    }

    /// Places one more row, moving others as needed.
    mutating func add(_ row: Int) {
      rowOf[0] = row
      var column = 0
      var least = [Double](repeating: .infinity, count: width + 1)
      var used = [Bool](repeating: false, count: width + 1)
      var way = [Int](repeating: 0, count: width + 1)
      repeat {
        used[column] = true
        column = step(from: column, &least, used, &way)
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[way[column]]
        column = way[column]
      }
    }

    private mutating func step(from column: Int, _ least: inout [Double], _ used: [Bool], _ way: inout [Int]) -> Int {
      let row = rowOf[column]
      var (delta, next) = (Double.infinity, 0)
      for other in 1...width where !used[other] {
        let reduced = -weights[row - 1][other - 1] - rowPotential[row] - columnPotential[other]
        if reduced < least[other] {
          least[other] = reduced
          way[other] = column
        }
        if least[other] < delta {
          delta = least[other]
          next = other
        }
      }
      for other in 0...width {
        if used[other] {
          rowPotential[rowOf[other]] += delta
          columnPotential[other] -= delta
        } else {
          least[other] -= delta
        }
      }
      return next
    }
  }
}
