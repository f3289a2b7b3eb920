import SaysoLexicon
import SaysoText

/// What the lexicons say of languages: for each its name, its script, its commonest words, and letters that few
/// others have. Lists "language/profile" (English) and "fr/language/profile".
struct LanguageProfiles {
  struct Language {
    /// BCP 47: "pt".
    var code: String
    /// In English: "Portuguese".
    var name: String
    /// Serbian has two.
    var scripts: [WritingScript] = []
    /// Meant where a text in this script has nothing that tells.
    var isDefault = false
  }

  /// Which languages a word or letter speaks for, a bit each, by place in `languages`.
  typealias Mask = UInt64

  private(set) var languages: [Language] = []
  private var places = HashIndex()
  private var masks: [Mask] = []

  /// - Parameter tokeniser: splits and folds words as it does an article's text.
  init(_ lexicon: Lexicon, _ tokeniser: Tokeniser) {
    for list in lexicon.lists where list.name.hasSuffix("language/profile") {
      let code = list.name == "language/profile" ? "en" : String(list.name.prefix { $0 != "/" })
      guard languages.count < Mask.bitWidth else { return }
      languages.append(Language(code: code, name: code))
      for entry in lexicon.entries(inList: list.name) { add(entry, languages.count - 1, tokeniser) }
    }
  }

  private mutating func add(_ entry: LexiconEntry, _ language: Int, _ tokeniser: Tokeniser) {
    switch entry.kind {
    case "language": languages[language].name = entry.name
    case "script":
      if let script = WritingScript(rawValue: entry.name) { languages[language].scripts.append(script) }
      if entry.attribute("default") == "yes" { languages[language].isDefault = true }
    case "function-word":
      for token in tokeniser.tokens(of: entry.name) { add(Self.key(token.folded), language) }
    case "letter":
      for scalar in entry.name.unicodeScalars { add(Self.key(letter: scalar.value), language) }
    default: break
    }
  }

  private mutating func add(_ key: UInt64, _ language: Int) {
    if places[key] == nil {
      places.set(key, to: masks.count)
      masks.append(0)
    }
    if let place = places[key] { masks[place] |= 1 << Mask(language) }
  }

  private static func key(_ folded: [UInt8]) -> UInt64 { folded.withUnsafeBufferPointer { FoldedHash.hash($0) } }

  private static func key(letter: UInt32) -> UInt64 { FoldedHash.mix(0x1_0000_0000 | UInt64(letter)) }

  /// The languages that have a word, by its hash, among their commonest. O(1).
  func languages(ofWord hash: UInt64) -> Mask { places[hash].map { masks[$0] } ?? 0 }

  /// The languages of a letter that few have; 0 for others. O(1).
  func languages(ofLetter scalar: UInt32) -> Mask { places[Self.key(letter: scalar)].map { masks[$0] } ?? 0 }

  /// The languages written in a script.
  func languages(in script: WritingScript) -> Mask {
    languages.indices.reduce(0) { $0 | (languages[$1].scripts.contains(script) ? 1 << Mask($1) : 0) }
  }

  /// The bit of a language, 0 where no list has it.
  func mask(of code: String) -> Mask { languages.firstIndex { $0.code == code }.map { 1 << Mask($0) } ?? 0 }

  /// The name of a language in English, nil where no list tells.
  func name(of code: String) -> String? { languages.first { $0.code == code }?.name }
}
