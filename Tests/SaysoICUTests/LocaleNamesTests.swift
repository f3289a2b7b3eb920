import SaysoICU
import Testing

@Suite struct LocaleNamesTests {
  @Test func months() throws {
    #expect(try LocaleNames(locale: "en").months(.wide).first == "January")
    #expect(try LocaleNames(locale: "en").months(.short).count == 12)
    #expect(try LocaleNames(locale: "ru").months(.wide)[4] == "мая")
    #expect(try LocaleNames(locale: "ru").months(.standaloneWide)[4] == "май")
  }

  @Test func weekdaysStartOnMonday() throws {
    let names = try LocaleNames(locale: "en").weekdays(.wide)
    #expect(names.first == "Monday")
    #expect(names.last == "Sunday")
    #expect(try LocaleNames(locale: "de").weekdays(.standaloneShort).count == 7)
  }

  @Test func territories() {
    #expect(LocaleNames(locale: "fr").territory("DE") == "Allemagne")
    #expect(LocaleNames(locale: "en").territory("QX") == nil)
    #expect(LocaleNames.territoryCodes.contains("HT"))
    #expect(LocaleNames.territoryCodes.count > 240)
  }

  @Test func properties() {
    #expect(ScalarProperties.isLetter("é") && !ScalarProperties.isLetter("3") && !ScalarProperties.isLetter("\u{301}"))
    #expect(ScalarProperties.isUpper("Ж") && !ScalarProperties.isUpper("ж") && ScalarProperties.isLower("ж"))
    #expect(ScalarProperties.isMark("\u{301}") && ScalarProperties.isWhiteSpace("\u{A0}"))
    #expect(ScalarProperties.script(of: "ж") == "Cyrl")
    #expect(ScalarProperties.script(of: "ไ") == "Thai")
  }
}
