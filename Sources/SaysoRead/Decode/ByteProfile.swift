/// A byte order mark at the start of a text.
struct ByteOrderMark {
  let charset: String
  let length: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let head = Array(bytes.prefix(4))
    switch head {
    case [0xFF, 0xFE, 0, 0]: (charset, length) = ("UTF-32LE", 4)
    case [0, 0, 0xFE, 0xFF]: (charset, length) = ("UTF-32BE", 4)
    case _ where head.starts(with: [0xEF, 0xBB, 0xBF]): (charset, length) = ("UTF-8", 3)
    case _ where head.starts(with: [0xFF, 0xFE]): (charset, length) = ("UTF-16LE", 2)
    case _ where head.starts(with: [0xFE, 0xFF]): (charset, length) = ("UTF-16BE", 2)
    default: return nil
    }
  }
}

/// Counts that tell text from everything else. O(n).
struct ByteProfile {
  private var count = 0
  private var evenZeros = 0
  private var oddZeros = 0
  /// Control characters that no text has, NUL included.
  private var controls = 0
  private var hasForeignSignature = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = bytes.count
    // PDF and RTF can look like text for a long way.
    hasForeignSignature = bytes.starts(with: "%PDF-".utf8) || bytes.starts(with: "{\\rtf".utf8)
    for byte in bytes {
      controls &+= byte < 0x20 && (byte < 0x08 || byte > 0x0D) && byte != 0x1B ? 1 : 0
    }
    guard controls > 0 else { return }
    for (index, byte) in bytes.enumerated() where byte == 0 {
      if index & 1 == 0 { evenZeros += 1 } else { oddZeros += 1 }
    }
  }

  /// UTF-16 without a byte order mark: most code units have a zero half, and it is always the same half.
  var wideCharset: String? {
    guard count >= 4, count % 2 == 0, controls - evenZeros - oddZeros <= count / 200 else { return nil }
    if oddZeros > count / 5, evenZeros <= count / 100 { return "UTF-16LE" }
    if evenZeros > count / 5, oddZeros <= count / 100 { return "UTF-16BE" }
    return nil
  }

  /// More than one control character in 200 bytes is not text; a stray one is.
  var isBinary: Bool { hasForeignSignature || controls > count / 200 }

  /// Whether text that is not valid UTF-8 is more of it than not: more good multi-byte sequences than bad ones.
  /// Texts in other encodings hold next to none by chance.
  static func isMostlyUTF8(_ bytes: UnsafeBufferPointer<UInt8>, bad: Int) -> Bool {
    var leads = 0
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(bytes[index])
      guard length > 1, index + length <= bytes.count,
        bytes[index + 1..<index + length].allSatisfy({ $0 & 0xC0 == 0x80 })
      else {
        index += 1
        continue
      }
      leads += 1
      index += length
    }
    return leads > bad
  }

  private static func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}

/// The part of a text that ICU should judge its charset by: it reads only the first 8,000 bytes, which may all be ASCII.
enum LegacySample {
  /// Up to 8,000 bytes from around the non-ASCII ones.
  static func around(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int = 8000, reach: Int = 48) -> [UInt8] {
    var sample: [UInt8] = []
    var covered = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 && index + reach >= covered {
      let start = max(covered, index - reach)
      let end = min(bytes.count, index + reach)
      guard end > start else { continue }
      sample.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      covered = end
      if sample.count >= limit { break }
    }
    return sample
  }
}
