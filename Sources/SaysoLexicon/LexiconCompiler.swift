public import SaysoText

/// Turns lists into one image: a vocabulary of folded words, a trie of phrases over word ids, and the entries.
///
/// The same lists in the same order give the same bytes. O(total length of all rows).
public struct LexiconCompiler {
  private let tokeniser: Tokeniser
  private var vocabulary = Vocabulary()
  private var trie = PhraseTrie()
  private var strings = StringPool()
  private var classes = TagClasses()
  private var entries: [EntryRecord] = []
  private var attributes: [UInt32] = []
  private var lists: [UInt32] = []
  private var abbreviations: Set<[UInt8]> = []
  /// Rows that can never match, found while compiling: too many tokens, or none.
  public private(set) var problems: [LexiconError] = []

  public init(support: any ScriptSupport) {
    tokeniser = Tokeniser(support: support)
  }

  /// Compiles `lists`. `contentHash` names them (see `LexiconStore`).
  public mutating func compile(_ lists: [LexiconList], contentHash: UInt64) -> [UInt8] {
    for list in lists {
      for row in list.rows where row.type == .abbreviation { addAbbreviations(of: row) }
    }
    for list in lists { add(list) }
    return image(contentHash)
  }

  private mutating func addAbbreviations(of row: LexiconRow) {
    for name in [row.name] + row.aliases {
      abbreviations.insert(tokeniser.tokens(of: name).flatMap(\.folded))
    }
  }

  private mutating func add(_ list: LexiconList) {
    let listID = UInt16(truncatingIfNeeded: lists.count / 3)
    lists.append(strings.id(list.name))
    lists.append(UInt32(entries.count))
    for row in list.rows {
      if row.type == .word { addWord(row) } else { addEntry(row, listID, list.name) }
    }
    lists.append(UInt32(entries.count))
  }

  // MARK: Words

  private mutating func addWord(_ row: LexiconRow) {
    for name in [row.name] + row.aliases {
      guard let folded = singleToken(name) else { continue }
      let word = vocabulary.id(folded)
      let isOwn = row.attributes.contains { $0.key == "class" && $0.value == "own" }
      vocabulary.infos[word].tagClass = classes.id(row.kind, own: isOwn ? row.name : "")
      if let lemma = row.attributes.first(where: { $0.key == "lemma" })?.value { setLemma(lemma, of: word) }
    }
  }

  /// The folded form of a name that is one token in running text; clitics ("'s", "n't") are by convention.
  private func singleToken(_ name: String) -> [UInt8]? {
    if WordID.knownSpellings.contains(name), name.count > 1, name.contains("'") { return Array(name.utf8) }
    let tokens = self.tokens(of: name)
    return tokens.count == 1 ? tokens.first?.folded : nil
  }

  private mutating func setLemma(_ lemma: String, of word: Int) {
    let tokens = self.tokens(of: lemma)
    guard tokens.count == 1, let token = tokens.first, vocabulary.infos[word].lemma == .none else { return }
    let id = vocabulary.id(token.folded)
    if id != word { vocabulary.infos[word].lemma = WordID(Int32(id)) }
  }

  // MARK: Entries

  private mutating func addEntry(_ row: LexiconRow, _ list: UInt16, _ listName: String) {
    let entry = UInt32(entries.count)
    entries.append(record(row, list))
    for (key, value) in row.attributes {
      attributes.append(strings.id(key))
      attributes.append(strings.id(value))
    }
    guard row.type.isPhrase else { return }
    let features = WordFeatures.features(of: row, list: listName)
    for (index, name) in ([row.name] + row.aliases).enumerated() {
      addPattern(name, of: row, entry, isAlias: index > 0, features, listName)
    }
  }

