/// Puts HTML together byte by byte. Text from articles goes in through `text` only, which leaves nothing of it that a
/// browser could take for markup.
///
///     var html = HTMLWriter()
///     html.raw("<b>")
///     html.text("a < b")
///     html.raw("</b>")                        // <b>a &lt; b</b>
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  /// Markup of our own.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Markup that was made safe before: a rendered template, another writer's bytes.
  mutating func rendered(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  mutating func int(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// Text for the inside of an element or of a quoted attribute.
  ///
  /// Characters of HTML are escaped. Controls, and characters that turn the direction of writing, become `�`.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text($0) }
  }

  /// Valid UTF-8, or a slice of it that starts and ends between characters.
  mutating func text(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { self.text($0) }
  }

  private mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    let isPlain = Self.isPlain
    var copied = 0
    var at = 0
    while at < text.count {
      let byte = text[at]
      if isPlain[Int(byte)] {
        at += 1
        continue
      }
      let (length, substitute) = Self.special(text, at)
      if let substitute {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<at]))
        raw(substitute)
        copied = at + length
      }
      at += length
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
  }

  /// A cut-off text with an ellipsis where it is longer than `limit` characters (code points).
  mutating func text(_ text: String, limit: Int) {
    guard text.utf8.count > limit,
      let end = text.unicodeScalars.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
      end < text.endIndex
    else { return self.text(text) }
    self.text(String(text[..<end]))
    raw("…")
  }

  /// Bytes that stand for themselves wherever they are.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F, 0xC2, 0xE2: false
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    default: true
    }
  }

  /// What stands at a byte that is not plain: its length, and what is written for it; nil for itself.
  private static func special(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Int, StaticString?) {
    switch text[at] {
    case UInt8(ascii: "&"): return (1, "&amp;")
    case UInt8(ascii: "<"): return (1, "&lt;")
    case UInt8(ascii: ">"): return (1, "&gt;")
    case UInt8(ascii: "\""): return (1, "&quot;")
    case UInt8(ascii: "'"): return (1, "&#39;")
    case 0x0D: return (1, "\n")
    case 0xC2:
      let isControl = at + 1 < text.count && text[at + 1] < 0xA0
      return (isControl ? 2 : 1, isControl ? "\u{FFFD}" : nil)
    case 0xE2:
      guard at + 2 < text.count else { return (1, nil) }
      let (second, third) = (text[at + 1], text[at + 2])
      let turns = second == 0x80 && (0xAA...0xAE).contains(third) || second == 0x81 && (0xA6...0xA9).contains(third)
      return (3, turns ? "\u{FFFD}" : nil)
    default: return (1, "\u{FFFD}")
    }
  }
}
