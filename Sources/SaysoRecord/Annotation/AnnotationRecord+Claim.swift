extension AnnotationRecord {
  /// Something that the article says is so, with who says it.
  public struct Claim: Hashable, Sendable {
    public var id: ClaimID
    /// Index into `sentences`.
    public var sentence: Int
    public var content: Passage
    /// Nil where the article itself speaks, or nobody is named as speaking.
    public var source: Source?
    public var cue: Cue?
    public var quotation: Quotation
    public var certainty: Certainty
    /// The claim in whose content this one stands.
    public var parent: ClaimID?
    /// Length of the chain of hearsay, less one.
    public var depth: Int
    public var entities: [EntityRef] = []
    /// Date mentions inside the content.
    public var dates: [MentionID] = []
    /// The time of what is claimed.
    public var when: When?
    /// The time of the statement; its `rule` is nil.
    public var said: When?
    public var traits: [Trait] = []
    public var voice: Voice
    /// The rule that made the claim.
    public var rule: String?

    public init(
      id: ClaimID, sentence: Int, content: Passage, quotation: Quotation, certainty: Certainty, voice: Voice,
      depth: Int = 0
    ) {
      self.id = id
      self.sentence = sentence
      self.content = content
      self.quotation = quotation
      self.certainty = certainty
      self.voice = voice
      self.depth = depth
    }
  }

  /// Text in one or several pieces, which are joined by " … " in `text`.
  public struct Passage: Hashable, Sendable {
    public var spans: [CodePointSpan]
    public var text: String

    public init(spans: [CodePointSpan], text: String) {
      self.spans = spans
      self.text = text
    }
  }

  /// Who makes a claim.
  public struct Source: Hashable, Sendable {
    /// The whole noun phrase, with title and apposition.
    public var passage: Passage
    public var entity: EntityRef?
    public var name: String?
    /// The role as written.
    public var title: String?
    public var kind: SourceKind
    public var role: SourceRole
    /// The passage or its entity has a proper name.
    public var isNamed: Bool
    /// Why the source is not named, where the text says.
    public var justification: Passage?

    public init(passage: Passage, kind: SourceKind, role: SourceRole, isNamed: Bool) {
      self.passage = passage
      self.kind = kind
      self.role = role
      self.isNamed = isNamed
    }
  }

  /// The words that say that somebody says it.
  public struct Cue: Hashable, Sendable {
    public var passage: Passage
    public var lemma: String
    public var cueClass: CueClass

    public init(passage: Passage, lemma: String, cueClass: CueClass) {
      self.passage = passage
      self.lemma = lemma
      self.cueClass = cueClass
    }
  }

  /// A time, with what it was resolved against and the rule that chose it.
  public struct When: Hashable, Sendable {
    public var edtf: String
    public var anchor: Anchor
    public var rule: String?

    public init(edtf: String, anchor: Anchor, rule: String? = nil) {
      self.edtf = edtf
      self.anchor = anchor
      self.rule = rule
    }
  }
}
