/// Names of authors out of what pages put into their byline: "By Ilse Varga and Tomas Reyne, Staff Writer | Updated ...".
enum BylineText {
  /// The names; none where the text does not look like names. O(n).
  static func names(_ text: String) -> [String] {
    guard text.utf8.count <= 300, !text.contains("://"), !text.contains("@") else { return [] }
    var rest = Substring(text)
    for opening in ["By ", "by ", "BY ", "Written by ", "Posted by ", "Author: ", "Words by "]
    where rest.hasPrefix(opening) {
      rest = rest.dropFirst(opening.count)
    }
    rest = rest.prefix { $0 != "|" && $0 != "•" && $0 != "·" && $0 != ";" && $0 != "(" }
    let parts = rest.split(separator: " and ").flatMap { $0.split { $0 == "," || $0 == "&" } }
    return parts.map { $0.trimmed }.filter(isName).map(String.init)
  }

  /// One to five words, the first with a capital, no digit among them.
  private static func isName(_ text: Substring) -> Bool {
    let words = text.split(separator: " ")
    guard (1...5).contains(words.count), let first = text.first, first.isUppercase || !first.isCased else {
      return false
    }
    let isRole = ["staff", "writer", "reporter", "editor", "correspondent", "updated", "published", "contributor"]
      .contains {
        text.lowercased().hasPrefix($0) || text.lowercased().hasSuffix($0)
      }
    return !isRole && text.allSatisfy { !$0.isNumber && $0 != "/" && $0 != ":" && $0 != "_" } && first.isLetter
  }
}

extension Substring {
  /// Without white space around it.
  fileprivate var trimmed: Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return text
  }
}

/// Entities that were escaped twice, as titles in `meta` and JSON-LD often are: "Smith &amp; Sons", "it&#39;s".
enum TwiceEscaped {
  private static let named: [Substring: String] = [
    "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": "\u{A0}", "rsquo": "’", "lsquo": "‘",
    "rdquo": "”", "ldquo": "“", "ndash": "–", "mdash": "—", "hellip": "…", "eacute": "é",
  ]

  /// The text with its entities resolved; what is none stays as it is. O(n).
  static func resolved(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...].dropFirst()
      let name = rest.prefix(8).prefix { $0 != ";" }
      if name.endIndex < rest.endIndex, rest[name.endIndex] == ";", let character = character(name) {
        result += character
        rest = rest[name.endIndex...].dropFirst()
      } else {
        result += "&"
      }
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    if let known = named[name] { return known }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return String(Character(scalar))
  }
}
