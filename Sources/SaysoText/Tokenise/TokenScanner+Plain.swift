// The words that most of English consists of, without the questions that only other words raise. What this takes, the
// general rules of `word` would take alike: a property test compares the two.

extension TokenScanner {
  /// Takes white space and a plain word at `index`: letters a to z, the first perhaps a capital, before white space or
  /// a mark that never belongs to a word. False, with nothing taken but spaces, where the general rules must look.
  @inline(__always)
  mutating func plainWord(into out: inout TokenBuffer) -> Bool {
    while index < count, base[index] == 0x20 {
      pending.insert(.spaceBefore)
      index &+= 1
    }
    // Eight bytes are read at a time; the last ones of a text go the general way.
    guard index &+ 32 < count else { return false }
    let start = index
    let lead = base[start]
    let isUpper = lead &- 0x41 < 26
    guard isUpper || lead &- 0x61 < 26 else { return false }
    var stop = start &+ 1
    while stop &+ 8 < count {
      let run = Self.lowerRun(at: UnsafeRawPointer(base + stop))
      stop &+= run
      if run < 8 { break }
    }
    guard stop &+ 8 < count, isPlainEnd(base[stop], at: stop, length: stop &- start) else { return false }
    emitPlain(start, stop, isUpper, into: &out)
    return true
  }

  /// How many of the eight bytes at `at` are letters a to z, counted from the first.
  @inline(__always)
  private static func lowerRun(at: UnsafeRawPointer) -> Int {
    let word = UInt64(littleEndian: at.loadUnaligned(as: UInt64.self))
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let high: UInt64 = 0x8080_8080_8080_8080
    // Bytes with the high bit in `notBelow` are at least "a", those with it in `above` are greater than "z".
    let notBelow = low &+ 0x1F1F_1F1F_1F1F_1F1F
    let above = low &+ 0x0505_0505_0505_0505
    let other = (word | above | ~notBelow) & high
    return other.trailingZeroBitCount &>> 3
  }

  /// Whether a word of `length` bytes ends before `mark` with nothing more to ask. Full stops may go on behind one
  /// and two letters ("U.S.", "Ph.D.") or before a letter ("example.com").
  @inline(__always)
  private func isPlainEnd(_ mark: UInt8, at stop: Int, length: Int) -> Bool {
    switch mark {
    case 0x20, 0x0A, 0x2C: return true
    case 0x2E: return length > 2 && (base[stop &+ 1] == 0x20 || base[stop &+ 1] == 0x0A)
    case 0x3B, 0x3F, 0x21, 0x22, 0x28, 0x29, 0x2D, 0x0D: return true
    default: return false
    }
  }

  @inline(__always)
  private mutating func emitPlain(_ start: Int, _ stop: Int, _ isUpper: Bool, into out: inout TokenBuffer) {
    let length = stop &- start
    let folded = out.folded.count
    let first = Self.copy(base + start, length, to: &out.folded)
    if isUpper { first.pointee |= 0x20 }
    shape = pending.union(.hasLetter)
    if !isUpper || length > 1 { shape.insert(.hasLower) }
    if isUpper { shape.insert(length > 1 ? .initialUpper : [.initialUpper, .allUpper]) }
    if base[stop] == 0x2E { shape.insert(.beforeStop) }
    pending = []
    index = stop
    out.rows.append(
      RawToken(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: stop), shape: shape,
        folded: Int32(truncatingIfNeeded: folded), hash: Self.plainHash(first, base + start, length, isUpper)))
  }

  /// Appends `length` bytes, eight at a time: the source has eight more to read, the column gets room for them.
  @inline(__always)
  private static func copy(
    _ source: UnsafePointer<UInt8>, _ length: Int, to column: inout Column<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    if column.count &+ length &+ 8 > column.capacity { column.grow(to: column.count &+ length &+ 8) }
    let first = column.base + column.count
    var offset = 0
    while offset < length {
      let word = UnsafeRawPointer(source + offset).loadUnaligned(as: UInt64.self)
      UnsafeMutableRawPointer(first + offset).storeBytes(of: word, as: UInt64.self)
      offset &+= 8
    }
    column.count &+= length
    return first
  }

  /// `FoldedHash` of a plain word's folded form; a short one is read from the source in one load, masked.
  @inline(__always)
  private static func plainHash(
    _ folded: UnsafePointer<UInt8>, _ source: UnsafePointer<UInt8>, _ length: Int, _ isUpper: Bool
  ) -> UInt64 {
    guard length < 8 else { return FoldedHash.hash(folded, count: length) }
    let word = UInt64(littleEndian: UnsafeRawPointer(source).loadUnaligned(as: UInt64.self))
    let tail = word & ((1 &<< (UInt64(length) &<< 3)) &- 1) | (isUpper ? 0x20 : 0)
    return FoldedHash.short(tail, count: length)
  }
}
