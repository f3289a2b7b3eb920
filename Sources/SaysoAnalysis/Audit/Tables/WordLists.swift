internal import SaysoText

/// The words that the checks go by: `words.tsv`, one table of all lists.
struct WordLists: Sendable {
  static let standard = WordLists(TableReader.rows(PackageResources.words_tsv))

  /// Names of the lists, each once.
  let names: Set<String>
  private let values: [String: [UInt64: String]]

  init(_ cells: [[String]]) {
    var values: [String: [UInt64: String]] = [:]
    for cells in cells where cells.count >= 2 {
      let value = cells.count > 2 ? cells[2] : ""
      for word in cells[1].split(separator: " ") {
        values[cells[0], default: [:]][FoldedHash.hash(String(word))] = value
      }
    }
    self.values = values
    names = Set(values.keys)
  }

  /// Hashes of the folded words of a text, to be looked up in a list.
  static func words(of text: String) -> [UInt64] { FoldedWords.hashes(of: text) }

  /// The list with this name; empty where there is none.
  subscript(_ name: String) -> WordList { WordList(values: values[name] ?? [:]) }
}

/// Folded words with what the table says of each.
struct WordList: Sendable {
  fileprivate let values: [UInt64: String]

  func has(_ word: UInt64) -> Bool { values[word] != nil }

  func has(_ word: String) -> Bool { has(FoldedHash.hash(word)) }

  /// The value beside the word; nil where it is not in the list.
  subscript(_ word: UInt64) -> String? { values[word] }
}
