/// Puts into the lines of a batch what only their order tells: ids and texts that were there before.
struct LineMarker {
  private(set) var ids: DuplicateIDs
  private(set) var texts = DuplicateArticles()
  /// Leaves copies out rather than marking them.
  let skipsDuplicates: Bool

  init(seen: Set<UInt64>, skipsDuplicates: Bool) {
    ids = DuplicateIDs(seen: seen)
    self.skipsDuplicates = skipsDuplicates
  }

  /// The lines of a result with their marks. Where there is nothing to mark, nothing is copied.
  mutating func marked(_ result: ItemResult) -> [UInt8] {
    var marks: [(index: Int, repeatsID: Bool, original: String?)] = []
    for (index, line) in result.index.enumerated() {
      let repeatsID = ids.isRepeated(line)
      let original = line.print.flatMap { texts.original(of: $0, id: line.name) }
      if repeatsID || original != nil { marks.append((index, repeatsID, original)) }
    }
    guard !marks.isEmpty else { return result.lines }
    var marked: [UInt8] = []
    marked.reserveCapacity(result.lines.count + marks.count * 128)
    var from = 0
    for mark in marks {
      let start = mark.index > 0 ? result.index[mark.index - 1].end : 0
      let end = result.index[mark.index].end
      marked.append(contentsOf: result.lines[from..<start])
      from = end
      if mark.original != nil, skipsDuplicates { continue }
      marked.append(contentsOf: result.lines[start..<end])
      if mark.repeatsID { DuplicateIDs.appendWarning(to: &marked) }
      if let original = mark.original { DuplicateArticles.append(original, to: &marked) }
    }
    marked.append(contentsOf: result.lines[from...])
    return marked
  }
}
