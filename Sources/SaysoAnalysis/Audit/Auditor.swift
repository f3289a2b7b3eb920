public import SaysoRecord

/// Where the results of an audit go.
public protocol AuditSink: AnyObject {
  /// The findings of this article come next, and its profile after them.
  func begin(_ article: DocumentReference) throws(OutputError)
  /// - Parameter fingerprint: see `Fingerprints`.
  func write(_ item: FindingList.Item, fingerprint: UInt64) throws(OutputError)
  func write(_ summary: AuditSummary) throws(OutputError)
}

/// What an audit looks for.
public struct AuditOptions: Sendable {
  /// Ids of the checks that run.
  public var checks: Set<String> = Set(Checks.all.map(\.about.id))
  /// Fingerprints of findings that are known and so not reported.
  public var baseline: Set<UInt64> = []
  /// Give the profiles of articles, publishers and corpus.
  public var includesSummaries = true
  public var includesFindings = true

  public init() {}
}

/// Audits articles, one at a time; what concerns several comes at the end.
///
///     var auditor = Auditor(options)
///     while let record = try corpus.next() { try auditor.audit(record, into: sink) }
///     try auditor.finish(into: sink)
///
/// In memory are one article and a few hundred bytes of each before.
public struct Auditor {
  /// What was found, and what was left out.
  public struct Tally: Sendable {
    public var articles = 0
    public var findings = Counts<Severity>()
    /// Findings that the baseline knows.
    public var muted = 0
    /// Claims outside title and body.
    public var skippedClaims = 0
    /// Articles without text, in which some checks find less.
    public var withoutText = 0

    /// The gravest severity that was reported.
    public var worst: Severity? { Severity.allCases.reversed().first { findings[$0] > 0 } }
  }

  /// The parts of a record that an audit needs.
  public static let parts: AnnotationReader.Parts = [.text, .zones, .sentences, .mentions, .entities, .claims]

  public private(set) var tally = Tally()
  private let options: AuditOptions
  private let checks: [any Check]
  private var origins: CommonOrigin?
  private var publishers: [String: Profile] = [:]
  private var corpus = Profile(.corpus)

  public init(_ options: AuditOptions = AuditOptions()) {
    self.options = options
    checks = Checks.all.filter { options.checks.contains($0.about.id) }
    if options.includesFindings, options.checks.contains("S12") { origins = CommonOrigin() }
  }

  /// Audits an article. Needs the record's zones, sentences, mentions, entities and claims, and its text where there.
  public mutating func audit(_ record: AnnotationRecord, into sink: any AuditSink) throws(OutputError) {
    let article = AuditArticle(record)
    tally.articles += 1
    tally.skippedClaims += article.skippedClaims
    if article.text == nil { tally.withoutText += 1 }
    var profile = Profile(.article(id: record.id))
    profile.add(article)
    corpus.add(article)
    if let publisher = record.publisher { publishers[publisher, default: Profile(.publisher(publisher))].add(article) }
    try sink.begin(DocumentReference(record))
    if options.includesFindings {
      for severity in try report(Self.findings(of: article, checks), into: sink) {
        profile.add(finding: severity)
        count(severity, publisher: record.publisher)
      }
    }
    if options.includesSummaries { try sink.write(profile.finished()) }
    origins?.add(article)
  }

  /// Reports what articles have in common, and the profiles of publishers, by name, and of the corpus.
  public mutating func finish(into sink: any AuditSink) throws(OutputError) {
    if var origins {
      self.origins = nil
      try origins.finish { (items, document, publisher) throws(OutputError) in
        try sink.begin(document)
        for severity in try report(items, into: sink) { count(severity, publisher: publisher) }
      }
    }
    guard options.includesSummaries else { return }
    for (_, profile) in publishers.sorted(by: { $0.key < $1.key }) { try sink.write(profile.finished()) }
    if tally.articles > 0 { try sink.write(corpus.finished()) }
  }

  /// What the checks find in one article, by position, then by check; not what it has in common with others (S12).
  public static func findings(in record: AnnotationRecord) -> [Finding] {
    findings(of: AuditArticle(record)).map(\.finding)
  }

  /// What the checks find in an article, by position, then by check.
  static func findings(of article: AuditArticle, _ checks: [any Check] = Checks.all) -> [FindingList.Item] {
    guard let first = checks.first else { return [] }
    var list = FindingList(article: article, check: first.about)
    for check in checks {
      list.check = check.about
      check.run(on: article, report: &list)
    }
    return list.items.sorted { a, b in
      let (x, y) = (a.finding.span?.start ?? -1, b.finding.span?.start ?? -1)
      return x != y ? x < y : a.finding.check < b.finding.check
    }
  }

  /// Hands on what the baseline does not know, and gives the severities of it.
  private mutating func report(_ items: [FindingList.Item], into sink: any AuditSink) throws(OutputError) -> [Severity]
  {
    var fingerprints = Fingerprints()
    var reported: [Severity] = []
    for item in items {
      let fingerprint = fingerprints.next(item.finding)
      if options.baseline.contains(fingerprint) {
        tally.muted += 1
        continue
      }
      reported.append(item.finding.severity)
      try sink.write(item, fingerprint: fingerprint)
    }
    return reported
  }

  private mutating func count(_ severity: Severity, publisher: String?) {
    tally.findings[severity] += 1
    corpus.add(finding: severity)
    if let publisher { publishers[publisher]?.add(finding: severity) }
  }
}
