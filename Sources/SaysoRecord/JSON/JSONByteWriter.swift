// What is called once per value and does enough work of its own not to need inlining.

extension JSONByteWriter {
  /// Empties the writer; its memory is kept for the next line unless the last was unusually long.
  public mutating func removeAll() {
    used = 0
    needsComma = false
    guard capacity > 1 << 24 else { return }
    base.deallocate()
    capacity = 1 << 16
    base = .allocate(capacity: capacity)
  }

  /// What was written, copied. `withBytes` does without the copy.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: used)) }

  /// What was written, valid inside `body` only.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base, count: used))
  }

  @usableFromInline
  @inline(never)
  mutating func grow(by extra: Int) {
    let larger = max(used + extra, capacity * 2)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: base, count: used)
    base.deallocate()
    base = moved
    capacity = larger
  }

  // MARK: Strings

  /// A string from its UTF-8 bytes, which are copied eight at a time while looking for one that must be escaped.
  public mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    reserve(text.count + 16)
    separate()
    put(UInt8(ascii: "\""))
    appendEscaped(text)
    reserve(1)
    put(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Several pieces as one string, without building it: `["Jane", " ", "Roe"]` is written `"Jane Roe"`.
  public mutating func string(joining pieces: [UnsafeBufferPointer<UInt8>], separator: StaticString) {
    reserve(2)
    separate()
    put(UInt8(ascii: "\""))
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        appendEscaped(UnsafeBufferPointer(start: separator.utf8Start, count: separator.utf8CodeUnitCount))
      }
      appendEscaped(piece)
    }
    reserve(1)
    put(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A text, a colon and a number as one string: `string(list, colon: 12)` is written
  /// `"places/countries:12"`.
  public mutating func string(_ text: UnsafeBufferPointer<UInt8>, colon number: Int) {
    string(text)
    reserve(24)
    base[used &- 1] = UInt8(ascii: ":")
    digits(number)
    put(UInt8(ascii: "\""))
  }

  /// An id of the contract: `identifier("m", 12)` is written `"m12"`.
  public mutating func identifier(_ letter: StaticString, _ number: Int) {
    reserve(letter.utf8CodeUnitCount + 32)
    separate()
    put(UInt8(ascii: "\""))
    for index in 0..<letter.utf8CodeUnitCount { put(letter.utf8Start[index]) }
    digits(number)
    put(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A key that is known only when the program runs; it is escaped like any text.
  public mutating func key(text: String) {
    string(text)
    reserve(1)
    put(UInt8(ascii: ":"))
    needsComma = false
  }

  /// JSON that is already encoded, as one value.
  public mutating func encoded(_ json: UnsafeBufferPointer<UInt8>) {
    reserve(json.count + 1)
    separate()
    if let start = json.baseAddress { (base + used).update(from: start, count: json.count) }
    used += json.count
    needsComma = true
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    var index = 0
    while index < text.count {
      reserve(text.count - index + 16)
      index += copyPlain(start + index, text.count - index)
      if index < text.count {
        escape(start[index])
        index += 1
      }
    }
  }

  /// Copies bytes up to the first that must be escaped; returns how many. There is room for `length` bytes and eight.
  @inline(__always)
  private mutating func copyPlain(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let into = UnsafeMutableRawPointer(base + used)
    let from = UnsafeRawPointer(start)
    var index = 0
    while index &+ 8 <= length {
      let word = from.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      into.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
      let marks = JSONBytes.special(word)
      if marks != 0 {
        index &+= marks.trailingZeroBitCount >> 3
        used &+= index
        return index
      }
      index &+= 8
    }
    if index < length, length >= 8 {
      // The last eight bytes once more, with some that were copied already.
      let word = from.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
      if JSONBytes.special(word) == 0 {
        into.storeBytes(of: word, toByteOffset: length &- 8, as: UInt64.self)
        used &+= length
        return length
      }
    }
    while index < length, !JSONBytes.isSpecial(start[index]) {
      into.storeBytes(of: start[index], toByteOffset: index, as: UInt8.self)
      index &+= 1
    }
    used &+= index
    return index
  }

  private mutating func escape(_ byte: UInt8) {
    reserve(8)
    put(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: put(UInt8(ascii: "b"))
    case 0x09: put(UInt8(ascii: "t"))
    case 0x0A: put(UInt8(ascii: "n"))
    case 0x0C: put(UInt8(ascii: "f"))
    case 0x0D: put(UInt8(ascii: "r"))
    case 0..<0x20:
      put(UInt8(ascii: "u"))
      put(UInt8(ascii: "0"))
      put(UInt8(ascii: "0"))
      put(UInt8(ascii: "0") &+ byte >> 4)
      let low = byte & 15
      put(low < 10 ? UInt8(ascii: "0") &+ low : UInt8(ascii: "a") &+ low &- 10)
    default: put(byte)
    }
  }

  // MARK: Numbers

  /// Appends the digits of a number.
  @usableFromInline
  mutating func digits(_ value: Int) {
    reserve(24)
    if value < 0 { put(UInt8(ascii: "-")) }
    var magnitude = value.magnitude
    var length = 1
    var limit: UInt = 10
    while length < 19, magnitude >= limit {
      length &+= 1
      limit = limit &* 10
    }
    var at = used &+ length
    used = at
    repeat {
      at &-= 1
      base[at] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: magnitude % 10)
      magnitude /= 10
    } while magnitude > 0
  }

  /// A number given as an integer of a fixed number of decimal places (at most 9), without trailing zeros:
  /// `decimal(1585, places: 3)` is written `1.585`, `decimal(2000, places: 3)` `2`.
  public mutating func decimal(_ value: Int, places: Int) {
    var scale = 1
    for _ in 0..<min(max(0, places), 9) { scale *= 10 }
    reserve(40)
    separate()
    if value < 0 && value > -scale { put(UInt8(ascii: "-")) }
    digits(value / scale)
    var rest = Int((value % scale).magnitude)
    if rest > 0 { put(UInt8(ascii: ".")) }
    while rest > 0 {
      scale /= 10
      put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest / scale))
      rest %= scale
    }
    needsComma = true
  }

  /// A floating-point number in the shortest form that reads back the same; `null` for what JSON can't say.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    var text = value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    text.withUTF8 { encoded($0) }
  }
}
