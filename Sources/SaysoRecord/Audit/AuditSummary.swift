/// The sourcing profile of an article, a publisher or a corpus: a `sayso.audit/1` line.
public struct AuditSummary: Hashable, Sendable {
  public static let schema = "sayso.audit/1"

  /// What the profile is of.
  public enum Scope: Hashable, Sendable {
    case article(id: String)
    case publisher(String)
    case corpus
  }

  public var scope: Scope
  public var articles = 1
  public var claims = 0
  public var voices = Counts<Voice>()
  /// Of the sources of attributed claims.
  public var sourceKinds = Counts<SourceKind>()
  public var cueClasses = Counts<CueClass>()
  public var shares = Shares()
  /// Number of distinct sources.
  public var sources = 0
  /// Shannon's H over the sources in bits, and 2^H, in thousandths; nil without a source.
  public var diversityBits: Int?
  public var effectiveSources: Int?
  /// The longest chain of hearsay: 1 for a plain attribution, 0 where nothing is attributed.
  public var hearsay = 0
  public var findings = Counts<Severity>()

  public init(scope: Scope) { self.scope = scope }

  /// Shares in thousandths; nil where there is nothing to take a share of.
  public struct Shares: Hashable, Sendable {
    /// Of all claims.
    public var attributed: Int?
    /// Of attributed claims.
    public var named: Int?
    public var anonymous: Int?
    public var official: Int?

    public init() {}

    /// `part` of `whole` in thousandths, rounded to the nearest; nil for a whole of nothing.
    public static func share(_ part: Int, of whole: Int) -> Int? {
      whole > 0 ? (part * 2000 + whole) / (2 * whole) : nil
    }
  }

  /// Appends the summary as one line.
  public func writeLine(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("schema", Self.schema)
    writeScope(to: &json)
    json.field("articles", articles)
    json.field("claims", claims)
    json.key("voice")
    voices.write(to: &json)
    json.key("sourceKind")
    sourceKinds.write(to: &json)
    json.key("cueClass")
    cueClasses.write(to: &json)
    json.key("shares")
    shares.write(to: &json)
    json.field("sources", sources)
    json.key("diversity")
    json.beginObject()
    json.thousandths("bits", diversityBits)
    json.thousandths("effective", effectiveSources)
    json.endObject()
    json.field("hearsay", hearsay)
    json.key("findings")
    findings.write(to: &json)
    json.endObject()
    json.endLine()
  }

  private func writeScope(to json: inout JSONByteWriter) {
    switch scope {
    case .article(let id):
      json.field("scope", "article")
      json.field("id", id)
    case .publisher(let name):
      json.field("scope", "publisher")
      json.field("id", name)
    case .corpus:
      json.field("scope", "corpus")
      json.optional("id", nil)
    }
  }
}

extension AuditSummary.Shares {
  func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.thousandths("attributed", attributed)
    json.thousandths("named", named)
    json.thousandths("anonymous", anonymous)
    json.thousandths("official", official)
    json.endObject()
  }
}

extension JSONByteWriter {
  /// A number given in thousandths, or `null`.
  fileprivate mutating func thousandths(_ key: StaticString, _ value: Int?) {
    self.key(key)
    if let value { decimal(value, places: 3) } else { null() }
  }
}

/// How often each name of a closed vocabulary occurs. Written as an object with every name, zeros too.
public struct Counts<Name: RawRepresentable<String> & CaseIterable & Hashable & Sendable>: Hashable, Sendable {
  private var numbers: [Name: Int] = [:]

  public init() {}

  public subscript(_ name: Name) -> Int {
    get { numbers[name, default: 0] }
    set { numbers[name] = newValue == 0 ? nil : newValue }
  }

  public var total: Int { numbers.values.reduce(0, +) }

  /// Adds another's numbers.
  public static func += (a: inout Counts, b: Counts) {
    for (name, number) in b.numbers { a[name] += number }
  }

  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    for name in Name.allCases {
      json.key(text: name.rawValue)
      json.int(self[name])
    }
    json.endObject()
  }
}
