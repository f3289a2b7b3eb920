internal import SaysoRecord

/// Finds articles whose id was there before, in output order, and puts a warning into their lines.
///
/// Ids are remembered as 64-bit hashes: memory grows by some 16 bytes an article. Two ids that share a hash (one pair
/// in five billion articles) would give a warning too many.
struct DuplicateIDs {
  private var seen: Set<UInt64>
  private(set) var count = 0

  init(seen: Set<UInt64>) {
    self.seen = seen
  }

  /// The lines of a result, with a warning in each whose id is not new. Without duplicates nothing is copied.
  mutating func marked(_ result: ItemResult) -> [UInt8] {
    var repeats: [Int] = []
    for (index, line) in result.index.enumerated() where !seen.insert(line.id).inserted && line.isArticle {
      repeats.append(index)
    }
    guard !repeats.isEmpty else { return result.lines }
    count += repeats.count
    var marked: [UInt8] = []
    marked.reserveCapacity(result.lines.count + repeats.count * 96)
    var from = 0
    for index in repeats {
      let end = result.index[index].end
      marked.append(contentsOf: result.lines[from..<end])
      Self.appendWarning(to: &marked)
      from = end
    }
    marked.append(contentsOf: result.lines[from...])
    return marked
  }

  /// Adds to the array with which an annotation line ends: `"warnings":[...]}` and a line end. A line that ends
  /// otherwise stays as it is.
  static func appendWarning(to lines: inout [UInt8]) {
    let tail = Array("]}\n".utf8)
    guard lines.count > tail.count, lines.suffix(tail.count).elementsEqual(tail) else { return }
    lines.removeLast(tail.count)
    if lines.last != UInt8(ascii: "[") { lines.append(UInt8(ascii: ",")) }
    var json = JSONByteWriter()
    json.beginObject()
    json.key("code")
    json.string("duplicate-id" as StaticString)
    json.key("message")
    json.string("an article before this one has the same id" as StaticString)
    json.endObject()
    json.withBytes { lines.append(contentsOf: $0) }
    lines.append(contentsOf: tail)
  }
}
