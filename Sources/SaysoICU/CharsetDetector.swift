internal import CICU

/// A guess at the encoding of some bytes.
public struct CharsetGuess: Equatable, Sendable {
  /// ICU's name for the charset, which `CharsetConverter` understands: "windows-1252", "UTF-16LE".
  public let name: String
  /// 0 (no idea) to 100 (certain).
  public let confidence: Int
  /// ISO 639 code where the charset's statistics tell a language, else empty.
  public let language: String

  public init(name: String, confidence: Int, language: String) {
    self.name = name
    self.confidence = confidence
    self.language = language
  }
}

/// ICU's statistical charset detection.
///
/// It judges by about the first 8,000 bytes: give it the part where the non-ASCII bytes are. Not thread-safe: one per
/// worker.
public final class CharsetDetector {
  private let detector: OpaquePointer

  /// - Throws: `ICUError.failed` when ICU has no memory or no data.
  public init() throws(ICUError) {
    let opened = try icuCall("open its charset detector") { icu_ucsdet_open(&$0) }
    guard let opened else { throw .failed(operation: "open its charset detector", code: "null") }
    detector = opened
  }

  deinit {
    icu_ucsdet_close(detector)
  }

  /// All charsets that fit, best first; empty where none does. O(n) in the bytes given.
  public func guesses(_ bytes: UnsafeBufferPointer<UInt8>) -> [CharsetGuess] {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return [] }
    return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
      var status = U_ZERO_ERROR
      icu_ucsdet_setText(detector, text, Int32(clamping: bytes.count), &status)
      var count: Int32 = 0
      let matches = icu_ucsdet_detectAll(detector, &count, &status)
      guard status.isSuccess, let matches else { return [] }
      return (0..<Int(count)).compactMap { Self.guess(matches[$0]) }
    }
  }

  private static func guess(_ match: OpaquePointer?) -> CharsetGuess? {
    var status = U_ZERO_ERROR
    guard let name = icu_ucsdet_getName(match, &status) else { return nil }
    let confidence = icu_ucsdet_getConfidence(match, &status)
    let language = icu_ucsdet_getLanguage(match, &status)
    guard status.isSuccess else { return nil }
    return CharsetGuess(
      name: String(cString: name), confidence: Int(confidence), language: language.map { String(cString: $0) } ?? "")
  }
}
