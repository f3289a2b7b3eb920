/// How much a finding matters. `info` is SARIF's note.
public enum Severity: String, CaseIterable, Sendable, Comparable, BitwiseCopyable {
  case info, warning, error

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// One finding of a sourcing audit: a `sayso.finding/1` line.
public struct Finding: Hashable, Sendable {
  public static let schema = "sayso.finding/1"

  /// `S05`
  public var check: String
  /// `bare-anonymous`
  public var name: String
  public var severity: Severity
  /// The article's id.
  public var document: String
  public var claim: ClaimID?
  /// The passage; nil where it is not in the article's `text`.
  public var span: CodePointSpan?
  public var text: String
  /// About the text, never about truth: "no source is given for ...".
  public var message: String
  /// What the finding rests on, in the order in which it is written.
  public var evidence: [Evidence] = []
  /// The published standard behind the check.
  public var standard: String

  public init(
    check: String, name: String, severity: Severity, document: String, claim: ClaimID? = nil,
    span: CodePointSpan? = nil, text: String, message: String, standard: String
  ) {
    self.check = check
    self.name = name
    self.severity = severity
    self.document = document
    self.claim = claim
    self.span = span
    self.text = text
    self.message = message
    self.standard = standard
  }

  /// A named piece of evidence: a count, a share, a word, the other documents.
  public struct Evidence: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
      case text(String)
      case texts([String])
      case number(Int)
      /// In thousandths.
      case thousandths(Int)
      case flag(Bool)
    }

    /// Letters only: it is written as it is.
    public var key: StaticKey
    public var value: Value

    public init(_ key: StaticKey, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// Appends the finding as one line.
  public func writeLine(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("schema", Self.schema)
    json.field("check", check)
    json.field("name", name)
    json.field("severity", severity)
    json.field("document", document)
    json.key("claim")
    json.id(claim)
    json.key("start")
    if let span { json.int(Int(span.start)) } else { json.null() }
    json.key("end")
    if let span { json.int(Int(span.end)) } else { json.null() }
    json.field("text", text)
    json.field("message", message)
    json.key("evidence")
    json.beginObject()
    for piece in evidence { piece.write(to: &json) }
    json.endObject()
    json.field("standard", standard)
    json.endObject()
    json.endLine()
  }
}

extension Finding.Evidence {
  /// Appends key and value.
  public func write(to json: inout JSONByteWriter) {
    json.key(key.name)
    switch value {
    case .text(let text): json.string(text)
    case .texts(let texts): json.array(texts) { $0.string($1) }
    case .number(let number): json.int(number)
    case .thousandths(let number): json.decimal(number, places: 3)
    case .flag(let flag): json.bool(flag)
    }
  }
}

/// A key that is known when the program is compiled, and can be compared.
public struct StaticKey: Hashable, Sendable, ExpressibleByStringLiteral {
  public let name: StaticString

  public init(stringLiteral name: StaticString) { self.name = name }

  public static func == (a: StaticKey, b: StaticKey) -> Bool { "\(a.name)" == "\(b.name)" }

  public func hash(into hasher: inout Hasher) { hasher.combine("\(name)") }
}
