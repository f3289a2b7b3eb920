import SaysoLexicon

/// Fitted weights by row and tag, in one block of memory that `free` gives back.
struct WeightTable {
  let base: UnsafeMutablePointer<Int16>
  let rows: Int

  /// A table of `rows` rows, filled from the attributes (`NN=12`) of each entry that `row` has a place for.
  init(rows: Int, _ entries: [LexiconEntry], _ row: (LexiconEntry) -> Int?) {
    self.rows = rows
    base = .allocate(capacity: rows * WordClassModel.tags)
    base.initialize(repeating: 0, count: rows * WordClassModel.tags)
    for entry in entries {
      guard let row = row(entry), row >= 0, row < rows else { continue }
      for (key, value) in entry.attributes {
        guard let tag = WordTag(label: key), let weight = Int16(value) else { continue }
        base[row * WordClassModel.tags + Int(tag.rawValue)] = weight
      }
    }
  }

  subscript(_ row: Int, _ tag: WordTag) -> Int { Int(base[row * WordClassModel.tags + Int(tag.rawValue)]) }

  func free() { base.deallocate() }
}
