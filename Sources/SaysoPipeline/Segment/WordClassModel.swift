import SaysoLexicon
import SaysoText

/// The fitted weights of the word-class decoder and the possible classes of every kind of word, as flat arrays.
///
/// Made once from the lists `words/transitions`, `words/contexts`, `words/shapes` and `words/suffixes`
/// (Lexicons/tools/fit-word-classes.py says what each weight is). Scores are integers: the higher the likelier, the
/// same on every machine. What a token alone decides (share in the lists, own context class, spelling) is added up
/// here, so that the decoder only adds what the neighbours say.
final class WordClassModel: @unchecked Sendable {
  /// Columns of a weight table: more than there are tags, so that a row starts at a multiple of 16 bytes.
  static let tags = 48
  /// The row of `tagAfter` for the start of a sentence.
  static let startTag = 47
  /// Likelier candidates of a word that are kept.
  static let mostCandidates = 12

  /// Weights by the context class of the word before and of the word behind, and by the tag before.
  let after: WeightTable
  let before: WeightTable
  let tagAfter: WeightTable
  /// Weights by the two tags before, where the nearer is a bridge; row `bridgeRow`, row 0 is empty.
  let twoAfter: WeightTable
  /// By tag: the row of `twoAfter` for it behind the tag 0, to which the earlier tag's number is added; 0 for a tag
  /// that is no bridge.
  let bridgeRows: Column<Int32>

  /// Readings by class and place; see `readingIndex`.
  let readings: Column<Reading>
  /// Candidate tags and their scores, all readings one after the other.
  let candidateTags: Column<UInt8>
  let candidateScores: Column<Int16>
  let families: Column<Family>
  let suffixes: SuffixTable
  /// Number of classes that come from the lexicon; suffix and fixed classes follow.
  let listed: Int

  /// The class of a long dash, however it is written.
  let longDash: Int

  init(_ lexicon: Lexicon) {
    longDash = Int(lexicon.tables.info(.longDash).tagClass)
    let contexts = ContextClasses(lexicon)
    listed = lexicon.tables.classCount
    let byContext = lexicon.entries(inList: "words/contexts")
    let names = WeightNames(lexicon)
    let row = { (entry: LexiconEntry) in contexts.id(named: entry.name).map { Int($0) } }
    let own = WeightTable(rows: contexts.count, byContext.filter { $0.kind == "own" }, names, row)
    after = WeightTable(rows: contexts.count, byContext.filter { $0.kind == "after" }, names, row)
    before = WeightTable(rows: contexts.count, byContext.filter { $0.kind == "before" }, names, row)
    let shape = WeightTable(rows: SpellingGroup.count, lexicon.entries(inList: "words/shapes"), names) {
      SpellingGroup.index(named: $0.name)
    }
    let transitions = lexicon.entries(inList: "words/transitions")
    tagAfter = WeightTable(rows: Self.tags, transitions.filter { $0.kind == "tag-after" }, names) {
      Self.tagRow($0.name[...])
    }
    twoAfter = WeightTable(
      rows: 1 + Self.bridges.count * Self.tags, transitions.filter { $0.kind == "two-after" }, names
    ) {
      let parts = $0.name.split(separator: " ")
      guard parts.count == 2, let earlier = Self.tagRow(parts[0]), let nearer = WordTag(label: String(parts[1])) else {
        return nil
      }
      return Self.bridgeRow(earlier, nearer.rawValue)
    }
    var rows = Column<Int32>(neutral: 0)
    for tag in 0..<Self.tags { rows.append(Int32(Self.bridgeRow(0, UInt8(tag)))) }
    bridgeRows = rows
    var builder = ReadingBuilder(own: own, shape: shape, contexts: contexts)
    builder.build(lexicon, names)
    own.free()
    shape.free()
    readings = builder.readings
    candidateTags = builder.candidateTags
    candidateScores = builder.candidateScores
    families = builder.families
    suffixes = builder.suffixes
  }

  deinit {
    for table in [after, before, tagAfter, twoAfter] { table.free() }
    bridgeRows.free()
    readings.free()
    candidateTags.free()
    candidateScores.free()
    families.free()
  }

  /// The possible tags of a word at one place in a sentence.
  struct Reading: BitwiseCopyable {
    var first: Int32
    var count: Int16
    var context: UInt16
  }

  /// How a word is known, which decides what its capital may mean.
  enum Family: UInt8, BitwiseCopyable {
    /// A closed-class word; a word of the lists; one that only its ending tells; one that is always capitalised.
    case own, known, new, listed
    case number, mark, code, address, abbreviation
  }

  /// Where a word stands, as far as its capitals are concerned.
  enum Place: Int, CaseIterable {
    /// No capital; a capital at the start of a sentence, in the middle, in a line that is capitalised throughout.
    case low, start, mid, title
    /// The same for words that are all capitals.
    case capsStart, capsMid, capsTitle
    /// Unused; makes the number of places a power of two.
    case none

    var isMid: Bool { self == .mid || self == .capsMid }
    var isStart: Bool { self == .start || self == .capsStart }
  }

  /// Tags that the next tag depends on through the one before them; `BRIDGES` in the fitting script.
  private static let bridges: [WordTag] = [.neg, .punct, .rb, .rbr]

  /// The row of `twoAfter` for a bridge behind the tag of row `earlier`; 0 for a tag that is no bridge.
  static func bridgeRow(_ earlier: Int, _ tag: UInt8) -> Int {
    guard let number = bridges.firstIndex(where: { $0.rawValue == tag }) else { return 0 }
    return 1 + number * tags + earlier
  }

  private static func tagRow(_ name: Substring) -> Int? {
    name == "*start" ? startTag : WordTag(label: String(name)).map { Int($0.rawValue) }
  }

  @inline(__always)
  static func readingIndex(_ wordClass: Int, _ place: Place) -> Int { wordClass << 3 | place.rawValue }

  func fixed(_ kind: FixedClass) -> Int { listed + suffixes.count + kind.rawValue }
}

/// One possible tag of a word; a cost of 8 halves its likelihood.
struct Candidate: Equatable {
  var tag: WordTag
  var cost: Int16
}
