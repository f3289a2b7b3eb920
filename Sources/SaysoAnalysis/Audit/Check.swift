public import SaysoRecord

/// One check of a sourcing audit: what it is, and how it reads an article. One file each in `Checks`, one line in
/// `Checks.all`.
///
/// A check speaks of the text and never of the truth: it says that no source is given, not that a thing is false.
public protocol Check: Sendable {
  var about: CheckDescription { get }

  /// Reports what it finds in the article. O(length of the article).
  func run(on article: AuditArticle, report: inout FindingList)
}

/// What a check is, for the documentation page, the help and SARIF's rules.
public struct CheckDescription: Sendable {
  /// `S05`
  public var id: String
  /// `bare-anonymous`
  public var name: String
  /// The gravest severity of its findings.
  public var severity: Severity
  /// One sentence: what it finds.
  public var detects: String
  /// Why editors care.
  public var why: String
  /// The published standards that it rests on.
  public var standard: String
  /// Keys of its rows in `thresholds.tsv`.
  public var thresholds: [String] = []
  /// Names of its lists in `words.tsv`.
  public var lists: [String] = []
  /// Invented articles in which it reports something.
  public var fires: [CheckExample]
  /// Invented articles in which it is silent.
  public var silent: [CheckExample]
}

/// A short invented article, or several for a check that compares them, with the headline where it matters.
public struct CheckExample: Sendable, ExpressibleByStringLiteral {
  public struct Article: Sendable {
    public var title: String?
    public var publisher: String?
    public var text: String
  }

  public var articles: [Article]

  public init(stringLiteral text: String) { articles = [Article(text: text)] }

  init(title: String, _ text: String) { articles = [Article(title: title, text: text)] }

  init(_ articles: (publisher: String, text: String)...) {
    self.articles = articles.map { Article(publisher: $0.publisher, text: $0.text) }
  }
}

/// What the checks report of one article, in the order in which they report it.
public struct FindingList {
  /// A finding with the lines and columns of its passage.
  public struct Item: Sendable {
    public var finding: Finding
    public var place: TextPlace?
  }

  public private(set) var items: [Item] = []
  private let article: AuditArticle
  /// The check that is running.
  var check: CheckDescription

  init(article: AuditArticle, check: CheckDescription) {
    self.article = article
    self.check = check
  }

  /// Reports a passage.
  /// - Parameters:
  ///   - span: nil where it is not in the article's text.
  ///   - severity: the check's own unless it is less grave here.
  mutating func add(
    _ message: String, at span: CodePointSpan?, text: String, claim: ClaimID? = nil, severity: Severity? = nil,
    evidence: [Finding.Evidence] = []
  ) {
    var finding = Finding(
      check: check.id, name: check.name, severity: min(severity ?? check.severity, check.severity),
      document: article.record.id, claim: claim, span: span, text: text, message: message, standard: check.standard)
    finding.evidence = evidence
    items.append(Item(finding: finding, place: span.flatMap { article.text?.place(of: $0) }))
  }

  /// Reports a claim: its content.
  mutating func add(
    _ message: String, claim: AnnotationRecord.Claim, severity: Severity? = nil, evidence: [Finding.Evidence] = []
  ) {
    add(
      message, at: claim.content.span, text: claim.content.text, claim: claim.id, severity: severity,
      evidence: evidence)
  }

  /// Reports the source of a claim.
  mutating func add(
    _ message: String, sourceOf claim: AnnotationRecord.Claim, severity: Severity? = nil,
    evidence: [Finding.Evidence] = []
  ) {
    guard let source = claim.source else { return }
    add(
      message, at: source.passage.span ?? claim.content.span, text: source.passage.text, claim: claim.id,
      severity: severity, evidence: evidence)
  }
}

extension AnnotationRecord.Passage {
  /// From the first to the last character.
  var span: CodePointSpan? {
    guard let first = spans.first else { return nil }
    return spans.dropFirst().reduce(first) {
      CodePointSpan(Int(min($0.start, $1.start)), Int(max($0.end, $1.end)))
    }
  }
}
