internal import Glibc

/// Goes through a page before the parser does: leaves out scripts, styles and comments, keeps JSON-LD aside, and cuts
/// off what would make a parser slow (thousands of attributes in one tag).
///
/// One pass with `memchr`; most of a page's bytes are scripts and never reach the parser.
struct MarkupFilter {
  /// The page without those parts.
  private(set) var markup: [UInt8] = []
  /// The contents of `<script type="application/ld+json">`.
  private(set) var linkedData: [Range<Int>] = []
  /// Attributes that were cut off.
  private(set) var cutTags = 0

  /// Replaces every tag by a line break or nothing: for pages that are nested too deep to be parsed.
  private let flattens: Bool
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// Behind the last quotation mark of each kind: no attribute value ends after it.
  private var lastQuote = 0
  private var lastApostrophe = 0
  /// Where the last comment of the page ends.
  private var lastComment = 0

  /// Longest tag that is kept whole, and most attributes in it.
  private static let longestTag = 1 << 16
  private static let mostAttributes = 64
  private static let inline: Set<ElementName> = [
    "a", "b", "i", "u", "em", "strong", "span", "font", "small", "sub", "sup", "abbr", "cite", "q", "s", "mark",
  ]

  init(_ bytes: UnsafeBufferPointer<UInt8>, flattens: Bool = false) {
    self.bytes = bytes
    self.flattens = flattens
    lastQuote = (bytes.lastIndex(of: UInt8(ascii: "\"")) ?? -1) + 1
    lastApostrophe = (bytes.lastIndex(of: UInt8(ascii: "'")) ?? -1) + 1
    lastComment = lastCommentEnd()
    markup.reserveCapacity(bytes.count / 2)
    while let open = find(UInt8(ascii: "<"), from: at) {
      copy(at..<open)
      at = open
      step()
    }
    copy(at..<bytes.count)
  }

  private mutating func step() {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      skipDeclaration()
    } else if next | 0x20 >= UInt8(ascii: "a"), next | 0x20 <= UInt8(ascii: "z") {
      takeTag()
    } else if next == UInt8(ascii: "/") {
      takeEndTag()
    } else {
      // A bare "<" is text; the parser might take what follows for a tag.
      markup.append(contentsOf: Array("&lt;".utf8))
      at += 1
    }
  }

  private mutating func copy(_ range: Range<Int>) {
    markup.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    return memchr(base + start, Int32(byte), bytes.count - start).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
  }
}

// MARK: Declarations and comments

extension MarkupFilter {
  /// Steps over `<!-- ... -->`, `<!DOCTYPE ...>`, `<![endif]>`, `<? ... >`. An unended comment ends at its first ">".
  private mutating func skipDeclaration() {
    if starts(with: "<!--", at: at), at < lastComment {
      var search = at + 4
      // "<!-->" and "<!--->" are whole comments.
      if search < bytes.count, bytes[search] == UInt8(ascii: ">") { search -= 2 }
      while let close = find(UInt8(ascii: ">"), from: search) {
        if close >= 2, close - 2 >= at + 2, bytes[close - 1] == UInt8(ascii: "-"), bytes[close - 2] == UInt8(ascii: "-")
        {
          at = close + 1
          return
        }
        search = close + 1
      }
    }
    let end = find(UInt8(ascii: ">"), from: at) ?? bytes.count - 1
    // A doctype with declarations of its own ends behind them.
    if starts(with: "<!doctype", at: at), bytes[at...end].contains(UInt8(ascii: "[")),
      let bracket = find(UInt8(ascii: "]"), from: at)
    {
      at = (find(UInt8(ascii: ">"), from: bracket) ?? bytes.count - 1) + 1
    } else {
      at = end + 1
    }
  }

  private func lastCommentEnd() -> Int {
    var index = bytes.count - 1
    while index >= 2 {
      if bytes[index] == UInt8(ascii: ">"), bytes[index - 1] == UInt8(ascii: "-"), bytes[index - 2] == UInt8(ascii: "-")
      {
        return index
      }
      index -= 1
    }
    return 0
  }

  private func starts(with text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let byte = bytes[offset + index]
      let lower = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
      if lower != text.utf8Start[index] { return false }
    }
    return true
  }
}

// MARK: Tags

extension MarkupFilter {
  private mutating func takeEndTag() {
    let end = (find(UInt8(ascii: ">"), from: at) ?? bytes.count - 1) + 1
    let name = loweredName(from: at + 2)
    if flattens { breakLine(name) } else { copy(at..<end) }
    at = end
  }

  private mutating func takeTag() {
    let start = at
    let name = loweredName(from: at + 1)
    let (end, cut) = tagEnd()
    at = end
    if name == "script" || name == "style" { return skipRawText(name, tag: start..<end) }
    if flattens { return breakLine(name) }
    copy(start..<min(cut ?? end, end))
    if cut != nil {
      cutTags += 1
      markup.append(UInt8(ascii: ">"))
    }
  }

  private mutating func breakLine(_ name: ElementName) {
    if !Self.inline.contains(name) { markup.append(contentsOf: Array("<br>".utf8)) }
  }

  /// The name at an offset in lower case, at most 16 bytes of it.
  private func loweredName(from start: Int) -> ElementName {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { buffer in
      var count = 0
      while count < 16, start + count < bytes.count {
        let byte = bytes[start + count]
        let lower = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
        guard lower > 0x20, lower != UInt8(ascii: ">"), lower != UInt8(ascii: "/") else { break }
        buffer[count] = lower
        count += 1
      }
      return ElementName(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Where the tag at `at` ends, and where to cut it off if it is too long or has too many attributes.
  private func tagEnd() -> (end: Int, cut: Int?) {
    var index = at + 1
    var attributes = 0
    var cut: Int?
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { return (index + 1, cut) }
      if byte <= 0x20 {
        attributes += 1
        if cut == nil, attributes > Self.mostAttributes || index - at > Self.longestTag { cut = index }
      } else if byte == UInt8(ascii: "="), let close = valueEnd(index + 1) {
        if cut == nil, close - at > Self.longestTag { cut = index }
        index = close
      }
      index += 1
    }
    return (bytes.count, cut)
  }

  /// The closing quotation mark of a value that starts with one; nil where it has none.
  private func valueEnd(_ start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "\""): return index + 1 < lastQuote ? find(UInt8(ascii: "\""), from: index + 1) : nil
    case UInt8(ascii: "'"): return index + 1 < lastApostrophe ? find(UInt8(ascii: "'"), from: index + 1) : nil
    default: return nil
    }
  }

  /// Steps over a script or style; an unended one runs to the end of the page.
  private mutating func skipRawText(_ name: ElementName, tag: Range<Int>) {
    let start = at
    let closing: StaticString = name == "script" ? "</script" : "</style"
    var search = at
    while let open = find(UInt8(ascii: "<"), from: search) {
      if starts(with: closing, at: open) {
        if name == "script", isLinkedData(tag) { linkedData.append(start..<open) }
        at = (find(UInt8(ascii: ">"), from: open) ?? bytes.count - 1) + 1
        return
      }
      search = open + 1
    }
    at = bytes.count
  }

  private func isLinkedData(_ tag: Range<Int>) -> Bool {
    var index = tag.lowerBound
    while let found = find(UInt8(ascii: "+"), from: index), found < tag.upperBound {
      if found >= 2, starts(with: "ld+json", at: found - 2) { return true }
      index = found + 1
    }
    return false
  }
}

extension ElementName: ExpressibleByStringLiteral {
  init(stringLiteral value: StaticString) { self.init(value) }
}
