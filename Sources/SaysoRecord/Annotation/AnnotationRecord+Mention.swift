extension AnnotationRecord {
  /// A name, a nominal that stands for one, or a date.
  public struct Mention: Hashable, Sendable {
    public var id: MentionID
    /// The name alone: no title, no article, no possessive.
    public var span: CodePointSpan
    public var text: String
    public var type: MentionType
    /// Nil for dates.
    public var entity: EntityRef?
    /// The rule that made the mention.
    public var rule: String
    /// The lexicon list, and the entry behind it.
    public var lexicon: String?
    /// In hundredths.
    public var confidence: Int?
    /// A pronoun or common noun: "he", "the ministry".
    public var isNominal = false
    /// A place that stands for its government.
    public var isMetonym = false
    /// What dates have besides.
    public var date: DateValue?

    public init(id: MentionID, span: CodePointSpan, text: String, type: MentionType, rule: String) {
      self.id = id
      self.span = span
      self.text = text
      self.type = type
      self.rule = rule
    }
  }

  /// When a date mention is: TIMEX3 and EDTF.
  public struct DateValue: Hashable, Sendable {
    /// TIMEX3 `value`.
    public var timex: String
    public var type: TimexType
    public var mod: String?
    public var quant: String?
    public var freq: String?
    /// Nil where EDTF can't say it.
    public var edtf: String?
    public var anchor: Anchor

    public init(timex: String, type: TimexType, edtf: String?, anchor: Anchor) {
      self.timex = timex
      self.type = type
      self.edtf = edtf
      self.anchor = anchor
    }
  }

  /// One real-world thing in the article.
  public struct Entity: Hashable, Sendable {
    public enum Gender: String, CaseIterable, Sendable, BitwiseCopyable {
      case female = "f"
      case male = "m"
    }

    public var id: EntityRef
    public var name: String
    public var type: MentionType
    /// The same in every article and run: `person:jane-roe`.
    public var key: String
    public var mentions: [MentionID]
    public var kinds: [String] = []
    /// ISO 3166-1 alpha-2.
    public var country: String?
    public var gender: Gender?
    /// Decimal degrees in millionths, both or neither: of a place that a lexicon locates.
    public var latitude: Int?
    public var longitude: Int?

    public init(id: EntityRef, name: String, type: MentionType, key: String, mentions: [MentionID]) {
      self.id = id
      self.name = name
      self.type = type
      self.key = key
      self.mentions = mentions
    }
  }
}
