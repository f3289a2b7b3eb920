import SaysoRecord
import SaysoText

extension Article {
  /// Appends the hashes of the folded words of the body. O(length of the body).
  public func appendBodyWords(to words: inout [UInt64]) {
    source.bytes.withUnsafeBufferPointer { bytes in
      for zone in zones where zone.kind == .body {
        FoldedWords.appendHashes(of: UnsafeBufferPointer(rebasing: bytes[source.clamped(zone.span)]), to: &words)
      }
    }
  }
}