  private mutating func record(_ row: LexiconRow, _ list: UInt16) -> EntryRecord {
    func value(_ key: String) -> String { row.attributes.first { $0.key == key }?.value ?? "" }
    let country = Array(value("country").utf8)
    return EntryRecord(
      name: strings.id(row.name), kindString: strings.id(row.kind), line: UInt32(truncatingIfNeeded: row.line),
      firstAttribute: UInt32(attributes.count), attributeCount: UInt16(truncatingIfNeeded: row.attributes.count),
      list: list, country: country.count == 2 ? UInt16(country[0]) << 8 | UInt16(country[1]) : 0, type: row.type,
      gender: Gender(attribute: value("gender")), guards: EntryGuards(row: row), forms: EntryForms(row: row))
  }

  private mutating func addPattern(
    _ name: String, of row: LexiconRow, _ entry: UInt32, isAlias: Bool, _ features: WordFeatures, _ list: String
  ) {
    let tokens = self.tokens(of: name)
    guard (1...CaseMask.maxTokens).contains(tokens.count) else {
      problems.append(
        .malformed(
          file: list, line: row.line, found: "`\(name)` (\(tokens.count) tokens)",
          expected: "1 to \(CaseMask.maxTokens) tokens"))
      return
    }
    var mask: UInt32 = isAlias ? CaseMask.alias : 0
    var path: [Int] = []
    for (index, token) in tokens.enumerated() {
      mask |= CaseMask.demand(of: token.shape, letters: token.letters) << UInt32(2 * index)
      path.append(vocabulary.id(token.folded))
    }
    if path.count == 1 { note(features, row, word: path[0]) }
    trie.insert(path, Pattern(entry: entry, caseMask: mask, type: row.type))
  }

  private mutating func note(_ features: WordFeatures, _ row: LexiconRow, word: Int) {
    vocabulary.infos[word].features.formUnion(features)
    if row.type == .date, vocabulary.infos[word].value == WordInfo.noValue,
      let value = row.attributes.first(where: { $0.key == "value" }).flatMap({ Int32($0.value) })
    {
      vocabulary.infos[word].value = value
    }
    if row.type == .abbreviation { vocabulary.infos[word].abbreviation.formUnion(AbbreviationRules(row: row)) }
    if row.type == .cue { setLemma(row.name, of: word) }
  }

  // MARK: Tokens

  /// The tokens of a name, with the stops of known abbreviations joined to their words as in running text.
  private func tokens(of name: String) -> [(folded: [UInt8], shape: TokenShape, letters: Int)] {
    var result: [(folded: [UInt8], shape: TokenShape, letters: Int)] = []
    for token in tokeniser.tokens(of: name) {
      let isStop = token.folded == [UInt8(ascii: ".")] && !token.shape.contains(.spaceBefore)
      if isStop, let last = result.last, abbreviations.contains(last.folded + token.folded) {
        result[result.count - 1].folded += token.folded
      } else {
        let letters = token.text.unicodeScalars.filter { $0.properties.isAlphabetic }.count
        result.append((token.folded, token.shape, letters))
      }
    }
    return result
  }

  // MARK: Image

  private mutating func image(_ contentHash: UInt64) -> [UInt8] {
    trie.finish(into: &vocabulary)
    let (slots, starts) = vocabulary.table()
    return LexiconImage.assemble(
      [
        .strings: strings.bytes, .stringStarts: ImageWriter.bytes(strings.starts),
        .words: vocabulary.bytes + [UInt8](repeating: 0, count: 8), .wordStarts: ImageWriter.bytes(starts),
        .slots: ImageWriter.bytes(slots), .infos: ImageWriter.bytes(vocabulary.infos),
        .classStarts: ImageWriter.bytes(classes.starts), .classTags: ImageWriter.bytes(classes.tags),
        .edges: ImageWriter.bytes(trie.edgeTable()), .nodes: ImageWriter.bytes(trie.nodes),
        .patterns: ImageWriter.bytes(trie.flatPatterns), .entries: ImageWriter.bytes(entries),
        .attributes: ImageWriter.bytes(attributes), .lists: ImageWriter.bytes(lists),
      ], contentHash: contentHash)
  }
}
