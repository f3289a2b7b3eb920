internal import SaysoRecord
internal import SaysoText

/// Adds up the claims of articles to the profile of an article, a publisher or a corpus.
struct Profile {
  private var summary: AuditSummary
  /// Claims of each source, by the hash of a key that is the same across articles.
  private var sources: [UInt64: Int] = [:]
  private var sourced = 0
  private var named = 0
  private var anonymous = 0
  private var official = 0

  init(_ scope: AuditSummary.Scope) {
    summary = AuditSummary(scope: scope)
    summary.articles = 0
  }

  /// Adds an article.
  mutating func add(_ article: AuditArticle) {
    summary.articles += 1
    var own: [Int: Int] = [:]
    for index in article.claims {
      add(article.claim(index))
      if let number = article.sources.number(ofClaim: index) { own[number, default: 0] += 1 }
    }
    for (number, count) in own {
      sources[Self.key(article, article.sources.first[number], summary.scope), default: 0] += count
    }
  }

  private mutating func add(_ claim: AnnotationRecord.Claim) {
    summary.claims += 1
    summary.voices[claim.voice] += 1
    if let cue = claim.cue { summary.cueClasses[cue.cueClass] += 1 }
    guard claim.voice == .attributed, let source = claim.source else { return }
    sourced += 1
    summary.sourceKinds[source.kind] += 1
    summary.hearsay = max(summary.hearsay, claim.depth + 1)
    if source.isNamed { named += 1 }
    if source.kind == .anonymous { anonymous += 1 }
    if source.isOfficial { official += 1 }
  }

  /// Across articles a source is its entity's key; one without a name is another in every article.
  private static func key(_ article: AuditArticle, _ claim: Int, _ scope: AuditSummary.Scope) -> UInt64 {
    guard let source = article.claim(claim).source else { return 0 }
    if let entity = source.entity.flatMap({ article.entity($0) }) { return FoldedHash.hash(entity.key) }
    switch scope {
    case .article: return UInt64(claim)
    case .publisher, .corpus: return FoldedHash.hash(source.kind.rawValue)
    }
  }

  mutating func add(finding severity: Severity) { summary.findings[severity] += 1 }

  /// The finished profile.
  func finished() -> AuditSummary {
    var summary = summary
    let attributed = summary.voices[.attributed]
    summary.shares.attributed = AuditSummary.Shares.share(attributed, of: summary.claims)
    summary.shares.named = AuditSummary.Shares.share(named, of: sourced)
    summary.shares.anonymous = AuditSummary.Shares.share(anonymous, of: sourced)
    summary.shares.official = AuditSummary.Shares.share(official, of: sourced)
    summary.sources = sources.count
    if !sources.isEmpty {
      let diversity = Diversity(counts: Array(sources.values))
      (summary.diversityBits, summary.effectiveSources) = (diversity.bits, diversity.effective)
    }
    return summary
  }
}
