public import SaysoRead
public import SaysoRecord

/// What a batch has done so far, or one work item of it.
public struct BatchCounts: Sendable, Equatable {
  public var articles = 0
  /// Bytes of article text annotated, as UTF-8.
  public var textBytes = 0
  /// Articles that `--resume` found in the output already.
  public var alreadyDone = 0
  /// Files in folders that are no articles by their name.
  public var skippedFiles = 0
  /// Later articles with an id that was there before.
  public var duplicateIDs = 0
  /// Later articles with a body that was there before, or nearly.
  public var duplicateArticles = 0

  public var persons = 0
  public var places = 0
  public var organizations = 0
  public var dates = 0
  public var groups = 0

  public var attributedClaims = 0
  public var hedgedClaims = 0
  public var authorClaims = 0

  /// Records of archives and feeds that are no articles.
  public var skippedRecords: [SkipReason: Int] = [:]
  public var failures: [FailureCode: Int] = [:]
  public var warnings: [String: Int] = [:]
  /// Articles that are not in English, by language: names and claims were not looked for.
  public var otherLanguages: [String: Int] = [:]

  public init() {}

  public var failed: Int { failures.values.reduce(0, +) }
  public var mentions: Int { persons + places + organizations + dates + groups }
  public var claims: Int { attributedClaims + hedgedClaims + authorClaims }

  public mutating func count(_ type: MentionType) {
    switch type {
    case .person: persons += 1
    case .place: places += 1
    case .organization: organizations += 1
    case .date: dates += 1
    case .group: groups += 1
    }
  }

  public mutating func count(_ voice: Voice) {
    switch voice {
    case .attributed: attributedClaims += 1
    case .hedged: hedgedClaims += 1
    case .author: authorClaims += 1
    }
  }

  public mutating func add(_ other: BatchCounts) {
    articles += other.articles
    textBytes += other.textBytes
    alreadyDone += other.alreadyDone
    skippedFiles += other.skippedFiles
    duplicateIDs += other.duplicateIDs
    duplicateArticles += other.duplicateArticles
    persons += other.persons
    places += other.places
    organizations += other.organizations
    dates += other.dates
    groups += other.groups
    attributedClaims += other.attributedClaims
    hedgedClaims += other.hedgedClaims
    authorClaims += other.authorClaims
    skippedRecords.merge(other.skippedRecords, uniquingKeysWith: +)
    failures.merge(other.failures, uniquingKeysWith: +)
    warnings.merge(other.warnings, uniquingKeysWith: +)
    otherLanguages.merge(other.otherLanguages, uniquingKeysWith: +)
  }
}
