/// How a word is spelled, as a row of the `words/shapes` weights: by how it is known and where its capital stands.
enum SpellingGroup {
  /// Groups a family: without capital, with one at the start, inside, in a title; all capitals likewise.
  private static let perFamily = 7
  private static let families = 9
  static let count = perFamily * families

  /// The row for a word of a family at a place.
  @inline(__always)
  static func index(_ family: UInt8, _ place: Int, isAllUpper: Bool) -> Int {
    Int(family) * perFamily + place + (isAllUpper && place > 0 ? 3 : 0)
  }

  /// The row that a list calls "known-caps-mid", "new-low", "listed-start", "number".
  static func index(named name: String) -> Int? {
    let parts = name.split(separator: "-")
    guard let family = parts.first.flatMap({ names.firstIndex(of: String($0)) }) else { return nil }
    guard parts.count > 1, let last = parts.last else { return family * perFamily }
    guard let place = ["low", "start", "mid", "title"].firstIndex(of: String(last)) else { return nil }
    return index(UInt8(family), place, isAllUpper: parts.contains("caps"))
  }

  private static let names = ["own", "known", "new", "listed", "number", "mark", "code", "address", "abbreviation"]
}
