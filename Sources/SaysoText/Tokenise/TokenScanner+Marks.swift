extension TokenScanner {
  /// A number with its inner separators, and letters glued to it: "3,000.50", "10:55", "9/11", "1990s", "30th".
  mutating func number(into out: inout TokenBuffer) {
    begin(&out)
    numberBody(into: &out)
  }

  private mutating func numberBody(into out: inout TokenBuffer) {
    shape.formUnion([.hasDigit, .number])
    var isGlued = false
    while index < count {
      let (scalar, length) = decode(index)
      let kind = table.characterClass(scalar)
      if kind == .digit || (kind.isLetter && !startsDotted(index)) || (isGlued && kind == .ignorable) {
        if kind != .digit {
          isGlued = true
          shape.formUnion([.hasLetter, .hasLower])
          shape.remove(.number)
        }
        if scalar >= 0x80 { shape.insert(.nonASCII) }
      } else if isGlued || !isSeparator(scalar) {
        break
      }
      fold(scalar, at: index, length: length, into: &out)
      index += length
    }
    if byte(index) == UInt8(ascii: ".") { shape.insert(.beforeStop) }
    finish(&out)
    clitic(into: &out)
  }

  /// Whether letters at `at` start "p.m." and the like, which are words of their own.
  private func startsDotted(_ at: Int) -> Bool {
    byte(at + 1) == UInt8(ascii: ".") && characterClass(at: at + 2).isLetter && byte(at + 3) == UInt8(ascii: ".")
  }

  private func isSeparator(_ scalar: UInt32) -> Bool {
    guard characterClass(at: index + 1) == .digit else { return false }
    switch scalar {
    case 0x2E, 0x3A, 0x2F: return true
    case 0x2C:
      let digits = (1...4).prefix { characterClass(at: index + $0) == .digit }.count
      return digits == 3
    default: return false
    }
  }

  /// Words of a run of Thai, Chinese and the like, by ICU's dictionaries.
  mutating func unspacedRun(into out: inout TokenBuffer) {
    let from = index
    var stop = index
    while stop < count {
      let (scalar, length) = decode(stop)
      let kind = table.characterClass(scalar)
      guard kind == .unspaced || kind == .ignorable else { break }
      stop += length
    }
    let boundaries = support.wordBoundaries(UnsafeBufferPointer(start: base + from, count: stop - from))
    for boundary in boundaries + [stop - from] where from + boundary > index && from + boundary <= stop {
      begin(&out)
      let word = UnsafeBufferPointer(start: base + index, count: from + boundary - index)
      for byte in support.fold(word) { out.folded.append(byte) }
      shape.formUnion([.hasLetter, .nonASCII])
      index = from + boundary
      finish(&out)
    }
    index = max(index, stop)
  }

  /// A punctuation mark or symbol; runs of one mark count as one token ("...", "--", "''", "!!").
  mutating func mark(_ scalar: UInt32, _ length: Int, into out: inout TokenBuffer) {
    if scalar == 0x40, characterClass(at: index + 1).isWord { return handle(into: &out) }
    if startsYear(scalar) { return shortYear(into: &out) }
    if !pending.contains(.spaceBefore), cliticLength(at: index) > 0 { return clitic(into: &out) }
    begin(&out)
    shape.formUnion(Self.markShape(scalar))
    if table.characterClass(scalar) != .punctuation { shape.insert(.symbol) }
    if scalar >= 0x80 { shape.insert(.nonASCII) }
    repeat {
      fold(scalar, at: index, length: length, into: &out)
      index += length
    } while Self.runsTogether(scalar) && decode(index).scalar == scalar && index < count
    if scalar == 0x27 || scalar == 0x60 { shape.insert(scalar == 0x27 ? .anyQuote : [.anyQuote, .openQuote]) }
    finish(&out)
  }

  /// "'90s" and "'71": an apostrophe that stands for a century.
  private func startsYear(_ scalar: UInt32) -> Bool {
    guard scalar == 0x27 || scalar == 0x2019, pending.contains(.spaceBefore) else { return false }
    let at = index + apostropheLength(at: index)
    guard characterClass(at: at) == .digit, characterClass(at: at + 1) == .digit else { return false }
    if byte(at + 2) == UInt8(ascii: "s") { return !characterClass(at: at + 3).isWord }
    return !characterClass(at: at + 2).isWord && apostropheLength(at: at + 2) == 0
  }

  private mutating func shortYear(into out: inout TokenBuffer) {
    begin(&out)
    out.folded.append(UInt8(ascii: "'"))
    index += apostropheLength(at: index)
    numberBody(into: &out)
  }

  static func runsTogether(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2D, 0x27, 0x60, 0x21, 0x3F, 0x2A, 0x5F, 0x3D, 0x7E, 0x2014, 0x2013, 0x2026, 0x23, 0x2B: return true
    default: return false
    }
  }

  static func markShape(_ scalar: UInt32) -> TokenShape {
    switch scalar {
    case 0x21, 0x2E, 0x3F, 0x2026, 0x203D, 0x203C, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0x061F, 0x06D4, 0x0964:
      return [.punctuation, .terminal]
    case 0x22: return [.punctuation, .anyQuote]
    case 0x27, 0x2019, 0x60: return [.punctuation, .anyQuote]
    case 0x201C, 0x2018, 0x201A, 0x201B, 0x201E, 0x201F, 0xAB, 0x2039, 0x300C, 0x300E:
      return [.punctuation, .anyQuote, .openQuote]
    case 0x201D, 0xBB, 0x203A, 0x300D, 0x300F: return [.punctuation, .anyQuote, .closeQuote]
    case 0x2D, 0x2010...0x2015, 0x2212: return [.punctuation, .dash]
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: return [.punctuation, .bracket]
    default: return .punctuation
    }
  }
}
