extension TokenScanner {
  /// A word: letters, digits after a letter, inner apostrophes, "U.S.", "AT&T"; and the clitic behind it.
  mutating func word(into out: inout TokenBuffer) {
    begin(&out)
    let foldedFrom = out.folded.count
    var state = WordState()
    while index < count {
      if lowerRun(&state, into: &out) { continue }
      let (scalar, length) = decode(index)
      let kind = table.characterClass(scalar)
      if kind.isWord {
        note(kind, scalar, &state)
        fold(scalar, at: index, length: length, into: &out)
        index += length
      } else if !inner(scalar, foldedFrom, &state, into: &out) {
        break
      }
    }
    settle(state)
    if isAddress(foldedFrom, out) { return address(into: &out) }
    splitNegation(foldedFrom, into: &out)
    finish(&out)
    clitic(into: &out)
  }

  /// Takes a run of the letters a to z at once: most of most words. False where there is none.
  @inline(__always)
  private mutating func lowerRun(_ state: inout WordState, into out: inout TokenBuffer) -> Bool {
    var stop = index
    while stop < count, base[stop] &- 0x61 < 26 { stop &+= 1 }
    let length = stop &- index
    guard length > 0 else { return false }
    out.folded.append(base + index, count: length)
    state.letters &+= length
    state.lower &+= length
    state.segment &+= length
    index = stop
    return true
  }

  /// What has been seen of a word so far.
  struct WordState {
    var letters = 0
    var lower = 0
    var upperAfterFirst = 0
    /// Letters since the start of the word or its last inner full stop.
    var segment = 0
  }

  @inline(__always)
  private mutating func note(_ kind: CharacterClass, _ scalar: UInt32, _ state: inout WordState) {
    switch kind {
    case .upper:
      if state.letters == 0 { shape.insert(.initialUpper) } else { state.upperAfterFirst += 1 }
      state.letters += 1
      state.segment += 1
    case .lower:
      state.letters += 1
      state.lower += 1
      state.segment += 1
    case .letter:
      state.letters += 1
      state.segment += 1
    case .digit: shape.insert(.hasDigit)
    default: break
    }
    if scalar >= 0x80 { shape.insert(.nonASCII) }
  }

  @inline(__always)
  private mutating func settle(_ state: WordState) {
    if state.letters > 0 { shape.insert(.hasLetter) }
    if state.lower > 0 { shape.insert(.hasLower) }
    if shape.contains(.initialUpper), state.lower == 0 { shape.insert(.allUpper) }
    if state.upperAfterFirst > 0, state.lower > 0 { shape.insert(.mixedCase) }
    if byte(index) == UInt8(ascii: "."), !shape.contains(.dotted) { shape.insert(.beforeStop) }
  }

  /// Takes a mark that may stand inside a word. False where the word ends before it.
  private mutating func inner(_ scalar: UInt32, _ from: Int, _ state: inout WordState, into out: inout TokenBuffer)
    -> Bool
  {
    switch scalar {
    case 0x27, 0x2019: return innerApostrophe(from, into: &out)
    case 0x2E: return innerStop(from, &state, into: &out)
    case 0x26:  // "AT&T", "R&D"
      guard characterClass(at: index + 1) == .upper, shape.contains(.initialUpper), state.lower == 0 else {
        return false
      }
      take(UInt8(ascii: "&"), into: &out)
      return true
    case 0x5F:
      take(UInt8(ascii: "_"), into: &out)
      return true
    default: return false
    }
  }

  private mutating func take(_ byte: UInt8, length: Int = 1, into out: inout TokenBuffer) {
    out.folded.append(byte)
    index += length
  }

  // MARK: Apostrophes

  /// "O'Malley" and "L'Orient" go on over the apostrophe; "Roe's" and "don't" end before it or its `n`.
  private mutating func innerApostrophe(_ from: Int, into out: inout TokenBuffer) -> Bool {
    let mark = apostropheLength(at: index)
    guard mark > 0, characterClass(at: index + mark).isLetter, cliticLength(at: index) == 0 else { return false }
    if isNegation(from, out, mark) { return false }
    take(UInt8(ascii: "'"), length: mark, into: &out)
    return true
  }

