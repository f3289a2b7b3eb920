// What is called once per field from other modules, inlined there.

/// Writes JSON into a growable byte buffer: no strings are built, and the writer keeps the commas.
///
///     var json = JSONByteWriter()
///     json.beginObject()
///     json.field("id", "c1")
///     json.key("spans")
///     json.array([[412, 489]]) { json, span in json.array(span) { json, point in json.int(point) } }
///     json.endObject()
///     json.endLine()                      // {"id":"c1","spans":[[412,489]]}⏎
///
/// Keys are `StaticString`s that need no escaping. Text is valid UTF-8 and stays valid: only `"`, `\` and control
/// characters are escaped. The writer does not check that begins and ends match: tests of its callers do.
///
/// It owns its memory and can't be copied; pass it `inout`.
@frozen
public struct JSONByteWriter: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var used: Int
  /// Whether the next key or element needs a comma before it.
  @usableFromInline var needsComma: Bool

  /// An empty writer with room for `capacity` bytes; it grows as needed.
  @inlinable
  public init(capacity: Int = 1 << 16) {
    self.capacity = max(64, capacity)
    base = .allocate(capacity: self.capacity)
    used = 0
    needsComma = false
  }

  /// Number of bytes written since the last `removeAll`.
  @inlinable public var count: Int { used }

  @inlinable
  deinit { base.deallocate() }

  /// Makes room for `extra` more bytes.
  @inlinable
  @inline(__always)
  mutating func reserve(_ extra: Int) {
    if capacity &- used < extra { grow(by: extra) }
  }

  /// Appends one byte for which there is room.
  @inlinable
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    base[used] = byte
    used &+= 1
  }

  /// Appends bytes for which there is room. Most are fewer than sixteen, for which a call to `memcpy` costs more than
  /// the copy: words of eight, four and two bytes that may overlap.
  @inlinable
  @inline(__always)
  mutating func copy(_ from: UnsafePointer<UInt8>, _ length: Int) {
    let (source, target) = (UnsafeRawPointer(from), UnsafeMutableRawPointer(base + used))
    used &+= length
    if length >= 8 {
      var at = 0
      while at &+ 8 <= length {
        target.storeBytes(
          of: source.loadUnaligned(fromByteOffset: at, as: UInt64.self), toByteOffset: at, as: UInt64.self)
        at &+= 8
      }
      let last = length &- 8
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: last, as: UInt64.self), toByteOffset: last, as: UInt64.self)
    } else if length >= 4 {
      let last = length &- 4
      let tail = source.loadUnaligned(fromByteOffset: last, as: UInt32.self)
      target.storeBytes(of: source.loadUnaligned(as: UInt32.self), as: UInt32.self)
      target.storeBytes(of: tail, toByteOffset: last, as: UInt32.self)
    } else {
      for at in 0..<length { target.storeBytes(of: from[at], toByteOffset: at, as: UInt8.self) }
    }
  }

  @inlinable
  @inline(__always)
  mutating func separate() {
    if needsComma { put(UInt8(ascii: ",")) }
  }

  // MARK: Structure

  @inlinable
  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  @inlinable
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  @inlinable
  public mutating func beginArray() { open(UInt8(ascii: "[")) }

  @inlinable
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Ends the record's line.
  @inlinable
  public mutating func endLine() {
    close(0x0A)
    needsComma = false
  }

  @inlinable
  @inline(__always)
  mutating func open(_ bracket: UInt8) {
    reserve(2)
    separate()
    put(bracket)
    needsComma = false
  }

  @inlinable
  @inline(__always)
  mutating func close(_ bracket: UInt8) {
    reserve(1)
    put(bracket)
    needsComma = true
  }

  /// A key of an object; its value comes next. The key must need no escaping.
  @inlinable
  @inline(__always)
  public mutating func key(_ key: StaticString) {
    let length = key.utf8CodeUnitCount
    reserve(length &+ 4)
    separate()
    put(UInt8(ascii: "\""))
    copy(key.utf8Start, length)
    put(UInt8(ascii: "\""))
    put(UInt8(ascii: ":"))
    needsComma = false
  }

  /// JSON that is known when the program is compiled, as it is, with its own commas: several keys in one step.
  /// `raw(#"{"id":"m"#)` and `int(3)` write `{"id":"m3`. A comma is due after it only if it ends in a bracket.
  @inlinable
  @inline(__always)
  public mutating func raw(_ json: StaticString) {
    let length = json.utf8CodeUnitCount
    reserve(length)
    copy(json.utf8Start, length)
    let last = length > 0 ? json.utf8Start[length &- 1] : 0
    needsComma = last == UInt8(ascii: "}") || last == UInt8(ascii: "]")
  }

  // MARK: Values

  @inlinable
  public mutating func null() { word("null") }

  @inlinable
  public mutating func bool(_ value: Bool) { if value { word("true") } else { word("false") } }

  @inlinable
  @inline(__always)
  mutating func word(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length &+ 1)
    separate()
    copy(text.utf8Start, length)
    needsComma = true
  }

  /// A whole number.
  @inlinable
  public mutating func int(_ value: Int) {
    reserve(24)
    separate()
    if UInt(bitPattern: value) < 10 {
      put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value))
    } else {
      digits(value)
    }
    needsComma = true
  }

  /// A number given in hundredths: 97 is written `0.97`, 100 `1`.
  @inlinable
  public mutating func hundredths(_ value: Int) { decimal(value, places: 2) }

  /// A string that is known when the program is compiled.
  @inlinable
  public mutating func string(_ text: StaticString) {
    string(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inlinable
  public mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  @inlinable
  public mutating func string(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { string($0) }
  }

  /// A name of a closed vocabulary.
  @inlinable
  public mutating func string<Name: RawRepresentable<String>>(_ name: Name) { string(name.rawValue) }
}
