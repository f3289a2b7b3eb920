/// Reads the values of records, turning what JSON can't know about into errors that say where in the record they are.
struct RecordScanner {
  var json: JSONScanner

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    json = JSONScanner(bytes)
  }

  /// Which keys of an object have been met.
  struct Seen {
    var bits: UInt32 = 0
  }

  // MARK: Objects and arrays

  @inline(__always)
  mutating func beginObject() throws(RecordError) {
    do throws(JSONError) { try json.beginObject() } catch { throw failure(error) }
  }

  /// The next key that is known; others are stepped over. Nil at the end, where the required keys must have been met.
  @inline(__always)
  mutating func nextKey<Key: RecordKey>(
    _ seen: inout Seen, _ table: NameTable<Key>, _ required: UInt32
  ) throws(RecordError) -> Key? {
    do throws(JSONError) {
      while let text = try json.nextKey() {
        if let (key, index) = text.hasEscapes ? Self.escaped(text, table) : table.find(text.raw) {
          seen.bits |= 1 << UInt32(truncatingIfNeeded: index)
          return key
        }
        try json.skipValue()
      }
    } catch {
      throw failure(error)
    }
    if seen.bits & required != required { throw missing(seen, Key.self) }
    return nil
  }

  /// Elements of an array, each read by `element`.
  @inline(__always)
  mutating func list<Key: RecordKey, Element>(
    _ key: Key, _ element: (inout RecordScanner) throws(RecordError) -> Element
  ) throws(RecordError) -> [Element] {
    var list: [Element] = []
    do throws(JSONError) { try json.beginArray() } catch { throw failure(error).within(key.rawValue) }
    while try more(key) {
      do throws(RecordError) {
        list.append(try element(&self))
      } catch {
        throw error.within(key.rawValue, list.count)
      }
    }
    return list
  }

  @inline(__always)
  private mutating func more<Key: RecordKey>(_ key: Key) throws(RecordError) -> Bool {
    do throws(JSONError) { return try json.nextElement() } catch { throw failure(error).within(key.rawValue) }
  }

  /// An object under a key.
  @inline(__always)
  mutating func object<Key: RecordKey, Value>(
    _ key: Key, _ read: (inout RecordScanner) throws(RecordError) -> Value
  ) throws(RecordError) -> Value {
    do throws(RecordError) { return try read(&self) } catch { throw error.within(key.rawValue) }
  }

  /// An object under a key, or `null`.
  @inline(__always)
  mutating func optional<Key: RecordKey, Value>(
    _ key: Key, _ read: (inout RecordScanner) throws(RecordError) -> Value
  ) throws(RecordError) -> Value? {
    try isNull(key) ? nil : try object(key, read)
  }

  @inline(__always)
  private mutating func isNull<Key: RecordKey>(_ key: Key) throws(RecordError) -> Bool {
    do throws(JSONError) { return try json.null() } catch { throw failure(error).within(key.rawValue) }
  }

  mutating func skip<Key: RecordKey>(_ key: Key) throws(RecordError) {
    do throws(JSONError) { try json.skipValue() } catch { throw failure(error).within(key.rawValue) }
  }

  // MARK: Values

  @inline(__always)
  mutating func text<Key: RecordKey>(_ key: Key) throws(RecordError) -> JSONText {
    do throws(JSONError) { return try json.string() } catch { throw failure(error).within(key.rawValue) }
  }

  @inline(__always)
  mutating func string<Key: RecordKey>(_ key: Key) throws(RecordError) -> String { try text(key).string }

  /// A string, or `null`.
  @inline(__always)
  mutating func optionalString<Key: RecordKey>(_ key: Key) throws(RecordError) -> String? {
    try isNull(key) ? nil : try string(key)
  }

  mutating func strings<Key: RecordKey>(_ key: Key) throws(RecordError) -> [String] {
    try list(key) { (scanner) throws(RecordError) in
      do throws(JSONError) { return try scanner.json.string().string } catch { throw scanner.failure(error) }
    }
  }

  @inline(__always)
  mutating func int<Key: RecordKey>(_ key: Key) throws(RecordError) -> Int {
    do throws(JSONError) { return try json.int() } catch { throw failure(error).within(key.rawValue) }
  }

  /// An offset or an index: a number from 0 to 2³¹-1.
  @inline(__always)
  mutating func offset<Key: RecordKey>(_ key: Key) throws(RecordError) -> Int {
    let value = try int(key)
    guard value >= 0, value <= Int(Int32.max) else { throw bad("\(value)", "an offset").within(key.rawValue) }
    return value
  }

  mutating func bool<Key: RecordKey>(_ key: Key) throws(RecordError) -> Bool {
    do throws(JSONError) { return try json.bool() } catch { throw failure(error).within(key.rawValue) }
  }

  mutating func millionths<Key: RecordKey>(_ key: Key) throws(RecordError) -> Int {
    do throws(JSONError) { return try json.decimal(places: 6) } catch { throw failure(error).within(key.rawValue) }
  }

  mutating func hundredths<Key: RecordKey>(_ key: Key) throws(RecordError) -> Int {
    do throws(JSONError) { return try json.decimal(places: 2) } catch { throw failure(error).within(key.rawValue) }
  }

  /// A name of a closed vocabulary.
  @inline(__always)
  mutating func name<Key: RecordKey, Name>(_ key: Key, _ table: NameTable<Name>) throws(RecordError) -> Name {
    do throws(RecordError) { return try name(table) } catch { throw error.within(key.rawValue) }
  }

  @inline(__always)
  mutating func name<Name>(_ table: NameTable<Name>) throws(RecordError) -> Name {
    let text: JSONText
    do throws(JSONError) { text = try json.string() } catch { throw failure(error) }
    if let (name, _) = text.hasEscapes ? Self.escaped(text, table) : table.find(text.raw) { return name }
    throw bad(text.string, "one of " + Name.allCases.map(\.rawValue).joined(separator: ", "))
  }

  @inline(__always)
  mutating func id<Key: RecordKey, Letter>(_ key: Key) throws(RecordError) -> RecordID<Letter> {
    do throws(RecordError) { return try id() } catch { throw error.within(key.rawValue) }
  }

  @inline(__always)
  mutating func optionalID<Key: RecordKey, Letter>(_ key: Key) throws(RecordError) -> RecordID<Letter>? {
    try isNull(key) ? nil : try id(key)
  }

  @inline(__always)
  mutating func id<Letter>() throws(RecordError) -> RecordID<Letter> {
    let text: JSONText
    do throws(JSONError) { text = try json.string() } catch { throw failure(error) }
    guard let id = RecordID<Letter>(text.raw) else { throw bad(text.string, "an id such as \"\(Letter.letter)1\"") }
    return id
  }

  // MARK: Failures

  private static func escaped<Name>(_ text: JSONText, _ table: NameTable<Name>) -> (name: Name, index: Int)? {
    var ignored = 0
    return text.bytes(countingSurrogates: &ignored).withUnsafeBufferPointer { table.find($0) }
  }

  @inline(never)
  private func missing<Key: RecordKey>(_ seen: Seen, _ type: Key.Type) -> RecordError {
    let first = zip(0..., Key.allCases).first { index, key in
      seen.bits & (1 << UInt32(index)) == 0 && Key.required.contains(key)
    }
    return RecordError(.missingKey, path: first?.1.rawValue ?? "", offset: json.offset)
  }

  @inline(never)
  func failure(_ error: JSONError) -> RecordError {
    switch error.reason {
    case .expectedObject, .expectedArray, .expectedString, .expectedNumber, .expectedWholeNumber, .expectedBool:
      RecordError(.wrongType(error.reason), offset: error.offset)
    default: RecordError(.syntax(error.reason), offset: error.offset)
    }
  }

  @inline(never)
  func bad(_ found: String, _ expected: String) -> RecordError {
    RecordError(.badValue(found: found, expected: expected), offset: json.offset)
  }
}
