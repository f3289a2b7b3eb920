/// Where a reader of values stands: quotation marks count at the start of a field and inside one that began so.
struct QuoteState {
  private(set) var isQuoted = false
  private var isFieldStart = true

  /// Takes the next byte; true where it ends the row. A doubled mark ends and begins again, which comes to the same.
  mutating func endsRow(_ byte: UInt8, separator: UInt8) -> Bool {
    if isQuoted {
      // After the closing mark a second one goes on with the field, as at its start.
      if byte == UInt8(ascii: "\"") { (isQuoted, isFieldStart) = (false, true) }
      return false
    }
    if byte == 0x0A { return true }
    if byte == UInt8(ascii: "\""), isFieldStart { isQuoted = true }
    isFieldStart = byte == separator
    return false
  }

  /// The fields of a row without their quotation marks. O(n).
  static func fields(_ row: [UInt8], separator: UInt8) -> [[UInt8]] {
    var fields: [[UInt8]] = []
    var field: [UInt8] = []
    var state = QuoteState()
    var wasClosed = false
    var end = row.count
    while end > 0, row[end - 1] == 0x0A || row[end - 1] == 0x0D { end -= 1 }
    for byte in row[..<end] {
      let was = state.isQuoted
      _ = state.endsRow(byte, separator: separator)
      if !was, state.isQuoted {
        if wasClosed { field.append(byte) }
      } else if was, !state.isQuoted {
        wasClosed = true
        continue
      } else if !was, byte == separator {
        fields.append(field)
        field.removeAll()
      } else {
        field.append(byte)
      }
      wasClosed = false
    }
    fields.append(field)
    return fields
  }
}
