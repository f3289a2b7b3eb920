/// Pulls the values of a few keys out of one JSON object in one pass, checking the syntax of all of it.
///
///     let keys = JSONObjectKeys(["text", "meta.published"])
///     let line = try keys.read(bytes)       // {"text":"…","meta":{"published":"2024-05-07"}}
///     line.values[1]                        // .string("2024-05-07")
///
/// A key with dots is first looked for as it is, then as a path into objects; where there is an array of objects, into
/// the first that has it. Of a key given twice the last counts.
public struct JSONObjectKeys: Sendable {
  /// What stands under a key.
  public enum Value: Hashable, Sendable {
    /// A string, as UTF-8 bytes.
    case string([UInt8])
    /// A number or `true`/`false`, as written.
    case scalar(String)
    /// An array of strings; an empty array too.
    case strings([String])
    /// `null`, an object, or an array of other things.
    case other
  }

  /// What was found in one object.
  public struct Fields: Sendable {
    /// Values in the order of the keys; nil for a key that is not there.
    public var values: [Value?]
    /// How many lone surrogates became U+FFFD.
    public var loneSurrogates = 0
  }

  private let names: [[UInt8]]
  private let allowsControls: Bool

  /// - Parameters:
  ///   - keys: the wanted keys; an empty one is never found.
  ///   - allowsControls: see `JSONScanner`.
  public init(_ keys: [String], allowsControls: Bool = true) {
    names = keys.map { Array($0.utf8) }
    self.allowsControls = allowsControls
  }

  /// The values of the keys. O(length of the line).
  /// - Parameter line: one JSON object, valid UTF-8.
  public func read(_ line: UnsafeBufferPointer<UInt8>) throws(JSONError) -> Fields {
    var json = JSONScanner(line, allowsControls: allowsControls)
    var fields = Fields(values: Array(repeating: nil, count: names.count))
    let all = names.indices.filter { !names[$0].isEmpty }.map { Wanted(slot: $0, from: 0) }
    try object(&json, all, &fields)
    try json.finish()
    return fields
  }

  /// A wanted key, and from where on it counts in the present object: behind the dots already followed.
  private struct Wanted {
    var slot: Int
    var from: Int
  }

  private func object(_ json: inout JSONScanner, _ wanted: [Wanted], _ fields: inout Fields) throws(JSONError) {
    try json.beginObject()
    while let key = try json.nextKey() {
      var hits: [Int] = []
      var inside: [Wanted] = []
      sort(wanted, by: key, &hits, &inside)
      if !inside.isEmpty, try json.peek() == .object {
        for slot in hits { fields.values[slot] = .other }
        try object(&json, inside, &fields)
      } else if !inside.isEmpty, hits.isEmpty, try json.peek() == .array {
        try objects(&json, inside, &fields)
      } else if hits.isEmpty {
        try json.skipValue()
      } else {
        let value = try value(&json, &fields)
        for slot in hits { fields.values[slot] = value }
      }
    }
  }

  /// Takes each wanted key from the first object of an array that has it.
  private func objects(_ json: inout JSONScanner, _ wanted: [Wanted], _ fields: inout Fields) throws(JSONError) {
    var first: [Int: Value] = [:]
    try json.beginArray()
    while try json.nextElement() {
      guard first.count < wanted.count, try json.peek() == .object else {
        try json.skipValue()
        continue
      }
      var found = Fields(values: Array(repeating: nil, count: names.count))
      try object(&json, wanted, &found)
      fields.loneSurrogates += found.loneSurrogates
      for item in wanted where first[item.slot] == nil { first[item.slot] = found.values[item.slot] }
    }
    for (slot, value) in first { fields.values[slot] = value }
  }

  /// Sorts out which wanted keys are `key`, and which begin with `key` and a dot.
  private func sort(_ wanted: [Wanted], by key: JSONText, _ hits: inout [Int], _ inside: inout [Wanted]) {
    guard !key.hasEscapes else {
      var ignored = 0
      return key.bytes(countingSurrogates: &ignored).withUnsafeBufferPointer {
        sort(wanted, by: JSONText($0, hasEscapes: false), &hits, &inside)
      }
    }
    for item in wanted {
      let name = names[item.slot]
      let end = item.from + key.raw.count
      guard end <= name.count, name[item.from..<end].elementsEqual(key.raw) else { continue }
      if end == name.count {
        hits.append(item.slot)
      } else if name[end] == UInt8(ascii: ".") {
        inside.append(Wanted(slot: item.slot, from: end + 1))
      }
    }
  }

  private func value(_ json: inout JSONScanner, _ fields: inout Fields) throws(JSONError) -> Value {
    switch try json.peek() {
    case .string: return .string(try json.string().bytes(countingSurrogates: &fields.loneSurrogates))
    case .array: return try array(&json, &fields)
    case .number, .bool: return .scalar(String(decoding: try json.encodedValue(), as: UTF8.self))
    case .object, .null:
      try json.skipValue()
      return .other
    }
  }

  /// An array of strings is read; any other is checked and stepped over.
  private func array(_ json: inout JSONScanner, _ fields: inout Fields) throws(JSONError) -> Value {
    var strings: [String] = []
    var isOther = false
    try json.beginArray()
    while try json.nextElement() {
      if !isOther, try json.peek() == .string {
        let bytes = try json.string().bytes(countingSurrogates: &fields.loneSurrogates)
        strings.append(String(decoding: bytes, as: UTF8.self))
      } else {
        isOther = true
        try json.skipValue()
      }
    }
    return isOther ? .other : .strings(strings)
  }
}