  private func isNegation(_ from: Int, _ out: borrowing TokenBuffer, _ mark: Int) -> Bool {
    let last = out.folded[out.folded.count - 1]
    return last == UInt8(ascii: "n") && out.folded.count - from > 1 && byte(index + mark) | 0x20 == UInt8(ascii: "t")
      && !characterClass(at: index + mark + 1).isWord
  }

  /// Moves the `n` of "don't" to the clitic, which is emitted next.
  private mutating func splitNegation(_ from: Int, into out: inout TokenBuffer) {
    let mark = apostropheLength(at: index)
    guard mark > 0, isNegation(from, out, mark) else { return }
    out.folded.resize(to: out.folded.count - 1)
    index -= 1
  }

  /// Length in bytes of the clitic whose apostrophe stands at `at`: 's 'm 'd 'll 're 've. 0 where there is none.
  func cliticLength(at: Int) -> Int {
    let mark = apostropheLength(at: at)
    guard mark > 0 else { return 0 }
    let first = byte(at + mark) | 0x20
    let second = byte(at + mark + 1) | 0x20
    var length = 0
    switch first {
    case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "d"): length = mark + 1
    case UInt8(ascii: "l") where second == UInt8(ascii: "l"): length = mark + 2
    case UInt8(ascii: "r") where second == UInt8(ascii: "e"): length = mark + 2
    case UInt8(ascii: "v") where second == UInt8(ascii: "e"): length = mark + 2
    default: return 0
    }
    return characterClass(at: at + length).isWord ? 0 : length
  }

  /// Emits the clitic at `index`, if there is one: "n't" where the word gave up its `n`, else "'s" and its kin.
  mutating func clitic(into out: inout TokenBuffer) {
    let negation = byte(index) | 0x20 == UInt8(ascii: "n") && apostropheLength(at: index + 1) > 0
    let length = negation ? 2 + apostropheLength(at: index + 1) : cliticLength(at: index)
    guard length > 0 else { return }
    begin(&out)
    shape.formUnion([.clitic, .hasLetter, .hasLower])
    let stop = index + length
    while index < stop {
      let mark = apostropheLength(at: index)
      take(mark > 0 ? UInt8(ascii: "'") : byte(index) | 0x20, length: max(1, mark), into: &out)
    }
    if byte(index) == UInt8(ascii: ".") { shape.insert(.beforeStop) }
    finish(&out)
  }

  // MARK: Full stops

  /// "U.S.", "p.m.", "Ph.D.", "J." keep their stops. Capitals fold without them.
  private mutating func innerStop(_ from: Int, _ state: inout WordState, into out: inout TokenBuffer) -> Bool {
    let next = characterClass(at: index + 1)
    let doctor =
      state.letters == 2 && state.segment == 2 && byte(index - 1) == UInt8(ascii: "h")
      && byte(index - 2) == UInt8(ascii: "P") && next == .upper
    guard state.segment == 1 || doctor else { return false }
    if next.isLetter {
      let after = index + 1 + decode(index + 1).length
      let isDotted = doctor || byte(after) == UInt8(ascii: ".") || !characterClass(at: after).isWord
      guard isDotted, !shape.contains(.hasDigit) else { return false }
      return keepStop(&state, into: &out)
    }
    if shape.contains(.dotted) {
      if next == .digit { return false }
      _ = keepStop(&state, into: &out)
      return false
    }
    let isInitial = state.letters == 1 && shape.contains(.initialUpper) && byte(index - 1) != UInt8(ascii: "I")
    guard isInitial, byte(index + 1) != UInt8(ascii: ".") else { return false }
    shape.insert(.initial)
    _ = keepStop(&state, into: &out)
    return false
  }

  private mutating func keepStop(_ state: inout WordState, into out: inout TokenBuffer) -> Bool {
    if !shape.contains(.initial) { shape.insert(.dotted) }
    let isCapital = shape.contains(.initialUpper) && state.lower == 0
    if isCapital && !shape.contains(.initial) { index += 1 } else { take(UInt8(ascii: "."), into: &out) }
    state.segment = 0
    return true
  }
}
