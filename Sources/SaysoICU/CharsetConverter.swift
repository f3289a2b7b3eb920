internal import CICU

/// Converts bytes of one charset to UTF-8. Not thread-safe: one per worker and charset.
public final class CharsetConverter {
  /// The IANA name of the charset, as `input.encoding` gives it: "windows-1252".
  public let name: String
  private let converter: OpaquePointer
  /// Bad sequences since the last reset, counted by ICU's callback.
  private let bad = UnsafeMutablePointer<Int>.allocate(capacity: 1)

  /// - Parameter charset: any name or alias that ICU knows ("latin1", "cp1252", "Shift_JIS").
  /// - Throws: `ICUError.unknownCharset`.
  public init(charset: String) throws(ICUError) {
    var status = U_ZERO_ERROR
    guard let opened = icu_ucnv_open(charset, &status), status.isSuccess else { throw .unknownCharset(charset) }
    converter = opened
    name = Self.standardName(charset) ?? charset
    bad.initialize(to: 0)
    countBadSequences(in: bad)
  }

  deinit {
    icu_ucnv_close(converter)
    bad.deallocate()
  }

  /// The IANA name of a charset, whatever alias it is given by; nil where ICU knows none.
  public static func standardName(_ charset: String) -> String? {
    for standard in ["MIME", "IANA"] {
      var status = U_ZERO_ERROR
      if let name = icu_ucnv_getStandardName(charset, standard, &status), status.isSuccess {
        return String(cString: name)
      }
    }
    return nil
  }

  /// The text as valid UTF-8, and how many sequences were malformed or unassigned (each comes out as U+FFFD).
  /// Takes the whole text: a sequence cut off at the end is a bad one. O(n).
  public func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], bad: Int) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    let bad = append(bytes, isLast: true, to: &output)
    return (output, bad)
  }

  /// Converts the next part of a text that comes in parts; a sequence may go on in the next one. After the last part
  /// another text may begin.
  /// - Returns: the number of bad sequences found in this part.
  public func append(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, to output: inout [UInt8]) -> Int {
    bad.pointee = 0
    let empty: [CChar] = [0]
    empty.withUnsafeBufferPointer { nothing in
      bytes.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress ?? nothing.baseAddress else { return }
        convert(from: start, to: start + bytes.count, isLast: isLast, into: &output)
      }
    }
    return bad.pointee
  }

  /// Makes the converter substitute what it can't read, and count it.
  private func countBadSequences(in counter: UnsafeMutablePointer<Int>) {
    var status = U_ZERO_ERROR
    icu_ucnv_setToUCallBack(
      converter,
      { context, arguments, units, length, reason, status in
        if reason.rawValue <= UCNV_IRREGULAR.rawValue {
          UnsafeMutableRawPointer(mutating: context)?.assumingMemoryBound(to: Int.self).pointee += 1
        }
        icu_UCNV_TO_U_CALLBACK_SUBSTITUTE(nil, arguments, units, length, reason, status)
      }, counter, nil, nil, &status)
  }

  private func convert(
    from start: UnsafePointer<CChar>, to end: UnsafePointer<CChar>, isLast: Bool, into output: inout [UInt8]
  ) {
    let capacity = 16_384
    let buffer = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: capacity)
    defer { buffer.deallocate() }
    guard let first = buffer.baseAddress else { return }
    var source: UnsafePointer<CChar>? = start
    var carried: UInt16?
    while true {
      var target: UnsafeMutablePointer<UInt16>? = first
      if let high = carried {
        first.pointee = high
        target = first + 1
        carried = nil
      }
      var status = U_ZERO_ERROR
      icu_ucnv_toUnicode(converter, &target, first + capacity, &source, end, nil, isLast ? 1 : 0, &status)
      var count = target.map { $0 - first } ?? 0
      let isFull = status == U_BUFFER_OVERFLOW_ERROR
      if isFull, count > 1, first[count - 1] & 0xFC00 == 0xD800 {
        carried = first[count - 1]
        count -= 1
      }
      UTF16Text.append(UnsafeBufferPointer(start: first, count: count), to: &output)
      guard isFull else { return }
    }
  }
}
