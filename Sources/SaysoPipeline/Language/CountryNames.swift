import SaysoLexicon
import SaysoText

/// The names of countries in one language: the list "fr/places/countries", and "fr/places/country-forms" with further
/// names, with endings that a name's last word may have in place of its own, and with prefixes that are written
/// together with it. Made for the first article in the language. O(names times endings).
struct CountryNames {
  private struct Name {
    var entry: EntryID
    var needsCapital: Bool
    /// Letters before the name that are no part of it: 2 in "l'Italie", where the capital is not the first letter.
    var prefix = 0
  }

  private var names: [Name] = []
  /// Names by the hash of their words, and by their first word's hash how many words the longest has.
  private var places = HashIndex()
  private var longest = HashIndex()

  /// An ending of a language's names ("a") and those that cases put in its place ("y", "ie", "ę").
  private struct Ending {
    var own: [UInt8]
    var others: [[UInt8]]
  }

  init(_ lexicon: Lexicon, language: String, tokeniser: Tokeniser) {
    let lists = ["countries", "country-forms"].map { "\(language)/places/\($0)" }
    let entries = lists.flatMap { lexicon.entries(inList: $0) }
    func folded(_ text: String) -> [UInt8] { text == "-" ? [] : tokeniser.tokens(of: text).flatMap(\.folded) }
    let endings = entries.filter { $0.kind == "ending" }
      .map { Ending(own: folded($0.name), others: Self.parts($0.attribute("forms")).map(folded)) }
      .sorted { $0.own.count > $1.own.count }
    let prefixes = entries.filter { $0.kind == "prefix" }
      .map { (folded: folded($0.name), letters: $0.name.unicodeScalars.count) }
    for entry in entries where entry.kind == "country" {
      let tokens = tokeniser.tokens(of: entry.name)
      guard let first = tokens.first else { continue }
      let words = tokens.map(\.folded)
      names.append(Name(entry: entry.id, needsCapital: first.shape.contains(.initialUpper)))
      for form in Self.inflected(words, endings) { add(form, names.count - 1) }
      for prefix in prefixes {
        names.append(Name(entry: entry.id, needsCapital: false, prefix: prefix.letters))
        add([prefix.folded + first.folded] + words.dropFirst(), names.count - 1)
      }
    }
  }

  private static func parts(_ forms: String?) -> [String] {
    forms?.split(separator: "|").map(String.init) ?? []
  }

  /// A name as it is, then with each other ending of its last word.
  private static func inflected(_ words: [[UInt8]], _ endings: [Ending]) -> [[[UInt8]]] {
    guard let last = words.last else { return [] }
    var forms = [words]
    if let ending = endings.first(where: { last.count > $0.own.count + 1 && last.suffix($0.own.count) == $0.own[...] })
    {
      forms += ending.others.map { words.dropLast() + [last.dropLast(ending.own.count) + $0] }
    }
    return forms
  }

  /// A form that two countries share is the first one's.
  private mutating func add(_ form: [[UInt8]], _ name: Int) {
    let hashes = form.map { $0.withUnsafeBufferPointer { FoldedHash.hash($0) } }
    guard let first = hashes.first else { return }
    let key = hashes.reduce(0) { FoldedHash.mix($0 ^ $1) }
    if places[key] == nil { places.set(key, to: name) }
    longest.set(first, to: max(longest[first] ?? 0, hashes.count))
  }

  /// The longest name that starts in a token, within `end`: its row, its tokens, and the code points before it. O(words of the longest name with that first word).
  func name(at token: Int, end: Int, _ article: borrowing Article) -> (entry: EntryID, count: Int, prefix: Int)? {
    guard let most = longest[article.tokens.hash[token]] else { return nil }
    for count in stride(from: min(most, end - token), to: 0, by: -1) {
      guard let place = places[article.tokens.key(token..<token + count)] else { continue }
      let name = names[place]
      if name.needsCapital, !article.tokens.shape[token].contains(.initialUpper) { continue }
      return (name.entry, count, name.prefix)
    }
    return nil
  }
}
