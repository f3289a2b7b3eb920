internal import SaysoRecord
internal import SaysoText

/// The words by which a text describes a person beside the name: "Daniel Marsh, the chief of police in Pellmoor",
/// "their striker Daniel Marsh". They tell people of one name apart.
struct Descriptors {
  private let text: [Unicode.Scalar]

  init(_ content: String) { text = Array(content.unicodeScalars) }

  /// Stems of the description of the name at `name`, an offset range in code points; empty where there is none.
  func stems(around name: Range<Int>) -> [UInt64] {
    guard name.lowerBound >= 0, name.upperBound <= text.count else { return [] }
    return ContentWords.stems(of: before(name.lowerBound) + " " + behind(name.upperBound))
  }

  /// The noun between a determiner and the name.
  private func before(_ end: Int) -> String {
    let words = text[max(0, end - 40)..<end].split(separator: " ").suffix(2).map { string($0).lowercased() }
    guard words.count == 2, Self.determiners.contains(words[0]) else { return "" }
    return words[1]
  }

  /// An apposition: from the comma to the next one.
  private func behind(_ start: Int) -> String {
    guard start + 2 < text.count, text[start] == ",", text[start + 1] == " " else { return "" }
    let rest = text[(start + 2)...].prefix(120).prefix { $0 != "," && $0 != ";" }
    let words = rest.split(separator: " ").prefix(12).map { string($0) }
    return Self.determiners.contains(words.first ?? "") ? words.joined(separator: " ") : ""
  }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "its", "their", "his", "her", "our", "former", "then",
  ]
}
