/// Numbers as people read them. No locale, so that a summary looks the same everywhere.
enum Figures {
  /// `1,234,567`.
  static func grouped(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + text
  }

  /// One decimal below a hundred, of a number given in tenths: `19.7`, `140`.
  static func tenths(_ value: Int) -> String {
    value < 1000 ? "\(value / 10).\(value % 10)" : grouped(value / 10)
  }

  /// `19.7 MB`, `312 kB`, `12 bytes`; a megabyte is 1,000,000 bytes.
  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) bytes" }
    if bytes < 100_000 { return "\(tenths(bytes / 100)) kB" }
    return bytes < 1_000_000 ? "\(bytes / 1000) kB" : "\(tenths(bytes / 100_000)) MB"
  }

  /// `19.7 MB/s`.
  static func rate(_ bytes: Int, milliseconds: Int) -> String {
    "\(tenths(bytes / max(1, milliseconds) / 100)) MB/s"
  }

  /// `34 ms`, `2.3 s`, `2 min 5 s`, `1 h 2 min`.
  static func duration(_ milliseconds: Int) -> String {
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    let seconds = milliseconds / 1000
    if seconds < 60 { return "\(tenths(milliseconds / 100)) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }

  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : many)"
  }

  /// `(person 3, place 2)` without what is zero; empty where all are.
  static func breakdown(_ parts: [(String, Int)]) -> String {
    let shown = parts.filter { $0.1 > 0 }.map { "\($0.0) \(grouped($0.1))" }
    return shown.isEmpty ? "" : " (" + shown.joined(separator: ", ") + ")"
  }
}
