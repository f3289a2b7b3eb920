internal import SaysoRecord

/// Finds articles whose id was there before, in output order, for a warning in their lines.
///
/// Ids are remembered as 64-bit hashes: memory grows by some 16 bytes an article. Two ids that share a hash (one pair
/// in five billion articles) would give a warning too many.
struct DuplicateIDs {
  private var seen: Set<UInt64>
  private(set) var count = 0

  init(seen: Set<UInt64>) {
    self.seen = seen
  }

  /// Whether a line is an article's with an id that was there before; counts it then.
  mutating func isRepeated(_ line: ItemResult.Line) -> Bool {
    guard !seen.insert(line.id).inserted, line.isArticle else { return false }
    count += 1
    return true
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
