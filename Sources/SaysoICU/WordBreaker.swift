internal import CICU

/// ICU's word iterator over UTF-8, for scripts that are written without spaces (Thai, Lao, Khmer, Myanmar, Han, Kana).
///
/// It is four times slower than the table tokeniser, so it is given only the runs that the table can't split. One
/// breaker belongs to one thread at a time: make one per worker.
public final class WordBreaker {
  private let iterator: OpaquePointer

  /// - Throws: `ICUError.failed` when ICU's break data is missing.
  public init() throws(ICUError) {
    let opened = try icuCall("open its word iterator") { status in
      icu_ubrk_open(UBRK_WORD, "root", nil, 0, &status)
    }
    guard let opened else { throw .failed(operation: "open its word iterator", code: "null") }
    iterator = opened
  }

  deinit {
    icu_ubrk_close(iterator)
  }

  /// Word boundaries as rising byte offsets into `bytes`, without the 0 and with the length at the end: the Thai for
  /// "Thai language", `"ภาษาไทย"`, gives `[12, 21]`. Empty for empty input. Malformed bytes count as U+FFFD. O(n).
  public func boundaries(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return [] }
    var status = U_ZERO_ERROR
    let text = base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      icu_utext_openUTF8(nil, $0, Int64(bytes.count), &status)
    }
    guard status.isSuccess, let text else { return [bytes.count] }
    defer { icu_utext_close(text) }
    icu_ubrk_setUText(iterator, text, &status)
    guard status.isSuccess else { return [bytes.count] }
    return collect(upTo: bytes.count)
  }

  private func collect(upTo count: Int) -> [Int] {
    var offsets: [Int] = []
    var offset = Int(icu_ubrk_first(iterator))
    while offset >= 0 {
      if offset > 0 { offsets.append(min(offset, count)) }
      offset = Int(icu_ubrk_next(iterator))
    }
    if offsets.last != count { offsets.append(count) }
    return offsets
  }
}
