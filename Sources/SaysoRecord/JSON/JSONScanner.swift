/// Pulls a JSON text apart in one pass, without building anything: the caller asks for what it expects next.
///
///     var json = JSONScanner(bytes)                  // {"id":"m3","spans":[[412,489]],"later":{}}
///     try json.beginObject()
///     while let key = try json.nextKey() {
///       switch key.string {
///       case "id": id = try json.string().string
///       default: try json.skipValue()
///       }
///     }
///     try json.finish()
///
/// Anything that RFC 8259 allows is accepted and anything else is an error with its byte offset, also in what is
/// skipped. Depth is limited, so that hostile brackets can't exhaust the stack. The bytes should be valid UTF-8;
/// what is not comes out of `string` repaired.
public struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the scanner stands: offset of the next byte to look at.
  public internal(set) var offset = 0
  /// How many objects and arrays are open.
  public private(set) var depth = 0
  let depthLimit: Int
  let allowsControls: Bool
  /// An object or array has just been opened: no comma comes before what is next.
  private var isFirst = false

  /// - Parameters:
  ///   - bytes: one JSON text; it must outlive the scanner.
  ///   - depthLimit: how deep objects and arrays may be nested.
  ///   - allowsControls: take raw control characters inside strings as they are, which strict JSON forbids and some
  ///     exporters write.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int = 512, allowsControls: Bool = false) {
    self.bytes = bytes
    self.depthLimit = depthLimit
    self.allowsControls = allowsControls
  }

  /// What kind of value comes next.
  public enum Kind: Sendable { case object, array, string, number, bool, null }

  /// The kind of the next value, by its first byte. Nothing is consumed but white space.
  public mutating func peek() throws(JSONError) -> Kind {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw failure(.expectedValue)
    }
  }

  // MARK: Objects and arrays

  public mutating func beginObject() throws(JSONError) { try open(UInt8(ascii: "{"), .expectedObject) }

  public mutating func beginArray() throws(JSONError) { try open(UInt8(ascii: "["), .expectedArray) }

  /// The next key of the open object; its value comes next. Nil at the end of the object, which is then closed.
  @inline(__always)
  public mutating func nextKey() throws(JSONError) -> JSONText? {
    guard try advance(UInt8(ascii: "}"), .expectedCommaOrBrace) else { return nil }
    let key = try string()
    skipSpace()
    guard take(UInt8(ascii: ":")) else { throw failure(.expectedColon) }
    return key
  }

  /// Whether the open array has a next element. False at the end of the array, which is then closed.
  @inline(__always)
  public mutating func nextElement() throws(JSONError) -> Bool {
    try advance(UInt8(ascii: "]"), .expectedCommaOrBracket)
  }

  /// After the value: nothing but white space may be left.
  public mutating func finish() throws(JSONError) {
    skipSpace()
    if offset < bytes.count { throw failure(.expectedEnd) }
  }

  @inline(__always)
  private mutating func open(_ bracket: UInt8, _ reason: JSONError.Reason) throws(JSONError) {
    skipSpace()
    guard take(bracket) else { throw failure(reason) }
    depth &+= 1
    if depth > depthLimit { throw JSONError(offset: offset - 1, reason: .tooDeep) }
    isFirst = true
  }

  /// Steps over the comma before the next member, or over the closing bracket: then false.
  @inline(__always)
  private mutating func advance(_ bracket: UInt8, _ reason: JSONError.Reason) throws(JSONError) -> Bool {
    skipSpace()
    if take(bracket) {
      isFirst = false
      depth &-= 1
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    guard take(UInt8(ascii: ",")) else { throw failure(reason) }
    skipSpace()
    return true
  }

  // MARK: Bytes

  /// The next byte; 0, which no JSON has outside strings, at the end.
  @inline(__always)
  var byte: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  @inline(__always)
  mutating func take(_ wanted: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == wanted else { return false }
    offset &+= 1
    return true
  }

  @inline(__always)
  mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] <= 0x20, JSONBytes.isSpace(bytes[offset]) { offset &+= 1 }
  }

  @inline(never)
  func failure(_ reason: JSONError.Reason) -> JSONError { JSONError(offset: offset, reason: reason) }
}
