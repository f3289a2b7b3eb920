import SaysoICU
import Testing

@Suite struct CharsetTests {
  private func utf8(_ charset: String, _ bytes: [UInt8]) throws -> (text: String, bad: Int) {
    let converter = try CharsetConverter(charset: charset)
    let result = bytes.withUnsafeBufferPointer { converter.utf8($0) }
    return (String(decoding: result.bytes, as: UTF8.self), result.bad)
  }

  @Test(
    arguments: [
      ("windows-1252", [0x93, 0xC9, 0x74, 0xE9, 0x94], "“Été”", 0),
      ("UTF-16LE", [0x41, 0x00, 0x3D, 0xD8, 0x00, 0xDE], "A😀", 0),
      ("UTF-16BE", [0x00, 0x41, 0xD8, 0x3D], "A\u{FFFD}", 1),
      ("Shift_JIS", [0x93, 0x8C, 0x8B, 0x9E], "東京", 0),
      ("UTF-8", [0x41, 0xFF, 0x42, 0xC3], "A\u{FFFD}B\u{FFFD}", 2),
      ("KOI8-R", [0xED, 0xC9, 0xD2], "Мир", 0),
    ] as [(String, [UInt8], String, Int)])
  func converts(_ charset: String, _ bytes: [UInt8], _ text: String, _ bad: Int) throws {
    let result = try utf8(charset, bytes)
    #expect(result.text == text)
    #expect(result.bad == bad)
  }

  @Test func convertsLongTextWithPairsAcrossBuffers() throws {
    let text = "x" + String(repeating: "😀", count: 20_000)
    let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let result = try utf8("UTF-16LE", bytes)
    #expect(result.text == text)
    #expect(result.bad == 0)
  }

  @Test func convertsAgainAfterACutSequence() throws {
    let converter = try CharsetConverter(charset: "Shift_JIS")
    let cut: [UInt8] = [0x93]
    let whole: [UInt8] = [0x93, 0x8C]
    #expect(cut.withUnsafeBufferPointer { converter.utf8($0) }.bad == 1)
    let again = whole.withUnsafeBufferPointer { converter.utf8($0) }
    #expect(String(decoding: again.bytes, as: UTF8.self) == "東")
    #expect(again.bad == 0)
  }

  @Test func namesCharsetsAsIANADoes() throws {
    #expect(try CharsetConverter(charset: "latin1").name == "ISO-8859-1")
    #expect(try CharsetConverter(charset: "cp1252").name == "windows-1252")
    #expect(throws: ICUError.unknownCharset("no-such-charset")) { try CharsetConverter(charset: "no-such-charset") }
  }

  @Test func detectsLegacyEncodings() throws {
    let french = "L’été dernier, la mairie de la ville a déclaré que les écoles étaient fermées à cause de la chaleur."
    let bytes = french.unicodeScalars.map { $0.value == 0x2019 ? 0x92 : UInt8(truncatingIfNeeded: $0.value) }
    let guess = try bytes.withUnsafeBufferPointer { try CharsetDetector().guesses($0).first }
    #expect(guess?.name == "windows-1252")
    #expect(guess?.language == "fr")
    let wide = french.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    #expect(
      try (([0xFF, 0xFE] + wide).withUnsafeBufferPointer { try CharsetDetector().guesses($0).first })?.name
        == "UTF-16LE")
  }
}
