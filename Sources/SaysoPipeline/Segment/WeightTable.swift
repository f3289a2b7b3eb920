import SaysoLexicon

/// Fitted weights by row and tag, in one block of memory that `free` gives back.
struct WeightTable {
  let base: UnsafeMutablePointer<Int16>
  let rows: Int

  /// A table of `rows` rows, filled from the attributes (`NN=12`) of each entry that `row` has a place for.
  init(rows: Int, _ entries: [LexiconEntry], _ names: WeightNames, _ row: (LexiconEntry) -> Int?) {
    self.rows = rows
    let base = UnsafeMutablePointer<Int16>.allocate(capacity: rows * WordClassModel.tags)
    base.initialize(repeating: 0, count: rows * WordClassModel.tags)
    for entry in entries {
      guard let row = row(entry), row >= 0, row < rows else { continue }
      entry.forEachAttributeID { key, value in
        guard let tag = names.tag(key), let weight = names.number(value) else { return }
        base[row * WordClassModel.tags + Int(tag.rawValue)] = weight
      }
    }
    self.base = base
  }

  subscript(_ row: Int, _ tag: WordTag) -> Int { Int(base[row * WordClassModel.tags + Int(tag.rawValue)]) }

  func free() { base.deallocate() }
}

/// Tags and numbers behind the string numbers of a lexicon's attributes, each read once.
final class WeightNames {
  private let lexicon: Lexicon
  private var tags: [UInt32: WordTag] = [:]
  private var numbers: [UInt32: Int16] = [:]

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  func tag(_ id: UInt32) -> WordTag? {
    if let known = tags[id] { return known }
    guard let tag = WordTag(label: lexicon.string(id)) else { return nil }
    tags[id] = tag
    return tag
  }

  func number(_ id: UInt32) -> Int16? {
    if let known = numbers[id] { return known }
    guard let number = Int16(lexicon.string(id)) else { return nil }
    numbers[id] = number
    return number
  }
}
