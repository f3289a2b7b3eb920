public import SaysoLexicon
public import SaysoRecord
public import SaysoText

/// One article on its way through the stages: the text, what is known of it beforehand, and one layer per kind of
/// annotation. A worker keeps one `Article` and resets it, so that its memory is used again.
public struct Article: ~Copyable {
  public private(set) var source = SourceText([])
  public private(set) var metadata = ArticleMetadata()
  /// What a page's markup says of each line of the text, by offset; empty for plain text.
  public private(set) var hints: [BlockHints] = []

  // MARK: Layers, by the stage that provides them

  /// Clean: tokens, lines and zones.
  public var tokens = TokenTable()
  public var lines: [Line] = []
  public var zones: [Zone] = []
  /// Clean: every place where a lexicon entry stands, by token (see `LexiconTables.matches`).
  public var matches = Column<LexiconMatch>(
    neutral: LexiconMatch(first: 0, count: 0, type: .table, isAlias: false, entry: EntryID(0)))
  /// Segment: sentences, noun phrases and verb groups.
  public var sentences: [Sentence] = []
  public var chunks: [Chunk] = []
  /// Dates.
  public var dates: [DateMention] = []
  /// Tag: names, sorted by span. Resolve adds nominals and the entities.
  public var mentions: [Mention] = []
  /// Tag: every reading of names that a rule offered, the ones that lost too; kept for `explain` only.
  public var nameReadings: [NameReading] = []
  public var entities: [Entity] = []
  /// Claims.
  public var claims: [Claim] = []

  public var warnings: [ArticleWarning] = []

  public init() {}

  deinit { matches.free() }

  /// Empties every layer and takes a new text.
  public mutating func reset(source: SourceText, metadata: ArticleMetadata, hints: [BlockHints] = []) {
    self.source = source
    self.hints = hints
    self.metadata = metadata
    tokens.removeAll()
    matches.removeAll()
    lines.removeAll(keepingCapacity: true)
    zones.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    chunks.removeAll(keepingCapacity: true)
    dates.removeAll(keepingCapacity: true)
    mentions.removeAll(keepingCapacity: true)
    entities.removeAll(keepingCapacity: true)
    claims.removeAll(keepingCapacity: true)
    warnings = metadata.warnings
  }

  /// Lets a stage fill in what it found about the article as a whole (title, byline, publication date).
  public mutating func updateMetadata(_ change: (inout ArticleMetadata) -> Void) { change(&metadata) }

  /// The matches that start at a token, longest first.
  public func matches(at token: Int) -> Range<Int> {
    guard token >= 0, token < tokens.count else { return 0..<0 }
    return Int(tokens.firstMatch[token])..<Int(tokens.firstMatch[token + 1])
  }
}

/// What is known of an article besides its text, from the input or from the page.
public struct ArticleMetadata: Sendable {
  public var id = ""
  public var title: String?
  public var byline: [String] = []
  public var publisher: String?
  public var url: String?
  /// BCP 47 tag, and who says so. The language stage decides.
  public var language = "en"
  public var languageFrom = LanguageFrom.none
  /// Publication date and where it was found; relative dates are resolved against it.
  public var published: CalendarDate?
  public var publishedFrom: PublishedFrom?
  /// EDTF of the publication date where it is not a plain day ("2023-06~").
  public var publishedEDTF: String?
  /// When a crawl found the page: it was not published later, nothing more.
  public var fetched: CalendarDate?
  /// Hashes (`FoldedLine`) of the lines that the articles of its site repeat (`FurnitureProfile`).
  public var siteLines: Set<UInt64> = []
  public var warnings: [ArticleWarning] = []

  public init() {}

  /// The code under which the lexicons have the language: "pt" of "pt-BR".
  var languageCode: String { LanguageTag.code(language) }
  /// The language that all rules are made for.
  public var isEnglish: Bool { languageCode == "en" }
}

/// Who said in which language an article is: the command line, the page or record, the text itself, or nobody.
public enum LanguageFrom: String, Sendable {
  case option, input, text, none
}

/// A day of the proleptic Gregorian calendar.
public struct CalendarDate: Hashable, Sendable, BitwiseCopyable {
  public var year: Int32
  public var month: UInt8
  public var day: UInt8

  public init(year: Int, month: Int, day: Int) {
    self.year = Int32(truncatingIfNeeded: year)
    self.month = UInt8(truncatingIfNeeded: month)
    self.day = UInt8(truncatingIfNeeded: day)
  }

  /// "2023-06-04".
  public var edtf: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(Int(year), 4))-\(padded(Int(month), 2))-\(padded(Int(day), 2))"
  }
}

/// Something that was repaired or given up on, for the annotation's `warnings`.
public struct ArticleWarning: Hashable, Sendable {
  public var code: String
  public var message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
