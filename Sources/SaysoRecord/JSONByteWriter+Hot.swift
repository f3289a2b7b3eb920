/// Writes JSON into a growable byte buffer: no strings are built, commas are kept by the writer.
///
/// Keys are `StaticString`s that need no escaping. Text is valid UTF-8 and stays valid: only `"`, `\` and control
/// characters are escaped. `@inlinable` because the annotation writer calls it once per field from another module.
@frozen
public struct JSONByteWriter {
  public var bytes: [UInt8] = []
  /// Whether the next key or element needs a comma before it.
  @usableFromInline var needsComma = false

  @inlinable public init() { bytes.reserveCapacity(1 << 16) }

  @inlinable
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  // MARK: Structure

  @inlinable
  public mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }

  @inlinable
  public mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  @inlinable
  public mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  @inlinable
  public mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Ends the record's line.
  @inlinable
  public mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  @inlinable
  public mutating func key(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  @inlinable
  @inline(__always)
  mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  // MARK: Values

  @inlinable
  public mutating func null() { raw("null") }

  @inlinable
  public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  @inlinable
  mutating func raw(_ text: StaticString) {
    separate()
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    needsComma = true
  }

  @inlinable
  public mutating func int(_ value: Int) {
    separate()
    digits(value)
    needsComma = true
  }

  @inlinable
  mutating func digits(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var magnitude = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: magnitude % 10))
      magnitude /= 10
    } while magnitude > 0
    bytes[start...].reverse()
  }

  /// A number given in hundredths: 97 is written `0.97`, 100 `1`.
  @inlinable
  public mutating func hundredths(_ value: Int) {
    separate()
    digits(value / 100)
    let rest = abs(value % 100)
    if rest > 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") &+ UInt8(rest / 10))
      if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") &+ UInt8(rest % 10)) }
    }
    needsComma = true
  }

  @inlinable
  public mutating func string(_ text: StaticString) {
    string(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inlinable
  public mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  /// A string from its UTF-8 bytes.
  @inlinable
  public mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var from = 0
    for index in 0..<text.count {
      let byte = text[index]
      if byte >= 0x20 && byte != 0x22 && byte != 0x5C { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<index]))
      escape(byte)
      from = index &+ 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from...]))
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  @usableFromInline
  mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let hex = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
      bytes.append(hex[Int(byte >> 4)])
      bytes.append(hex[Int(byte & 15)])
    }
  }
}
