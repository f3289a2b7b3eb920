import Foundation
import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct JSONByteWriterTests {
  private func written(_ write: (inout JSONByteWriter) -> Void) -> String {
    var json = JSONByteWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func keepsTheCommas() {
    let line = written { json in
      json.beginObject()
      json.field("id", "c1")
      json.key("spans")
      json.array([[412, 489], []]) { json, span in json.array(span) { json, point in json.int(point) } }
      json.optional("name", nil)
      json.present("title", nil)
      json.field("named", true)
      json.field("traits", ["number", "legal"])
      json.key("empty")
      json.beginObject()
      json.endObject()
      json.field("last", false)
      json.endObject()
      json.endLine()
    }
    #expect(
      line == """
        {"id":"c1","spans":[[412,489],[]],"name":null,"named":true,"traits":["number","legal"],"empty":{},"last":false}\n
        """)
  }

  @Test func startsAfreshOnEveryLine() {
    let lines = written { json in
      for number in 1...2 {
        json.beginArray()
        json.int(number)
        json.endArray()
        json.endLine()
      }
    }
    #expect(lines == "[1]\n[2]\n")
  }

  @Test(arguments: [
    ("plain text", #""plain text""#), ("", #""""#), ("a\"b\\c", #""a\"b\\c""#),
    ("\u{08}\u{09}\u{0A}\u{0C}\u{0D}", #""\b\t\n\f\r""#), ("\u{00}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
    ("L\u{2019}Orient \u{2028} 🤔 e\u{301}", "\"L\u{2019}Orient \u{2028} 🤔 e\u{301}\""),
    ("12345678\"12345678\\1234567\n", #""12345678\"12345678\\1234567\n""#),
  ])
  func escapesOnlyWhatItMust(text: String, expected: String) {
    #expect(written { $0.string(text) } == expected)
  }

  @Test(arguments: [0, 7, 9, 10, 99, 100, 12_345, -1, -10, Int.max, Int.min])
  func writesWholeNumbers(number: Int) {
    #expect(written { $0.int(number) } == "\(number)")
    #expect(written { $0.identifier("m", number) } == "\"m\(number)\"")
  }

  @Test(arguments: [
    (97, 2, "0.97"), (100, 2, "1"), (5, 2, "0.05"), (50, 2, "0.5"), (0, 2, "0"), (-5, 2, "-0.05"), (-150, 2, "-1.5"),
    (1585, 3, "1.585"), (2000, 3, "2"), (1_000_001, 6, "1.000001"), (42, 0, "42"),
  ])
  func writesFixedPointNumbers(value: Int, places: Int, expected: String) {
    #expect(written { $0.decimal(value, places: places) } == expected)
  }

  @Test(arguments: [
    (0.1, "0.1"), (-2.0, "-2"), (1e300, "1e+300"), (Double.nan, "null"), (.infinity, "null"),
    (.leastNonzeroMagnitude, "5e-324"),
  ])
  func writesDoubles(value: Double, expected: String) {
    #expect(written { $0.number(value) } == expected)
  }

  @Test func joinsPiecesOfText() {
    let first = Array("Jane \"".utf8)
    let second = Array("\" Roe".utf8)
    let line = first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        written { $0.string(joining: [first, second], separator: " … ") }
      }
    }
    #expect(line == #""Jane \" … \" Roe""#)
  }

  @Test func pastesEncodedValues() {
    let object = Array(#"{"a":1}"#.utf8)
    let line = object.withUnsafeBufferPointer { object in
      written { json in
        json.beginArray()
        json.encoded(object)
        json.encoded(object)
        json.endArray()
      }
    }
    #expect(line == #"[{"a":1},{"a":1}]"#)
  }

  /// Foundation's reader gets back every text that went in, whatever its length and wherever the escapes fall.
  @Test func textComesBack() throws {
    var random = SeededGenerator(seed: 20)
    for length in 0..<200 {
      let scalars = (0..<length).map { _ in
        Unicode.Scalar([0x22, 0x5C, 0x0A, 0x01, 0x61, 0xE9, 0x2028, 0x1F914].randomElement(using: &random) ?? 0x20)
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars.compactMap { $0 })
      let line = written { json in json.array([String(text)]) { $0.string($1) } }
      let read = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String]
      #expect(read?.first.map { Array($0.utf8) } == Array(String(text).utf8), "length \(length)")
    }
  }

  @Test func growsAndIsUsedAgain() {
    var json = JSONByteWriter(capacity: 1)
    let text = String(repeating: "0123456789\n", count: 10_000)
    for _ in 0..<3 {
      json.removeAll()
      json.string(text)
      #expect(json.count == 2 + 12 * 10_000)
      #expect(json.withBytes { $0.last } == UInt8(ascii: "\""))
    }
  }
}
