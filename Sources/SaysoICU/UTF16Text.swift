internal import CICU

/// UTF-16 on the way between our bytes and the parts of ICU that know nothing else.
enum UTF16Text {
  /// Malformed sequences come out as U+FFFD.
  static func units(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt16] {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return [] }
    return [UInt16](unsafeUninitializedCapacity: bytes.count) { buffer, length in
      var status = U_ZERO_ERROR
      var written: Int32 = 0
      base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
        _ = icu_u_strFromUTF8WithSub(
          buffer.baseAddress, Int32(clamping: buffer.count), &written, text, Int32(clamping: bytes.count), 0xFFFD, nil,
          &status)
      }
      length = status.isSuccess ? Int(written) : 0
    }
  }

  /// Appends units as UTF-8. An unpaired surrogate comes out as U+FFFD.
  static func append(_ units: UnsafeBufferPointer<UInt16>, to bytes: inout [UInt8]) {
    guard !units.isEmpty else { return }
    let capacity = units.count * 3
    bytes.append(
      contentsOf: [UInt8](unsafeUninitializedCapacity: capacity) { buffer, length in
        var status = U_ZERO_ERROR
        var written: Int32 = 0
        buffer.withMemoryRebound(to: CChar.self) { text in
          _ = icu_u_strToUTF8WithSub(
            text.baseAddress, Int32(clamping: capacity), &written, units.baseAddress, Int32(clamping: units.count),
            0xFFFD, nil, &status)
        }
        length = status.isSuccess ? Int(written) : 0
      })
  }

  static func string(_ units: UnsafePointer<UInt16>?, count: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: units, count: count), as: UTF16.self)
  }

  /// Calls an ICU function that fills a buffer and returns the length it needs, growing the buffer once.
  static func filling(
    atLeast capacity: Int, _ body: (UnsafeMutablePointer<UInt16>?, Int32, inout UErrorCode) -> Int32
  ) -> [UInt16]? {
    var capacity = max(16, capacity)
    for _ in 0..<2 {
      var needed: Int32 = 0
      var status = U_ZERO_ERROR
      let units = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, length in
        needed = body(buffer.baseAddress, Int32(clamping: capacity), &status)
        length = status.isSuccess ? min(capacity, max(0, Int(needed))) : 0
      }
      if status.isSuccess { return units }
      guard status == U_BUFFER_OVERFLOW_ERROR else { return nil }
      capacity = Int(needed) + 1
    }
    return nil
  }
}
