public import SaysoText

/// Compiles the user's names into a book.
///
///     let builder = PhraseBookBuilder(support: support)
///     builder.begin(file: "names.tsv")
///     builder.beginEntry(name: "Orrin Ferries", type: .organization, kind: "company", line: 5)
///     builder.add("Orrin Lines", as: .alias)
///     builder.endEntry()
///     let bytes = builder.finish(contentHash: hash)
///
/// Rows that can never match, or would match everywhere, go to `problems` and not into the book. O(n log n) in phrases.
public final class PhraseBookBuilder {
  /// What a phrase is to its entry.
  public enum Form { case name, alias, weakAlias }

  /// What was wrong, in the order of the files.
  public internal(set) var problems: [LexiconError] = []
  var strings: [UInt8] = []
  var entries: [BookEntry] = []
  var patterns: [BookPattern] = []
  /// Hashes of the beginnings of phrases, with their key in the filter.
  var starts: [(hash: UInt64, key: PhraseHash.Key)] = []
  let phrases: PhraseReader
  private(set) var file = ""
  private var files: [(first: Int, name: String, path: String, firstProblem: Int)] = []
  private var kinds: [String: UInt16] = [:]
  private var kindList: [String] = []
  /// The entry that has been begun.
  private var draft = Draft()

  struct Draft {
    var entry = BookEntry(
      start: 0, line: 0, nameLength: 0, attributeLength: 0, kind: 0, country: 0, exact: 0, guards: 0, traits: 0)
    var firstPattern = 0
    /// Whether it names a thing; words that only help to read names may be as short and common as they like.
    var isName = true
    /// "Albanian" is an adjective, and no wonder that the lists of words have it.
    var mayBeEveryday = false
  }

  static let nameTypes: [EntryType] = [.person, .place, .organization, .group]

  public init(support: any ScriptSupport) { phrases = PhraseReader(support: support) }

  /// Rows that follow are from this file.
  public func begin(file: String) {
    self.file = file
    let name = file.split(separator: "/").last.map(String.init) ?? file
    files.append((entries.count, String(name.filter { $0 != "\t" && $0 != "\n" }), file, problems.count))
  }

  /// Notes what is wrong with a line.
  public func fail(line: Int, found: String, expected: String) {
    problems.append(.malformed(file: file, line: line, found: found, expected: expected))
  }

  /// Says whether a folded word, with its hash, is an everyday word. Where it is given, what is doubtful goes to
  /// `problems` too: see `noteDoubts`.
  public var everydayWord: ((UnsafeBufferPointer<UInt8>, UInt64) -> Bool)?

  /// Entities of a kind that has no names for a text, in the files so far.
  public private(set) var leftOut = 0

  /// Notes how many entities of a file were left out because of their kind, which is no fault of theirs.
  public func note(leftOut count: Int) { leftOut += count }

  func doubt(line: Int, found: String, expected: String) {
    problems.append(.doubtful(file: file, line: line, found: found, expected: expected))
  }

  /// The file and line of an entry.
  func place(_ entry: Int) -> (file: String, line: Int) {
    (files.last { $0.first <= entry }?.path ?? file, Int(entries[entry].line))
  }

  /// The type of an entry, and the whole second column.
  func type(_ entry: Int) -> Substring { kindList[Int(entries[entry].kind)].prefix { $0 != "\t" } }

  // MARK: Entries

  /// Begins a row. Its name is matched unless the caller says otherwise.
  public func beginEntry(
    name: UnsafeBufferPointer<UInt8>, type: EntryType, kind: String, line: Int, traits: EntryTraits = .init()
  ) {
    draft = Draft()
    draft.firstPattern = patterns.count
    draft.isName = Self.nameTypes.contains(type)
    draft.mayBeEveryday = type == .group
    draft.entry.start = UInt32(truncatingIfNeeded: strings.count)
    draft.entry.line = UInt32(truncatingIfNeeded: line)
    draft.entry.nameLength = UInt16(min(name.count, Int(UInt16.max)))
    draft.entry.kind = number(of: "\(type.label)\t\(kind)")
    draft.entry.country = traits.country
    draft.entry.guards = traits.guards.rawValue
    draft.entry.traits = traits.gender.rawValue | traits.forms.rawValue << 2
    strings.append(contentsOf: name.prefix(Int(UInt16.max)))
  }

  /// The number of a kind: `type<TAB>kind`.
  private func number(of kind: String) -> UInt16 {
    if let known = kinds[kind] { return known }
    let number = UInt16(truncatingIfNeeded: kindList.count)
    kinds[kind] = number
    kindList.append(kind.replacing("\n", with: " "))
    return number
  }

  /// Adds `key=value` to the entry, for `LexiconEntry.attribute`.
  public func attribute(_ key: String, _ value: UnsafeBufferPointer<UInt8>) {
    let length = Int(draft.entry.attributeLength) + key.utf8.count + value.count + 2
    guard length <= Int(UInt16.max), !value.contains(0x09) else { return }
    if draft.entry.attributeLength > 0 { strings.append(0x09) }
    strings.append(contentsOf: key.utf8)
    strings.append(UInt8(ascii: "="))
    strings.append(contentsOf: value)
    draft.entry.attributeLength = UInt16(strings.count - Int(draft.entry.start) - Int(draft.entry.nameLength))
  }

  /// Adds a name to the entry that has been begun.
  public func add(_ name: UnsafeBufferPointer<UInt8>, as form: Form) {
    phrases.read(name)
    addPhrase(name, form)
  }

  /// Adds a name given as pieces, each letter for letter or in any case.
  public func add(pieces: [(text: [UInt8], isExact: Bool)]) {
    let exact = phrases.read(pieces: pieces)
    draft.entry.exact = exact
    addPhrase(UnsafeBufferPointer(start: nil, count: 0), .name)
  }

