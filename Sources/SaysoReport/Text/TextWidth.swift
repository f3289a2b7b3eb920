/// How many columns of a terminal text takes: 2 for East Asian wide characters and emoji, 0 for combining marks.
public enum TextWidth {
  /// Width of text without control characters. O(n).
  public static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    case 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  /// Lines of at most `width` columns, broken at spaces; a longer word is cut. Never empty.
  public static func wrap(_ text: String, to width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let length = of(String(word))
      if used > 0, used + 1 + length > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 { line += " " }
      if length + used <= width {
        line += word
        used += length + (used > 0 ? 1 : 0)
      } else {
        (line, used) = cut(String(word), after: line, used, width, into: &lines)
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Breaks a word that is wider than a line.
  private static func cut(
    _ word: String, after start: String, _ startWidth: Int, _ width: Int, into lines: inout [String]
  ) -> (String, Int) {
    var (line, used) = (start, startWidth)
    for scalar in word.unicodeScalars {
      let step = of(scalar)
      if used > 0, used + step > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line.unicodeScalars.append(scalar)
      used += step
    }
    return (line, used)
  }
}
