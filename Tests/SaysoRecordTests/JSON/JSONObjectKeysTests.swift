import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct JSONObjectKeysTests {
  private func read(_ line: String, _ keys: String...) throws -> [JSONObjectKeys.Value?] {
    try Array(line.utf8).withUnsafeBufferPointer { try JSONObjectKeys(keys).read($0).values }
  }

  private func string(_ text: String) -> JSONObjectKeys.Value { .string(Array(text.utf8)) }

  @Test func pullsWhatIsWanted() throws {
    let line = #"{"x":[{}],"text":"a\nb","n":1.5e3,"id":null,"by":["A","B"],"ok":true,"mixed":["A",1]}"#
    #expect(
      try read(line, "text", "n", "id", "by", "ok", "mixed", "none") == [
        string("a\nb"), .scalar("1.5e3"), .other, .strings(["A", "B"]), .scalar("true"), .other, nil,
      ])
  }

  @Test func followsDots() throws {
    let line = #"{"meta":{"date":"2024","deep":{"url":"u"}},"a.b":"whole","a":{"b":"path"}}"#
    #expect(
      try read(line, "meta.date", "meta.deep.url", "meta", "meta.none", "meta.date.x")
        == [string("2024"), string("u"), .other, nil, nil])
    #expect(try read(#"{"a.b":"whole"}"#, "a.b") == [string("whole")])
  }

  @Test func takesTheLastOfSeveral() throws {
    #expect(try read(#"{"a":"1","a":"2"}"#, "a") == [string("2")])
  }

  @Test func oneKeyForTwoPurposes() throws {
    #expect(try read(#"{"a":"1"}"#, "a", "a", "") == [string("1"), string("1"), nil])
  }

  @Test func readsEscapedKeys() throws {
    #expect(try read(#"{"\u0074ext":"1"}"#, "text") == [string("1")])
  }

  @Test(arguments: [#"{"a":}"#, #"{"a":1"#, "[]", #""a""#, "", #"{"a":1} x"#, #"{"b":[1,}"#, #"{"a":{"b":tru}}"#])
  func refusesBrokenLines(line: String) {
    #expect(throws: JSONError.self) { try read(line, "a", "a.b") }
  }

  @Test func countsLoneSurrogates() throws {
    let line = Array(#"{"text":"a\ud800b","other":"\ud800"}"#.utf8)
    let fields = try line.withUnsafeBufferPointer { try JSONObjectKeys(["text"]).read($0) }
    #expect(fields.loneSurrogates == 1)
    #expect(fields.values == [string("a\u{FFFD}b")])
  }

  @Test func takesRawControlCharactersOnlyWhenAllowed() throws {
    let line = Array("{\"text\":\"a\u{1}b\"}".utf8)
    try line.withUnsafeBufferPointer { line in
      let values = try JSONObjectKeys(["text"]).read(line).values
      #expect(values == [string("a\u{1}b")])
      #expect(throws: JSONError(offset: 10, reason: .controlCharacter)) {
        try JSONObjectKeys(["text"], allowsControls: false).read(line)
      }
    }
  }
}
