/// The links between a report's pages. The first page has all of them, any other the first and those near it.
struct ReportLinks {
  private static let near = 4

  private let current: Int
  /// How many pages are known to be there.
  let pages: Int
  private let name: String

  /// - Parameter name: the first page's file name.
  init(current: Int, pages: Int, name: String) {
    self.current = current
    self.pages = pages
    self.name = name
  }

  /// Pages as templates have them; empty for a report of one page.
  var values: [[String: Any]] {
    guard pages > 1 else { return [] }
    let shown = (1...pages).filter { current == 1 || $0 == 1 || abs($0 - current) <= Self.near }
    return shown.map {
      ["address": Self.address($0, name), "number": $0, "isCurrent": $0 == current]
    }
  }

  /// `report.html` and 3 give `report-3.html`.
  static func name(_ number: Int, _ name: String) -> String {
    guard number > 1 else { return name }
    let ending = [".html", ".htm", ".xhtml"].first { name.hasSuffix($0) } ?? ""
    return "\(name.dropLast(ending.count))-\(number)\(ending)"
  }

  /// The page's address from its neighbours: its name with everything encoded that an address would take for its own.
  static func address(_ number: Int, _ name: String) -> String {
    var address = "./"
    for byte in Self.name(number, name).utf8 {
      let isLetter = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      if isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        address += byte < 16 ? "%0" : "%"
        address += String(byte, radix: 16, uppercase: true)
      }
    }
    return address
  }
}
