internal import SaysoICU
internal import SaysoText

/// Bytes of some encoding made valid UTF-8.
struct DecodedText {
  var bytes: [UInt8]
  /// IANA name.
  var encoding: String
  /// Malformed sequences, each replaced by U+FFFD.
  var bad = 0
  /// ICU's confidence where the encoding was guessed, 0 to 100.
  var guessed: Int?
  /// The wish could not be met: no such charset.
  var unknownCharset: String?
}

/// Turns bytes into UTF-8: byte order mark, then validity, then ICU's guess. Keeps ICU's handles; one per worker.
struct TextDecoder {
  private var detector: CharsetDetector?
  private var converters: [String: CharsetConverter] = [:]

  /// Nil for what is not text.
  /// - Parameter forced: a charset to use whatever the bytes look like.
  /// - Parameter declared: what somebody says that it is; counts where the bytes are not UTF-8.
  mutating func decode(_ bytes: [UInt8], forced: String? = nil, declared: String? = nil) -> DecodedText? {
    decode(bytes, forced: forced) { _ in declared.flatMap(DeclaredCharset.standard) }
  }

  /// A page: byte order mark, then what the page declares, then as other text. What is valid UTF-8 is UTF-8, whatever
  /// the page says, unless it is all ASCII.
  /// - Parameter server: what the server said, where the page itself says nothing.
  mutating func decode(page bytes: [UInt8], forced: String?, server: String? = nil) -> DecodedText? {
    decode(bytes, forced: forced) { DeclaredCharset.find(in: $0) ?? server.flatMap(DeclaredCharset.standard) }
  }

  private mutating func decode(
    _ bytes: [UInt8], forced: String?, declared: (UnsafeBufferPointer<UInt8>) -> String?
  ) -> DecodedText? {
    bytes.withUnsafeBufferPointer { buffer in
      let isPlain = forced == nil && ByteOrderMark(buffer) == nil && ByteProfile(buffer).wideCharset == nil
      guard isPlain, !SourceText.isValidUTF8(buffer), let declared = declared(buffer),
        declared != "UTF-8", let decoded = convert(buffer, from: declared), decoded.bad <= buffer.count / 1000
      else { return decode(buffer, whole: bytes, forced: forced) }
      return decoded
    }
  }

  private mutating func decode(_ buffer: UnsafeBufferPointer<UInt8>, whole: [UInt8], forced: String?) -> DecodedText? {
    if let forced {
      if let converted = convert(buffer, from: forced) { return converted }
      var decoded = decode(buffer, whole: whole, forced: nil)
      decoded?.unknownCharset = forced
      return decoded
    }
    if let mark = ByteOrderMark(buffer) {
      let rest = UnsafeBufferPointer(rebasing: buffer[mark.length...])
      return mark.charset == "UTF-8" ? utf8(rest, whole: nil) : convert(rest, from: mark.charset)
    }
    let profile = ByteProfile(buffer)
    if let wide = profile.wideCharset { return convert(buffer, from: wide) }
    guard !profile.isBinary else { return nil }
    return utf8(buffer, whole: whole)
  }

  /// UTF-8 where it is valid or mostly so, else what ICU takes it for.
  private mutating func utf8(_ buffer: UnsafeBufferPointer<UInt8>, whole: [UInt8]?) -> DecodedText? {
    if SourceText.isValidUTF8(buffer) { return DecodedText(bytes: whole ?? Array(buffer), encoding: "UTF-8") }
    let asUTF8 = convert(buffer, from: "UTF-8")
    if whole == nil || ByteProfile.isMostlyUTF8(buffer, bad: asUTF8?.bad ?? 0) { return asUTF8 }
    let guess = bestGuess(LegacySample.around(buffer))
    var decoded = convert(buffer, from: guess.name)
    decoded?.guessed = guess.confidence
    return decoded ?? asUTF8
  }

  private mutating func bestGuess(_ sample: [UInt8]) -> CharsetGuess {
    let fallback = CharsetGuess(name: "windows-1252", confidence: 0, language: "")
    if detector == nil { detector = try? CharsetDetector() }
    guard let detector else { return fallback }
    let best = sample.withUnsafeBufferPointer { detector.guesses($0) }.first { guess in
      !["UTF-", "IBM4", "ISO-2022"].contains { guess.name.hasPrefix($0) }
    }
    // Below this ICU saw next to nothing that speaks for a charset; windows-1252 is then by far the commonest.
    guard let best, best.confidence >= 20 else { return fallback }
    return best
  }

  private mutating func convert(_ buffer: UnsafeBufferPointer<UInt8>, from charset: String) -> DecodedText? {
    if converters[charset] == nil { converters[charset] = try? CharsetConverter(charset: charset) }
    guard let converter = converters[charset] else { return nil }
    let converted = converter.utf8(buffer)
    return DecodedText(bytes: converted.bytes, encoding: converter.name, bad: converted.bad)
  }
}
