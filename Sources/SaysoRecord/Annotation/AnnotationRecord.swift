/// One annotated article: a `sayso.annotation/1` line (docs/OUTPUT.md) as plain values.
///
/// Offsets are code points into `text`. What the contract leaves out or writes as `null` is nil here.
public struct AnnotationRecord: Hashable, Sendable {
  /// What `schema` says.
  public static let schema = "sayso.annotation/1"

  public var id: String
  public var input: Input
  public var producer: Producer
  /// BCP 47 tag.
  public var language: String
  public var title: String?
  public var byline: [String] = []
  public var publisher: String?
  public var url: String?
  public var published: Published?
  /// The article as read; nil with `--no-text`, or where the reader was not asked for it.
  public var text: String?
  public var zones: [Zone] = []
  public var sentences: [Sentence] = []
  /// Nil without `--tokens`.
  public var tokens: [Token]?
  /// By start, the longer first.
  public var mentions: [Mention] = []
  public var entities: [Entity] = []
  public var claims: [Claim] = []
  public var warnings: [Warning] = []
  /// The id of an article before this one in the batch that says the same, word for word or nearly.
  public var duplicateOf: String?

  public init(id: String, input: Input, producer: Producer, language: String) {
    self.id = id
    self.input = input
    self.producer = producer
    self.language = language
  }

  /// What the article was read from.
  public struct Input: Hashable, Sendable {
    public enum Format: String, CaseIterable, Sendable, BitwiseCopyable { case text, html, jsonl, warc, csv, feed }

    public var path: String
    /// Of the article's input bytes, in hexadecimal.
    public var sha256: String
    public var bytes: Int
    public var format: Format
    public var encoding: String

    public init(path: String, sha256: String, bytes: Int, format: Format, encoding: String) {
      self.path = path
      self.sha256 = sha256
      self.bytes = bytes
      self.format = format
      self.encoding = encoding
    }
  }

  /// What wrote the record.
  public struct Producer: Hashable, Sendable {
    public var name: String
    public var version: String
    /// Short hash of the compiled lexicons.
    public var lexicons: String

    public init(name: String = "sayso", version: String, lexicons: String) {
      self.name = name
      self.version = version
      self.lexicons = lexicons
    }
  }

  /// The publication date, and where it was found.
  public struct Published: Hashable, Sendable {
    public var edtf: String
    public var from: PublishedFrom

    public init(edtf: String, from: PublishedFrom) {
      self.edtf = edtf
      self.from = from
    }
  }

  /// A stretch of the page of one kind.
  public struct Zone: Hashable, Sendable, BitwiseCopyable {
    public var span: CodePointSpan
    public var kind: ZoneKind

    public init(_ span: CodePointSpan, _ kind: ZoneKind) {
      self.span = span
      self.kind = kind
    }
  }

  /// A sentence inside a title, body, caption or teaser zone.
  public struct Sentence: Hashable, Sendable, BitwiseCopyable {
    public var span: CodePointSpan

    public init(_ span: CodePointSpan) { self.span = span }
  }

  /// A token with its Universal Dependencies word class.
  public struct Token: Hashable, Sendable, BitwiseCopyable {
    public var span: CodePointSpan
    public var wordClass: WordClass

    public init(_ span: CodePointSpan, _ wordClass: WordClass) {
      self.span = span
      self.wordClass = wordClass
    }
  }

  /// What was repaired or given up on.
  public struct Warning: Hashable, Sendable {
    public var code: String
    public var message: String

    public init(code: String, message: String) {
      self.code = code
      self.message = message
    }
  }
}
