import Testing

@testable import SaysoText

@Test func validUTF8() {
  #expect(SourceText.isValidUTF8(Array("é🤔".utf8)))
  #expect(!SourceText.isValidUTF8([0xC0, 0x80]))
}
