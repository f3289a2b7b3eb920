/// Text from outside made safe for where it is shown. What a format can't show is replaced, never passed on.
public enum SafeText {
  /// One line for a terminal: line ends and tabs become spaces, control characters, escapes, and characters that turn
  /// the direction of writing or can't be seen become `�`.
  public static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: view.append(" ")
      case 0..<0x20, 0x7F...0x9F: view.append("\u{FFFD}")
      case _ where isHiddenDirection(scalar.value): view.append("\u{FFFD}")
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  /// Text for the inside of an HTML element or a quoted attribute.
  public static func html(_ text: String) -> String {
    var writer = HTMLWriter()
    writer.text(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// An address for a link: only `http` and `https`; nil for anything else (`javascript:`).
  public static func link(_ address: String?) -> String? {
    guard let address else { return nil }
    let isWeb = ["http://", "https://"].contains { address.prefix($0.count).lowercased() == $0 }
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
    return isWeb && isPlain ? address : nil
  }

  /// Text for the running text of a Markdown file: what Markdown or HTML would take for markup is escaped.
  public static func markdown(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in line(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "!": view.append("\\")
      case "&": view.append(contentsOf: "&amp;".unicodeScalars)
      default: break
      }
      if scalar != "&" { view.append(scalar) }
    }
    return String(view)
  }

  /// Embeddings and overrides of the writing direction; the plain marks that right-to-left text needs stay.
  private static func isHiddenDirection(_ scalar: UInt32) -> Bool {
    (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar)
  }
}