  private func addPhrase(_ name: UnsafeBufferPointer<UInt8>, _ form: Form) {
    let guarded =
      !draft.isName || form == .weakAlias || EntryGuards(rawValue: draft.entry.guards).contains(.word)
    if let fault = phrases.fault(isGuarded: guarded) {
      let shown = name.isEmpty ? currentName : String(decoding: name.prefix(80), as: UTF8.self)
      return fail(line: Int(draft.entry.line), found: "`\(shown)` (\(fault.found))", expected: fault.expected)
    }
    // `prior=high`: somebody has looked at it.
    let isMeant = draft.mayBeEveryday || EntryGuards(rawValue: draft.entry.guards).contains(.sure)
    if let everydayWord, !guarded, !isMeant, let word = phrases.loneWord(everydayWord) {
      doubt(
        line: Int(draft.entry.line), found: "the everyday word `\(word)` by itself",
        expected: "guard=word, or a longer name")
    }
    let entry = UInt32(truncatingIfNeeded: entries.count * 2) | (form == .weakAlias ? 1 : 0)
    phrases.forEachSpelling { tokens, mask in
      let mask = form == .name ? mask : mask | CaseMask.alias
      patterns.append(BookPattern(hash: addStarts(tokens, mask), entry: entry, mask: mask))
    }
  }

  private var currentName: String { name(of: draft.entry) }

  func name(of entry: BookEntry) -> String {
    let start = Int(entry.start)
    return String(decoding: strings[start..<start + Int(entry.nameLength)], as: UTF8.self)
  }

  /// Notes the beginnings of a phrase for the filter; returns the hash of the whole.
  private func addStarts(_ tokens: [UInt64], _ mask: UInt32) -> UInt64 {
    var hash: UInt64 = 0
    for (index, token) in tokens.enumerated() {
      hash = index == 0 ? PhraseHash.first(token) : PhraseHash.next(hash, token)
      let isLast = index + 1 == tokens.count
      if index == 0 {
        let isAny = mask & 3 == CaseMask.any
        starts.append((hash, isLast ? (isAny ? .wholeAny : .wholeUpper) : (isAny ? .firstAny : .firstUpper)))
      } else {
        starts.append((hash, isLast ? .whole : .start))
      }
    }
    return hash
  }

  /// Ends the row; one of which no name can be matched is left out.
  public func endEntry() {
    guard patterns.count > draft.firstPattern else {
      strings.removeLast(strings.count - Int(draft.entry.start))
      return
    }
    entries.append(draft.entry)
  }

  // MARK: The file

  /// The book's bytes.
  public func finish(contentHash: UInt64) -> [UInt8] {
    sortPatterns()
    let kinds = kindList.map { $0 + "\n" }.joined()
    let files = files.indices.map { index in
      let end = index + 1 < self.files.count ? self.files[index + 1].firstProblem : problems.count
      return "\(self.files[index].first)\t\(self.files[index].name)\t\(end - self.files[index].firstProblem)\n"
    }.joined()
    let sections: [BookImage.Section: [UInt8]] = [
      .strings: strings, .entries: ImageWriter.bytes(entries), .buckets: ImageWriter.bytes(buckets()),
      .patterns: ImageWriter.bytes(patterns), .filter: ImageWriter.bytes(filter()), .kinds: Array(kinds.utf8),
      .files: Array(files.utf8),
    ]
    return ImageWriter.assemble(
      BookImage.Section.allCases.map { sections[$0] ?? [] }, BookImage.format, contentHash: contentHash)
  }

  /// By hash, then by entry; the same phrase of an entry stays once.
  private func sortPatterns() {
    patterns.sort { a, b in
      a.hash != b.hash ? a.hash < b.hash : a.entry != b.entry ? a.entry < b.entry : a.mask < b.mask
    }
    var kept = 0
    for pattern in patterns {
      if kept > 0, patterns[kept - 1].hash == pattern.hash, patterns[kept - 1].entry == pattern.entry,
        patterns[kept - 1].mask & ~CaseMask.alias == pattern.mask & ~CaseMask.alias
      {
        continue
      }
      patterns[kept] = pattern
      kept += 1
    }
    patterns.removeLast(patterns.count - kept)
  }

  /// Where each bucket of the upper bits begins, and one entry more.
  private func buckets() -> [UInt32] {
    var bits: UInt64 = 1
    while 1 << (bits + 1) <= patterns.count { bits += 1 }
    var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
    for pattern in patterns { starts[Int(truncatingIfNeeded: pattern.hash >> (64 - bits)) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    return starts
  }

  private func filter() -> [UInt64] {
    var words = 64
    while words * 6 < starts.count { words *= 2 }
    var filter = [UInt64](repeating: 0, count: words)
    for start in starts {
      filter[PhraseHash.word(start.hash, UInt64(words - 1))] |= PhraseHash.bits(start.hash, start.key)
    }
    return filter
  }
}

/// What a row says of its entry besides names.
public struct EntryTraits {
  /// ISO 3166-1 alpha-2 as two ASCII bytes, 0 for none.
  var country: UInt16 = 0
  var guards: EntryGuards = []
  var gender: Gender = .unknown
  var forms: EntryForms = []

  public init() {}

  /// A two-letter country code in any case; anything else is no country.
  public mutating func setCountry(_ code: UnsafeBufferPointer<UInt8>) {
    guard code.count == 2, code.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) else { return }
    country = UInt16(code[0] & 0xDF) << 8 | UInt16(code[1] & 0xDF)
  }

  public mutating func setGender(_ gender: Gender) { self.gender = gender }
}
