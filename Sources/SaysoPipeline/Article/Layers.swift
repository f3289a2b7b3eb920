public import SaysoLexicon
public import SaysoRecord
public import SaysoText

/// A line of the text without its line end, with its tokens. Blank lines have none and are not listed.
public struct Line: Spanned, Sendable {
  public var span: TextSpan
  public var tokens: Range<Int>
  /// A blank line (or the start of the text) stands before it.
  public var startsParagraph: Bool
  /// Index into `Article.zones`; zones cover whole lines or parts of one.
  public var zone: ZoneKind
}

/// A stretch of the page of one kind, and the rule that decided it.
public struct Zone: Spanned, Sendable {
  public var span: TextSpan
  public var kind: ZoneKind
  public var rule: StaticString
  public var tokens: Range<Int>
}

/// A sentence inside a title, body, caption or teaser zone.
public struct Sentence: Spanned, Sendable {
  public var span: TextSpan
  public var tokens: Range<Int>
  public var zone: ZoneKind
  /// Number of the paragraph (block of lines without a blank line between), counted over the article.
  public var paragraph: Int32
}

/// A base noun phrase or a verb group.
public struct Chunk: Sendable {
  public enum Kind: UInt8, Sendable { case nounPhrase, verbGroup }

  public var kind: Kind
  public var tokens: Range<Int32>
  /// The head noun, or the main verb.
  public var head: Int32
  public var flags: ChunkFlags
}

public struct ChunkFlags: OptionSet, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// Verb group with a finite verb (tense), as against "to go", "going", "gone" alone.
  public static let finite = ChunkFlags(rawValue: 1)
  public static let past = ChunkFlags(rawValue: 2)
  public static let future = ChunkFlags(rawValue: 4)
  public static let passive = ChunkFlags(rawValue: 8)
  public static let negated = ChunkFlags(rawValue: 16)
  public static let infinitive = ChunkFlags(rawValue: 32)
  public static let participle = ChunkFlags(rawValue: 64)
  public static let perfect = ChunkFlags(rawValue: 128)
  public static let modal = ChunkFlags(rawValue: 256)
  /// Noun phrase: head is a name, plural, pronoun; begins with a possessive.
  public static let name = ChunkFlags(rawValue: 512)
  public static let plural = ChunkFlags(rawValue: 1024)
  public static let pronoun = ChunkFlags(rawValue: 2048)
  public static let possessive = ChunkFlags(rawValue: 4096)
  public static let definite = ChunkFlags(rawValue: 8192)
}

/// Why a mark was made: the rule, and the lexicon entry where one was behind it.
public struct Evidence: Sendable {
  public var rule: StaticString
  public var entry: EntryID?

  public init(_ rule: StaticString, _ entry: EntryID? = nil) {
    self.rule = rule
    self.entry = entry
  }
}

/// A date, time, duration or set in the text.
public struct DateMention: Spanned, Sendable {
  public var span: TextSpan
  public var tokens: Range<Int>
  public var type: TimexType
  /// TIMEX3 `value`.
  public var timex: String
  /// EDTF, nil where the expression has none ("recently", "two weeks").
  public var edtf: String?
  public var mod: String?
  public var quant: String?
  public var freq: String?
  public var anchor: Anchor
  public var evidence: Evidence
}

/// A person, place, organization or group named in the text, or a nominal that stands for one.
public struct Mention: Spanned, Sendable {
  public var span: TextSpan
  public var tokens: Range<Int>
  public var type: MentionType
  /// Index into `Article.entities`, -1 before the Resolve stage.
  public var entity: Int
  /// In hundredths.
  public var confidence: Int
  public var evidence: Evidence
  /// A pronoun or common noun: "he", "the ministry".
  public var isNominal = false
  /// A place that stands for its government.
  public var isMetonym = false
  public var gender: Gender = .unknown
}

/// What one rule took a stretch of the text for, whether it won or not.
public struct NameReading: Sendable {
  public var span: TextSpan
  public var type: MentionType
  public var evidence: Evidence
  /// What spoke for and against it, in hundredths, with the names in `Lexicons/en/tag/weights.tsv`.
  public var reasons: [(signal: String, weight: Int)]
  /// The sum of the reasons and what its length adds.
  public var strength: Int
}

/// One real-world thing in the article.
public struct Entity: Sendable {
  public var name: String
  public var type: MentionType
  public var key: String
  /// Indices into `Article.mentions`, rising.
  public var mentions: [Int] = []
  public var kinds: [String] = []
  public var country: String?
  public var gender: Gender = .unknown
  public var coordinates: Coordinates?
}

/// Something that the article says is so, with who says it. Spans follow CONTRACT.md.
public struct Claim: Sendable {
  public struct Source: Sendable {
    public var spans: [TextSpan]
    /// Index into `Article.entities`, -1 where none.
    public var entity: Int
    public var name: String?
    public var title: TextSpan?
    public var kind: SourceKind
    public var role: SourceRole
    public var isNamed: Bool
    public var justification: TextSpan?
  }

  public struct Cue: Sendable {
    public var spans: [TextSpan]
    public var lemma: String
    public var cueClass: CueClass
  }

  public struct When: Sendable {
    public var edtf: String
    public var anchor: Anchor
    public var rule: StaticString
  }

  /// Index of the sentence in which the claim starts.
  public var sentence: Int
  public var content: [TextSpan]
  public var source: Source?
  public var cue: Cue?
  public var quotation: Quotation
  public var certainty: Certainty
  /// Index of the claim in whose content this one stands, -1 for none.
  public var parent: Int = -1
  public var depth: Int = 0
  /// Indices into `Article.entities`.
  public var entities: [Int] = []
  /// Indices into `Article.dates`.
  public var dates: [Int] = []
  public var when: When?
  /// When the statement was made: `rule` is not written.
  public var said: When?
  public var traits: [Trait] = []
  public var voice: Voice
  public var evidence: Evidence
}
