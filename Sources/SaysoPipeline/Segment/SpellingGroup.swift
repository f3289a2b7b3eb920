/// How a word is spelled, as a row of the `words/shapes` weights: by how it is known and where its capital stands.
enum SpellingGroup {
  /// Groups a family: without capital, with one at the start, inside, in a title; all capitals likewise.
  private static let perFamily = 7
  private static let families = 9
  static let count = perFamily * families

  /// The row for words of a family at a place. Words that are always capitalised are like others without their
  /// capital, and have no rows for all capitals.
  static func index(_ family: WordClassModel.Family, _ place: WordClassModel.Place) -> Int {
    switch family {
    case .number, .mark, .code, .address, .abbreviation: return Int(family.rawValue) * perFamily
    case .listed:
      if place == .low || place == .none { return Int(WordClassModel.Family.known.rawValue) * perFamily }
      return Int(family.rawValue) * perFamily + (place.rawValue > 3 ? place.rawValue - 3 : place.rawValue)
    case .own, .known, .new: return Int(family.rawValue) * perFamily + (place == .none ? 0 : place.rawValue)
    }
  }

  /// The row that a list calls "known-caps-mid", "new-low", "listed-start", "number".
  static func index(named name: String) -> Int? {
    let parts = name.split(separator: "-")
    guard let family = parts.first.flatMap({ names.firstIndex(of: String($0)) }) else { return nil }
    guard parts.count > 1, let last = parts.last else { return family * perFamily }
    guard let place = ["low", "start", "mid", "title"].firstIndex(of: String(last)) else { return nil }
    return family * perFamily + place + (parts.contains("caps") ? 3 : 0)
  }

  private static let names = ["own", "known", "new", "listed", "number", "mark", "code", "address", "abbreviation"]
}
