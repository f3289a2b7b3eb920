import SaysoLexicon
import SaysoRecord

/// What the lists of source nouns and titles say about the noun at the head of a source.
struct SourceTable {
  struct Row: BitwiseCopyable {
    var kind: SourceKind
    var role: SourceRole
    /// A title ("minister"), as against a noun of the source lists ("officials", "report").
    var isTitle: Bool
    /// A spokesperson: speaks for somebody else.
    var isSpokesperson: Bool
    /// A title of the state that other bodies have too: "secretary".
    var isShared = false

    /// A body ("ministry", "newspaper"), as against people and papers.
    var isBody: Bool { kind == .organization || kind == .government || kind == .media }
  }

  private var rows: [UInt32: Row] = [:]

  init(_ lexicon: Lexicon) {
    for list in lexicon.lists where list.name.hasPrefix("sources/") || list.name.hasPrefix("titles/") {
      for entry in lexicon.entries(inList: list.name) { add(entry) }
    }
  }

  private mutating func add(_ entry: LexiconEntry) {
    let role = entry.attribute("role").flatMap { SourceRole(rawValue: $0) } ?? .unknown
    switch entry.type {
    case .source:
      guard let kind = SourceKind(rawValue: entry.kind) else { return }
      rows[entry.id.raw] = Row(kind: kind, role: role, isTitle: false, isSpokesperson: false)
    case .title:
      let isSpokesperson = entry.attribute("kinds") == "spokesperson"
      rows[entry.id.raw] = Row(
        kind: .person, role: role, isTitle: true, isSpokesperson: isSpokesperson,
        isShared: entry.attribute("shared") == "yes")
    default: return
    }
  }

  /// The row of an entry, or nil where it is neither a source noun nor a title. O(1) expected.
  func row(of entry: EntryID) -> Row? { rows[entry.raw] }
}

extension SourceRole {
  /// The role that an entity's kinds give away ("newspaper", "ministry", "police").
  init(kinds: [String]) {
    self = .unknown
    for kind in kinds {
      for (word, role) in Self.words where kind.hasPrefix(word) {
        self = role
        return
      }
    }
  }

  private static let words: [(String, SourceRole)] = [
    ("media", .media), ("news", .media), ("broadcast", .media), ("journalist", .media), ("magazine", .media),
    ("police", .police), ("militar", .military), ("army", .military), ("armed", .military), ("court", .court),
    ("judge", .court), ("party", .party), ("politician", .party), ("candidate", .party), ("compan", .business),
    ("business", .business), ("bank", .business), ("corporat", .business), ("ministry", .government),
    ("government", .government), ("minister", .government), ("head-of", .government), ("agency", .government),
    ("legislat", .government), ("parliament", .government), ("official", .government), ("governor", .government),
    ("mayor", .government), ("intergovernmental", .government), ("diplomat", .government), ("university", .expert),
    ("academic", .expert), ("expert", .expert), ("scientist", .expert), ("think-tank", .expert), ("research", .expert),
    ("ngo", .civilSociety), ("charity", .civilSociety), ("activist", .civilSociety), ("union", .civilSociety),
    ("religious", .civilSociety), ("civil", .civilSociety),
  ]
}
