/// One event of an entity: a `sayso.timeline/1` line.
public struct TimelineEntry: Hashable, Sendable {
  public static let schema = "sayso.timeline/1"

  public var entity: EntityReference
  public var date: EventDate
  /// EDTF of the first article's publication date.
  public var published: String?
  /// What is said to have happened: a claim's content.
  public var text: String
  /// The first article that tells it, and the claim there.
  public var document: DocumentReference
  public var claim: ClaimID
  public var voice: Voice
  /// The stance of whoever makes the claim: a denied event is `negated`. Written where it is not `asserted`.
  public var certainty = Certainty.asserted
  /// Nil where the article itself speaks.
  public var source: Source?
  /// Other entities of the event.
  public var with: [EntityReference] = []
  public var places: [EntityReference] = []
  /// Number of independent reports: copies of one wire text count once.
  public var reports = 1
  /// Ids of all articles that tell it.
  public var documents: [String]
  /// Reports differ in date or figures.
  public var isDisputed = false
  public var conflicts: [Conflict] = []
  /// The entity's own statement rather than an event that it is part of.
  public var isStatement = false

  public init(
    entity: EntityReference, date: EventDate, text: String, document: DocumentReference, claim: ClaimID, voice: Voice
  ) {
    self.entity = entity
    self.date = date
    self.text = text
    self.document = document
    self.claim = claim
    self.voice = voice
    documents = [document.id]
  }

  /// When an event was, as far as is known.
  public struct EventDate: Hashable, Sendable {
    /// Nil for an undated event.
    public var edtf: String?
    /// First and last possible day, `YYYY-MM-DD`; nil where open or unknown.
    public var start: String?
    public var end: String?
    public var precision: DatePrecision?
    public var isApproximate: Bool
    public var anchor: Anchor

    public init(
      edtf: String? = nil, start: String? = nil, end: String? = nil, precision: DatePrecision? = nil,
      isApproximate: Bool = false, anchor: Anchor = .none
    ) {
      self.edtf = edtf
      self.start = start
      self.end = end
      self.precision = precision
      self.isApproximate = isApproximate
      self.anchor = anchor
    }
  }

  /// Who says so.
  public struct Source: Hashable, Sendable {
    /// The name, or the words that describe a source without one: "two crew members".
    public var name: String?
    public var kind: SourceKind
    /// The entity's key.
    public var entity: String?

    public init(name: String?, kind: SourceKind, entity: String?) {
      self.name = name
      self.kind = kind
      self.entity = entity
    }
  }

  /// Another report of the event that differs.
  public struct Conflict: Hashable, Sendable {
    public var document: String
    public var claim: ClaimID
    public var edtf: String?
    public var text: String

    public init(document: String, claim: ClaimID, edtf: String?, text: String) {
      self.document = document
      self.claim = claim
      self.edtf = edtf
      self.text = text
    }
  }
}

/// How exactly a date is known; of an interval, the coarser of its ends.
public enum DatePrecision: String, CaseIterable, Sendable, BitwiseCopyable {
  case time, day, week, month, season, quarter, half, year, decade, century, millennium
}
