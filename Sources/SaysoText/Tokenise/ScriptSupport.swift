/// What the tokeniser asks of Unicode beyond its own table. SaysoICU has the real one.
public protocol ScriptSupport {
  /// The folded form of valid UTF-8: compatibility case folding with diacritics removed ("Ｇoâve" gives "goave").
  func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]

  /// Word boundaries inside a run of a script that is written without spaces (Thai, Lao, Khmer, Myanmar, Han, Kana):
  /// rising byte offsets relative to the run, the last one its length.
  func wordBoundaries(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int]
}
