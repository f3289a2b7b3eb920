/// A 64-bit hash of folded bytes, the same in every run and on every machine.
///
/// Used for look-up in the compiled lexicon (where the bytes are verified on a hit) and to compare words within an
/// article. The mixing is the multiply and xor-shift of the splitmix family; it is not for adversaries.
public enum FoldedHash {
  @inlinable
  @inline(__always)
  public static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 32)) &* 0x9FB2_1C65_1E98_DF25
    return z ^ (z >> 29)
  }

  @usableFromInline static var seed: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// Hash of fewer than eight bytes, the first in the lowest byte of `tail` and zeros behind the last. O(1).
  @inlinable
  @inline(__always)
  public static func short(_ tail: UInt64, count: Int) -> UInt64 {
    mix(mix(seed ^ UInt64(truncatingIfNeeded: count) ^ tail))
  }

  /// Hash of `count` bytes at `base`. O(count), eight bytes a step.
  @inlinable
  public static func hash(_ base: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    var index = 0
    let raw = UnsafeRawPointer(base)
    while index &+ 8 <= count {
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while index < count {
      tail |= UInt64(base[index]) &<< shift
      shift &+= 8
      index &+= 1
    }
    return mix(mix(state ^ tail))
  }

  @inlinable
  public static func hash(_ buffer: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = buffer.baseAddress else { return 0 }
    return hash(base, count: buffer.count)
  }

  /// Hash of a string's UTF-8 bytes as they are (fold first where that is wanted).
  public static func hash(_ string: String) -> UInt64 {
    var string = string
    return string.withUTF8 { hash($0) }
  }
}
