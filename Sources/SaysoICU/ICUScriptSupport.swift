public import SaysoText

/// What the tokeniser asks of Unicode, answered by ICU.
///
/// The word iterator is opened at its first use, since most articles never need it. Not thread-safe: one per worker.
public final class ICUScriptSupport: ScriptSupport {
  private let folding: TextFolding
  private var breaker: WordBreaker?
  private var triedBreaker = false

  /// - Throws: `ICUError.failed` when ICU's normalisation data is missing.
  public init() throws(ICUError) {
    folding = try TextFolding()
  }

  public func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    folding.fold(bytes)
  }

  /// Where ICU's break data is missing the whole run is one word.
  public func wordBoundaries(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    if !triedBreaker {
      triedBreaker = true
      breaker = try? WordBreaker()
    }
    return breaker?.boundaries(bytes) ?? [bytes.count]
  }
}
