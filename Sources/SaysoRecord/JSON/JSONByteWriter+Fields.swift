// Keys and values together, as records are written.

extension JSONByteWriter {
  @inlinable
  public mutating func field(_ key: StaticString, _ value: String) {
    self.key(key)
    string(value)
  }

  @inlinable
  public mutating func field(_ key: StaticString, _ value: Int) {
    self.key(key)
    int(value)
  }

  @inlinable
  public mutating func field(_ key: StaticString, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  /// A name of a closed vocabulary.
  @inlinable
  public mutating func field<Name: RawRepresentable<String>>(_ key: StaticString, _ value: Name) {
    self.key(key)
    string(value.rawValue)
  }

  /// A key that is always there: `null` where nothing is known.
  @inlinable
  public mutating func optional(_ key: StaticString, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { null() }
  }

  /// A key that is left out where nothing is known.
  @inlinable
  public mutating func present(_ key: StaticString, _ value: String?) {
    if let value { field(key, value) }
  }

  /// An array of strings.
  public mutating func field(_ key: StaticString, _ values: [String]) {
    self.key(key)
    array(values) { json, value in json.string(value) }
  }

  /// An array; `write` writes one element.
  @inlinable
  public mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSONByteWriter, Elements.Element) -> Void
  ) {
    beginArray()
    for element in elements { write(&self, element) }
    endArray()
  }
}
