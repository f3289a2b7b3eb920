internal import Glibc

/// What a parser tells of a page, in the order of the page. Elements are balanced: each `open` has its `close`.
protocol MarkupHandler: AnyObject {
  /// - Returns: false where elements are nested too deep to go on.
  func open(_ name: ElementName, _ attributes: MarkupAttributes) -> Bool
  func close(_ name: ElementName)
  /// A piece of text with its entities resolved: valid UTF-8.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The one face of the HTML parser, so that another library can take its place.
protocol MarkupParser {
  /// Parses a page of valid UTF-8 and tells the handler of it. O(n); nothing is fetched.
  /// - Returns: false where the handler stopped it.
  func parse(_ markup: UnsafeBufferPointer<UInt8>, into handler: any MarkupHandler) -> Bool
}

/// The name of an element or attribute in lower case, packed into one integer: eight bytes as they are, of a longer
/// name the first seven and its length.
struct ElementName: Hashable {
  let raw: UInt64

  init(_ name: UnsafeBufferPointer<UInt8>) {
    var packed: UInt64 = 0
    for byte in name.prefix(name.count > 8 ? 7 : 8) { packed = packed << 8 | UInt64(byte) }
    if name.count > 8 { packed = packed << 8 | UInt64(0x80 | min(0x7F, name.count)) }
    raw = packed
  }

  init(_ name: StaticString) {
    self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// From a C string.
  init(_ name: UnsafePointer<UInt8>) { self.init(UnsafeBufferPointer(start: name, count: strlen(name))) }
}

extension UnsafePointer<UInt8> {
  /// The bytes up to the NUL.
  var terminated: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: self, count: strlen(self)) }
}

private func strlen(_ text: UnsafePointer<UInt8>) -> Int {
  text.withMemoryRebound(to: CChar.self, capacity: 1) { Glibc.strlen($0) }
}

/// The attributes of an element, good until `open` returns. Values have their entities resolved.
struct MarkupAttributes {
  /// Pairs of name and value, both C strings, up to a null name; null for none.
  let pairs: UnsafePointer<UnsafePointer<UInt8>?>?

  /// Calls `body` with each attribute that has a value, in order.
  @inline(__always)
  func visit(_ body: (_ name: ElementName, _ value: UnsafeBufferPointer<UInt8>) -> Void) {
    guard var pair = pairs else { return }
    while let name = pair[0] {
      if let value = pair[1] {
        body(ElementName(name), value.terminated)
      } else {
        body(ElementName(name), UnsafeBufferPointer(start: nil, count: 0))
      }
      pair += 2
    }
  }
}

extension ElementName {
  /// Whether a hyphen is among the first letters, as in the name of an element of the page's own making.
  var isCustom: Bool { (0..<8).contains { raw >> (UInt64($0) * 8) & 0xFF == 0x2D } }
}
