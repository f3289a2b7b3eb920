/// Many short texts one after the other in one piece of memory: a few bytes more than the texts themselves.
struct TextArena {
  /// Where a text lies.
  struct Place: Hashable, Sendable {
    var start: Int
    var count: Int32
  }

  private var bytes: [UInt8] = []

  mutating func append(_ text: String) -> Place {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return Place(start: start, count: Int32(clamping: bytes.count - start))
  }

  /// The text at a place that `append` gave.
  subscript(place: Place) -> String { String(decoding: bytes[range(place)], as: UTF8.self) }

  /// The bytes of the text, good until `body` returns.
  func withBytes<Result>(_ place: Place, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(place)])) }
  }

  private func range(_ place: Place) -> Range<Int> {
    let start = min(max(0, place.start), bytes.count)
    return start..<min(bytes.count, start + max(0, Int(place.count)))
  }
}
