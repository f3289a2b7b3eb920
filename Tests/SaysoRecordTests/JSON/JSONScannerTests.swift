import Foundation
import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct JSONScannerTests {
  /// Steps over the whole text; the error where it is not one JSON value.
  private func check(_ bytes: [UInt8], depthLimit: Int = 512) -> JSONError? {
    bytes.withUnsafeBufferPointer { bytes in
      var json = JSONScanner(bytes, depthLimit: depthLimit)
      do throws(JSONError) {
        try json.skipValue()
        try json.finish()
        return nil
      } catch {
        return error
      }
    }
  }

  private func check(_ text: String, depthLimit: Int = 512) -> JSONError? {
    check(Array(text.utf8), depthLimit: depthLimit)
  }

  @Test(arguments: [
    "0", "-0", "12", "-1.5e+10", "1E5", "0.0", "1e-7", "123456789012345678901234567890", "\"\"", "\"\\u0000\"", "null",
    "true", "false", "[]", "{}", " [ 1 , 2 ] ", "{\"a\":{\"b\":[{}]},\"a\":1}", "\"\u{7F}\u{2028}é\"", "\t\r\n 1 \n",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\uD800\"", "[\"12345678901234567890\"]",
  ])
  func accepts(text: String) {
    #expect(check(text) == nil)
  }

  @Test(arguments: [
    ("", 0), (" ", 1), ("tru", 3), ("nul", 3), ("truth", 3), ("True", 0), ("+1", 0), ("01", 1), ("-", 1), ("1.", 2),
    (".5", 0), ("1e", 2), ("1e+", 3), ("0x10", 1), ("NaN", 0), ("-Infinity", 1), ("\"", 1), ("\"a", 2), ("\"\\\"", 3),
    ("\"\\x\"", 2), ("\"\\u12G4\"", 2), ("\"\\u123", 2), ("\"a\nb\"", 2), ("\"\u{0}\"", 1), ("[", 1), ("[1", 2),
    ("[1,", 3), ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3), ("]", 0), ("{", 1), ("{\"a\"", 4), ("{\"a\":", 5),
    ("{\"a\":1", 6), ("{\"a\":1,}", 7), ("{a:1}", 1), ("{\"a\" 1}", 5), ("{1:2}", 1), ("[1]]", 3), ("1 2", 2),
    ("[1}", 2), ("{\"a\":1]", 6), ("'a'", 0), ("/*c*/1", 0), ("\u{FEFF}1", 0),
  ])
  func refuses(text: String, offset: Int) {
    #expect(check(text)?.offset == offset)
  }

  @Test func limitsDepth() {
    let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    #expect(check(deep) == JSONError(offset: 512, reason: .tooDeep))
    #expect(check("[[[]]]", depthLimit: 3) == nil)
    #expect(check("[[{}]]", depthLimit: 2) == JSONError(offset: 2, reason: .tooDeep))
    #expect(check(String(repeating: "{\"a\":", count: 100_000))?.reason == .tooDeep)
    #expect(check("[" + String(repeating: "[[]],", count: 100_000) + "[]]") == nil)
  }

  @Test(arguments: Seed.some(40))
  func acceptsWhatTheGeneratorWrites(seed: Seed) {
    var random = seed.generator
    for _ in 0..<50 {
      let text = random.json()
      #expect(check(text) == nil, "\(text)")
    }
  }

  /// Cut, changed and doubled texts: no crash, an offset inside the text, and the same verdict as Foundation's reader
  /// wherever that one is as strict.
  @Test(arguments: Seed.some(40))
  func judgesDamagedTextAsFoundationDoes(seed: Seed) throws {
    var random = seed.generator
    for _ in 0..<100 {
      var bytes = Array(random.json(depth: 3).utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes[at] = random.pick(Array("{}[]\",:0e-.tn\\ua ".utf8), or: 0x20)
        default: bytes.removeSubrange(at...)
        }
      }
      let verdict = check(bytes)
      if let verdict { #expect(verdict.offset <= bytes.count) }
      guard let text = String(validating: bytes, as: UTF8.self) else { continue }
      // Foundation takes a comma before a closing bracket, which RFC 8259 does not.
      if text.contains(try Regex(",\\s*[\\]}]")) { continue }
      if (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil {
        #expect(verdict == nil, "\(text)")
      }
    }
  }

  @Test func survivesAnyBytes() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let bytes = random.bytes(upTo: 60)
      if let error = check(bytes) { #expect(error.offset >= 0 && error.offset <= bytes.count) }
    }
  }

  /// What it reads is what Foundation reads.
  @Test(arguments: Seed.some(30))
  func readsStrings(seed: Seed) throws {
    var random = seed.generator
    for _ in 0..<40 {
      let text = random.nastyText(upTo: 30)
      let encoded = Array(random.jsonString(text).utf8)
      let (string, bytes, lone) = try encoded.withUnsafeBufferPointer { encoded in
        var json = JSONScanner(encoded)
        let read = try json.string()
        var lone = 0
        return (read.string, read.bytes(countingSurrogates: &lone), lone)
      }
      #expect(Array(string.utf8) == Array(text.utf8))
      #expect(bytes == Array(text.utf8))
      #expect(lone == 0)
    }
  }

  @Test(arguments: [
    ("\"\\uD83E\\uDD14\"", "🤔", 0), ("\"\\uD83E\"", "\u{FFFD}", 1), ("\"\\uDD14x\"", "\u{FFFD}x", 1),
    ("\"\\uD83E\\uD83E\\uDD14\"", "\u{FFFD}🤔", 1), ("\"\\uD83E\\n\"", "\u{FFFD}\n", 1),
    ("\"\\uD83Eé\"", "\u{FFFD}é", 1),
  ])
  func replacesLoneSurrogates(encoded: String, text: String, lone: Int) throws {
    let bytes = Array(encoded.utf8)
    try bytes.withUnsafeBufferPointer { bytes in
      var json = JSONScanner(bytes)
      var counted = 0
      let read = try json.string().bytes(countingSurrogates: &counted)
      #expect(String(decoding: read, as: UTF8.self) == text)
      #expect(counted == lone)
    }
  }

  private func number<Value>(_ text: String, _ read: (inout JSONScanner) throws(JSONError) -> Value) -> Value? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var json = JSONScanner(bytes)
      do throws(JSONError) { return try read(&json) } catch { return nil }
    }
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("7,", 7), ("489]", 489), ("-12", -12), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min), ("123456789012345678", 123_456_789_012_345_678),
  ])
  func readsWholeNumbers(text: String, value: Int) {
    #expect(number(text) { (json) throws(JSONError) in try json.int() } == value)
  }

  @Test(arguments: [
    "1.0", "1e3", "9223372036854775808", "-9223372036854775809", "012", "", "-", "x", "99999999999999999999",
  ])
  func refusesWhatIsNoWholeNumber(text: String) {
    #expect(number(text) { (json) throws(JSONError) in try json.int() } == nil)
  }

  @Test func readsDoublesAsSwiftDoes() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<3000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(number("\(value)") { (json) throws(JSONError) in try json.double() } == value)
    }
    for text in ["0.97", "1e22", "1e23", "123456789.123456789", "0.1e-5", "5e-324", "1.7976931348623157e308"] {
      #expect(number(text) { (json) throws(JSONError) in try json.double() } == Double(text))
    }
    #expect(number("1e999") { (json) throws(JSONError) in try json.double() } == nil)
    #expect(number("0.975") { (json) throws(JSONError) in try json.decimal(places: 2) } == 98)
    #expect(number("1e30") { (json) throws(JSONError) in try json.decimal(places: 2) } == nil)
  }

  @Test func pullsValuesInTurn() throws {
    let bytes = Array(#" {"id":"m\u0033","spans":[[412,489]],"later":{"x":[null]},"named":true,"none":null} "#.utf8)
    try bytes.withUnsafeBufferPointer { bytes in
      var json = JSONScanner(bytes)
      var seen: [String] = []
      try json.beginObject()
      while let key = try json.nextKey() {
        seen.append(key.string)
        switch key.string {
        case "id": #expect(try json.string().string == "m3")
        case "spans":
          try json.beginArray()
          #expect(try json.nextElement())
          try json.beginArray()
          var numbers: [Int] = []
          while try json.nextElement() { numbers.append(try json.int()) }
          #expect(numbers == [412, 489])
          #expect(try !json.nextElement())
        case "named": #expect(try json.bool())
        case "none": #expect(try json.null())
        default: try json.skipValue()
        }
      }
      try json.finish()
      #expect(seen == ["id", "spans", "later", "named", "none"])
    }
  }
}
