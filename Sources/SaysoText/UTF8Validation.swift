extension SourceText {
  /// Whether the buffer is well-formed UTF-8, by the table of Unicode 15 section 3.9 (D92). O(n).
  public static func isValidUTF8(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let count = buffer.count
    while index < count {
      let lead = buffer[index]
      if lead < 0x80 {
        index += asciiRun(buffer, from: index)
        continue
      }
      guard let length = sequenceLength(buffer, at: index) else { return false }
      index += length
    }
    return true
  }

  /// Length in bytes of the run of ASCII that starts at `start`, eight bytes at a time.
  @inline(__always)
  private static func asciiRun(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(buffer)
    while index + 8 <= buffer.count {
      if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < buffer.count, buffer[index] < 0x80 { index += 1 }
    return index - start
  }

  /// Length of the multi-byte sequence at `index`, or nil where it is malformed.
  @inline(__always)
  private static func sequenceLength(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let lead = buffer[index]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xE1...0xEC, 0xEE...0xEF: length = 3
    case 0xED: (length, high) = (3, 0x9F)
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, high) = (4, 0x8F)
    default: return nil
    }
    guard index + length <= buffer.count, buffer[index + 1] >= low, buffer[index + 1] <= high else { return nil }
    for offset in 2..<max(2, length) where buffer[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
