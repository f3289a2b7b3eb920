extension SeededGenerator {
  /// A valid JSON text of any kind of value, with white space, escapes and numbers of every form.
  public mutating func json(depth: Int = 4) -> String {
    let kind = Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self)
    return space()
      + {
        switch kind {
        case 0: "null"
        case 1: Bool.random(using: &self) ? "true" : "false"
        case 2, 3: number()
        case 4, 5: jsonString(nastyText(upTo: 8))
        case 6:
          "["
            + (0..<Int.random(in: 0...4, using: &self)).map { _ in json(depth: depth - 1) }.joined(separator: ",")
            + space() + "]"
        default:
          "{"
            + (0..<Int.random(in: 0...4, using: &self)).map { number in
              space() + jsonString("\(number)" + nastyText(upTo: 2)) + space() + ":" + json(depth: depth - 1)
            }.joined(separator: ",") + space() + "}"
        }
      }() + space()
  }

  /// `text` as a JSON string, each character in one of the forms that JSON allows for it.
  public mutating func jsonString(_ text: String) -> String {
    var encoded = "\""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || Int.random(in: 0..<8, using: &self) == 0 {
        for unit in UTF16.encode(scalar) ?? UTF16.encode("?") ?? .init() { encoded += escape(unit) }
      } else {
        encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded + "\""
  }

  private mutating func escape(_ unit: UInt16) -> String {
    let short: [UInt16: String] = [0x22: "\\\"", 0x5C: "\\\\", 0x2F: "\\/", 0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t"]
    if let short = short[unit], Bool.random(using: &self) { return short }
    let hex = String(unit, radix: 16, uppercase: Bool.random(using: &self))
    return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
  }

  private mutating func number() -> String {
    let sign = Bool.random(using: &self) ? "-" : ""
    let whole = "\(Int.random(in: 0...pick([9, 99_999, Int.max], or: 9), using: &self))"
    let fraction = Bool.random(using: &self) ? "" : ".\(Int.random(in: 0...99_999, using: &self))"
    let letter = pick(["e", "E", "e-", "E+"], or: "e")
    return sign + whole + fraction
      + (Bool.random(using: &self) ? "" : letter + "\(Int.random(in: 0...30, using: &self))")
  }

  private mutating func space() -> String { pick(["", "", "", " ", "\n", "\t \r\n"], or: "") }
}
