import SaysoTestSupport
import SaysoText
import Testing

/// Folds by the standard library alone, for tests that need no ICU.
struct PlainSupport: ScriptSupport {
  func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let plain: [Character: String] = ["â": "a", "é": "e", "É": "e", "ö": "o", "ß": "ss"]
    return Array(
      String(decoding: bytes, as: UTF8.self).flatMap { plain[$0] ?? $0.lowercased() }.map(String.init).joined().utf8)
  }

  func wordBoundaries(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var offsets: [Int] = []
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 && index > 0 { offsets.append(index) }
    return offsets + [bytes.count]
  }
}

private var tokeniser: Tokeniser { Tokeniser(support: PlainSupport()) }

@Suite struct TokeniserTests {
  @Test(arguments: [
    ("He didn't go.", "He|did|n't|go|."),
    ("She can’t, and Roe's aides won’t.", "She|ca|n’t|,|and|Roe|'s|aides|wo|n’t|."),
    ("O'Malley and L’Orient-Le Jour", "O'Malley|and|L’Orient|-|Le|Jour"),
    ("the U.S. and the U.N.'s role", "the|U.S.|and|the|U.N.|'s|role"),
    ("J. K. Rowling at 5 p.m. Monday", "J.|K.|Rowling|at|5|p.m.|Monday"),
    ("5p.m. or 5pm", "5|p.m.|or|5pm"),
    ("3,000.50 and 10:55, 9/11, 1990s, '90s, 30th", "3,000.50|and|10:55|,|9/11|,|1990s|,|'90s|,|30th"),
    ("in 1992,1993", "in|1992|,|1993"),
    ("a.roe@example.org, www.example.com/x.", "a.roe@example.org|,|www.example.com/x|."),
    ("See https://example.org/a?b=c).", "See|https://example.org/a?b=c|)|."),
    ("its troops. which are", "its|troops|.|which|are"),
    ("wait... what -- no!!", "wait|...|what|--|no|!!"),
    ("“Q,” he said", "“|Q|,|”|he|said"),
    ("''Q,'' he said", "''|Q|,|''|he|said"),
    ("AT&T, R&D", "AT&T|,|R&D"),
    ("Ph.D. student", "Ph.D.|student"),
    ("plan I. Then", "plan|I|.|Then"),
    ("@roe said", "@roe|said"),
    ("US$5m up 3.5%", "US|$|5m|up|3.5|%"),
    ("東京", "東|京"),
  ])
  func splits(_ text: String, _ expected: String) {
    #expect(tokeniser.tokens(of: text).map(\.text).joined(separator: "|") == expected)
  }

  @Test(arguments: [
    ("U.S.", "us"), ("U.S", "us"), ("p.m.", "p.m."), ("J.", "j."), ("Goâve", "goave"), ("n’t", "n't"), ("“", "\""),
    ("STRASSE", "strasse"), ("co\u{AD}operate", "cooperate"), ("–", "-"), ("Cafe\u{301}", "cafe"), ("Ph.D.", "ph.d."),
  ])
  func folds(_ text: String, _ folded: String) {
    #expect(tokeniser.tokens(of: text).map { String(decoding: $0.folded, as: UTF8.self) }.joined() == folded)
  }

  @Test func shapes() {
    let tokens = tokeniser.tokens(of: "Roe NATO iPhone gen.\n\nU.S. 30 J.")
    #expect(tokens[0].shape.isSuperset(of: [.initialUpper, .paragraphStart, .lineStart]))
    #expect(tokens[1].shape.contains(.allUpper))
    #expect(tokens[2].shape.contains(.mixedCase))
    #expect(tokens[3].shape.contains(.beforeStop))
    #expect(tokens[5].shape.isSuperset(of: [.dotted, .allUpper, .paragraphStart]))
    #expect(tokens[6].shape.contains(.number))
    #expect(tokens[7].shape.contains(.initial))
  }

  /// The quick way for plain words is not taken near the end of a text, so the same words with and without spaces
  /// behind them go both ways.
  @Test func plainWordsAreWords() {
    let tokeniser = tokeniser
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "a", "Roe", "said", "Gen", ".", ",", " ", "'s", "n't", "-", "U.S.", "9", "\n", "é", "@", "example.com", "!",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      guard text.utf8.count < 32 else { continue }
      let (long, short) = (tokeniser.tokens(of: text + String(repeating: " ", count: 48)), tokeniser.tokens(of: text))
      #expect(long.map(\.text) == short.map(\.text), "\(text)")
      #expect(long.map(\.folded) == short.map(\.folded), "\(text)")
      #expect(long.map(\.shape) == short.map(\.shape), "\(text)")
    }
  }
}
