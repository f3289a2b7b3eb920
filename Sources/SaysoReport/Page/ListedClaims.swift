internal import SaysoRecord

/// The claims of an article that a report shows: those that somebody else than the writer stands behind.
///
/// What the article says on its own account is its plain text; a dated claim of that kind only gets a place that the
/// timelines can link to.
struct ListedClaims {
  let listed: [AnnotationRecord.Claim]
  /// Claims whose content has an anchor in the text.
  let anchored: [AnnotationRecord.Claim]
  private let rows: [ClaimID: Int]

  /// Longer chains are cut; a chain that bites its own tail ends too.
  private static let longestChain = 12

  init(_ record: AnnotationRecord) {
    let shown = record.claims.filter { ($0.content.spans.first?.start ?? 0) < Int32(ArticleMarkup.longest) }
    listed = shown.filter { $0.voice != .author }
    anchored = shown.filter { $0.voice != .author || $0.when != nil }
    rows = Dictionary(listed.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// The claims around a claim, the outermost first: "CNN reported that officials said".
  func chain(above claim: AnnotationRecord.Claim) -> [AnnotationRecord.Claim] {
    var chain: [AnnotationRecord.Claim] = []
    var next = claim.parent
    while let id = next, let row = rows[id], chain.count < Self.longestChain {
      chain.append(listed[row])
      next = listed[row].parent
    }
    return chain.reversed()
  }
}
