/// A random generator whose numbers follow from its seed (splitmix64), so that a failing property can be run again.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Up to `length` bytes that are by turns text, structure and noise.
  public mutating func bytes(upTo length: Int) -> [UInt8] {
    let pieces: [[UInt8]] = [
      Array("{\"text\":\"".utf8), Array("\"}".utf8), [0x0A], Array("\\u".utf8), Array("\\ud83d".utf8),
      Array("The mayor of Norvale said".utf8), [0], [0xFF, 0xFE], [0xC3], [0xE2, 0x80], Array("é".utf8),
      Array("[[{".utf8),
      Array("\"id\":".utf8), Array("12e+".utf8), [0x1F, 0x8B, 0x08], Array("，ไทย".utf8),
    ]
    var bytes: [UInt8] = []
    let wanted = Int.random(in: 0...length, using: &self)
    while bytes.count < wanted {
      if Bool.random(using: &self), let piece = pieces.randomElement(using: &self) {
        bytes += piece
      } else {
        bytes.append(UInt8.random(in: 0...255, using: &self))
      }
    }
    return bytes
  }
}
