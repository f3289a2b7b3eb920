import SaysoICU
import Testing

@Suite struct TextFoldingTests {
  @Test(arguments: [
    ("Ｇoâve", "goave"), ("Łódź", "lodz"), ("STRAẞE", "strasse"), ("Ørsted", "orsted"), ("İzmir", "izmir"),
    ("Diyarbakır", "diyarbakir"), ("ﬁnance", "finance"), ("Nguyễn", "nguyen"), ("co\u{AD}op", "coop"),
    ("ΆΘΗΝΑ", "αθηνα"), ("Æsir", "aesir"), ("MİRA", "mira"), ("plain", "plain"), ("Mixed CASE 3", "mixed case 3"),
    ("が", "が"), ("हिन्दी", "हिन्दी"), ("مُحَمَّد", "محمد"), ("", ""), ("𝐌𝐢𝐫𝐚", "mira"),
  ])
  func folds(_ text: String, _ folded: String) throws {
    #expect(try TextFolding().fold(text) == folded)
  }

  @Test func foldingTwiceChangesNothing() throws {
    let folding = try TextFolding()
    for value in 0x80..<0x3000 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = folding.fold(String(scalar))
      #expect(folding.fold(once) == once, "U+\(String(value, radix: 16))")
    }
  }

  @Test func malformedBytesAreReplaced() throws {
    let bytes: [UInt8] = [0x41, 0xFF, 0xC3, 0xA9]
    let folded = try bytes.withUnsafeBufferPointer { try TextFolding().fold($0) }
    #expect(String(decoding: folded, as: UTF8.self) == "a\u{FFFD}e")
  }

  @Test func knowsNFC() throws {
    let folding = try TextFolding()
    #expect(Array("café".utf8).withUnsafeBufferPointer(folding.isNFC))
    #expect(!Array("cafe\u{301}".utf8).withUnsafeBufferPointer(folding.isNFC))
    #expect(Array("cafe".utf8).withUnsafeBufferPointer(folding.isNFC))
  }
}
