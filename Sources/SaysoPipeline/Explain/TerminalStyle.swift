import SaysoRecord

/// Escape sequences for a terminal, or nothing where colour is off. Types differ in more than colour: each mark is
/// underlined and labelled too.
struct TerminalStyle {
  let isOn: Bool

  func paint(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  func dim(_ text: String) -> String { paint(text, "2") }
  func bold(_ text: String) -> String { paint(text, "1") }

  func mention(_ text: String, _ type: MentionType) -> String {
    isOn ? paint(text, "4;\(colour(type))") : "[\(text)|\(type.rawValue)]"
  }

  private func colour(_ type: MentionType) -> String {
    switch type {
    case .person: "34"
    case .place: "32"
    case .organization: "35"
    case .date: "33"
    case .group: "36"
    }
  }

  func claim(_ text: String, _ voice: Voice) -> String {
    switch voice {
    case .attributed: paint(text, "32")
    case .hedged: paint(text, "33")
    case .author: dim(text)
    }
  }

  /// The text without control characters: articles are hostile input, also to a terminal.
  static func safe(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x0A, 0x0D, 0x09: " "
          case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
          default: scalar
          }
        }))
  }
}
