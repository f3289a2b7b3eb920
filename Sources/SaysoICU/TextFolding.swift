internal import CICU

/// The form in which words are compared: compatibility case folding (NFKC_Casefold) with diacritics removed.
///
/// `"Ｇoâve"` gives `"goave"`, `"Łódź"` `"lodz"`, `"STRAẞE"` `"strasse"`. Marks that carry more than an accent stay:
/// the vowel signs of Indic scripts, the voicing marks of Kana. ICU's normalisers are shared and immutable, so a
/// folding may be used from any thread.
public struct TextFolding: @unchecked Sendable {
  private let casefold: OpaquePointer
  private let decompose: OpaquePointer
  private let compose: OpaquePointer

  /// - Throws: `ICUError.failed` when ICU's normalisation data is missing.
  public init() throws(ICUError) {
    casefold = try Self.instance("NFKC_Casefold") { icu_unorm2_getNFKCCasefoldInstance(&$0) }
    decompose = try Self.instance("NFD") { icu_unorm2_getNFDInstance(&$0) }
    compose = try Self.instance("NFC") { icu_unorm2_getNFCInstance(&$0) }
  }

  private static func instance(
    _ name: String, _ body: (inout UErrorCode) -> OpaquePointer?
  ) throws(ICUError) -> OpaquePointer {
    guard let found = try icuCall("load \(name)", body) else { throw .failed(operation: "load \(name)", code: "null") }
    return found
  }

  /// The folded bytes. Plain ASCII never reaches ICU. Malformed bytes come out as U+FFFD. O(n).
  public func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if let plain = Self.foldASCII(bytes) { return plain }
    var units = normalised(UTF16Text.units(bytes), by: casefold)
    units = normalised(units, by: decompose)
    units = normalised(Diacritics.removed(from: units), by: compose)
    var folded: [UInt8] = []
    units.withUnsafeBufferPointer { UTF16Text.append($0, to: &folded) }
    return folded
  }

  /// The folded form of a string, for building lexicons and for tests.
  public func fold(_ string: String) -> String {
    var string = string
    return String(decoding: string.withUTF8 { fold($0) }, as: UTF8.self)
  }

  /// Whether valid UTF-8 is in Normalisation Form C already. O(n).
  public func isNFC(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    let units = UTF16Text.units(bytes)
    var status = U_ZERO_ERROR
    let answer = icu_unorm2_isNormalized(compose, units, Int32(clamping: units.count), &status)
    return status.isSuccess && answer != 0
  }

  /// Lower-cases plain ASCII; nil where there is anything else.
  private static func foldASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for byte in bytes {
      guard byte < 0x80 else { return nil }
      plain.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
    }
    return plain
  }

  /// Checks first: text that is in the form already is handed back as it is.
  private func normalised(_ units: [UInt16], by form: OpaquePointer) -> [UInt16] {
    let length = Int32(clamping: units.count)
    var status = U_ZERO_ERROR
    if icu_unorm2_spanQuickCheckYes(form, units, length, &status) == length, status.isSuccess { return units }
    return UTF16Text.filling(atLeast: units.count + units.count / 4) { buffer, capacity, status in
      icu_unorm2_normalize(form, units, length, buffer, capacity, &status)
    } ?? units
  }
}
