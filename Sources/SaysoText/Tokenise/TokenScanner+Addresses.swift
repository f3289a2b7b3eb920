extension TokenScanner {
  /// Whether the word that ends at `index` begins or continues a web or mail address.
  func isAddress(_ from: Int, _ out: borrowing TokenBuffer) -> Bool {
    switch byte(index) {
    case UInt8(ascii: ":"): return byte(index + 1) == UInt8(ascii: "/") && byte(index + 2) == UInt8(ascii: "/")
    case UInt8(ascii: "@"): return characterClass(at: index + 1).isWord && characterClass(at: index - 1).isWord
    case UInt8(ascii: "."): return startsDomain(from, out)
    default: return false
    }
  }

  private static let topLevel: Set<String> = [
    "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "io", "co", "uk", "tv", "eu", "de", "fr", "ru",
    "cn",
    "me", "ly", "fm", "au", "nz", "ca", "jp", "br", "nl", "ch", "se", "pl", "za", "ie", "il", "ir", "tr",
  ]

  /// "tinyurl.com/x", "www.example.org", "bbc.co.uk": a stop, lower-case labels, the last a top-level domain.
  private func startsDomain(_ from: Int, _ out: borrowing TokenBuffer) -> Bool {
    var at = index
    for _ in 0..<4 {
      guard byte(at) == UInt8(ascii: ".") else { return false }
      var stop = at + 1
      while isLabelByte(byte(stop)), stop - at < 64 { stop += 1 }
      guard stop > at + 1 else { return false }
      let label = String(decoding: UnsafeBufferPointer(start: base + at + 1, count: stop - at - 1), as: UTF8.self)
      if Self.topLevel.contains(label) {
        let next = byte(stop)
        if next != UInt8(ascii: ".") || !isLabelByte(byte(stop + 1)) { return !characterClass(at: stop).isLetter }
      }
      at = stop
    }
    return false
  }

  private func isLabelByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "-")
  }

  /// Runs the token that has begun on to the end of its address. Tokens glued before an `@` join it.
  mutating func address(into out: inout TokenBuffer) {
    if byte(index) == UInt8(ascii: "@") { joinLocalPart(into: &out) }
    while index < count {
      let next = byte(index)
      guard next > 0x20, next < 0x7F, next != UInt8(ascii: "\""), next != UInt8(ascii: "<"), next != UInt8(ascii: ">"),
        next != UInt8(ascii: ")"), next != UInt8(ascii: "]")
      else { break }
      out.folded.append(next)
      index += 1
    }
    while index > tokenStart + 1, isTrailing(byte(index - 1)) {
      index -= 1
      out.folded.resize(to: out.folded.count - 1)
    }
    shape.insert(.address)
    shape.subtract([.beforeStop, .dotted, .mixedCase])
    if byte(index) == UInt8(ascii: ".") { shape.insert(.beforeStop) }
    finish(&out)
  }

  /// Takes back tokens that touch the word before an `@`: "a.m.roe@" was several.
  private mutating func joinLocalPart(into out: inout TokenBuffer) {
    var first = out.count
    var from = tokenStart
    while first > 0, out.count - first < 16 {
      let row = out.rows[first - 1]
      guard Int(row.end) == from, isLocalByte(byte(Int(row.start))), !row.shape.contains(.nonASCII) else { break }
      from = Int(row.start)
      first -= 1
    }
    guard first < out.count else { return }
    shape = out.rows[first].shape
    out.truncate(to: first)
    tokenStart = from
    tokenFolded = out.folded.count
    for at in from..<index { out.folded.append(asciiLower(byte(at))) }
  }

  private func isLocalByte(_ byte: UInt8) -> Bool {
    isLabelByte(asciiLower(byte)) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "_")
  }

  private func asciiLower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "'"):
      return true
    default: return false
    }
  }

  /// "@name": a handle.
  mutating func handle(into out: inout TokenBuffer) {
    begin(&out)
    repeat {
      out.folded.append(asciiLower(byte(index)))
      index += 1
    } while index < count && (isLabelByte(asciiLower(byte(index))) || byte(index) == UInt8(ascii: "_"))
    shape.formUnion([.address, .hasLetter])
    if byte(index) == UInt8(ascii: ".") { shape.insert(.beforeStop) }
    finish(&out)
    clitic(into: &out)
  }
}
