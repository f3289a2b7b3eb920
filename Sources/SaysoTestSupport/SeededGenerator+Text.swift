// Generators of text: what Unicode has against programs, and what news looks like.

extension SeededGenerator {
  /// One of `choices`, which must not be empty; otherwise `fallback`.
  public mutating func pick<Choice>(_ choices: [Choice], or fallback: Choice) -> Choice {
    choices.randomElement(using: &self) ?? fallback
  }

  /// Text of up to `length` pieces that programs get wrong: combining marks, surrogate pairs, joiners, right-to-left
  /// marks, line ends of every kind, quotes, escapes, NUL, letters that change length when folded.
  public mutating func nastyText(upTo length: Int) -> String {
    let pieces = [
      "a", "Z", " ", "\"", "\\", "/", "\n", "\r\n", "\t", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}",
      "é", "e\u{301}", "ß", "İ", "ﬁ", "Ǆ", "Å", "\u{200B}", "\u{200D}", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{FFFD}",
      "\u{FFFF}", "’", "“", "”", "«", "»", "„", "…", "—", "中文", "ไทย", "한국", "عربي", "हिन्दी", "🤔", "👩‍👩‍👧‍👦", "🇫🇷",
      "\u{10FFFF}", "\u{1D400}", "\u{300}\u{301}\u{302}", "</script>", "{{", "⟦", "=cmd", "%s", "' OR 1=1",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...max(0, length), using: &self) { text += pick(pieces, or: "a") }
    return text
  }

  /// An article of invented people and places: title, byline, dateline, paragraphs with quotations, dates and sources.
  public mutating func article(paragraphs: Int = 5) -> String {
    var lines = ["\(pick(Self.places, or: "Norvale")) \(pick(Self.events, or: "reopens the dam"))"]
    lines.append("By \(person())")
    for number in 0..<max(1, paragraphs) {
      let start = number == 0 ? "\(pick(Self.places, or: "Norvale").uppercased()), May 7 — " : ""
      lines.append("")
      lines.append(start + (0..<Int.random(in: 1...4, using: &self)).map { _ in sentence() }.joined(separator: " "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func person() -> String {
    "\(pick(["Jane", "Amadou", "Mirela", "Tomás", "Wen"], or: "Jane")) "
      + pick(["Roe", "Okafor-Lind", "Vasquez", "O’Hara", "al-Sabbagh"], or: "Roe")
  }

  private mutating func sentence() -> String {
    let event = "\(pick(Self.places, or: "Norvale")) \(pick(Self.events, or: "reopens the dam"))"
    let number = Int.random(in: 2...900, using: &self)
    return switch Int.random(in: 0..<6, using: &self) {
    case 0: "\(event), \(person()) said on Tuesday."
    case 1: "“We counted \(number) boats,” said \(person()), a spokeswoman for the port."
    case 2: "According to the Harbour Gazette, \(event)."
    case 3: "Officials reportedly spent $\(number) million in \(Int.random(in: 1990...2024, using: &self))."
    case 4: "\(person()) denied that \(event)."
    default: "The ferry sank on 12 March \(Int.random(in: 1990...2024, using: &self)), killing \(number) people."
    }
  }

  private static let places = ["Norvale", "Port Ellery", "Sankt Alban", "Belmora", "Qasr Tahun"]
  private static let events = [
    "reopens the dam", "suspends the ferry", "votes on a new harbour tax", "buries the victims", "rejects the accord",
  ]
}
